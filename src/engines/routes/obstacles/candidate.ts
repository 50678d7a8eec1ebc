import type { Id } from '../../../domain/fact.js';
import type { Delivery } from '../../../domain/provision.js';
import type { Constraints } from '../../../domain/questions.js';
import type { EntryRule } from '../../../domain/recognition.js';
import type { Obstacle } from '../../../domain/route.js';
import type { LearnerRepair, SystemRepair } from '../../../domain/verdict.js';
import { Overlay } from '../../../graph/overlay.js';
import type { Asked } from '../ask.js';

/** A question with some things out of the way. */
export interface World {
  constraints: Constraints;
  readonly rules: Map<Id, EntryRule>;
  readonly deliveries: Map<Id, Delivery>;
}

/**
 * One thing that may stand in the way: a constraint of the asker, or whatever a change of the catalogue can lift. More
 * kinds are more candidates: all that is asked of one is how it is said, and how the world goes without it.
 */
export interface Candidate {
  readonly obstacle: Obstacle;
  /** Takes it out of the way. */
  readonly lift: (world: World) => void;
  readonly repairs?: () => { byLearner: LearnerRepair[]; bySystem: SystemRepair[] };
}

/** The catalogue and the constraints with some candidates out of the way. */
export function lifted({ question, terms }: Asked, candidates: readonly Candidate[]) {
  const world: World = { constraints: { ...question.constraints }, rules: new Map(), deliveries: new Map() };
  for (const { lift } of candidates) lift(world);
  const { constraints, rules, deliveries } = world;
  const untouched = rules.size === 0 && deliveries.size === 0;
  return { constraints, catalogue: untouched ? terms.catalogue : new Overlay(terms.catalogue, { rules, deliveries }) };
}
