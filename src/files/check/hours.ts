import type { Rows } from '../../domain/catalogue.js';
import type { Finding } from './known.js';

/**
 * Hours for each credit above which a figure is taken for a slip. A credit is 10 notional hours; nursing degrees carry
 * about 13 (4,600 hours on 360 credits), and a practice module of few credits may carry several times as many.
 */
const MOST_PER_CREDIT = 40;

/** A module's hours bear some relation to its credits; one without credits may carry any. */
export function* hours({ modules }: Rows): Iterable<Finding> {
  for (const row of modules) {
    const stated = (row.theoryHours ?? 0) + (row.practiceHours ?? 0);
    if (row.credits > 0 && stated > MOST_PER_CREDIT * row.credits)
      yield {
        code: 'HOURS_TOO_MANY',
        kind: 'modules',
        row,
        path: [row.practiceHours === undefined ? 'theoryHours' : 'practiceHours'],
        message: `${stated} hours on ${row.credits} credits are over ${MOST_PER_CREDIT} hours a credit, where 10 are usual: correct the hours or the credits.`,
      };
  }
}
