import type { Condition } from './conditions.js';
import type { Fact, Id } from './fact.js';
import type { FractionText } from './fraction.js';
import type { Limit } from './limits.js';
import type { Pounds } from './provision.js';

export type Strength = 'guaranteed' | 'precedent' | 'discretion';
export type Status = 'agreed' | 'proposed' | 'refused' | 'withdrawn';

/** Whom and what a mapping or agreement covers. All that is given must hold. */
export interface Scope {
  /** The learner's employer is one of these. */
  employers?: string[];
  /** Every source was gained in one of these awards (qualifications or programmes). */
  awards?: Id[];
  /** Every source was gained in one of these calendar years, both included. */
  years?: { from: number; to: number };
  /** The learner holds one of these registrations, current. */
  registrations?: Id[];
  /** The programme leads to one of these register parts. */
  registerParts?: Id[];
}

interface Recognition extends Fact {
  strength: Strength;
  status: Status;
  scope?: Scope;
  /** Hours the row itself gives, whatever the modules state. */
  hours?: { theory?: number; practice?: number };
  /** Evidence it wants besides what the policies want. */
  evidence?: string[];
}

/** "These source modules, together, cover these target modules." */
export interface Mapping extends Recognition {
  /** @minItems 1 */
  sources: Id[];
  /** Any so many of the sources, each choice a claim of its own; all of them where not given.
   * @asType integer
   * @minimum 1 */
  choose?: number;
  /** @minItems 1 */
  targets: Id[];
  /** The outcomes of the one target that it covers, where it does not cover all. */
  outcomes?: Id[];
}

/** "Holders of this award join this programme at this stage." */
export interface Agreement extends Recognition {
  /** A qualification, or a programme whose award it is. */
  award: Id;
  programme: Id;
  /** @asType integer
   * @minimum 2 */
  stage: number;
}

/** "This much experience of this kind, evidenced, covers these target modules", or gives hours alone. */
export interface ExperienceMapping extends Recognition {
  /** Settings of which the experience must be one. */
  settings: string[];
  /** @minimum 0 */
  months: number;
  hoursPerWeek?: number;
  /** Only for these programmes; for any that holds its targets where not given. Needed where it gives hours alone. */
  programmes?: Id[];
  /** None: it gives hours alone. */
  targets?: Id[];
  outcomes?: Id[];
}

/** What a policy asks of whoever claims. */
export interface ClaimTerms {
  /** A claim must be lodged so many months before the start.
   * @minimum 0
   * @asType integer */
  lodgeMonths?: number;
  /** What each claim costs. */
  fee?: Pounds;
  /** What a claim of the institution's own credit costs, if not the same. */
  ownCreditFee?: Pounds;
  /** What an experiential claim costs, if not the same. */
  experientialFee?: Pounds;
  /** What a claim costs as a part of the fee per credit of what it credits. */
  feeShare?: FractionText;
  /** Transcript, module descriptors of that year, verified hours, portfolio ... */
  evidence?: string[];
}

/** A set of limits laid down by a regulator, an institution or a programme. */
export interface Policy extends Fact {
  name: string;
  /** Whose it is to change. */
  owner?: string;
  /** For every programme that leads to one of these parts ... */
  registerParts?: Id[];
  /** ... or every programme of one of these institutions ... */
  institutions?: Id[];
  /** ... or these programmes. Where several are given, all must fit. */
  programmes?: Id[];
  limits: Limit[];
  claims?: ClaimTerms;
}

/** Who may start at all (spec 4). */
export interface EntryRule extends Fact {
  name: string;
  owner?: string;
  /** What it is a rule for; where several are given, all must fit. */
  registerParts?: Id[];
  institutions?: Id[];
  programmes?: Id[];
  deliveries?: Id[];
  /** Only for applicants by this route (`access`, `apprenticeship` ...). */
  entryRoute?: string;
  /** Only for starters of at least, at most this age, in years. */
  minimumAge?: number;
  maximumAge?: number;
  /** Only for entry at these stages. */
  stages?: number[];
  rule: Condition;
  /** A soft preference: said, never applied. */
  preference?: string;
}
