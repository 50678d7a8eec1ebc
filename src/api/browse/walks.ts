import type { Include } from '../../domain/questions.js';
import type { Month } from '../../domain/time.js';
import { nodeOf } from '../../graph/walk.js';
import { findByCode } from '../../graph/walk-codes.js';
import type { Coverage as DomainCoverage, Opening as DomainOpening } from '../../graph/walk-questions.js';
import { coveredBy, opensTo } from '../../graph/walk-questions.js';
import { whoRefuses } from '../../graph/walk-refusals.js';
import { Asking } from '../ask/asking.js';
import type { Context, Service } from '../context.js';
import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from '../decorators.js';
import { connectionOf, PageArgs } from '../paging.js';
import { IncludeEnum } from '../types/enums.js';
import { Coverage, Found, Mapping, Opening, Stance } from '../types/recognition.js';
import { DayScalar } from '../types/scalars.js';
import { mustKnow, pageOfRows } from './list.js';

const MappingConnection = connectionOf(Mapping, 'Mapping', 'mappings');
const AS_OF = 'Only rows valid on the first day of the month of this day; today where not given.';
const INCLUDE = 'Whether proposed rows count too; agreed ones alone where not given.';

@ArgsType()
export class MappingsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Id of a module that is one of their sources.' })
  source?: string;
  @Field(() => ID, { nullable: true, description: 'Id of a module that is one of their targets.' })
  target?: string;
}

@ArgsType()
export class CountingArgs {
  @Field(() => DayScalar, { nullable: true, description: AS_OF })
  asOf?: string;
  @Field(() => IncludeEnum, { nullable: true, description: INCLUDE })
  include?: Include;
}

@Resolver()
export class WalkQueries {
  @Query(() => MappingConnection, { description: 'Mappings, in order of ids, whatever their status and dates.' })
  mappings(@Args(() => MappingsArgs) args: MappingsArgs, @Ctx() { service: { catalogue } }: Context) {
    const { source, target } = args;
    mustKnow(source, 'source', 'a module', catalogue.modules);
    mustKnow(target, 'target', 'a module', catalogue.modules);
    const candidates = target
      ? (catalogue.mappingsInto.get(target) ?? [])
      : source
        ? (catalogue.mappingsFrom.get(source) ?? [])
        : catalogue.rows.mappings;
    return pageOfRows(
      candidates.filter(({ sources }) => !source || sources.includes(source)),
      args,
    );
  }

  @Query(() => Mapping, { nullable: true, description: 'One mapping; none where the id is unknown.' })
  mapping(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() { service }: Context) {
    return service.catalogue.rows.mappings.find((mapping) => mapping.id === id);
  }

  @Query(() => [Coverage], {
    description: 'What covers this module: mappings, experience, agreements to a later stage.',
  })
  coveredBy(
    @Arg('module', () => ID, { description: 'Id of the module.' }) module: string,
    @Args(() => CountingArgs) args: CountingArgs,
    @Ctx() { service }: Context,
  ): Coverage[] {
    mustKnow(module, 'module', 'a module', service.catalogue.modules);
    return coveredBy(service.graph, module, countingOf(service, args)).map(coverageOf);
  }

  @Query(() => [Opening], {
    description: "Where holders of this award can go with credit, in order of programmes' ids.",
  })
  opensTo(
    @Arg('award', () => ID, { description: 'Id of a qualification, or of the programme whose award it is.' })
    award: string,
    @Args(() => CountingArgs) args: CountingArgs,
    @Ctx() { service }: Context,
  ): Opening[] {
    const { qualifications, programmes } = service.catalogue;
    mustKnow(
      award,
      'award',
      'a qualification or programme',
      new Map<string, unknown>([...qualifications, ...programmes]),
    );
    return opensTo(service.graph, award, countingOf(service, args)).map((opening) => openingOf(service, opening));
  }

  @Query(() => [Stance], {
    description: 'Who refuses this qualification, or this kind of it, and who considers or accepts it; refusals first.',
  })
  whoRefuses(
    @Arg('kind', () => String, { description: 'Id of a qualification, or a kind such as `functional-skills`.' })
    kind: string,
    @Arg('asOf', () => DayScalar, { nullable: true, description: AS_OF }) asOf: string | undefined,
    @Ctx() { service }: Context,
  ): Stance[] {
    const month = countingOf(service, asOf === undefined ? {} : { asOf }).asOf;
    const { entryRules, qualifications } = service.catalogue.rows;
    const kinds = new Map(qualifications.flatMap((row) => [[row.id, row] as const, [row.kind, row] as const]));
    const named = stancesOn(service, kind, month);
    if (!named) mustKnow(kind, 'kind', 'a qualification or kind of qualification', kinds);
    const names = new Map(entryRules.map(({ id, name }) => [id, name]));
    return (named ?? []).map((stance) => ({ ...stance, name: names.get(stance.rule) ?? stance.rule }));
  }

  @Query(() => [Found], {
    description: 'Rows that people mean by a code: a UKPRN, KISCOURSEID, UCAS or module code, or an id.',
  })
  find(
    @Arg('code', () => String, { description: 'The code; case and white space do not matter.' }) code: string,
    @Ctx() { service: { graph } }: Context,
  ): Found[] {
    return findByCode(graph, code).map((id) => {
      const { kind, name } = nodeOf(graph, id);
      return { id, kind, name };
    });
  }
}

function countingOf(service: Service, { asOf, include }: CountingArgs): { asOf: number; include?: Include } {
  const asking = new Asking(service, asOf);
  asking.settle();
  return { asOf: asking.asOf, ...(include && { include }) };
}

/** The stances on a name; nothing where neither a qualification nor a rule knows it. */
function stancesOn({ graph }: Service, kind: string, asOf: Month): ReturnType<typeof whoRefuses> | undefined {
  try {
    return whoRefuses(graph, kind, asOf);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function coverageOf(coverage: DomainCoverage): Coverage {
  const { id, strength, status } = coverage.row;
  const plain = { id, kind: coverage.kind, strength, status, sources: [], settings: [], months: null, mapping: null };
  switch (coverage.kind) {
    case 'mapping':
      return { ...plain, sources: coverage.row.sources, mapping: coverage.row };
    case 'experience':
      return { ...plain, settings: coverage.row.settings, months: coverage.row.months };
    case 'agreement':
      return { ...plain, sources: [coverage.row.award] };
  }
}

const openingOf = ({ graph }: Service, { programme, agreements, mappings, shared }: DomainOpening): Opening => ({
  programme,
  title: nodeOf(graph, programme).name,
  agreements,
  mappings: mappings.map(({ row, through }) => ({ mapping: row.id, through })),
  shared,
});
