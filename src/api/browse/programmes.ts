import type * as domain from '../../domain/provision.js';
import type { Context } from '../context.js';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from '../decorators.js';
import { connectionOf, PageArgs } from '../paging.js';
import { Institution, RegisterPart } from '../types/places.js';
import { Policy } from '../types/rules.js';
import { Delivery, type OptionMember, Programme, Stage } from '../types/study.js';
import { mustKnow, pageOfRows } from './list.js';

const ProgrammeConnection = connectionOf(Programme, 'Programme', 'programmes');

@ArgsType()
export class ProgrammesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Id of the institution that runs them.' })
  institution?: string;
  @Field(() => ID, { nullable: true, description: 'Id of a register part that they help to reach.' })
  registerPart?: string;
  @Field(() => ID, { nullable: true, description: 'Id of a region in which a delivery is studied; not at distance.' })
  region?: string;
}

@Resolver()
export class ProgrammeQueries {
  @Query(() => ProgrammeConnection, { description: 'Programmes, in order of ids; all that is given must fit.' })
  programmes(@Args(() => ProgrammesArgs) args: ProgrammesArgs, @Ctx() { service: { catalogue } }: Context) {
    const { institution, registerPart, region } = args;
    mustKnow(institution, 'institution', 'an institution', catalogue.institutions);
    mustKnow(registerPart, 'registerPart', 'a register part', catalogue.registerParts);
    mustKnow(region, 'region', 'a region', catalogue.regions);
    const studiedIn = (id: string): boolean =>
      (catalogue.deliveriesOf.get(id) ?? []).some(({ place }) => place?.region === region);
    const fits = ({ id, institution: owner }: domain.Programme): boolean =>
      (!institution || owner === institution) &&
      (!registerPart || catalogue.partsOf.get(id)?.has(registerPart) === true) &&
      (!region || studiedIn(id));
    return pageOfRows(catalogue.rows.programmes.filter(fits), args);
  }

  @Query(() => Programme, { nullable: true, description: 'One programme; none where the id is unknown.' })
  programme(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() { service }: Context) {
    return service.catalogue.programmes.get(id);
  }
}

@Resolver(() => Programme)
export class ProgrammeFields {
  @FieldResolver(() => Institution, { description: 'The institution that runs it.' })
  institution(@Root() { id }: Programme, @Ctx() { service: { catalogue } }: Context) {
    return catalogue.institutions.get(catalogue.programmes.get(id)?.institution ?? '');
  }

  @FieldResolver(() => [Stage], { description: 'Its stages, in order.' })
  stages(@Root() { id }: Programme, @Ctx() { service: { catalogue } }: Context): Stage[] {
    return (catalogue.programmes.get(id)?.stages ?? []).map((stage, index) => stageOf(stage, index + 1));
  }

  @FieldResolver(() => [Delivery], { description: 'The ways it is run, in order of ids.' })
  deliveries(@Root() { id }: Programme, @Ctx() { service: { catalogue } }: Context) {
    return catalogue.deliveriesOf.get(id) ?? [];
  }

  @FieldResolver(() => [RegisterPart], { description: 'Register parts that it reaches, alone or with others.' })
  registerParts(@Root() { id }: Programme, @Ctx() { service: { catalogue } }: Context) {
    return [...(catalogue.partsOf.get(id) ?? [])].sort().flatMap((part) => catalogue.registerParts.get(part) ?? []);
  }

  @FieldResolver(() => [Policy], { description: 'The policies that bind it, in order of ids, whatever their dates.' })
  policies(@Root() { id }: Programme, @Ctx() { service: { catalogue } }: Context) {
    const programme = catalogue.programmes.get(id);
    return programme ? catalogue.policiesFor(programme) : [];
  }
}

const stageOf = ({ credits, core, groups, exitAward }: domain.Stage, stage: number): Stage => ({
  stage,
  credits: credits ?? null,
  exitAward: exitAward ?? null,
  core: (core ?? []).map((entry) => (typeof entry === 'string' ? { module: entry } : entry)),
  groups: (groups ?? []).map(({ id, choose, members }) => ({
    id,
    chooseMembers: 'members' in choose ? choose.members : null,
    chooseCredits: 'credits' in choose ? choose.credits : null,
    members: members.map(memberOf),
  })),
});

const memberOf = (member: string | domain.Bundle): OptionMember =>
  typeof member === 'string' ? { bundle: null, modules: [member] } : member;

@Resolver(() => Delivery)
export class DeliveryFields {
  @FieldResolver(() => ID, { description: 'Id of the programme, or of the module offered singly.' })
  programme(@Root() { id }: Delivery, @Ctx() { service: { catalogue } }: Context) {
    return catalogue.deliveries.get(id)?.programme;
  }

  @FieldResolver(() => [Number], {
    nullable: true,
    description: 'Pounds of fee of each stage; none where it is per credit or unknown.',
  })
  feePerStage(@Root() { id }: Delivery, @Ctx() { service: { catalogue } }: Context) {
    return catalogue.deliveries.get(id)?.fee.perStage;
  }

  @FieldResolver(() => Number, {
    nullable: true,
    description: 'Pounds of fee per credit (CATS); none where it is per stage or unknown.',
  })
  feePerCredit(@Root() { id }: Delivery, @Ctx() { service: { catalogue } }: Context) {
    return catalogue.deliveries.get(id)?.fee.perCredit;
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is studied at distance.' })
  distance(@Root() { id }: Delivery, @Ctx() { service: { catalogue } }: Context): boolean {
    return catalogue.deliveries.get(id)?.distance === true;
  }

  @FieldResolver(() => Boolean, { description: 'Whether it may run beside another programme.' })
  concurrent(@Root() { id }: Delivery, @Ctx() { service: { catalogue } }: Context): boolean {
    return catalogue.deliveries.get(id)?.concurrent === true;
  }

  @FieldResolver(() => Boolean, { description: 'Whether an employer must nominate.' })
  nomination(@Root() { id }: Delivery, @Ctx() { service: { catalogue } }: Context): boolean {
    return catalogue.deliveries.get(id)?.nomination === true;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether credit shortens it: true where it is paced by module, not by cohort.',
  })
  pacedByModule(@Root() { id }: Delivery, @Ctx() { service: { catalogue } }: Context): boolean {
    return catalogue.deliveries.get(id)?.paced === 'module';
  }
}
