import { ADVISER } from './examples/adviser.js';
import { ANYONE } from './examples/anyone.js';
import { COMMISSIONER } from './examples/commissioner.js';
import type { Example } from './examples/example.js';
import { TUTOR } from './examples/tutor.js';

/** The questions that show what the API answers, by who would ask them, in the order in which a newcomer would. */
export const EXAMPLES: readonly Example[] = [...TUTOR, ...ADVISER, ...COMMISSIONER, ...ANYONE];
