import { figuresOf } from '../../src/checker/gains.js';
import { doneWith } from '../../src/checker/kept.js';
import { stageReached } from '../../src/checker/reached.js';
import type { Assessment } from '../../src/domain/assessment.js';
import type { Claim } from '../../src/domain/claim.js';
import { claimsOf } from '../../src/engines/credit/claims.js';
import { explain } from '../../src/engines/credit/explain.js';
import { progressOf } from '../../src/engines/credit/setting.js';
import { toldGains } from '../../src/engines/credit/told-gains.js';
import { cheapestWays } from '../../src/engines/credit/ways.js';
import { type Asked, copy } from './asked.js';

/** What claims of the delivery assessed are chosen from, if its progress stands. */
function chosenFrom({ assessment, settings }: Asked) {
  const setting = settings.find(({ delivery }) => (delivery?.id ?? null) === assessment.delivery)!;
  const progress = progressOf(setting);
  const enrolled = setting.holdings.enrolled.get(setting.programme.id) ?? Math.min(setting.start, ...progress.values());
  return { setting, progress, enrolled, claims: claimsOf(setting, progress) };
}

/** Ids of the claims that stand for the delivery assessed. */
export const standingIn = (asked: Asked): string[] => chosenFrom(asked).claims.standing.map(({ id }) => id);

/**
 * The assessment that would be given with other claims: totals, lists and sentences told of them, and the certificate
 * saying that no more than they give is possible. Null where one of them does not stand, or progress has lapsed.
 */
export function retold(asked: Asked, ids: readonly string[]): Assessment | null {
  const { assessment, settings, question } = asked;
  const { objective = 'CREDITS' } = question;
  const { setting, progress, enrolled, claims } = chosenFrom(asked);
  const used = ids.flatMap((id) => claims.standing.find((claim) => claim.id === id) ?? []);
  const own = assessment.certificate!.proofs.find(({ delivery }) => delivery === assessment.delivery)!;
  if (used.length < ids.length || own.progress !== 'STANDS') return null;
  const sum = (counts: (claim: Claim) => boolean): number =>
    used.reduce((total, claim) => total + (counts(claim) ? claim.credits : 0), 0);
  const reach = { credits: sum(() => true), entryStage: stageReached(setting, doneWith({ progress }, used)) };
  const solution = {
    ...{ setting, claims, used, progress, enrolled, ...reach },
    guaranteed: sum(({ strength }) => strength === 'guaranteed'),
    guaranteedAndPrecedent: sum(({ strength }) => strength !== 'discretion'),
    heldUsed: new Set(used.flatMap(({ sources }) => sources.map(({ id }) => id))).size,
    proven: true,
    bound: reach,
    attempts: [],
  };
  const bands = assessment.bands.map((band, index) => (index === 2 ? { ...band, ...reach } : band));
  const gains = toldGains(figuresOf(assessment), settings, setting, objective);
  const certificate = copy(assessment.certificate!);
  for (const proof of certificate.proofs) if (proof.delivery === assessment.delivery) Object.assign(proof, reach);
  return copy({ ...explain(solution, objective, { bands, gains, findWays: cheapestWays }), certificate });
}
