import type { Assessment, Gain } from '../domain/assessment.js';
import type { DeliveryProof } from '../domain/certificate.js';
import type { Limit } from '../domain/limits.js';
import type { GainFigures } from '../engines/credit/told-gains.js';
import type { Finding } from './finding.js';

/** Limits that decide which claims stand or which progress does, not which of them may be used together. */
const JUDGE_SOURCES: readonly Limit['kind'][] = ['mark', 'currency', 'single-use'];

/** What an assessment says that lifting limits gains: figures that were asked again, which no claims of its own show. */
export function figuresOf({ limits, limitSets, limitSetsCut }: Assessment): GainFigures {
  const sets = records(limitSets).flatMap(({ limits: ids, gain }) =>
    Array.isArray(ids) && isGain(gain) ? [{ limits: ids, gain }] : [],
  );
  const alone = records(limits).map(({ id, gain }) => [id, isGain(gain) ? gain : null] as const);
  return { alone: new Map(alone), sets, cut: typeof limitSetsCut === 'string' ? [limitSetsCut] : [] };
}

/** The records of a list that was read; what else it holds is found to differ. */
const records = <T extends object>(value: readonly T[]): T[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];

const isGain = (gain: Gain | null): gain is Gain =>
  typeof gain?.credits === 'number' && typeof gain.entryStage === 'number';

/**
 * A proof that rests on no row of a limit proves the same without it: lifting it gains nothing, and nor does a set of
 * such limits. Told for limits that hold claims back together, where progress stands.
 */
export function gainFindings(
  assessment: Assessment,
  proofs: readonly DeliveryProof[],
  rests: ReadonlySet<string>,
): { findings: Finding[]; unproven: number } {
  const words = new Set([...rests].flatMap((name) => name.split(' ')));
  const stands = proofs.every(({ progress }) => progress === 'STANDS') && assessment.proof === 'OPTIMAL';
  const idle = new Set(
    assessment.limits
      .filter(({ id, policy, kind }) => stands && !JUDGE_SOURCES.includes(kind) && !words.has(`${policy}/${id}`))
      .map(({ id }) => id),
  );
  const findings: Finding[] = [];
  for (const [index, { id, gain }] of assessment.limits.entries())
    if (idle.has(id) && (gain ? !isNothing(gain) : assessment.limitSetsCut === null))
      findings.push({
        where: `limits[${index}].gain`,
        says: 'the proof does not rest on this limit, so lifting it gains nothing.',
      });
  for (const [index, { limits }] of assessment.limitSets.entries())
    if (limits.every((id) => idle.has(id)))
      findings.push({
        where: `limitSets[${index}]`,
        says: 'the proof rests on none of these limits, so lifting them gains nothing.',
      });
  const unproven = assessment.limits.filter(({ id, gain }) => gain !== null && !idle.has(id)).length;
  return { findings, unproven };
}

const isNothing = ({ credits, entryStage }: Gain): boolean => credits === 0 && entryStage === 0;
