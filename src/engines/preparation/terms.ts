import type { Id } from '../../domain/fact.js';
import type { PreparationQuestion, PreparationTarget } from '../../domain/preparation.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import type { Include } from '../../domain/questions.js';
import type { Month } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { openEntries } from '../credit/entries.js';
import { deliveriesRunning } from '../credit/frame.js';
import { holdingsOf } from '../credit/holdings.js';
import type { Beginning } from './held.js';
import { OnOffer } from './on-offer.js';

/** A question taken apart: what is held to begin with, what is on offer, and the deliveries that each target may mean. */
export interface Terms extends Beginning {
  readonly question: PreparationQuestion;
  readonly include: Include | undefined;
  readonly offer: OnOffer;
  readonly asked: readonly Asked[];
  /** Nothing is studied after this month: the last intake. */
  readonly last: Month;
}

/** A target with the deliveries that can be joined at its stage in its intake month, in order of ids. */
export interface Asked {
  readonly target: PreparationTarget;
  readonly programme: Programme;
  readonly deliveries: readonly Delivery[];
}

/** Throws a RangeError for a programme, delivery, module or award that the catalogue does not hold. */
export function termsOf(catalogue: Catalogue, question: PreparationQuestion): Terms {
  const { learner, first, include, targets, constraints = {} } = question;
  const last = Math.max(first, ...targets.map(({ intake }) => intake));
  return {
    catalogue,
    question,
    first,
    last,
    include,
    holdings: holdingsOf(catalogue, learner),
    assumedMark: constraints.assumedMark,
    contents: new Map(),
    offer: new OnOffer(catalogue, learner, constraints, first, last),
    asked: targets.map((target) => askedOf(catalogue, target)),
  };
}

function askedOf(catalogue: Catalogue, target: PreparationTarget): Asked {
  const programme = catalogue.programmes.get(target.programme);
  if (!programme) throw new RangeError(`programme "${target.programme}" is not in the catalogue`);
  return {
    target,
    programme,
    deliveries: named(catalogue, programme, target).filter((delivery) =>
      openEntries({ delivery, start: target.intake }).some(({ stage }) => stage === target.stage),
    ),
  };
}

function named(catalogue: Catalogue, programme: Programme, { delivery: id, intake }: PreparationTarget): Delivery[] {
  if (id === undefined) return deliveriesRunning(catalogue, programme, intake).filter((one) => one !== undefined);
  const delivery = catalogue.deliveries.get(id);
  if (delivery?.programme !== programme.id)
    throw new RangeError(`delivery "${id}" is not one of programme "${programme.id}"`);
  return [delivery];
}

/** Modules that a learner studied on the programme of a target: they are progress there, and are not studied again by themselves. */
export const progressModules = ({ holdings, asked }: Terms): ReadonlySet<Id> =>
  new Set(
    [...holdings.sources.values()]
      .filter(({ studiedOn }) => asked.some(({ programme }) => studiedOn.has(programme.id)))
      .map(({ id }) => id),
  );
