import { expect, test } from 'vitest';
import { monthOf } from '../../src/domain/time.js';
import { findRoutes } from '../../src/engines/routes/find.js';
import { england } from './england.js';
import { type Person, person } from './people.js';

export interface Published {
  /** From what to what, as the source tells it. */
  case: string;
  who: Person;
  to: string;
  at: string[];
  /** Programmes at the most; as many as a route may have where not given. */
  legs?: number;
  /** First month of the route, and the day as of which the catalogue is asked. */
  from: string;
  months: number;
  /** Each leg: delivery, stages and first month. */
  by: string[];
  /** Credit carried into the last leg. */
  credit: number;
  /** The weakest strength of the credit. */
  strength: 'guaranteed' | 'precedent' | 'discretion' | null;
  /** What the last leg is subject to, where a person must judge. */
  subjectTo?: true;
}

/** A support worker with an NVQ at level 3, nominated. */
export const supportWorker = (works: string): Person => ({ holds: [{ award: 'nvq3' }], works });

/** Asks each row of a table and holds the shortest route to it. */
export function hold(table: readonly Published[]): void {
  test.each(table)('$case', ({ who, to, at, legs, from, months, by, credit, strength, subjectTo }) => {
    const { routes, proof } = findRoutes(england, {
      learner: person(who),
      registerPart: to,
      first: monthOf(from),
      constraints: { institutions: at, ...(legs === undefined ? {} : { legs }) },
    });
    const [shortest] = routes;
    const last = shortest?.legs.at(-1);
    expect({
      proof,
      months: shortest?.months,
      by: shortest?.legs.map(
        ({ delivery, fromStage, toStage, start }) => `${delivery} ${fromStage}-${toStage} from ${start}`,
      ),
      credit: last?.assessment?.credits,
      strength: shortest?.strength,
      subjectTo: last?.subjectTo,
    }).toEqual({ proof: 'COMPLETE', months, by, credit, strength, subjectTo: subjectTo ?? false });
  });
}
