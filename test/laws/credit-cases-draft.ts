import type { Id } from '../../src/domain/fact.js';
import type { Module, Programme } from '../../src/domain/provision.js';
import type { Month } from '../../src/domain/time.js';
import type { Dice } from '../support/dice.js';

/** What the parts of a case agree on while it is made. */
export interface Draft {
  dice: Dice;
  start: Month;
  /** Months after which learning is out of date, where a limit says so; ages crowd around it. */
  currency: number;
  degree: Programme;
  /** Modules that one who studies the degree can have taken together: the core, and one filling of each group. */
  takeable: Id[];
  /** Target modules, by stage. */
  targets: Module[][];
  sources: Module[];
  /** The degree states hours. */
  hours: boolean;
}

/** Who runs the degree, and who the foundation degree. */
export const UNIVERSITY = 'university';
export const COLLEGE = 'college';
