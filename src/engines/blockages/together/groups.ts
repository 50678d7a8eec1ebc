import type { Cohort } from '../../../domain/funding.js';
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

/** All profiles by what a look sees at a moment; by each award they hold where one of them decides. */
export interface Seen {
  /** Moments of the same phase see the same of everybody. */
  readonly phase: number;
  readonly groups: readonly { readonly applicant: Applicant; readonly members: ProfileSet }[];
}

/** Profiles in groups that agree on what conditions look at, worked out once for each look and moment. */
export class Groups {
  readonly #given = new Map<string, Alike[]>();
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
    const texts = this.#alike(look).map(({ asked, members }) => {
      const held = heldBy(catalogue, asked, terms, start, nominated);
      for (const one of look.eachAward ? held.awards.map((award) => ({ ...held, awards: [award] })) : [held]) {
        const text = JSON.stringify(look.seen(one)) ?? '';
        const known = groups.get(text);
        if (known) add(known.members, members);
        else groups.set(text, { applicant: applicantOf(catalogue, one, start), members: members.slice() });
      }
      return JSON.stringify(look.seen(held)) ?? '';
    });
    const content = [look.name, ...texts].join('\n');
    const phase = this.#phases.get(content) ?? this.#phases.size;
    this.#phases.set(content, phase);
    return { phase, groups: [...groups.values()] };
  }

  #alike({ name, given }: Look): Alike[] {
    const known = this.#given.get(name) ?? alike(this.cohorts, ({ learner }) => given(learner, this.terms.first));
    this.#given.set(name, known);
    return known;
  }
}
