import { portability } from '../../engines/portability/portability.js';
import type { Context, Service } from '../context.js';
import { Args, Ctx, Extensions, Query, Resolver } from '../decorators.js';
import { emptyPage, pageOf, pageProblems } from '../paging.js';
import { PortabilityAnswer, PortabilityArgs } from '../types/portability.js';
import { Asking } from './asking.js';
import { badCursor } from './credit.js';
import { given } from './given.js';

@Resolver()
export class PortabilityQueries {
  @Extensions({ cost: 5_000 })
  @Query(() => PortabilityAnswer, {
    description: 'How far foundation degrees carry into pre-registration programmes, and where they do not.',
  })
  portability(@Args(() => PortabilityArgs) args: PortabilityArgs, @Ctx() { service }: Context): PortabilityAnswer {
    return askPortability(service, args);
  }
}

/** How far do awards carry? Throws BadInput for what is malformed. */
function askPortability(service: Service, args: PortabilityArgs): PortabilityAnswer {
  const asking = new Asking(service, args.asOf);
  const start = asking.month(args.start, 'start');
  const { months, include, kinds, awards, institutions, registerParts, into } = given(args);
  asking.malformed.within(months, 'months', 1, 12, 'months');
  asking.malformed.problems.push(...pageProblems(args, service.limits.page));
  asking.settle();
  const { catalogue } = service;
  const kindsKnown = new Map(catalogue.rows.qualifications.map((row) => [row.kind, row]));
  asking.each(kinds, 'kinds', 'a kind of award', kindsKnown);
  asking.each(awards, 'awards', 'a programme', catalogue.programmes);
  asking.each(institutions, 'institutions', 'an institution', catalogue.institutions);
  asking.each(registerParts, 'registerParts', 'a register part', catalogue.registerParts);
  asking.each(into, 'into', 'an institution', catalogue.institutions);
  if (asking.problems.length > 0) return { ...emptyPage(), portability: null, problems: asking.problems };
  const question = { start, ...given({ months, include, kinds, awards, institutions, registerParts, into }) };
  const { awards: reaches, ...figures } = portability(catalogue, question);
  const page = pageOf(reaches, ({ award }) => award.id, args);
  if (!page) throw badCursor();
  return { ...page, portability: figures, problems: [] };
}
