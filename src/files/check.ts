import { KINDS, type Kind, type Rows } from '../domain/catalogue.js';
import type { Id } from '../domain/fact.js';
import { conditions } from './check/conditions.js';
import { curriculum } from './check/curriculum.js';
import { deliveries } from './check/deliveries.js';
import { hours } from './check/hours.js';
import { ids } from './check/ids.js';
import { type Check, type Finding, Known } from './check/known.js';
import { learners } from './check/learners.js';
import { limits } from './check/limits.js';
import { numbers } from './check/numbers.js';
import { offeredTwice } from './check/offered-twice.js';
import { recognition } from './check/recognition.js';
import { references } from './check/references.js';
import { rounds } from './check/rounds.js';
import { standsForNobody } from './check/stands-for-nobody.js';
import { validity } from './check/validity.js';

export { type Finding, Known } from './check/known.js';

/** What is asked of the rows of a catalogue together, theme by theme. */
const CHECKS: readonly Check[] = [
  ids,
  references,
  validity,
  numbers,
  rounds,
  curriculum,
  deliveries,
  offeredTwice,
  recognition,
  limits,
  conditions,
  hours,
  learners,
];

/** What is wrong only because something is not there: not to be said while rows are unread or refused. */
const FOR_WANT_OF_ROWS = ['COVERS_NOTHING', 'HOURS_TOO_MANY', 'UNKNOWN_KIND_OF_AWARD', 'UNKNOWN_GRADE', 'WRONG_OWNER'];

/** What the rows leave out, because it has the wrong shape or could not be read. */
export interface LeftOut {
  /** Ids of rows that exist, about which nothing more can be asked. */
  refused: ReadonlyMap<Id, Kind>;
  /** True where whole files could not be read, so that not even the ids are known. */
  unread: boolean;
}

/**
 * Everything wrong with rows of the right shape among each other: what the engines could not apply is refused here.
 * In the order of kinds, rows and checks. Nothing is told that may be wrong only for want of what is left out.
 */
export function checkRows(rows: Rows, { refused, unread }: LeftOut = { refused: new Map(), unread: false }): Finding[] {
  const known = new Known(rows, refused);
  const unsaid = [...(unread ? ['UNKNOWN_ID'] : []), ...(unread || refused.size > 0 ? FOR_WANT_OF_ROWS : [])];
  const findings = CHECKS.flatMap((check) => [...check(rows, known)]).filter(({ code }) => !unsaid.includes(code));
  return findings.sort(byKind);
}

/** What is odd about rows that are right: they load, and a reader should know. Nothing while rows are left out. */
export function remarksOn(rows: Rows, { refused, unread }: LeftOut): Finding[] {
  if (unread || refused.size > 0) return [];
  return [...standsForNobody(rows, new Known(rows, refused))].sort(byKind);
}

const byKind = (a: Finding, b: Finding): number => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
