import type { Context } from '../context.js';
import { Args, Ctx, Extensions, Query, Resolver } from '../decorators.js';
import { CreditAcrossAnswer } from '../types/across.js';
import { CreditAnswer } from '../types/assessment.js';
import { AcrossArgs, CreditArgs, EntryArgs, RoutesArgs } from '../types/question-input.js';
import { RoutesAnswer } from '../types/route.js';
import {
  RouteProfileAnswer,
  RouteProfileArgs,
  RoutesToPartsAnswer,
  RoutesToPartsArgs,
} from '../types/route-profile.js';
import { EntryAnswer } from '../types/verdict.js';
import { askCredit, askCreditAcross } from './credit.js';
import { askEntry } from './entry.js';
import { askRouteProfile, askRoutes, askRoutesToParts } from './routes.js';

/** The questions. `cost` is what answering takes beside reading a row, which is 1 (see guard/limits). */
@Resolver()
export class Questions {
  @Extensions({ cost: 500 })
  @Query(() => CreditAnswer, { description: 'The most credit this learner can carry into this programme, and why.' })
  credit(@Args(() => CreditArgs) args: CreditArgs, @Ctx() { service }: Context): CreditAnswer {
    return askCredit(service, args);
  }

  @Extensions({ cost: 5_000 })
  @Query(() => CreditAcrossAnswer, {
    description: 'The most credit this learner can carry into each of many programmes, sorted.',
  })
  creditAcross(@Args(() => AcrossArgs) args: AcrossArgs, @Ctx() { service }: Context): CreditAcrossAnswer {
    return askCreditAcross(service, args);
  }

  @Extensions({ cost: 500 })
  @Query(() => EntryAnswer, {
    description: 'Whether this learner may start this programme at all, and what is missing.',
  })
  entry(@Args(() => EntryArgs) args: EntryArgs, @Ctx() { service }: Context): EntryAnswer {
    return askEntry(service, args);
  }

  @Extensions({ cost: 5_000 })
  @Query(() => RoutesAnswer, {
    description: "This learner's unbeaten routes to a register part; the first is the shortest.",
  })
  routes(@Args(() => RoutesArgs) args: RoutesArgs, @Ctx() { service }: Context): RoutesAnswer {
    return askRoutes(service, args);
  }

  @Extensions({ cost: 10_000 })
  @Query(() => RoutesToPartsAnswer, {
    description: "This learner's unbeaten routes to several register parts, side by side.",
  })
  routesToParts(
    @Args(() => RoutesToPartsArgs) args: RoutesToPartsArgs,
    @Ctx() { service }: Context,
  ): RoutesToPartsAnswer {
    return askRoutesToParts(service, args);
  }

  @Extensions({ cost: 10_000 })
  @Query(() => RouteProfileAnswer, {
    description: 'From which of the next months it is best to set out for a register part, or for several.',
  })
  routeProfile(@Args(() => RouteProfileArgs) args: RouteProfileArgs, @Ctx() { service }: Context): RouteProfileAnswer {
    return askRouteProfile(service, args);
  }
}
