import type { Problem } from '../../domain/problem.js';
import { textOf } from '../../domain/time.js';
import { creditInto } from '../../engines/credit/reverse.js';
import { type Catalogue, modulesOf } from '../../graph/catalogue.js';
import type { Context, Service } from '../context.js';
import { Args, Ctx, Extensions, FieldResolver, Query, Resolver, Root } from '../decorators.js';
import { BadInput } from '../guard/bad-input.js';
import { emptyPage, type Page, PageArgs, pageOf, pageProblems } from '../paging.js';
import { CreditIntoAnswer, type ModuleInto, ModuleIntoConnection } from '../types/into.js';
import { IntoArgs } from '../types/into-input.js';
import { Asking } from './asking.js';
import { badCursor } from './credit.js';
import { given } from './given.js';

@Resolver(() => CreditIntoAnswer)
export class CreditIntoQueries {
  @Extensions({ cost: 5_000 })
  @Query(() => CreditIntoAnswer, {
    description: 'Which awards and modules of which institutions carry into this programme, and how far.',
  })
  creditInto(@Args(() => IntoArgs) args: IntoArgs, @Ctx() { service }: Context): CreditIntoAnswer {
    return askCreditInto(service, args);
  }

  @FieldResolver(() => ModuleIntoConnection, {
    description: 'Modules taught elsewhere that are a source, in order of institutions and titles.',
  })
  modules(
    @Root() { allModules }: CreditIntoAnswer,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { service }: Context,
  ): Page<ModuleInto> {
    const problems = pageProblems(args, service.limits.page);
    if (problems.length > 0) throw new BadInput(problems);
    const page = pageOf(allModules, ({ module }) => module, args);
    if (!page) throw badCursor();
    return page;
  }
}

/** Who comes with credit into this programme, and how far? Throws BadInput for what is malformed. */
function askCreditInto(service: Service, args: IntoArgs): CreditIntoAnswer {
  const asking = new Asking(service, args.asOf);
  const start = asking.month(args.start, 'start');
  const { programme, module, delivery, include, filter } = given(args);
  asking.malformed.within(filter?.atLeast, 'filter.atLeast', 0, Number.POSITIVE_INFINITY, 'credits');
  asking.malformed.problems.push(...pageProblems(args, service.limits.page));
  asking.settle();
  asking.study(args);
  tellOfModule(service.catalogue, args, asking);
  const { institutions, regions } = service.catalogue;
  asking.each(filter?.institutions, 'filter.institutions', 'an institution', institutions);
  asking.each(filter?.regions, 'filter.regions', 'a region', regions);
  const kinds = new Map(service.catalogue.rows.qualifications.map((row) => [row.kind, row]));
  asking.each(filter?.kinds, 'filter.kinds', 'a kind of award', kinds);
  if (asking.problems.length > 0) return unanswered(textOf(start), asking.problems);
  const question = { ...given({ module, delivery, include, filter }), programme, start };
  const { awards, modules, ...rest } = creditInto(service.catalogue, question);
  const page = pageOf(awards, ({ id }) => id, args);
  if (!page) throw badCursor();
  return { ...page, ...rest, allModules: modules, problems: [] };
}

/** Notes a module that the catalogue does not hold, or that stands in no stage of the programme. */
function tellOfModule(catalogue: Catalogue, { programme: id, module }: IntoArgs, { unknown }: Asking): void {
  if (module === undefined || module === null) return;
  const programme = catalogue.programmes.get(id);
  if (!programme || modulesOf(programme).includes(module)) return;
  unknown.known(
    module,
    'module',
    `a module of \`${id}\``,
    () => false,
    () => modulesOf(programme),
  );
}

const NONE = { none: 0, under60: 0, from60: 0, from120: 0 };

function unanswered(start: string, problems: Problem[]): CreditIntoAnswer {
  return {
    ...emptyPage(),
    ...{ programme: null, institution: null, programmeCredits: null, module: null, start, include: 'AGREED' },
    ...{ allModules: [], experience: [], institutions: [], counts: NONE, ownCounts: NONE },
    ...{ restsOn: [], notes: [], summary: null, problems },
  };
}
