import type { Assessment } from '../domain/assessment.js';
import type { DeliveryProof } from '../domain/certificate.js';
import type { Claim } from '../domain/claim.js';
import type { Id } from '../domain/fact.js';
import type { CreditQuestion, Objective } from '../domain/questions.js';
import { textOf } from '../domain/time.js';
import type { Catalogue } from '../graph/catalogue.js';
import { isState, proofFindings, told } from './bound.js';
import type { Finding } from './finding.js';
import { broken, doneWith } from './kept.js';
import { stageReached } from './reached.js';
import { retellingFindings } from './retold.js';
import { type World, worldsAsked } from './world.js';
import { compareReach, type Reach } from './worth.js';

/** A question with the assessment that answers it, as it was saved. */
export interface Saved {
  question: CreditQuestion;
  assessment: Assessment;
}

/** What a check comes to. */
export interface Checked {
  /** True: nothing is wrong with it. */
  ok: boolean;
  findings: Finding[];
  /** What is proven of it, in sentences; nothing where something is wrong. */
  proven: string[];
  /** What it says that its certificate does not prove, in sentences. */
  notProven: string[];
}

/**
 * Whether a saved assessment is right (spec 3.4), without asking the solver: its claims stand, every limit is kept, the
 * entry stage is reached, all that it says follows from its claims, and its certificate proves that nothing better can
 * be had. Throws a RangeError for a question about what the catalogue does not hold.
 */
export function checkAssessment(catalogue: Catalogue, { question, assessment }: Saved): Checked {
  const { objective = 'CREDITS' } = question;
  const worlds = worldsAsked(catalogue, question);
  const findings = askedFindings(question, assessment, worlds);
  const { proofs, found } = proofsOf(assessment, worlds);
  findings.push(...found);
  const own = proofs.get(assessment.delivery);
  const chosen = worlds.get(assessment.delivery);
  if (findings.length > 0 || !own || !chosen) return { ok: false, findings, proven: [], notProven: [] };

  const world = chosen.of(own.progress);
  const { used, unknown } = usedClaims(assessment, world);
  if (unknown.length > 0) return { ok: false, findings: unknown, proven: [], notProven: [] };
  const attained: Reach = {
    credits: used.reduce((sum, { credits }) => sum + credits, 0),
    entryStage: stageReached(world.setting, doneWith(world, used)),
  };
  findings.push(...broken(world, used, attained.entryStage).map((says) => ({ where: 'claims', says: `${says}.` })));
  const settings = [...worlds.values()].map(({ setting }) => setting);
  findings.push(...retellingFindings(assessment, chosen.setting, world, used, attained, objective, settings));
  for (const [delivery, proof] of proofs) {
    const where = `certificate.proofs[${[...proofs.keys()].indexOf(delivery)}]`;
    findings.push(...proofFindings(worlds.get(delivery)!, proof, objective, delivery === assessment.delivery, where));
  }
  findings.push(...boundFindings(assessment, proofs, attained, objective), ...bandFindings(assessment, objective));
  if (findings.length > 0) return { ok: false, findings, proven: [], notProven: [] };
  return { ok: true, findings, ...sentences(assessment, used, worlds.size) };
}

/** The assessment answers the question that was asked. */
function askedFindings(
  { programme, start, objective = 'CREDITS' }: CreditQuestion,
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
  if (!worlds.has(assessment.delivery))
    findings.push({ where: 'delivery', says: `${String(assessment.delivery)} is not among the deliveries asked.` });
  return findings;
}

/** The proofs by delivery: one for each that was asked, and no other. */
function proofsOf(
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
    else if (!worlds.has(proof.delivery)) found.push({ where, says: `${String(proof.delivery)} was not asked.` });
    else if (proofs.has(proof.delivery)) found.push({ where, says: `${String(proof.delivery)} has a proof already.` });
    else proofs.set(proof.delivery, proof);
  }
  for (const delivery of worlds.keys())
    if (!proofs.has(delivery))
      found.push({ where: 'certificate.proofs', says: `there is no proof for ${delivery ?? 'the programme'}.` });
  return { proofs, found };
}

/** The claims an assessment uses, each looked up among those that stand. */
function usedClaims(
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

/** The bound is what the proofs prove: reached, where the answer is called optimal; else the gap is told truly. */
function boundFindings(
  { proof, bound, delivery }: Assessment,
  proofs: ReadonlyMap<Id | null, DeliveryProof>,
  attained: Reach,
  objective: Objective,
): Finding[] {
  const most = [...proofs.values()].sort((a, b) => compareReach(a, b, objective))[0]!;
  const findings: Finding[] = [];
  const open =
    compareReach(most, attained, objective) < 0 || compareReach(proofs.get(delivery)!, attained, objective) !== 0;
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

/** Each band allows what the firmer bands allow, and no more than the whole. */
function bandFindings(assessment: Assessment, objective: Objective): Finding[] {
  const { bands } = assessment;
  return bands.flatMap((band, index) => {
    const weaker = bands[index + 1] ?? assessment;
    if (compareReach(band, weaker, objective) >= 0) return [];
    return [{ where: `bands[${index}]`, says: `${told(band)} are more than weaker claims allow: ${told(weaker)}.` }];
  });
}

function sentences(
  { credits, entryStage, proof, bound }: Assessment,
  used: readonly Claim[],
  deliveries: number,
): Pick<Checked, 'proven' | 'notProven'> {
  const asked = deliveries === 1 ? 'the delivery' : `each of the ${deliveries} deliveries`;
  const best =
    proof === 'OPTIMAL'
      ? `No claims give more: the certificate proves it for ${asked} asked, in exact fractions.`
      : `No claims give more than ${bound} credits: the certificate proves it for ${asked} asked, in exact fractions.`;
  return {
    proven: [
      `Each of the ${used.length} claims used stands, and together they keep every limit in force.`,
      `They come to ${told({ credits, entryStage })}.`,
      'Every total, date, hour, fee, reason and note follows from these claims.',
      best,
    ],
    notProven: [
      'That of several best answers this is the one by strength, held modules, claims and ids: that is tested, not proven.',
      'The bands of strength: each is an optimum of its own, and only their order was checked.',
      'What lifting limits gains, alone and in sets: each figure is an optimum of its own, and was not asked again.',
    ],
  };
}
