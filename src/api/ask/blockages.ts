import {
  type AskedLever,
  type BlockageQuestion,
  DEFAULT_STANDARD,
  MOST_BUDGET,
  MOST_SEARCHES,
  type OwnCohort,
} from '../../domain/blockage.js';
import type { Change } from '../../domain/catalogue.js';
import { findBlockages } from '../../engines/blockages/find.js';
import { whatIf } from '../../engines/blockages/what-if.js';
import { checkChanges } from '../../files/changes.js';
import type { Context, Service } from '../context.js';
import { Args, Ctx, Extensions, Query, Resolver } from '../decorators.js';
import { BlockagesAnswer } from '../types/blockage.js';
import { type AskedLeverInput, BlockagesArgs, WhatIfArgs } from '../types/blockage-input.js';
import { WhatIfReply } from '../types/what-if.js';
import { Asking } from './asking.js';
import { contradictions } from './contradictions.js';
import { given } from './given.js';

/** Cohorts, levers of one's own, and budgets that one question may give. */
const MOST_COHORTS = 500;
const MOST_ADDED = 20;
const MOST_BUDGETS = 10;

@Resolver()
export class BlockageQueries {
  @Extensions({ cost: 10_000 })
  @Query(() => BlockagesAnswer, {
    description: 'Where progression to register parts is blocked in a region, by what and whose, and the best changes.',
  })
  blockages(@Args(() => BlockagesArgs) args: BlockagesArgs, @Ctx() { service }: Context): BlockagesAnswer {
    return askBlockages(service, args);
  }

  @Extensions({ cost: 2_000 })
  @Query(() => WhatIfReply, {
    description:
      'What a list of changes would do to the people of a region: freed, stopped, months saved, cost a head.',
  })
  whatIf(@Args(() => WhatIfArgs) args: WhatIfArgs, @Ctx() { service }: Context): WhatIfReply {
    return askWhatIf(service, args);
  }
}

/** Throws BadInput for what is malformed; what the catalogue does not hold is a problem of the answer. */
function askBlockages(service: Service, args: BlockagesArgs): BlockagesAnswer {
  const asking = new Asking(service, args.asOf);
  const question = questionFrom(asking, args);
  asking.settle();
  tellOfUnknown(asking, args, question);
  if (asking.problems.length > 0) return { blockages: null, problems: asking.problems };
  return { blockages: findBlockages(service.catalogue, question), problems: [] };
}

function askWhatIf(service: Service, args: WhatIfArgs): WhatIfReply {
  const asking = new Asking(service, args.asOf);
  const question = questionFrom(asking, args);
  const changes = changesIn(asking, args.changes, 'changes');
  asking.malformed.within(args.cost ?? undefined, 'cost', 0, Number.POSITIVE_INFINITY, 'a cost');
  asking.settle();
  tellOfUnknown(asking, args, question);
  if (asking.problems.length > 0) return { whatIf: null, problems: asking.problems };
  const asked = { ...question, changes, ...given({ cost: args.cost }) };
  return { whatIf: whatIf(service.catalogue, asked), problems: [] };
}

/** Notes what the catalogue does not hold, and a standard that nobody could meet. */
function tellOfUnknown(asking: Asking, args: BlockagesArgs, { standard }: BlockageQuestion): void {
  const { service } = asking;
  const { regions, registerParts, rows } = service.catalogue;
  asking.one(args.region, 'region', 'a region', regions);
  asking.each(args.registerParts, 'registerParts', 'a register part', registerParts);
  asking.each(args.cohorts, 'cohorts', 'a cohort', new Map(rows.cohorts.map((cohort) => [cohort.id, cohort])));
  for (const [index, { region, seeks }] of (args.own ?? []).entries()) {
    if (region) asking.one(region, `own[${index}].region`, 'a region', regions);
    asking.each(seeks, `own[${index}].seeks`, 'a register part', registerParts);
  }
  const stages = stagesFor(service, args.registerParts);
  if (asking.problems.length === 0 && stages > 0 && standard.stage > stages)
    asking.unknown.tell(
      'NOBODY_COULD',
      'stage',
      `no programme that reaches these register parts has a stage ${standard.stage}: the longest has ${stages}, ask for one of these.`,
    );
  const most = creditsFor(service, args.registerParts);
  if (asking.problems.length === 0 && standard.credits > most)
    asking.unknown.tell(
      'NOBODY_COULD',
      'credits',
      `no programme that reaches these register parts has so many credits: the largest has ${most}, ask for fewer.`,
    );
}

const studiesFor = ({ catalogue }: Service, parts: readonly string[]) =>
  catalogue.rows.programmes.filter(({ id }) => parts.some((part) => catalogue.partsOf.get(id)?.has(part)));
const stagesFor = (service: Service, parts: readonly string[]): number =>
  Math.max(0, ...studiesFor(service, parts).map(({ stages }) => stages.length));
const creditsFor = (service: Service, parts: readonly string[]): number =>
  Math.max(0, ...studiesFor(service, parts).map(({ credits = 0 }) => credits));

function questionFrom(asking: Asking, args: BlockagesArgs): BlockageQuestion {
  const { malformed, service } = asking;
  const first = asking.month(args.first, 'first');
  const { own: _, add: __, ...rest } = args;
  const {
    region,
    registerParts,
    cohorts,
    modes,
    kilometres,
    nominated,
    kinds,
    owners,
    remove,
    terms,
    budgets,
    byCost,
    registeredWithin,
    routes,
    searches,
  } = given(rest);
  const { credits, stage } = { ...DEFAULT_STANDARD, ...given({ credits: args.credits, stage: args.stage }) };
  if (registerParts.length === 0)
    malformed.tell('EMPTY_LIST', 'registerParts', 'no register part is named: name at least one.');
  malformed.within(credits, 'credits', 0, 1_000, 'credits');
  malformed.within(stage, 'stage', 1, 20, 'a stage');
  malformed.within(registeredWithin, 'registeredWithin', 1, 180, 'months');
  malformed.within(searches, 'searches', 1, MOST_SEARCHES, 'searches');
  malformed.within(kilometres, 'kilometres', 0, 20_000, 'kilometres');
  checkBudgets(asking, budgets, byCost ?? false);
  for (const [index, { cost, leadMonths }] of (terms ?? []).entries()) {
    malformed.within(cost, `terms[${index}].cost`, 0.01, 1_000_000, 'a cost');
    malformed.within(leadMonths, `terms[${index}].leadMonths`, 0, 600, 'months');
  }
  const own = ownCohorts(asking, args, first);
  const add = askedLevers(asking, args.add ?? []);
  return {
    region,
    registerParts,
    first,
    standard: { credits, stage },
    protectSmallNumbers: own.length > 0 && service.smallNumbers === 'protected',
    ...given({ cohorts, modes, kilometres, nominated, budgets, registeredWithin, routes, searches }),
    ...(own.length > 0 && { own }),
    ...(byCost && { measure: 'cost' as const }),
    levers: { ...given({ kinds, owners, remove, terms }), add },
  };
}

function checkBudgets({ malformed }: Asking, budgets: readonly number[] | undefined, byCost: boolean): void {
  if (!budgets) return;
  if (budgets.length === 0)
    malformed.tell('EMPTY_LIST', 'budgets', 'no budget is given: give one, or leave the list out.');
  if (!malformed.fits(budgets, 'budgets', MOST_BUDGETS)) return;
  for (const [index, budget] of budgets.entries()) {
    const field = `budgets[${index}]`;
    if (byCost) malformed.within(budget, field, 0, 1_000_000, 'a cost');
    else if (!(Number.isInteger(budget) && budget >= 1 && budget <= MOST_BUDGET))
      malformed.tell(
        'OUT_OF_RANGE',
        field,
        `a budget of so many levers cannot be planned for: give a whole number from 1 to ${MOST_BUDGET}.`,
      );
  }
}

function ownCohorts(asking: Asking, { own, region }: BlockagesArgs, first: number): OwnCohort[] {
  const { malformed, service } = asking;
  const cohorts = own ?? [];
  if (!malformed.fits(cohorts, 'own', MOST_COHORTS)) return [];
  const known = new Set(service.catalogue.rows.cohorts.map(({ id }) => id));
  return cohorts.map((cohort, index) => {
    if (!(Number.isInteger(cohort.people) && cohort.people >= 0))
      malformed.tell(
        'BAD_HEAD_COUNT',
        `own[${index}].people`,
        'a head count is a whole number, 0 or more: people come neither in parts nor below none.',
      );
    if (known.has(cohort.id))
      malformed.tell(
        'DUPLICATE_ID',
        `own[${index}].id`,
        'a cohort before this one, or of the catalogue, has the same id: choose another.',
      );
    known.add(cohort.id);
    const { learner: _, ...rest } = cohort;
    return { ...given(rest), region: cohort.region ?? region, learner: asking.learner(cohort.learner, first) };
  });
}

function askedLevers(asking: Asking, add: readonly AskedLeverInput[]): AskedLever[] {
  const { malformed } = asking;
  if (!malformed.fits(add, 'add', MOST_ADDED)) return [];
  const levers = add.map((lever, index): AskedLever => {
    malformed.within(lever.cost ?? undefined, `add[${index}].cost`, 0.01, 1_000_000, 'a cost');
    malformed.within(lever.leadMonths ?? undefined, `add[${index}].leadMonths`, 0, 600, 'months');
    const changes = changesIn(asking, lever.changes, `add[${index}].changes`);
    return { ...given({ ...lever, changes: null }), changes } as AskedLever;
  });
  for (const { index, message } of contradictions(levers))
    malformed.tell('CONTRADICTION', `add[${index}].changes`, message);
  return levers;
}

/** Changes as they are written in JSON, with what is wrong with them and with what comes of them. */
function changesIn({ malformed, service }: Asking, texts: readonly string[], field: string): Change[] {
  const changes = texts.flatMap((text, at): Change[] => {
    try {
      return [JSON.parse(text) as Change];
    } catch {
      malformed.tell(
        'BAD_JSON',
        `${field}[${at}]`,
        'this is no JSON text: write a change as the changes of a scenario are written.',
      );
      return [];
    }
  });
  if (changes.length < texts.length) return [];
  for (const { code, message, field: where = 'changes' } of checkChanges(service.catalogue.rows, changes).problems)
    malformed.tell(code, where.replace(/^changes/, field), message);
  return changes;
}
