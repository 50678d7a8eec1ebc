import type { Id } from '../../../domain/fact.js';
import type { Plan, PlannedLeg } from '../plan.js';
import type { Relevance } from './relevance.js';

/** Whether legs can be of use: a leg that nothing after it needs, and that completes nothing asked for, only costs. */
export class Needs {
  constructor(private readonly relevance: Relevance) {}

  /** Whether a leg completes a programme of a set, and so may be needed for itself. */
  isFinal({ completes, programme }: PlannedLeg): boolean {
    return completes !== null && this.relevance.finals.has(programme.id);
  }

  /** Tells of a programme whether a leg of it, with so many to come after it, can leave no leg of a plan unneeded. */
  after({ legs, unused }: Plan, left: number): (programme: Id) => boolean {
    const { finals, legsLeft } = this.relevance;
    const pending = legs.filter((leg, i) => unused[i] && !this.isFinal(leg)).map(({ programme }) => programme.id);
    const helped = (by: Id): boolean => pending.every((one) => this.#helps(one, by));
    if (left === 0) return (programme) => finals.has(programme) && helped(programme);
    const inTime = (programme: Id): boolean => legsLeft.get(programme)! <= left;
    if (left > 1 || pending.length === 0) return inTime;
    // One more leg and the last: each that is pending must help the one or the other.
    const lasts = [...finals];
    return (programme) =>
      inTime(programme) &&
      (helped(programme) ||
        lasts.some(
          (last) =>
            (finals.has(programme) || this.#helps(programme, last)) &&
            pending.every((one) => this.#helps(one, programme) || this.#helps(one, last)),
        ));
  }

  #helps(one: Id, other: Id): boolean {
    const { helps, resumable } = this.relevance;
    return one === other ? resumable.has(one) : (helps.get(one)?.has(other) ?? false);
  }
}
