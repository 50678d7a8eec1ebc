import type { Cohort } from '../../../domain/funding.js';
import type { Programme } from '../../../domain/provision.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { holdingsOf } from '../../credit/holdings.js';
import { Names } from '../names.js';
import type { Terms } from '../terms.js';
import { acceptLevers } from './accept.js';
import { agreeLevers } from './agree.js';
import type { Bearing } from './bearing.js';
import { gainLevers } from './gain.js';
import { limitLevers } from './hold-back.js';
import { nominateLevers, supportLevers } from './nominate.js';
import { openLevers } from './open.js';
import { superviseLevers } from './supervise.js';
import type { WorkedLever } from './worked.js';

/** The levers of spec 6.1 that could matter to one blocked cohort at one programme. */
export function leversAt(catalogue: Catalogue, terms: Terms, cohort: Cohort, programme: Programme): WorkedLever[] {
  // A route may hang on any credit, and on any stage.
  const { credits, stage } = terms.registeredWithin === undefined ? terms.standard : { credits: 0.5, stage: 1 };
  const bearing: Bearing = {
    catalogue,
    terms,
    names: new Names(catalogue, terms.first),
    cohort,
    holdings: holdingsOf(catalogue, cohort.learner),
    programme,
    deliveries: (catalogue.deliveriesOf.get(programme.id) ?? []).filter(terms.allows),
    credits,
    stage,
  };
  if (bearing.deliveries.length === 0) return [];
  return [
    ...acceptLevers(bearing),
    ...agreeLevers(bearing),
    ...limitLevers(bearing),
    ...openLevers(bearing),
    ...nominateLevers(bearing),
    ...supportLevers(bearing),
    ...superviseLevers(bearing),
    ...gainLevers(bearing),
  ];
}
