import type { Rows } from '../../domain/catalogue.js';
import type { Module, Programme } from '../../domain/provision.js';
import type { Flaw } from '../shape/flaw.js';
import type { Finding, Known } from './known.js';

/** A credit is 10 notional hours (spec 2). */
const NOTIONAL = 10;

/**
 * Hours for each credit above which a figure is taken for a slip even where a regulator counts hours by itself: nursing
 * degrees carry about 13 (4,600 hours on 360 credits), and a practice module of few credits several times as many.
 */
const MOST_PER_CREDIT = 40;

/**
 * A module's hours stay within its notional hours. Where a programme that holds it states practice hours, or the module
 * itself how many of its hours nobody supervised (none, it may be), hours are counted that credits do not measure: there
 * they may be more, but not without measure, and not more than the programme's own. A module without credits may carry any.
 */
export function* hours({ modules }: Rows, known: Known): Iterable<Finding> {
  for (const row of modules) {
    const flaw = row.credits > 0 ? tooMany(row, holdersOf(row, known)) : undefined;
    if (flaw) yield { ...flaw, kind: 'modules', row };
  }
}

const holdersOf = ({ id }: Module, { programmes, programmesOfModule }: Known): Programme[] =>
  [...(programmesOfModule.get(id) ?? [])].flatMap((programme) => programmes.get(programme) ?? []);

function tooMany(
  { credits, theoryHours = 0, practiceHours = 0, unsupervisedHours }: Module,
  holders: readonly Programme[],
): Flaw | undefined {
  const stated = theoryHours + practiceHours;
  const notional = NOTIONAL * credits;
  if (stated <= notional) return undefined;
  const code = 'HOURS_TOO_MANY';
  const path = [practiceHours === 0 ? 'theoryHours' : 'practiceHours'];
  const counting = holders.filter((programme) => programme.practiceHours !== undefined);
  if (counting.length === 0 && unsupervisedHours === undefined)
    return {
      code,
      path,
      message: `${stated} hours exceed the ${notional} notional hours of ${credits} credits, ${NOTIONAL} each: correct the hours or the credits, or state the \`practiceHours\` of a programme that holds it, where a regulator counts hours.`,
    };
  if (stated > MOST_PER_CREDIT * credits)
    return {
      code,
      path,
      message: `${stated} hours on ${credits} credits are over ${MOST_PER_CREDIT} hours a credit, more than any regulator's count makes of ${NOTIONAL}: correct the hours or the credits.`,
    };
  const most = Math.max(...counting.map((programme) => programme.practiceHours ?? 0));
  if (counting.length > 0 && practiceHours > most)
    return {
      code,
      path: ['practiceHours'],
      message: `${practiceHours} practice hours are more than the ${most} of the programme that holds it: correct the one or the other.`,
    };
  return undefined;
}
