import type { Id } from '../../../domain/fact.js';
import type { HeldAward, HeldModule, Learner } from '../../../domain/learner.js';
import { type Month, monthOf } from '../../../domain/time.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { holdingsOf } from '../../credit/holdings.js';

/** By what a credit question at one start tells learners apart. */
export interface Telling {
  readonly start: Month;
  /** Ages in months that some limit on what is held sets apart; null: dates themselves count. */
  readonly ages: readonly Month[] | null;
  /** Whether experience counts there. */
  readonly experience: boolean;
}

interface Seen {
  /** All but dates and experience, as a number. */
  readonly base: number;
  readonly dates: readonly (Month | undefined)[];
  /** Places of what is held by date: what is gained later stands for what is held twice. */
  readonly order: string;
  /** Curricula have changed: what was gained when says what was taught. */
  readonly dated: boolean;
  readonly experience: string;
}

/** What of learners credit hangs on, as a text: those with the same carry the same credit at a start. */
export class CreditViews {
  readonly #seen = new Map<Learner, Seen>();
  readonly #numbers = new Map<string, number>();
  /** Awards that an agreement or a scope names: holding them counts whatever they are made of. */
  readonly #named: ReadonlySet<Id>;

  constructor(readonly catalogue: Catalogue) {
    const { agreements, mappings, experienceMappings } = catalogue.rows;
    this.#named = new Set([
      ...agreements.map(({ award }) => award),
      ...[...agreements, ...mappings, ...experienceMappings].flatMap(({ scope }) => scope?.awards ?? []),
    ]);
  }

  /** Throws a RangeError for an award or module that the catalogue does not hold. */
  of(learner: Learner, { start, ages, experience }: Telling): string {
    const seen = this.#of(learner);
    const { base, dates, order, dated } = seen;
    let text = `${base} ${order}`;
    for (const on of dates) {
      if (on === undefined) text += ' -';
      else if (on > start) text += ' later';
      else if (ages === null || dated) text += ` ${on}`;
      else text += ` ${ages.filter((age) => start - on > age).length}`;
    }
    if (ages === null) text += ` in ${start}`;
    return experience ? `${text} ${seen.experience} in ${start}` : text;
  }

  #of(learner: Learner): Seen {
    const known = this.#seen.get(learner) ?? this.#see(learner);
    this.#seen.set(learner, known);
    return known;
  }

  #see(learner: Learner): Seen {
    const { modules = [], experience = [], employment, registrations, enrolments } = learner;
    const held = holdingsOf(this.catalogue, learner).awards;
    const awards = (learner.awards ?? []).filter((award, place) => {
      const { sources, qualification, programme } = held[place]!;
      const names = [award.award, qualification, ...(programme === undefined ? [] : [programme])];
      return sources.length > 0 || names.some((name) => this.#named.has(name));
    });
    const all: (HeldAward | HeldModule)[] = [...awards, ...modules];
    const dates = all.map(({ on }) => (on === undefined ? undefined : monthOf(on)));
    const text = JSON.stringify([
      awards.map(({ grade: _, on: __, ...award }) => award),
      modules.map(({ on: _, ...module }) => module),
      employment?.employer,
      registrations,
      enrolments,
    ]);
    const base = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, base);
    const byDate = dates.map((_, place) => place).sort((a, b) => (dates[a] ?? -1) - (dates[b] ?? -1) || a - b);
    return {
      base,
      dates,
      order: byDate.join(),
      dated: awards.some((award) => this.#isDated(award)),
      experience: JSON.stringify(experience.filter(({ evidenced }) => evidenced)),
    };
  }

  #isDated({ award, programme = award }: HeldAward): boolean {
    const stages = this.catalogue.programmes.get(programme)?.stages ?? [];
    return stages.some(({ core = [] }) => core.some((entry) => typeof entry !== 'string'));
  }
}
