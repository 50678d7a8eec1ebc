import type { Rows } from '../../src/domain/catalogue.js';
import type { Id } from '../../src/domain/fact.js';
import type { Delivery, EntryPoint, Module, Programme } from '../../src/domain/provision.js';
import type { Constraints, RouteQuestion } from '../../src/domain/questions.js';
import { calendarMonth, type Month, monthOf, validIn } from '../../src/domain/time.js';
import { byCodeUnit } from './credit-oracle-claims.js';
import { type Holdings, holdingsOf } from './credit-oracle-held.js';
import { type AwardHeld, awardsHeld } from './entry-oracle.js';

/** A set of programmes that reaches the register part, while it is valid. */
interface WayThere {
  programmes: Id[];
  from?: string;
  to?: string;
}

/** A question about routes with all that is the same for every leg of every route. */
export interface World {
  /** The rows, with each module offered singly as a programme of one stage. */
  rows: Rows;
  question: RouteQuestion;
  constraints: Constraints;
  first: Month;
  /** Nothing ends later. */
  latest: Month;
  legs: number;
  nominated: boolean;
  programmes: Map<Id, Programme>;
  modules: Map<Id, Module>;
  /** Deliveries that the constraints allow, in order of ids. */
  deliveries: Delivery[];
  ways: WayThere[];
  held: Holdings;
  awards: AwardHeld[];
  /** Modules offered singly, with what must be held when they start. */
  singles: Map<Id, Module>;
}

export function worldOf(rows: Rows, question: RouteQuestion): World {
  const singles = rows.modules.filter(({ offers }) => offers?.length);
  const all: Rows = {
    ...rows,
    programmes: [...rows.programmes, ...singles.map(asProgramme)],
    deliveries: [...rows.deliveries, ...singles.flatMap(asDeliveries)],
  };
  const constraints = question.constraints ?? {};
  const programmes = new Map(all.programmes.map((programme) => [programme.id, programme]));
  return {
    rows: all,
    question,
    constraints,
    first: question.first,
    latest: constraints.latest ?? question.first + 180,
    legs: constraints.legs ?? 5,
    nominated: constraints.nominated ?? question.learner.employment?.nominated ?? false,
    programmes,
    modules: new Map(rows.modules.map((module) => [module.id, module])),
    deliveries: all.deliveries
      .filter((delivery) => isManageable(all, constraints, question.learner.home, delivery))
      .sort((a, b) => byCodeUnit(a.id, b.id)),
    ways: waysTo(rows, question.registerPart),
    held: holdingsOf(all, question.learner),
    awards: awardsHeld(all, question.learner),
    singles: new Map(singles.map((module) => [module.id, module])),
  };
}

const waysTo = (rows: Rows, part: Id): WayThere[] => [
  ...rows.programmes.filter(({ leadsTo }) => leadsTo?.includes(part)).map(({ id }) => ({ programmes: [id] })),
  ...(rows.registerParts.find(({ id }) => id === part)?.sets ?? []),
];

/** It gives no award. */
const asProgramme = ({ id, title, institution, credits, level, source, basis }: Module): Programme => ({
  id,
  title,
  institution,
  award: '',
  credits,
  level,
  stages: [{ credits, core: [id] }],
  source,
  basis,
});

const asDeliveries = ({ id: programme, offers, source, basis }: Module): Delivery[] =>
  (offers ?? []).map(({ intakes, fee, months, ...offer }) => ({
    source,
    basis,
    ...offer,
    programme,
    pace: 'part-time',
    employment: 'beside',
    months: [months],
    fee: { perStage: [fee] },
    entryPoints: [{ stage: 1, months: intakes }],
    paced: 'cohort',
  }));

/** Full-time study outside employment. */
export const isFullTime = ({ pace, employment }: Delivery): boolean => pace === 'full-time' && employment === 'none';

/** What the asker can manage of a delivery, whatever the stages studied. */
function isManageable(
  rows: Rows,
  { modes, institutions, regions, kilometres }: Constraints,
  home: { latitude?: number; longitude?: number } | undefined,
  delivery: Delivery,
): boolean {
  const programme = rows.programmes.find(({ id }) => id === delivery.programme);
  const institution = rows.institutions.find(({ id }) => id === programme?.institution);
  const place = delivery.place ?? institution?.place;
  const allowed = modes
    ? modes.some(({ pace, employment }) => pace === delivery.pace && employment === delivery.employment)
    : !isFullTime(delivery);
  return (
    allowed &&
    (!institutions || institutions.includes(programme?.institution ?? '')) &&
    (!regions || delivery.distance === true || (place?.region !== undefined && regions.includes(place.region))) &&
    (kilometres === undefined || delivery.distance === true || kilometresBetween(home, place) <= kilometres)
  );
}

/** Along the great circle; endless where a place is not known. */
function kilometresBetween(
  a: { latitude?: number; longitude?: number } | undefined,
  b: { latitude?: number; longitude?: number } | undefined,
): number {
  const angle = (degrees: number | undefined): number => ((degrees ?? Number.NaN) * Math.PI) / 180;
  const [lat1, lat2] = [angle(a?.latitude), angle(b?.latitude)];
  const chord =
    Math.sin((lat2 - lat1) / 2) ** 2 +
    Math.cos(lat1) * Math.cos(lat2) * Math.sin((angle(b?.longitude) - angle(a?.longitude)) / 2) ** 2;
  const distance = 2 * 6371 * Math.asin(Math.sqrt(chord));
  return Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance;
}

/** Entry points of a delivery that are open in a month. */
export function openPoints({ programmes }: World, delivery: Delivery, month: Month): EntryPoint[] {
  const programme = programmes.get(delivery.programme);
  const runs =
    programme !== undefined &&
    validIn(programme, month) &&
    validIn(delivery, month) &&
    (delivery.firstEntry === undefined || monthOf(delivery.firstEntry) <= month) &&
    (delivery.lastEntry === undefined || month <= monthOf(delivery.lastEntry));
  return runs
    ? delivery.entryPoints.filter((point) => point.months.includes(calendarMonth(month)) && validIn(point, month))
    : [];
}
