import type { Id } from '../../domain/fact.js';
import type { Place } from '../../domain/place.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import { type Month, validIn } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { Offers } from '../../graph/offers.js';
import { Recent } from './recent.js';

/** Which programmes are asked: all that is given must fit; every programme where nothing is given. */
export interface ProgrammeFilter {
  registerParts?: Id[];
  institutions?: Id[];
  regions?: Id[];
  modes?: Delivery['pace'][];
  employment?: Delivery['employment'][];
  /** Kilometres from the learner's home; distance learning is always near. */
  kilometres?: number;
}

/** The programmes asked: a 1 at the place of each in the catalogue's list, and how many they are. */
export interface AskedProgrammes {
  readonly marks: Uint8Array;
  readonly count: number;
}

/** The programmes that fit a filter, of which one delivery, in force in the start month, fits all that is about deliveries. */
export function programmesAsked(
  catalogue: Catalogue,
  filter: ProgrammeFilter,
  start: Month,
  home: Place | undefined,
): AskedProgrammes {
  const { regions, modes, employment, kilometres } = filter;
  const itself = fitting.get(catalogue, start, keyOf(filter), () => programmesFitting(catalogue, filter));
  if (!regions && !modes && !employment && kilometres === undefined) return itself;
  const running = runs.get(catalogue, start, keyOf(filter), () => deliveriesFitting(catalogue, filter, itself, start));
  if (kilometres === undefined) return running;
  const offers = offersOf(catalogue);
  const isNear = offers.within(kilometres, home);
  const marks = new Uint8Array(itself.marks.length);
  for (const delivery of running.deliveries) if (isNear(delivery)) marks[offers.placeOf[delivery]!] = 1;
  return counted(marks);
}

/** Programmes with the numbers of their deliveries in force that fit, wherever the learner lives. */
interface Running extends AskedProgrammes {
  readonly deliveries: Int32Array;
}

/** What does not hang on where the learner lives, kept for the next who asks the same. */
const fitting = new Recent<string, AskedProgrammes>(64);
const runs = new Recent<string, Running>(64);
const offersKnown = new WeakMap<Catalogue, Offers>();

function offersOf(catalogue: Catalogue): Offers {
  const known = offersKnown.get(catalogue);
  if (known) return known;
  const offers = new Offers(catalogue);
  offersKnown.set(catalogue, offers);
  return offers;
}

const keyOf = ({ registerParts, institutions, regions, modes, employment }: ProgrammeFilter): string =>
  JSON.stringify([registerParts, institutions, regions, modes, employment].map((list) => list && [...list].sort()));

const programmesFitting = (catalogue: Catalogue, filter: ProgrammeFilter): AskedProgrammes =>
  counted(
    Uint8Array.from(catalogue.rows.programmes, (programme) => (fitsItself(catalogue, programme, filter) ? 1 : 0)),
  );

function deliveriesFitting(
  catalogue: Catalogue,
  filter: ProgrammeFilter,
  { marks: own }: AskedProgrammes,
  start: Month,
): Running {
  const { deliveries, placeOf } = offersOf(catalogue);
  const { programmes } = catalogue.rows;
  const fits = (number: number): boolean => {
    const place = placeOf[number]!;
    return own[place] === 1 && isRun(catalogue, deliveries[number]!, programmes[place]!, filter, start);
  };
  const numbers = Int32Array.from(deliveries.keys()).filter(fits);
  const marks = new Uint8Array(programmes.length);
  for (const number of numbers) marks[placeOf[number]!] = 1;
  return { ...counted(marks), deliveries: numbers };
}

/** Whether a programme fits what a filter says of programmes. */
function fitsItself({ partsOf }: Catalogue, { id, institution }: Programme, filter: ProgrammeFilter): boolean {
  const { registerParts, institutions } = filter;
  return (
    (!registerParts || registerParts.some((part) => partsOf.get(id)?.has(part))) &&
    (!institutions || institutions.includes(institution))
  );
}

/** Whether a delivery is in force and fits what a filter says of deliveries, kilometres apart. */
function isRun(
  { institutions }: Catalogue,
  delivery: Delivery,
  { institution }: Programme,
  { regions, modes, employment }: ProgrammeFilter,
  start: Month,
): boolean {
  const place = delivery.place ?? institutions.get(institution)?.place;
  return (
    validIn(delivery, start) &&
    (!modes || modes.includes(delivery.pace)) &&
    (!employment || employment.includes(delivery.employment)) &&
    (!regions || delivery.distance === true || regions.includes(place?.region ?? ''))
  );
}

const counted = (marks: Uint8Array): AskedProgrammes => ({ marks, count: marks.reduce((sum, mark) => sum + mark, 0) });
