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
  const { kilometres, ...others } = filter;
  const fitting = fittings.get(catalogue, start, keyOf(others), () => fittingOf(catalogue, filter, start));
  if (kilometres === undefined) return fitting;
  const offers = offersOf(catalogue);
  const isNear = offers.within(kilometres, home);
  const marks = new Uint8Array(fitting.marks.length);
  for (const delivery of fitting.deliveries) if (isNear(delivery)) marks[offers.placeOf[delivery]!] = 1;
  return counted(marks);
}

/** What does not hang on where the learner lives, kept for the next who asks the same. */
interface Fitting extends AskedProgrammes {
  /** Numbers of the deliveries in force that fit. */
  readonly deliveries: Int32Array;
}

const fittings = new Recent<string, Fitting>(64);
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

function fittingOf(catalogue: Catalogue, filter: ProgrammeFilter, start: Month): Fitting {
  const { regions, modes, employment } = filter;
  const { programmes } = catalogue.rows;
  const own = Uint8Array.from(programmes, (programme) => (fitsItself(catalogue, programme, filter) ? 1 : 0));
  const { deliveries, placeOf } = offersOf(catalogue);
  const fitting = Int32Array.from(deliveries.keys()).filter(
    (number) =>
      own[placeOf[number]!] === 1 && runs(catalogue, deliveries[number]!, programmes[placeOf[number]!]!, filter, start),
  );
  if (!regions && !modes && !employment) return { ...counted(own), deliveries: fitting };
  const marks = new Uint8Array(programmes.length);
  for (const number of fitting) marks[placeOf[number]!] = 1;
  return { ...counted(marks), deliveries: fitting };
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
function runs(
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
