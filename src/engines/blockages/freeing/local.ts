import type { Rows } from '../../../domain/catalogue.js';
import type { Id } from '../../../domain/fact.js';
import type { Cohort } from '../../../domain/funding.js';
import type { Month } from '../../../domain/time.js';
import { Catalogue, modulesOf } from '../../../graph/catalogue.js';
import { holdingsOf } from '../../credit/holdings.js';
import { withLevers } from '../levers/apply.js';
import type { WorkedLever, Working } from '../levers/worked.js';

/** Catalogues that stay compiled for one cohort at one programme. */
const MOST = 400;

/**
 * All of a catalogue that can bear on one cohort at one programme: compiling that little with levers worked on it takes
 * microseconds, so that many sets of levers can be asked one by one.
 */
export class Local {
  readonly rows: Rows;
  readonly #compiled = new Map<string, Catalogue>();

  constructor(catalogue: Catalogue, programme: Id, cohort: Cohort, levers: readonly WorkedLever[]) {
    const { learner } = cohort;
    const held = holdingsOf(catalogue, learner);
    const own = [
      programme,
      ...levers.flatMap(({ offer }) => offer ?? []),
      ...held.awards.flatMap((award) => award.programme ?? []),
      ...(learner.enrolments ?? []).map((enrolment) => enrolment.programme),
      ...(learner.modules ?? []).flatMap((module) => module.programme ?? []),
    ];
    const programmes = [...new Set(own)].flatMap((id) => catalogue.programmes.get(id) ?? []);
    const target = catalogue.programmes.get(programme)!;
    const taught = new Set(modulesOf(target));
    const modules = new Set([...programmes.flatMap(modulesOf), ...held.sources.keys()]);
    const into = <T>(rows: ReadonlyMap<Id, T[]>): T[] => [
      ...new Set([...taught].flatMap((module) => rows.get(module) ?? [])),
    ];
    this.rows = {
      ...catalogue.rows,
      programmes,
      modules: [...modules].flatMap((id) => withoutOffers(catalogue.modules.get(id))),
      deliveries: catalogue.deliveriesOf.get(programme) ?? [],
      mappings: into(catalogue.mappingsInto),
      agreements: catalogue.agreementsInto.get(programme) ?? [],
      experienceMappings: [...into(catalogue.experienceInto), ...(catalogue.experienceHours.get(programme) ?? [])],
      policies: catalogue.policiesFor(target),
      entryRules: catalogue.rulesFor(target),
      cohorts: [cohort],
    };
  }

  /** The catalogue with the levers among these that hold for starts in a month, and the cohort as it then is. */
  with(levers: readonly Working[], first: Month, start: Month): { catalogue: Catalogue; cohort: Cohort } {
    const working = levers.filter(({ leadMonths }) => first + leadMonths <= start);
    const key = working.map(({ id }) => id).join(' ');
    let catalogue = this.#compiled.get(key);
    if (!catalogue) {
      if (this.#compiled.size >= MOST) this.#compiled.clear();
      catalogue = new Catalogue(withLevers(this.rows, working));
      this.#compiled.set(key, catalogue);
    }
    return { catalogue, cohort: catalogue.rows.cohorts[0]! };
  }
}

const withoutOffers = <T extends { offers?: unknown }>(module: T | undefined): T[] => {
  if (!module) return [];
  const { offers: _, ...rest } = module;
  return [rest as T];
};
