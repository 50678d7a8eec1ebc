import type * as limits from '../../domain/limits.js';
import type { Context } from '../context.js';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from '../decorators.js';
import { connectionOf, PageArgs } from '../paging.js';
import { Qualification } from '../types/recognition.js';
import { CatalogueSummary, Limit, Policy, type Term } from '../types/rules.js';
import { summaryOf } from './counts.js';
import { pageOfRows } from './list.js';

const QualificationConnection = connectionOf(Qualification, 'Qualification', 'qualifications');
const PolicyConnection = connectionOf(Policy, 'Policy', 'policies');

@Resolver()
export class RuleQueries {
  @Query(() => PolicyConnection, { description: 'Policies, in order of ids.' })
  policies(@Args(() => PageArgs) page: PageArgs, @Ctx() { service }: Context) {
    return pageOfRows(service.catalogue.rows.policies, page);
  }

  @Query(() => Policy, { nullable: true, description: 'One policy; none where the id is unknown.' })
  policy(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() { service }: Context) {
    return service.catalogue.rows.policies.find((policy) => policy.id === id);
  }

  @Query(() => QualificationConnection, { description: 'Qualifications, in order of ids.' })
  qualifications(@Args(() => PageArgs) page: PageArgs, @Ctx() { service }: Context) {
    return pageOfRows(service.catalogue.rows.qualifications, page);
  }

  @Query(() => CatalogueSummary, { description: 'What the catalogue holds, and what it rests on.' })
  catalogue(@Ctx() { service }: Context): CatalogueSummary {
    return summaryOf(service.catalogue.rows);
  }
}

@Resolver(() => Policy)
export class PolicyFields {
  @FieldResolver(() => [Limit], { description: 'The limits it lays down.' })
  limits(@Root() { id }: Policy, @Ctx() { service }: Context): Limit[] {
    const policy = service.catalogue.rows.policies.find((row) => row.id === id);
    return policy
      ? policy.limits.map((limit) => ({ source: policy.source, basis: policy.basis, ...limitOf(limit) }))
      : [];
  }

  @FieldResolver(() => [String], { description: 'Evidence that a claim under it wants.' })
  evidence(@Root() { id }: Policy, @Ctx() { service }: Context): string[] {
    return service.catalogue.rows.policies.find((row) => row.id === id)?.claims?.evidence ?? [];
  }
}

type Told = Omit<Limit, 'source' | 'basis'> & Partial<Pick<Limit, 'source' | 'basis'>>;

/** What a limit states besides what all limits have. */
function limitOf(limit: limits.Limit): Told {
  const { id, kind, exceptions, awards, source, basis, remark, from, to, ...stated } = limit;
  const known = Object.entries({ awards, source, basis, remark, from, to }).filter(([, value]) => value !== undefined);
  return { id, kind, terms: termsOf(stated), exceptions: termsOf(exceptions ?? {}), ...Object.fromEntries(known) };
}

const termsOf = (stated: object): Term[] =>
  Object.entries(stated).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? termsOf(value).map((term) => ({ ...term, name: `${name} ${term.name}` }))
      : [{ name, value: Array.isArray(value) ? value.join(', ') : String(value) }],
  );
