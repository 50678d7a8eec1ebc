import type { Assessment } from '../domain/assessment.js';
import type { Claim } from '../domain/claim.js';
import type { Objective } from '../domain/questions.js';
import { explain } from '../engines/credit/explain.js';
import type { Setting } from '../engines/credit/setting.js';
import { differences } from './differences.js';
import type { Finding } from './finding.js';
import type { World } from './world.js';
import type { Reach } from './worth.js';

/** Parts of an assessment that are optima of their own, or the proof: they are judged apart. */
const APART: readonly (keyof Assessment)[] = ['bands', 'certificate'];

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
  );
  const compared = (one: Assessment): Partial<Assessment> =>
    Object.fromEntries(Object.entries(one).filter(([name]) => !APART.includes(name as keyof Assessment)));
  return differences(compared(assessment), compared(should), '');
}
