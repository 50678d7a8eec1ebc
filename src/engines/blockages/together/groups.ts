import type { Cohort } from '../../../domain/funding.js';
import type { Holdings } from '../../../domain/holding.js';
import type { Learner } from '../../../domain/learner.js';
import { type Month, monthOf, validIn } from '../../../domain/time.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import type { Applicant } from '../../../rules/conditions/applicant.js';
import { holdingsOf } from '../../credit/holdings.js';
import { applicantOf } from '../../entry/judge.js';
import { learnerAt } from '../judging/held.js';
import type { Terms } from '../terms.js';
import { type Alike, alike } from './alike.js';
import type { Look, Turn } from './looks.js';
import { add, type ProfileSet } from './profile-set.js';

/** When something is asked, and whether the employer, where there is one, nominates. */
export interface Moment {
  readonly start: Month;
  readonly nominated: boolean;
}

/** Profiles of whom a look sees the same, and who is asked in their place; of several where each award decides. */
export interface SeenAlike {
  readonly applicant: Applicant;
  readonly members: ProfileSet;
}

interface Holding {
  readonly holdings: Holdings;
  readonly members: ProfileSet;
}

/** Profiles in groups that agree on what conditions look at, worked out once for each look and phase of the window. */
export class Groups {
  readonly #given = new Map<string, readonly Alike<Learner>[]>();
  readonly #held = new Map<string, readonly Holding[]>();
  readonly #seen = new Map<string, readonly SeenAlike[]>();
  /** Months after the first in which somebody comes to hold something, in order. */
  readonly #gains: readonly Month[];
  readonly #grows: boolean;

  constructor(
    readonly catalogue: Catalogue,
    readonly terms: Terms,
    readonly cohorts: readonly Cohort[],
  ) {
    const dates = new Set(
      cohorts.flatMap(({ learner: { awards = [], modules = [] } }) =>
        [...awards, ...modules].flatMap(({ on }) => (on === undefined ? [] : [monthOf(on)])),
      ),
    );
    this.#gains = [...dates].filter((month) => month > terms.first).sort((a, b) => a - b);
    this.#grows = cohorts.some(({ learner }) => learner.experience?.some(({ ongoing }) => ongoing));
  }

  /** A moment by what can turn at it: at moments of the same name verdicts that turn with no more are the same. */
  momentOf(turns: readonly Turn[], moment: Moment): string {
    let name = '';
    for (const turn of turns) name += `${turn} ${this.#at(turn, moment)} `;
    return name;
  }

  #at(turn: Turn, { start, nominated }: Moment): unknown {
    switch (turn) {
      case 'gains':
        return this.#gains.findLastIndex((gained) => gained <= start);
      case 'growth':
        return this.#grows && start;
      case 'nomination':
        return nominated;
      case 'table':
        return this.catalogue.rows.tariffs.findIndex((table) => validIn(table, start));
      case 'month':
        return start;
    }
  }

  /** Throws a RangeError for an award or module of a profile asked that the catalogue does not hold. */
  seenBy(look: Look, moment: Moment): readonly SeenAlike[] {
    return remembered(this.#seen, `${look.name}: ${this.momentOf(look.turns, moment)}`, () =>
      this.#heldBy(look, moment).map(({ holdings, members }) => ({
        applicant: applicantOf(this.catalogue, holdings, moment.start),
        members,
      })),
    );
  }

  #heldBy(look: Look, { start, nominated }: Moment): readonly Holding[] {
    const turns = look.turns.filter((turn) => turn !== 'table' && turn !== 'month');
    return remembered(this.#held, `${look.name}: ${this.momentOf(turns, { start, nominated })}`, () => {
      const { given, seen } = look;
      const all = remembered(this.#given, look.name, () =>
        alike(this.cohorts, ({ learner }) => given(learner, this.terms.first)),
      ).map(({ asked, members }) => ({
        holdings: holdingsOf(this.catalogue, learnerAt(asked, this.terms.first, start, nominated)),
        members,
      }));
      return seen ? together(all, seen) : all;
    });
  }
}

/** Groups whose holdings look the same, as one. */
function together(all: readonly Holding[], seen: (held: Holdings) => unknown): Holding[] {
  const groups = new Map<string, Holding>();
  for (const { holdings, members } of all) {
    const text = JSON.stringify(seen(holdings));
    const known = groups.get(text);
    if (known) add(known.members, members);
    else groups.set(text, { holdings, members: members.slice() });
  }
  return [...groups.values()];
}

function remembered<T>(known: Map<string, T>, key: string, work: () => T): T {
  const found = known.get(key) ?? work();
  known.set(key, found);
  return found;
}
