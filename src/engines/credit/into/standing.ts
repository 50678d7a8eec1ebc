import type { Id } from '../../../domain/fact.js';
import type { Delivery, Programme } from '../../../domain/provision.js';
import type { Include } from '../../../domain/questions.js';
import type { ExperienceMapping, Mapping } from '../../../domain/recognition.js';
import { type Month, textOf, type Validity, validIn } from '../../../domain/time.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { curriculum } from '../curriculum.js';
import { listed } from '../words.js';
import { titleOf } from './names.js';

/** What rows are judged by, whoever the learner is. */
export interface Terms {
  readonly programme: Programme;
  readonly start: Month;
  readonly include: Include;
  readonly inForce: (fact: Validity) => boolean;
  /** Whether one of the deliveries asked teaches all these modules to those who start then. */
  readonly taught: (modules: readonly Id[]) => boolean;
}

export function termsOf(
  catalogue: Catalogue,
  programme: Programme,
  deliveries: readonly (Delivery | undefined)[],
  start: Month,
  include: Include,
): Terms {
  const curricula = deliveries.map(
    (delivery) => new Set(curriculum(catalogue, programme, delivery, start).flatMap(({ modules }) => [...modules])),
  );
  return {
    ...{ programme, start, include },
    inForce: (fact) => validIn(fact, start),
    taught: (modules) => curricula.some((taught) => modules.every((module) => taught.has(module))),
  };
}

/** What speaks against a row for everyone: status, dates, register parts it is not for, targets that are not taught. */
export function objections(catalogue: Catalogue, terms: Terms, row: Mapping | ExperienceMapping): string[] {
  const { status, scope, targets = [] } = row;
  const against: string[] = [];
  if (status === 'refused' || status === 'withdrawn') against.push(status);
  if (status === 'proposed' && terms.include !== 'PROPOSED') against.push('proposed, not agreed');
  if (!terms.inForce(row)) against.push(`not in force in ${textOf(terms.start)}`);
  const parts = catalogue.partsOf.get(terms.programme.id);
  if (scope?.registerParts && !scope.registerParts.some((part) => parts?.has(part)))
    against.push(
      `only for programmes that lead to ${listed(
        scope.registerParts.map((part) => titleOf(catalogue, part)),
        'or',
      )}`,
    );
  const lost = targets.filter((target) => !terms.taught([target]));
  if (lost.length)
    against.push(
      `${listed(lost.map((target) => titleOf(catalogue, target)))} not taught to those who start in ${textOf(terms.start)}`,
    );
  else if (!terms.taught(targets)) against.push('its targets are not taught together by one delivery');
  return against;
}
