import type { Id } from '../../src/domain/fact.js';
import type { Module, Programme } from '../../src/domain/provision.js';
import type { Month } from '../../src/domain/time.js';
import type { Dice } from '../support/dice.js';

/** How large a case is made. */
export interface CaseSize {
  /** How many modules each stage has. */
  stages: (dice: Dice) => number[];
  /** Modules that there are to be held, and those held outside an award; with an award they are fewer. */
  sources: readonly [least: number, most: number];
  held: readonly [least: number, most: number];
  /** Targets that rows of the catalogue lead to, at the most. */
  mapped: number;
  /** Modules of a list of which n are to be had. */
  listed: number;
  /** Members of an option group, at the most. */
  options: number;
  limits: readonly [least: number, most: number];
  /** Figures of limits are so many times as large. */
  scale: number;
}

/** Few enough claims that every set of them can be tried. */
export const SMALL: CaseSize = {
  stages: (dice) =>
    dice.chance(0.35) ? [dice.whole(1, 2), dice.whole(1, 3), dice.whole(1, 2)] : [dice.whole(2, 4), dice.whole(1, 4)],
  sources: [4, 8],
  held: [4, 7],
  mapped: 8,
  listed: 3,
  options: 4,
  limits: [0, 6],
  scale: 1,
};

/** As large as one assessment must be able to be: up to 60 held modules and 80 targets, and more limits that cross. */
export const LARGE: CaseSize = {
  stages: (dice) => [dice.whole(4, 26), dice.whole(4, 27), dice.whole(4, 27)],
  sources: [24, 60],
  held: [12, 50],
  mapped: 60,
  listed: 5,
  options: 5,
  limits: [0, 7],
  scale: 5,
};

/** What the parts of a case agree on while it is made. */
export interface Draft {
  dice: Dice;
  size: CaseSize;
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
