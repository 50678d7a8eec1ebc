import type { DeliveryProof } from '../domain/certificate.js';
import type { Objective } from '../domain/questions.js';
import type { Finding } from './finding.js';
import { broken, doneWith } from './kept.js';
import { stageReached } from './reached.js';
import { Rows } from './rows/table.js';
import { walk } from './tree.js';
import type { World, Worlds } from './world.js';
import { compareReach, type Reach, Worth } from './worth.js';

type State = DeliveryProof['progress'];

/** What must have been refuted before progress may lapse, or nothing at all be taken to fit. */
const BEFORE: Record<State, State[]> = { STANDS: [], LAPSES: ['STANDS'], NOTHING_FITS: ['STANDS', 'LAPSES'] };

export const isState = (word: unknown): word is State => typeof word === 'string' && word in BEFORE;

/** What comes of judging the proof of one delivery. */
export interface Judged {
  findings: Finding[];
  /** What was to be refuted and is not: no fault where the answer is said to be bounded, and the bound is all there is. */
  unrefuted: Finding[];
  /** Names of the rows that it rests on. */
  rests: Iterable<string>;
}

/**
 * What the proof of one delivery lacks: that what is tried before was refuted, that something fits as said (where `fits`
 * is false, as claims that are known to fit show it), and that nothing is worth more than it claims.
 */
export function judgeProof(
  worlds: Worlds,
  proof: DeliveryProof,
  objective: Objective,
  fits: boolean,
  where: string,
): Judged {
  const before = BEFORE[proof.progress];
  const refuted = Array.isArray(proof.refuted) ? proof.refuted : [];
  if (refuted.length !== before.length) {
    const says = `${refuted.length} trees refute what is tried before, and it takes ${before.length}.`;
    return { findings: [{ where: `${where}.refuted`, says }], unrefuted: [], rests: [] };
  }
  const findings: Finding[] = [];
  const unrefuted: Finding[] = [];
  for (const [index, state] of before.entries()) {
    const at = `${where}.refuted[${index}]`;
    const { bound, findings: found } = walk(refuted[index], new Rows(worlds.refuted(state)), new Map(), at);
    findings.push(...found);
    if (bound !== Number.NEGATIVE_INFINITY) unrefuted.push({ where: at, says: 'a leaf of it does not refute.' });
  }
  const world = worlds.of(proof.progress);
  if (unrefuted.length > 0)
    return { findings: [...findings, ...atLeast(proof, everything(world), objective, where)], unrefuted, rests: [] };
  if (!fits && !somethingFits(world, proof))
    findings.push({ where, says: 'nothing shows that any claims fit with progress as it is said to stand.' });
  const { findings: over, rests } = judgeBound(world, proof, objective, where);
  return { findings: [...findings, ...over], unrefuted, rests };
}

/** Whether no claims fit, or those that the proof names. */
function somethingFits(world: World, proof: DeliveryProof): boolean {
  if (proof.progress === 'NOTHING_FITS') return true;
  const fits = Array.isArray(proof.fits) ? proof.fits : [];
  const used = fits.flatMap((id) => world.standing.get(id) ?? []);
  const stage = stageReached(world.setting, doneWith(world, used));
  return used.length === fits.length && broken(world, used, stage).length === 0;
}

function judgeBound(
  world: World,
  proof: DeliveryProof,
  objective: Objective,
  where: string,
): Omit<Judged, 'unrefuted'> {
  if (world.claims.cut.length > 0) return { findings: atLeast(proof, everything(world), objective, where), rests: [] };
  const worth = new Worth(world, objective);
  const { bound, rests, findings } = walk(proof.tree, new Rows(world), worth.of, `${where}.tree`);
  const failed = findings.length > 0 || bound === Number.NEGATIVE_INFINITY;
  return { findings: failed ? findings : atLeast(proof, worth.under(bound), objective, where), rests };
}

function atLeast(claimed: Reach, proven: Reach | null, objective: Objective, where: string): Finding[] {
  if (typeof claimed.credits !== 'number' || typeof claimed.entryStage !== 'number')
    return [{ where, says: 'it does not say which credits and which entry stage it proves to be the most.' }];
  if (!proven || compareReach(claimed, proven, objective) <= 0) return [];
  return [
    {
      where,
      says: `it claims that ${told(claimed)} cannot be exceeded, and proves it only of ${told(proven)}.`,
    },
  ];
}

export const told = ({ credits, entryStage }: Reach): string => `${credits} credits with entry at stage ${entryStage}`;

/** Where not every choice of claims was tried: no more than the whole programme. */
const everything = ({ setting }: World): Reach => ({
  credits: [...setting.stageOf.keys()].reduce((sum, id) => sum + (setting.catalogue.modules.get(id)?.credits ?? 0), 0),
  entryStage: Math.max(1, setting.stages.length),
});
