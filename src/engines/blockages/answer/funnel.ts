import type { Benchmark, FunnelStep } from '../../../domain/blockage-answer.js';
import { validIn } from '../../../domain/time.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { caps } from '../../../rules/limits/index.js';
import type { Judged } from '../judging/region.js';
import type { Standing } from '../judging/standing.js';
import type { Names } from '../names.js';
import type { Terms } from '../terms.js';

const TWO_YEARS = 240;

/** Head counts of those for whom one delivery passes a step and all before it (spec 6.2). */
export function funnelOf(judged: readonly Judged[]): FunnelStep[] {
  const people = (passes: (standing: Standing) => boolean): number =>
    judged.reduce((sum, { profile, standings }) => sum + (standings.some(passes) ? profile.people : 0), 0);
  const inMind = judged.reduce((sum, { profile }) => sum + profile.people, 0);
  const carrying = (least: number): number => people(({ entryMet, credits }) => entryMet && credits >= least);
  return [
    { step: 'IN_MIND', says: 'have one of the register parts in mind', people: inMind },
    {
      step: 'IN_REACH',
      says: 'have a delivery within reach that opens in the twelve months',
      people: people(({ inReach }) => inReach),
    },
    {
      step: 'ENTRY_MET',
      says: 'are let in there, or subject to what only a person can say',
      people: people(({ entryMet }) => entryMet),
    },
    { step: 'ANY_CREDIT', says: 'carry any credit there', people: carrying(0.5) },
    { step: 'CREDIT_120', says: 'carry 120 credits there, a full-time year', people: carrying(120) },
    { step: 'CREDIT_240', says: 'carry 240 credits there, two full-time years', people: carrying(TWO_YEARS) },
  ];
}

/** The benchmark beside what the regulators allow, among those let in (spec 6.2). */
export function benchmarkOf(names: Names, terms: Terms, judged: readonly Judged[]): Benchmark {
  const letIn = judged.filter(({ standings }) => standings.some(({ entryMet }) => entryMet));
  const people = (of: readonly Judged[]): number => of.reduce((sum, { profile }) => sum + profile.people, 0);
  const allowed = ({ standings }: Judged): number[] =>
    standings
      .filter(({ entryMet }) => entryMet)
      .map(({ delivery }) => allowedAt(names.catalogue, terms, delivery.programme));
  const most = Math.max(...letIn.flatMap(allowed));
  const admitted = people(letIn);
  const twoYears = people(
    letIn.filter(({ standings }) => standings.some(({ entryMet, credits }) => entryMet && credits >= TWO_YEARS)),
  );
  const twoYearsAllowed = people(letIn.filter((one) => allowed(one).some((credits) => credits >= TWO_YEARS)));
  const mostAllowed = Number.isFinite(most) ? most : null;
  return {
    admitted,
    twoYears,
    twoYearsAllowed,
    mostAllowed,
    says: says(names, { admitted, twoYears, twoYearsAllowed, mostAllowed }),
  };
}

/** The most credits that the limits laid down for register parts leave at a programme; Infinity where none caps them. */
function allowedAt(catalogue: Catalogue, { first }: Terms, id: string): number {
  const programme = catalogue.programmes.get(id)!;
  const { credits } = programme;
  const limits = catalogue
    .policiesFor(programme)
    .filter((policy) => policy.registerParts && policy.owner === 'regulator' && validIn(policy, first))
    .flatMap((policy) => policy.limits.filter((limit) => validIn(limit, first)));
  const yardstick = { finalStage: programme.stages.length, ...(credits !== undefined && { credits }) };
  const whole = limits
    .filter(({ kind }) => kind === 'share' || kind === 'credits')
    .flatMap((limit) => caps(limit, yardstick).map(({ most }) => most));
  return Math.min(Number.POSITIVE_INFINITY, ...whole);
}

/** The benchmark's figures, before they are told. */
interface Figures {
  readonly admitted: number;
  readonly twoYears: number;
  readonly twoYearsAllowed: number;
  readonly mostAllowed: number | null;
}

function says(names: Names, { admitted, twoYears, twoYearsAllowed, mostAllowed }: Figures): string {
  if (admitted === 0) return 'Nobody is let in, so there is nothing to set beside the benchmark.';
  const share = names.protects ? '' : ` (${Math.round((100 * twoYears) / admitted)} %)`;
  const cap =
    mostAllowed === null
      ? 'The regulators set no cap where they are let in.'
      : `The regulators allow at most ${mostAllowed} credits where they are let in, and two years to ${names.people(twoYearsAllowed)} of them.`;
  return `Of ${names.people(admitted)} let in, ${names.people(twoYears)}${share} carry two years' credit; of all foundation degree holders who went on to an honours degree about 80 % were given it (HEFCE 2010/12, quoted in the report of 2015). ${cap}`;
}
