import type { PreparationQuestion, PreparationTarget } from '../../domain/preparation.js';
import { textOf } from '../../domain/time.js';
import { prepare } from '../../engines/preparation/prepare.js';
import { prepareUndecided } from '../../engines/preparation/undecided.js';
import type { Context, Service } from '../context.js';
import { Args, Ctx, Extensions, Query, Resolver } from '../decorators.js';
import { PrepareAnswer } from '../types/preparation.js';
import { PrepareArgs, type TargetInput, UndecidedArgs } from '../types/preparation-input.js';
import { PrepareUndecidedAnswer } from '../types/preparation-undecided.js';
import { Asking } from './asking.js';
import { given } from './given.js';

/** Targets of one question at the most. */
const MOST_TARGETS = 12;
/** Months from the first to the last intake at the most. */
const MOST_MONTHS = 180;

@Resolver()
export class PreparationQueries {
  @Extensions({ cost: 5_000 })
  @Query(() => PrepareAnswer, {
    description:
      'The fewest modules offered singly (or credits, or fees) that lead into every target, with a schedule.',
  })
  prepare(@Args(() => PrepareArgs) args: PrepareArgs, @Ctx() { service }: Context): PrepareAnswer {
    const { question, problems } = questionOf(service, args);
    if (problems.length > 0) return { preparation: null, problems };
    const preparation = prepare(service.catalogue, { ...question, ...given({ fewest: args.fewest }) });
    return { preparation, problems: preparation.problems };
  }

  @Extensions({ cost: 10_000 })
  @Query(() => PrepareUndecidedAnswer, {
    description:
      'Which modules to study first while one has not decided between targets: those that open most doors, and those with the least regret.',
  })
  prepareUndecided(
    @Args(() => UndecidedArgs) args: UndecidedArgs,
    @Ctx() { service }: Context,
  ): PrepareUndecidedAnswer {
    const { question, problems } = questionOf(service, args);
    if (problems.length > 0) return { undecided: null, problems };
    const undecided = prepareUndecided(service.catalogue, question);
    return { undecided, problems: undecided.problems };
  }
}

function questionOf(service: Service, args: UndecidedArgs) {
  const asking = new Asking(service, args.asOf);
  const first = asking.month(args.first, 'first');
  const learner = asking.learner(args.learner, first);
  const { malformed } = asking;
  malformed.within(args.targets.length, 'targets', 1, MOST_TARGETS, 'targets');
  const targets = args.targets.flatMap((target, at) => targetOf(asking, target, `targets[${at}]`, first));
  const { include, constraints } = given({ include: args.include, constraints: args.constraints });
  malformed.within(constraints?.releaseDays, 'constraints.releaseDays', 0, 7, 'release days a week');
  malformed.within(constraints?.kilometres, 'constraints.kilometres', 0, 20_000, 'kilometres');
  malformed.within(constraints?.assumedMark, 'constraints.assumedMark', 0, 100, 'a mark in percent');
  for (const name of ['institutions', 'regions', 'modes'] as const)
    if (constraints?.[name]?.length === 0)
      malformed.tell(
        'EMPTY_LIST',
        `constraints.${name}`,
        'this list is empty, so nothing fits: name at least one, or leave the list out.',
      );
  if (constraints?.kilometres !== undefined && learner.home?.latitude === undefined)
    malformed.tell(
      'MISSING_FIELD',
      'learner.home',
      'kilometres are counted from home, whose latitude and longitude are not given: give them, or leave the kilometres out.',
    );
  asking.settle();
  asking.each(constraints?.institutions, 'constraints.institutions', 'an institution', service.catalogue.institutions);
  asking.each(constraints?.regions, 'constraints.regions', 'a region', service.catalogue.regions);
  const question: PreparationQuestion = { learner, first, targets, ...given({ include, constraints }) };
  return { question, problems: asking.problems };
}

/** A target as the engine takes it; none where it names what there is not, or a month that cannot be. */
function targetOf(asking: Asking, input: TargetInput, field: string, first: number): PreparationTarget[] {
  const { malformed, service } = asking;
  const { programme: id, delivery, stage } = given(input);
  const intake = malformed.month(input.intake, `${field}.intake`);
  if (stage < 2)
    malformed.tell(
      'OUT_OF_RANGE',
      `${field}.stage`,
      'the first stage is joined without credit: name a later stage, from 2 on.',
    );
  if (intake !== undefined && (intake < first || intake > first + MOST_MONTHS))
    malformed.tell(
      'OUT_OF_RANGE',
      `${field}.intake`,
      `this month does not lie from ${textOf(first)}, the first month, to ${textOf(first + MOST_MONTHS)}: name one that does, or another first month.`,
    );
  const { programmes, deliveries, deliveriesOf } = service.catalogue;
  if (!asking.one(id, `${field}.programme`, 'a programme', programmes)) return [];
  const stages = programmes.get(id)!.stages.length;
  if (stage > stages)
    asking.unknown.tell(
      'NO_SUCH_STAGE',
      `${field}.stage`,
      stages < 2
        ? `\`${id}\` has one stage, so it is joined without credit: name another programme.`
        : `\`${id}\` has ${stages} stages: name one from 2 to ${stages}.`,
    );
  if (delivery !== undefined && asking.one(delivery, `${field}.delivery`, 'a delivery', deliveries)) {
    const own = (deliveriesOf.get(id) ?? []).map((one) => `\`${one.id}\``).join(', ');
    if (deliveries.get(delivery)!.programme !== id)
      asking.unknown.tell(
        'WRONG_OWNER',
        `${field}.delivery`,
        `\`${delivery}\` is no delivery of \`${id}\`: ${own ? `name one of ${own}` : 'leave it out, it has none'}.`,
      );
  }
  return intake === undefined ? [] : [{ programme: id, stage, intake, ...given({ delivery }) }];
}
