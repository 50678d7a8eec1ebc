import type * as domain from '../../domain/provision.js';
import type { Context } from '../context.js';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from '../decorators.js';
import { connectionOf, PageArgs } from '../paging.js';
import { Institution } from '../types/places.js';
import { Delivery, Module, Programme } from '../types/study.js';
import { mustKnow, pageOfRows } from './list.js';

const ModuleConnection = connectionOf(Module, 'Module', 'modules');

@ArgsType()
export class ModulesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Id of the institution that teaches them.' })
  institution?: string;
}

@Resolver()
export class ModuleQueries {
  @Query(() => ModuleConnection, { description: 'Modules, in order of ids.' })
  modules(@Args(() => ModulesArgs) args: ModulesArgs, @Ctx() { service }: Context) {
    mustKnow(args.institution, 'institution', 'an institution', service.catalogue.institutions);
    const fits = ({ institution }: domain.Module): boolean => !args.institution || institution === args.institution;
    return pageOfRows(service.catalogue.rows.modules.filter(fits), args);
  }

  @Query(() => Module, { nullable: true, description: 'One module; none where the id is unknown.' })
  module(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() { service }: Context) {
    return service.catalogue.modules.get(id);
  }
}

@Resolver(() => Module)
export class ModuleFields {
  @FieldResolver(() => Institution, { description: 'The institution that teaches it.' })
  institution(@Root() { id }: Module, @Ctx() { service }: Context) {
    return service.catalogue.institutions.get(service.catalogue.modules.get(id)?.institution ?? '');
  }

  @FieldResolver(() => [Programme], { description: 'Programmes in whose stages it stands.' })
  programmes(@Root() { id }: Module, @Ctx() { service }: Context) {
    const { programmes, programmesOfModule } = service.catalogue;
    const ids = (programmesOfModule.get(id) ?? []).filter((programme) => programme !== id);
    return ids.toSorted().flatMap((programme) => programmes.get(programme) ?? []);
  }

  @FieldResolver(() => [Delivery], { description: 'Its offers by itself, for credit.' })
  offers(@Root() { id }: Module, @Ctx() { service }: Context) {
    return service.catalogue.deliveriesOf.get(id) ?? [];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Modules needed first, as a sentence; none where none are.',
  })
  prerequisites(@Root() { id }: Module, @Ctx() { service }: Context): string | undefined {
    const needed = service.catalogue.modules.get(id)?.prerequisites;
    return needed === undefined ? undefined : sentence(needed);
  }
}

/** `a and (b or c)` */
function sentence(needed: domain.Prerequisite): string {
  if (typeof needed === 'string') return needed;
  const [parts, word] = 'all' in needed ? [needed.all, ' and '] : [needed.any, ' or '];
  const said = parts.map((part) => (typeof part === 'string' ? part : `(${sentence(part)})`));
  return said.join(word);
}
