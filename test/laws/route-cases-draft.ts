import type { Month } from '../../src/domain/time.js';
import type { Dice } from '../support/dice.js';

/** What the parts of a case agree on while it is made. */
export interface RouteDraft {
  dice: Dice;
  first: Month;
  latest: Month;
  /** Registration takes the degree and a portfolio. */
  portfolio: boolean;
  /** The degree is one of level 5, as for nursing associates: credit of a foundation degree may be spent already. */
  diploma: boolean;
  /** There is an evening class for a GCSE. */
  evening: boolean;
  /** A second degree leads to the register too. */
  rival: boolean;
  /** Some modules are offered singly. */
  singles: boolean;
}
