import type { Assessment } from '../domain/assessment.js';
import type { DeliveryProof } from '../domain/certificate.js';
import { type Claim, STRENGTHS } from '../domain/claim.js';
import type { Id } from '../domain/fact.js';
import type { Objective } from '../domain/questions.js';
import { ofKind } from '../engines/credit/setting.js';
import { told } from './bound.js';
import type { Finding } from './finding.js';
import { isAllowed } from './ties.js';
import type { Worlds } from './world.js';
import { compareReach, type Reach } from './worth.js';

/** The bound is what the proofs prove: reached, where the answer is called optimal; else the gap is told truly. */
export function boundFindings(
  { proof, bound, delivery }: Assessment,
  proofs: ReadonlyMap<Id | null, DeliveryProof>,
  attained: Reach,
  objective: Objective,
): Finding[] {
  const most = [...proofs.values()].sort((a, b) => compareReach(a, b, objective))[0]!;
  const findings: Finding[] = [];
  const open =
    compareReach(most, attained, objective) < 0 ||
    compareReach(proofs.get(delivery ?? null)!, attained, objective) !== 0;
  if (proof === 'OPTIMAL' && open)
    findings.push({ where: 'proof', says: `it gives ${told(attained)}, and ${told(most)} are not ruled out.` });
  const possible = proof === 'OPTIMAL' ? attained.credits : most.credits;
  if (bound !== possible)
    findings.push({
      where: 'bound',
      says: `it says that no more than ${bound} credits are possible: it should say ${possible}.`,
    });
  return findings;
}

/** Of deliveries that are equal in all else, the least id is the answer: no lesser one takes the same claims as far. */
export function deliveryFindings(
  { delivery }: Assessment,
  proofs: ReadonlyMap<Id | null, DeliveryProof>,
  worlds: ReadonlyMap<Id | null, Worlds>,
  used: readonly Claim[],
  { entryStage }: Reach,
): Finding[] {
  return [...worlds].flatMap(([other, its]) => {
    if (other === null || !delivery || other >= delivery) return [];
    const world = its.of(proofs.get(other)!.progress);
    const same = used.flatMap(({ id }) => world.standing.get(id) ?? []);
    if (same.length < used.length || !isAllowed(world, same, entryStage)) return [];
    return [{ where: 'delivery', says: `${other} takes the same claims as far, and its id is the lesser.` }];
  });
}

/**
 * The last band is the answer; and each allows what the firmer ones allow, where no span can make progress lapse for one
 * and not for another; on a leg of a route they are of the programme as asked by itself. Where the search was given up, a band may have come further than the whole.
 */
export function bandFindings(assessment: Assessment, worlds: readonly Worlds[], objective: Objective): Finding[] {
  if (assessment.proof === 'BOUNDED') return [];
  const bands = Array.isArray(assessment.bands) ? assessment.bands : [];
  const weakest = bands.map((band) => band?.weakest);
  if (STRENGTHS.some((strength, index) => weakest[index] !== strength) || weakest.length > STRENGTHS.length)
    return [{ where: 'bands', says: `there should be one for each strength: ${STRENGTHS.join(', ')}.` }];
  const steady = worlds.every(
    ({ setting, joins }) => joins === undefined && ofKind(setting.limits, 'span').length === 0,
  );
  return bands.flatMap((band, index) => {
    const weaker = bands[index + 1] ?? assessment;
    const over = compareReach(weaker, band, objective);
    const fits = weaker === assessment ? over === 0 : over <= 0 || !steady;
    if (isReach(band) && fits) return [];
    return [
      {
        where: `bands[${index}]`,
        says: `${told(band)} do not go with what weaker claims allow: ${told(weaker)}.`,
      },
    ];
  });
}

const isReach = ({ credits, entryStage }: Reach): boolean =>
  typeof credits === 'number' && typeof entryStage === 'number' && credits >= 0 && entryStage >= 1;
