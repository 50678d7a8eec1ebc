import type { Assessment } from '../domain/assessment.js';
import type { Claim } from '../domain/claim.js';
import type { Objective } from '../domain/questions.js';
import { explain } from '../engines/credit/explain.js';
import type { Setting } from '../engines/credit/setting.js';
import { toldGains } from '../engines/credit/told-gains.js';
import { differences } from './differences.js';
import type { Finding } from './finding.js';
import { figuresOf } from './gains.js';
import type { World } from './world.js';
import type { Reach } from './worth.js';

/** What an assessment is told from. */
export interface Told {
  /** The settings of all deliveries asked, and that of the delivery assessed. */
  readonly settings: readonly Setting[];
  readonly setting: Setting;
  readonly world: World;
  readonly used: readonly Claim[];
  readonly attained: Reach;
  readonly objective: Objective;
}

/**
 * Where an assessment differs from what its claims come to: every total, date, hour, fee, list and sentence is told
 * anew from the claims, the stage they reach and the catalogue, and compared. Optima of their own (bands of strength,
 * gains of lifting limits, the cheapest ways on) are taken as they are read, and so is the certificate: they are judged
 * apart, or said to be unproven.
 */
export function retellingFindings(
  assessment: Assessment,
  { settings, setting, world, used, attained, objective }: Told,
): Finding[] {
  const { claims, progress, enrolled } = world;
  const credits = (firm: (claim: Claim) => boolean): number =>
    used.reduce((sum, claim) => sum + (firm(claim) ? claim.credits : 0), 0);
  const { bands, bound, proof, certificate, stranded } = assessment;
  const read = { ways: stranded?.ways ?? [], cut: stranded?.cut ?? null };
  const should = explain(
    {
      setting,
      claims,
      used,
      progress,
      enrolled,
      ...attained,
      guaranteed: credits(({ strength }) => strength === 'guaranteed'),
      guaranteedAndPrecedent: credits(({ strength }) => strength !== 'discretion'),
      heldUsed: new Set(used.flatMap(({ sources }) => sources.map(({ id }) => id))).size,
      proven: proof === 'OPTIMAL',
      bound: { ...attained, credits: bound },
      attempts: [],
    },
    objective,
    { bands, gains: toldGains(figuresOf(assessment), settings, setting, objective), findWays: () => read },
  );
  return differences(assessment, { ...should, certificate }, '');
}
