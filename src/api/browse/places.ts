import type * as domain from '../../domain/provision.js';
import type { Context } from '../context.js';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from '../decorators.js';
import { connectionOf, PageArgs } from '../paging.js';
import { Institution, Region, RegisterPart, RegistrationSet } from '../types/places.js';
import { byId, pageOfRows } from './list.js';

const InstitutionConnection = connectionOf(Institution, 'Institution', 'institutions');
const ID_OF = 'Its id.';

@Resolver()
export class PlaceQueries {
  @Query(() => [Region], { description: 'All regions and nations, in order of ids.' })
  regions(@Ctx() { service }: Context): domain.Region[] {
    return service.catalogue.rows.regions.toSorted(byId);
  }

  @Query(() => Region, { nullable: true, description: 'One region; none where the id is unknown.' })
  region(@Arg('id', () => ID, { description: ID_OF }) id: string, @Ctx() { service }: Context) {
    return service.catalogue.regions.get(id);
  }

  @Query(() => InstitutionConnection, { description: 'Institutions, in order of ids.' })
  institutions(@Args(() => PageArgs) page: PageArgs, @Ctx() { service }: Context) {
    return pageOfRows(service.catalogue.rows.institutions, page);
  }

  @Query(() => Institution, { nullable: true, description: 'One institution; none where the id is unknown.' })
  institution(@Arg('id', () => ID, { description: ID_OF }) id: string, @Ctx() { service }: Context) {
    return service.catalogue.institutions.get(id);
  }

  @Query(() => [RegisterPart], { description: 'All register parts, in order of ids.' })
  registerParts(@Ctx() { service }: Context): domain.RegisterPart[] {
    return service.catalogue.rows.registerParts.toSorted(byId);
  }

  @Query(() => RegisterPart, { nullable: true, description: 'One register part; none where the id is unknown.' })
  registerPart(@Arg('id', () => ID, { description: ID_OF }) id: string, @Ctx() { service }: Context) {
    return service.catalogue.registerParts.get(id);
  }
}

@Resolver(() => RegisterPart)
export class RegisterPartFields {
  @FieldResolver(() => [RegistrationSet], {
    description:
      'The sets of programmes, any one of which reaches it: each that reaches it alone, then sets of several.',
  })
  reachedBy(@Root() { id }: RegisterPart, @Ctx() { service }: Context): RegistrationSet[] {
    return service.catalogue.waysTo(id);
  }
}
