import type { Assessment } from '../domain/assessment.js';
import type { DeliveryProof } from '../domain/certificate.js';
import type { Claim } from '../domain/claim.js';
import type { Id } from '../domain/fact.js';
import type { CreditQuestion } from '../domain/questions.js';
import { textOf } from '../domain/time.js';
import { isState } from './bound.js';
import type { Finding } from './finding.js';
import type { World } from './world.js';

/** The assessment answers the question that was asked. */
export function askedFindings(
  { programme, start, objective = 'CREDITS' }: Pick<CreditQuestion, 'programme' | 'start' | 'objective'>,
  assessment: Assessment,
  worlds: ReadonlyMap<Id | null, unknown>,
): Finding[] {
  const findings: Finding[] = [];
  const asked = (where: 'programme' | 'start' | 'objective', should: string): void => {
    if (assessment[where] !== should)
      findings.push({
        where,
        says: `the question asks of ${should}, and this answers of ${String(assessment[where])}.`,
      });
  };
  asked('programme', programme);
  asked('start', textOf(start));
  asked('objective', objective);
  if (!worlds.has(assessment.delivery ?? null))
    findings.push({ where: 'delivery', says: `${String(assessment.delivery)} is not among the deliveries asked.` });
  return findings;
}

/** The proofs by delivery: one for each that was asked, and no other. */
export function proofsOf(
  { certificate }: Assessment,
  worlds: ReadonlyMap<Id | null, unknown>,
): { proofs: Map<Id | null, DeliveryProof>; found: Finding[] } {
  const proofs = new Map<Id | null, DeliveryProof>();
  const found: Finding[] = [];
  const given: unknown = certificate?.proofs;
  if (!Array.isArray(given)) found.push({ where: 'certificate', says: 'there is no list of proofs.' });
  for (const [index, proof] of (Array.isArray(given) ? given : []).entries()) {
    const where = `certificate.proofs[${index}]`;
    if (typeof proof !== 'object' || proof === null || !isState(proof.progress))
      found.push({ where, says: 'this is no proof of a delivery.' });
    else if (!worlds.has(proof.delivery ?? null))
      found.push({ where, says: `${String(proof.delivery)} was not asked.` });
    else if (proofs.has(proof.delivery ?? null))
      found.push({ where, says: `${String(proof.delivery)} has a proof already.` });
    else proofs.set(proof.delivery ?? null, proof);
  }
  for (const delivery of worlds.keys())
    if (!proofs.has(delivery))
      found.push({ where: 'certificate.proofs', says: `there is no proof for ${delivery ?? 'the programme'}.` });
  return { proofs, found };
}

/** The claims an assessment uses, each looked up among those that stand. */
export function usedClaims(
  { claims }: Assessment,
  { standing, claims: judged }: World,
): { used: Claim[]; unknown: Finding[] } {
  const used: Claim[] = [];
  const unknown: Finding[] = [];
  for (const [index, given] of (Array.isArray(claims) ? claims : []).entries()) {
    const claim = standing.get(given?.id);
    const refused = judged.refused.find(({ id }) => id === given?.id);
    const where = `claims[${index}]`;
    if (!claim)
      unknown.push({
        where,
        says: `${String(given?.id)} does not stand: ${refused?.says ?? 'no row and nothing held gives such a claim'}.`,
      });
    else if (used.includes(claim)) unknown.push({ where, says: `${claim.id} is used twice.` });
    else used.push(claim);
  }
  return { used: used.sort((a, b) => (a.id < b.id ? -1 : 1)), unknown };
}
