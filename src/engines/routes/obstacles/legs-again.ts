import type { Asked } from '../ask.js';

/** Legs at the most where nothing is asked (spec 5.2). */
export const MOST_LEGS = 5;
/** Legs at the most where a question is asked again, many times, with something out of the way. */
const AGAIN = 3;

/** Legs at the most of the routes that are looked for with something out of the way. */
export const legsAgain = ({ question: { constraints = {} } }: Asked): number =>
  Math.min(constraints.legs ?? MOST_LEGS, AGAIN);

/** That longer routes were not looked for, where more legs are allowed. */
export const fewerLegs = ({ question: { constraints = {} } }: Asked): string[] =>
  (constraints.legs ?? MOST_LEGS) > AGAIN
    ? [`With something out of the way, only routes of up to ${AGAIN} legs were looked for.`]
    : [];
