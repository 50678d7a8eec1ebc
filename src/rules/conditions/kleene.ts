import type { Verdict } from '../../domain/verdict.js';

/** At least n of these, three-valued (Kleene 1952): met if n are, not met if n cannot be. */
export function atLeast(n: number, verdicts: readonly Verdict[]): Verdict {
  const met = verdicts.filter((verdict) => verdict === 'MET').length;
  const open = verdicts.filter((verdict) => verdict === 'UNDECIDED').length;
  if (met >= n) return 'MET';
  return met + open >= n ? 'UNDECIDED' : 'NOT_MET';
}

export const all = (verdicts: readonly Verdict[]): Verdict => atLeast(verdicts.length, verdicts);
export const any = (verdicts: readonly Verdict[]): Verdict => atLeast(1, verdicts);
