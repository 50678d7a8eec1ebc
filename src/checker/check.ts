import type { Assessment } from '../domain/assessment.js';
import type { Claim } from '../domain/claim.js';
import type { Id } from '../domain/fact.js';
import type { CreditQuestion } from '../domain/questions.js';
import type { Catalogue } from '../graph/catalogue.js';
import { askedFindings, proofsOf, usedClaims } from './asked.js';
import { judgeProof, told } from './bound.js';
import type { Finding } from './finding.js';
import { gainFindings } from './gains.js';
import { broken, doneWith } from './kept.js';
import { bandFindings, boundFindings, deliveryFindings } from './most.js';
import { stagesReached } from './reached.js';
import { retellingFindings } from './retold.js';
import { exchangeFindings } from './ties.js';
import { type World, type Worlds, worldsAsked } from './world.js';
import type { Reach } from './worth.js';

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
  const worlds = worldsAsked(catalogue, question);
  const { findings, used, unproven, gains } = judgeAssessment(worlds, question, assessment);
  if (findings.length > 0) return wrong(findings);
  const { proven, notProven } = sentences(assessment, used, worlds.size, gains);
  return { ok: true, findings, proven, notProven: [...unproven, ...notProven] };
}

/** An assessment judged. */
export interface JudgedAssessment {
  readonly findings: Finding[];
  /** What it was judged by, and the claims it uses; none where they could not be found out. */
  readonly world: World | null;
  readonly used: readonly Claim[];
  /** What its certificate leaves unproven, in sentences. */
  readonly unproven: readonly string[];
  /** Gains of limits that it says, and that its certificate does not prove. */
  readonly gains: number;
}

/**
 * What is wrong with an assessment, judged by the worlds of the deliveries asked; of a leg of a route, by the world of
 * those who join its stage.
 */
export function judgeAssessment(
  worlds: ReadonlyMap<Id | null, Worlds>,
  question: Pick<CreditQuestion, 'programme' | 'start' | 'objective'>,
  assessment: Assessment,
): JudgedAssessment {
  const { objective = 'CREDITS' } = question;
  const { proofs, found } = proofsOf(assessment, worlds);
  const refused = [...askedFindings(question, assessment, worlds), ...found];
  const delivery = assessment.delivery ?? null;
  const own = proofs.get(delivery);
  const chosen = worlds.get(delivery);
  if (refused.length > 0 || !own || !chosen) return unjudged(refused);

  const world = chosen.of(own.progress);
  const { used, unknown } = usedClaims(assessment, world);
  if (unknown.length > 0) return unjudged(unknown);
  const reached = stagesReached(world.setting, doneWith(world, used));
  const attained: Reach = {
    credits: used.reduce((sum, { credits }) => sum + credits, 0),
    entryStage: Math.max(1, ...reached),
  };
  const { joins } = chosen;
  if (joins !== undefined && joins > 1 && !reached.includes(joins))
    return unjudged([{ where: 'claims', says: `they do not make the stages before stage ${joins} whole.` }]);
  const settings = [...worlds.values()].map(({ setting }) => setting);
  const judged = [...proofs].map(([id, proof], index) =>
    judgeProof(worlds.get(id)!, proof, objective, id === delivery, `certificate.proofs[${index}]`),
  );
  const unrefuted = judged.flatMap((one) => one.unrefuted);
  const findings = [
    ...broken(world, used, joins ?? attained.entryStage).map((says) => ({ where: 'claims', says: `${says}.` })),
    ...retellingFindings(assessment, { settings, setting: chosen.setting, world, used, attained, objective }),
    ...judged.flatMap((one) => one.findings),
    ...(assessment.proof === 'OPTIMAL' ? unrefuted : []),
    ...boundFindings(assessment, proofs, attained, objective),
  ];
  const unproven = unrefuted.length > 0 ? [UNREFUTED] : [];
  // What follows reads the assessment as one that is told rightly.
  if (findings.length > 0) return { findings, world, used, unproven, gains: 0 };
  const rests = new Set(judged.flatMap((one) => [...one.rests]));
  const gains = gainFindings(assessment, [...proofs.values()], rests);
  findings.push(...gains.findings, ...bandFindings(assessment, [...worlds.values()], objective));
  if (assessment.proof === 'OPTIMAL')
    findings.push(
      ...exchangeFindings(world, used, attained),
      ...deliveryFindings(assessment, proofs, worlds, used, attained),
    );
  return { findings, world, used, unproven, gains: gains.unproven };
}

const unjudged = (findings: Finding[]): JudgedAssessment => ({
  findings,
  world: null,
  used: [],
  unproven: [],
  gains: 0,
});

const UNREFUTED = 'That nothing fits with progress, so that it lapses: the search was given up before that was proven.';

const wrong = (findings: Finding[]): Checked => ({ ok: false, findings, proven: [], notProven: [] });

function sentences(
  { credits, entryStage, proof, bound, stranded }: Assessment,
  used: readonly Claim[],
  deliveries: number,
  gains: number,
): Pick<Checked, 'proven' | 'notProven'> {
  const asked = deliveries === 1 ? 'the delivery' : `each of the ${deliveries} deliveries`;
  const more = proof === 'OPTIMAL' ? 'more' : `more than ${bound} credits`;
  return {
    proven: [
      used.length === 0
        ? 'It uses no claim.'
        : `What it claims stands (${used.map(({ id }) => id).join(', ')}), and keeps every limit in force.`,
      `That comes to ${told({ credits, entryStage })}.`,
      'Every total, date, hour, fee, reason and note follows from that.',
      `No claims give ${more}: the certificate proves it for ${asked} asked, in exact fractions.`,
    ],
    notProven: [
      'That of several best answers this is the one by strength, held modules, claims and ids: that is tested, not proven.',
      'The bands of strength: each is an optimum of its own, and only that they go together was checked.',
      ...(stranded && stranded.ways.length > 0
        ? ['The cheapest combinations that would reach the next stage: each was asked again, not proven.']
        : []),
      ...(gains > 0
        ? [
            'What is gained by lifting limits that the proof rests on, alone or together: that was asked again, not proven.',
          ]
        : []),
    ],
  };
}
