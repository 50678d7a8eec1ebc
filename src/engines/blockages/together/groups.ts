import type { Cohort } from '../../../domain/funding.js';
import type { Learner } from '../../../domain/learner.js';
import type { Month } from '../../../domain/time.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import type { Applicant } from '../../../rules/conditions/applicant.js';
import { applicantOf } from '../../entry/judge.js';
import { heldBy } from '../judging/held.js';
import type { Terms } from '../terms.js';
import { type Alike, alike } from './alike.js';
import type { Look } from './looks.js';
import { add, type ProfileSet } from './profile-set.js';

/** When something is asked, and whether the employer, where there is one, nominates. */
export interface Moment {
  readonly start: Month;
  readonly nominated: boolean;
}

/** All profiles by what a look sees at a moment. */
export interface Seen {
  /** Moments of the same phase see the same of everybody. */
  readonly phase: number;
  readonly groups: readonly { readonly applicant: Applicant; readonly members: ProfileSet }[];
}

/** Profiles in groups that agree on what conditions look at, worked out once for each look and moment. */
export class Groups {
  readonly #given = new Map<Look['given'], Alike[]>();
  readonly #seen = new Map<string, Seen>();
  readonly #phases = new Map<string, number>();

  constructor(
    readonly catalogue: Catalogue,
    readonly terms: Terms,
    readonly cohorts: readonly Cohort[],
  ) {}

  /** Throws a RangeError for an award or module of a profile asked that the catalogue does not hold. */
  seenBy(look: Look, moment: Moment): Seen {
    const nominated = look.nomination === true && moment.nominated;
    const key = `${look.name} ${moment.start} ${nominated}`;
    const seen = this.#seen.get(key) ?? this.#see(look, { start: moment.start, nominated });
    this.#seen.set(key, seen);
    return seen;
  }

  #see(look: Look, { start, nominated }: Moment): Seen {
    const { catalogue, terms } = this;
    const groups = new Map<string, Seen['groups'][number]>();
    const texts = this.#alike(look.given).map(({ asked, members }) => {
      const held = heldBy(catalogue, asked, terms, start, nominated);
      const text = JSON.stringify(look.seen(held)) ?? '';
      const known = groups.get(text);
      if (known) add(known.members, members);
      else groups.set(text, { applicant: applicantOf(catalogue, held, start), members: members.slice() });
      return text;
    });
    const content = [look.name, ...texts].join('\n');
    const phase = this.#phases.get(content) ?? this.#phases.size;
    this.#phases.set(content, phase);
    return { phase, groups: [...groups.values()] };
  }

  #alike(given: (learner: Learner) => unknown): Alike[] {
    const known = this.#given.get(given) ?? alike(this.cohorts, ({ learner }) => given(learner));
    this.#given.set(given, known);
    return known;
  }
}
