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

/**
 * What a proof of one delivery lacks: that what is tried before was refuted, that something fits as said, and that
 * nothing is worth more than it claims. `worlds` gives what claims are judged by in each state; `fits` is false where
 * that something fits is still to be shown.
 */
export function proofFindings(
  worlds: Worlds,
  proof: DeliveryProof,
  objective: Objective,
  fits: boolean,
  where: string,
): Finding[] {
  const findings: Finding[] = [];
  const before = BEFORE[proof.progress];
  const refuted = Array.isArray(proof.refuted) ? proof.refuted : [];
  if (refuted.length !== before.length)
    findings.push({
      where: `${where}.refuted`,
      says: `${refuted.length} trees refute what is tried before, and it takes ${before.length}.`,
    });
  for (const [index, state] of before.entries()) {
    const at = `${where}.refuted[${index}]`;
    const { bound, findings: found } = walk(refuted[index], new Rows(worlds.of(state)), new Map(), at);
    findings.push(...found);
    if (bound !== Number.NEGATIVE_INFINITY) findings.push({ where: at, says: 'a leaf of it does not refute.' });
  }
  const world = worlds.of(proof.progress);
  if (!fits && !somethingFits(world, proof))
    findings.push({ where, says: 'nothing shows that any claims fit with progress as it is said to stand.' });
  return [...findings, ...boundFindings(world, proof, objective, where)];
}

/** Whether no claims fit, or those that the proof names. */
function somethingFits(world: World, { progress, fits = [] }: DeliveryProof): boolean {
  if (progress === 'NOTHING_FITS') return true;
  const used = fits.flatMap((id) => world.standing.get(id) ?? []);
  const stage = stageReached(world.setting, doneWith(world, used));
  return used.length === fits.length && broken(world, used, stage).length === 0;
}

function boundFindings(world: World, proof: DeliveryProof, objective: Objective, where: string): Finding[] {
  const { credits, entryStage } = proof;
  if (typeof credits !== 'number' || typeof entryStage !== 'number')
    return [{ where, says: 'it does not say which credits and which entry stage it proves to be the most.' }];
  if (world.claims.cut.length > 0) return atLeast(proof, everything(world), objective, where);
  const worth = new Worth(world, objective);
  const { bound, findings } = walk(proof.tree, new Rows(world), worth.of, `${where}.tree`);
  if (findings.length > 0 || bound === Number.NEGATIVE_INFINITY) return findings;
  return atLeast(proof, worth.under(bound), objective, where);
}

function atLeast(claimed: Reach, proven: Reach | null, objective: Objective, where: string): Finding[] {
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
