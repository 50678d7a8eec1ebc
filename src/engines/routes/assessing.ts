import type { Holdings } from '../../domain/holding.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import type { Include } from '../../domain/questions.js';
import { type Month, monthOf, textOf, type Validity } from '../../domain/time.js';
import { type Catalogue, modulesOf } from '../../graph/catalogue.js';
import { openEntries } from '../credit/entries.js';
import { settingOf } from '../credit/setting.js';
import { type Solution, solve } from '../credit/solve.js';

/**
 * Leg assessments, remembered. With the same things held, an assessment changes from month to month only where some fact
 * comes into force or ends, another entry point opens, a source goes out of date or can be lodged, or a span runs.
 */
export class Assessing {
  /** By what is held: only the experience may grow besides. */
  readonly #known = new WeakMap<Holdings['sources'], Map<string, Solution | null>>();
  readonly #turns: readonly Month[];

  constructor(
    private readonly catalogue: Catalogue,
    private readonly include: Include | undefined,
    private readonly first: Month,
  ) {
    this.#turns = turnsOf(catalogue);
  }

  /** The best claims that make the stages before one whole; null if there are none. */
  solution(holdings: Holdings, programme: Programme, delivery: Delivery, start: Month, stage: number): Solution | null {
    const known = this.#known.get(holdings.sources) ?? new Map<string, Solution | null>();
    this.#known.set(holdings.sources, known);
    const key = `${delivery.id}|${stage}|${this.moment(holdings, programme, delivery, start)}`;
    const found = known.get(key);
    if (found === null) return null;
    if (found)
      return found.setting.start === start
        ? found
        : {
            ...found,
            setting: { ...found.setting, holdings, start },
            enrolled: found.enrolled === found.setting.start ? start : found.enrolled,
          };
    const setting = settingOf(this.catalogue, holdings, {
      programme,
      delivery,
      start,
      include: this.include,
      lodgedFrom: this.first,
    });
    const solution = solve(setting, 'CREDITS', { stage });
    known.set(key, solution);
    return solution;
  }

  /** Names a month: in months of one name the same is held, and assessed alike. */
  moment(holdings: Holdings, programme: Programme, delivery: Delivery, start: Month): string {
    return `${this.#turn(start)}|${this.#momentKey(holdings, programme, delivery, start)}`;
  }

  /** Whether experience can stand for modules or hours of a programme. */
  #countsExperience(programme: Programme): boolean {
    const { experienceHours, experienceInto } = this.catalogue;
    return experienceHours.has(programme.id) || modulesOf(programme).some((module) => experienceInto.has(module));
  }

  /** How many of the months in which some fact begins or has ended lie at or before a month. */
  #turn(month: Month): number {
    let low = 0;
    let high = this.#turns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#turns[middle]! <= month) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #momentKey(holdings: Holdings, programme: Programme, delivery: Delivery, start: Month): string {
    const policies = this.catalogue.policiesFor(programme);
    const limits = policies.flatMap((policy) => policy.limits);
    if (limits.some(({ kind }) => kind === 'span')) return String(start);
    const open = openEntries({ delivery, start }).map((point) => delivery.entryPoints.indexOf(point));
    const ages = limits.flatMap((limit) => (limit.kind === 'currency' ? [limit.months] : []));
    const lodges = policies.flatMap(({ claims }) => claims?.lodgeMonths ?? []);
    const granted = [...(holdings.granted.get(programme.id)?.values() ?? [])].map(({ on }) => on);
    const stale = ages.map(
      (months) =>
        [...[...holdings.sources.values()].map(({ on }) => on), ...granted].filter((on) => start - on > months).length,
    );
    const sinces = [
      this.first,
      ...[...holdings.sources.values(), ...holdings.awards].map(({ since = this.first }) => since),
    ];
    const lodged = lodges.map(
      (months) => sinces.filter((since) => Math.max(since, this.first) + months <= start).length,
    );
    const experience = this.#countsExperience(programme) ? holdings.experience.map(({ months }) => months) : [];
    return [open, stale, lodged, experience].map((part) => part.join(',')).join('|');
  }
}

/** The months in which some fact of the catalogue comes into force or is no longer in force, in order. */
function turnsOf(catalogue: Catalogue): Month[] {
  const { rows } = catalogue;
  const dated: Validity[] = [
    ...rows.mappings,
    ...rows.agreements,
    ...rows.experienceMappings,
    ...rows.modules,
    ...rows.programmes,
    ...rows.policies,
    ...rows.policies.flatMap(({ limits }) => limits),
    ...rows.programmes.flatMap(({ stages }) =>
      stages.flatMap(({ core = [], groups = [] }) => [...core.filter((entry) => typeof entry !== 'string'), ...groups]),
    ),
  ];
  const months = dated.flatMap(({ from, to }) => [
    ...(from ? [firstMonthFrom(from)] : []),
    ...(to ? [firstMonthAfter(to)] : []),
  ]);
  return [...new Set(months)].sort((a, b) => a - b);
}

/** First month on whose first day a fact that begins then is valid. */
const firstMonthFrom = (from: string): Month => {
  const month = monthOf(from.length === 4 ? `${from}-01` : from);
  return from <= `${textOf(month)}-01` ? month : month + 1;
};

/** First month on whose first day a fact that ends then is not valid any more. */
const firstMonthAfter = (to: string): Month => monthOf(to.length === 4 ? `${to}-12` : to) + 1;
