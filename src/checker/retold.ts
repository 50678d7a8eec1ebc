import type { Assessment } from '../domain/assessment.js';
import type { Claim } from '../domain/claim.js';
import type { Objective } from '../domain/questions.js';
import { explain } from '../engines/credit/explain.js';
import type { Setting } from '../engines/credit/setting.js';
import { type GainFigures, toldGains } from '../engines/credit/told-gains.js';
import { differences } from './differences.js';
import type { Finding } from './finding.js';
import type { World } from './world.js';
import type { Reach } from './worth.js';

/** Parts of an assessment that are optima of their own, or the proof: they are judged apart. */
const APART: readonly (keyof Assessment)[] = ['bands', 'certificate'];

/** What an assessment says that lifting limits gains: found by asking again, so taken as it is said. */
const saidOfLifting = ({ limits, limitSets, limitSetsCut }: Assessment): GainFigures => ({
  alone: new Map((Array.isArray(limits) ? limits : []).map((limit) => [limit?.id, limit?.gain ?? null])),
  sets: (Array.isArray(limitSets) ? limitSets : []).map((set) => ({ limits: set.limits, gain: set.gain })),
  cut: limitSetsCut === null ? [] : [limitSetsCut],
});

/**
 * Where an assessment differs from what its claims come to: every total, date, hour, fee, list and sentence is told
 * anew from the claims, the stage they reach and the catalogue, and compared.
 */
export function retellingFindings(
  assessment: Assessment,
  setting: Setting,
  { claims, progress, enrolled }: World,
  used: readonly Claim[],
  reach: Reach,
  objective: Objective,
  asked: readonly Setting[],
): Finding[] {
  const credits = (firm: (claim: Claim) => boolean): number =>
    used.reduce((sum, claim) => sum + (firm(claim) ? claim.credits : 0), 0);
  const should = explain(
    {
      setting,
      claims,
      used,
      progress,
      enrolled,
      ...reach,
      guaranteed: credits(({ strength }) => strength === 'guaranteed'),
      guaranteedAndPrecedent: credits(({ strength }) => strength !== 'discretion'),
      heldUsed: new Set(used.flatMap(({ sources }) => sources.map(({ id }) => id))).size,
      proven: assessment.proof === 'OPTIMAL',
      bound: { ...reach, credits: assessment.bound },
      attempts: [],
    },
    objective,
    { bands: assessment.bands, gains: toldGains(saidOfLifting(assessment), asked, setting, objective) },
  );
  const compared = (one: Assessment): Partial<Assessment> =>
    Object.fromEntries(Object.entries(one).filter(([name]) => !APART.includes(name as keyof Assessment)));
  return differences(compared(assessment), compared(should), '');
}
