import { creditAcross } from '../../engines/credit/across.js';
import { assess } from '../../engines/credit/assess.js';
import type { Service } from '../context.js';
import { BadInput } from '../guard/bad-input.js';
import { emptyPage, pageOfListing, pageProblems } from '../paging.js';
import type { CreditAcrossAnswer } from '../types/across.js';
import type { CreditAnswer } from '../types/assessment.js';
import type { AcrossArgs, CreditArgs } from '../types/question-input.js';
import { Asking } from './asking.js';
import { creditQuestion } from './credit-question.js';
import { given } from './given.js';

/** What credit can this learner carry into this programme? Throws BadInput for what is malformed. */
export function askCredit(service: Service, args: CreditArgs): CreditAnswer {
  const { question, problems } = creditQuestion(service, args);
  return { assessment: problems.length > 0 ? null : assess(service.catalogue, question), problems };
}

/** The same of every programme that fits a filter, a page at a time. Throws BadInput for what is malformed. */
export function askCreditAcross(service: Service, args: AcrossArgs): CreditAcrossAnswer {
  const asking = new Asking(service, args.asOf);
  const start = asking.month(args.start, 'start');
  const learner = asking.learner(args.learner, start);
  const { objective, include, filter, sort } = given({ ...args, learner: null });
  asking.malformed.within(filter?.kilometres, 'filter.kilometres', 0, 20_000, 'kilometres');
  asking.malformed.problems.push(...pageProblems(args, service.limits.page));
  if (filter?.kilometres !== undefined && learner.home?.latitude === undefined)
    asking.malformed.tell(
      'MISSING_FIELD',
      'learner.home',
      'kilometres are counted from home, whose latitude and longitude are not given: give them, or leave the kilometres out.',
    );
  asking.settle();
  const { registerParts, institutions, regions } = service.catalogue;
  asking.each(filter?.registerParts, 'filter.registerParts', 'a register part', registerParts);
  asking.each(filter?.institutions, 'filter.institutions', 'an institution', institutions);
  asking.each(filter?.regions, 'filter.regions', 'a region', regions);
  if (asking.problems.length > 0) return { ...emptyPage(), ...NOTHING_ASKED, problems: asking.problems };
  const asked = { learner, start, ...given({ objective, include, filter, sort }) };
  const { rows, counts, untouched } = creditAcross(service.catalogue, asked);
  const page = pageOfListing(rows, ({ programme }) => programme, args);
  if (!page) throw badCursor();
  return Object.assign(page, { counts, untouched, problems: [] });
}

const NOTHING_ASKED = {
  counts: { none: 0, under60: 0, from60: 0, from120: 0 },
  untouched: { programmes: 0, reason: 'No programme was asked.' },
};

/** `after` names no entry of the list it is used with. */
export const badCursor = (): BadInput =>
  new BadInput([
    {
      code: 'BAD_CURSOR',
      field: 'after',
      message: 'this is no cursor of this list: use `endCursor` of its page before, and the same question.',
    },
  ]);
