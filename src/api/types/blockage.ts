import type * as blockage from '../../domain/blockage.js';
import type * as domain from '../../domain/blockage-answer.js';
import type { Change } from '../../domain/catalogue.js';
import type { Source } from '../../domain/fact.js';
import { Field, Float, ID, Int, ObjectType } from '../decorators.js';
import { LeverKindEnum, OwnerRoleEnum, PlaceKindEnum, StrandingKindEnum } from './blockage-enums.js';
import { Benchmark, FunnelLine, WithRoute } from './blockage-funnel.js';
import { ProofEnum } from './enums.js';
import { Problem } from './problem.js';
import { Source as SourceType } from './provenance.js';
import { ChangeScalar, MonthScalar } from './scalars.js';

@ObjectType({ description: 'What counts as through.', simpleResolvers: true })
export class Standard implements blockage.Standard {
  @Field(() => Float, { description: 'Credits by one set of claims, at the least.' })
  credits!: number;
  @Field(() => Int, { description: 'The stage that is joined, at the least.' })
  stage!: number;
}

@ObjectType({ description: 'Whose a lever is.', simpleResolvers: true })
export class LeverOwner implements blockage.LeverOwner {
  @Field(() => OwnerRoleEnum, { description: 'The part they play.' })
  role!: blockage.OwnerRole;
  @Field(() => String, { description: 'Their name in the first month.' })
  name!: string;
}

@ObjectType({ description: 'One change to the catalogue that someone has in their power.', simpleResolvers: true })
export class Lever implements blockage.Lever {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => LeverKindEnum, { description: 'What it does.' })
  kind!: blockage.LeverKind;
  @Field(() => String, { description: 'The change in a sentence.' })
  says!: string;
  @Field(() => LeverOwner, { description: 'Whose it is.' })
  owner!: blockage.LeverOwner;
  @Field(() => Float, { description: 'What it costs, in units of the asker.' })
  cost!: number;
  @Field(() => Int, { description: 'It holds for starts so many months after the first month, and later.' })
  leadMonths!: number;
  @Field(() => [ChangeScalar], { description: 'The same as changes to lay over the catalogue.' })
  changes!: Change[];
  @Field(() => [ID], { description: 'Ids of the programmes it bears on; none where it bears on all.' })
  programmes!: string[];
  @Field(() => SourceType, { nullable: true, description: 'Where the row it changes was read.' })
  source!: Source | null;
}

@ObjectType({ description: 'A cohort, and what frees it.', simpleResolvers: true })
export class CohortFreed implements domain.CohortFreed {
  @Field(() => ID, { description: 'Id of the cohort.' })
  cohort!: string;
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => Int, { nullable: true, description: 'Its people. Head count; none where it is too small to be told.' })
  people!: domain.Count;
  @Field(() => Boolean, { description: 'Whether it is through as things are.' })
  through!: boolean;
  @Field(() => [ID], {
    description: 'Ids of the deliveries where it is through, or else of those within reach; at most five.',
  })
  at!: string[];
  @Field(() => [[ID]], { description: 'The smallest sets of levers, by id, that free it; the first twenty.' })
  freedBy!: string[][];
  @Field(() => Int, { description: 'How many such sets there are.' })
  sets!: number;
  @Field(() => Boolean, { description: 'Whether the search was cut, so that there may be others.' })
  cut!: boolean;
}

@ObjectType({
  description: 'A lever that stands in some smallest set: until it is pulled, it stops people.',
  simpleResolvers: true,
})
export class Barrier implements domain.Barrier {
  @Field(() => ID, { description: 'Id of the lever.' })
  lever!: string;
  @Field(() => String, { description: 'The change that would take it away.' })
  says!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Those it stops. Head count; none where it is too small to be told.',
  })
  stops!: domain.Count;
  @Field(() => Int, {
    nullable: true,
    description: 'Those it alone stops. Head count; none where it is too small to be told.',
  })
  alone!: domain.Count;
  @Field(() => [String], { description: 'The programmes where.' })
  where!: string[];
  @Field(() => String, { description: 'Whose it is, by name.' })
  owner!: string;
  @Field(() => OwnerRoleEnum, { description: 'The part they play.' })
  role!: blockage.OwnerRole;
  @Field(() => String, { nullable: true, description: 'Where it was read.' })
  source!: string | null;
}

@ObjectType({ description: 'All changes that hold from a month on.', simpleResolvers: true })
export class DatedChanges implements blockage.DatedChanges {
  @Field(() => MonthScalar, { description: 'The month.' })
  from!: string;
  @Field(() => [ChangeScalar], { description: 'The changes, to lay over the catalogue.' })
  changes!: Change[];
}

type OthersOf = domain.BestChanges['others'];

@ObjectType({ description: 'Other sets of equal worth from which no lever can be dropped.', simpleResolvers: true })
export class OtherSets implements OthersOf {
  @Field(() => Int, { description: 'How many there are.' })
  count!: number;
  @Field(() => Boolean, { description: 'Whether all were counted; if not there are so many at the least.' })
  counted!: boolean;
  @Field(() => [[ID]], { description: 'The first few, by ids of levers.' })
  shown!: string[][];
}

@ObjectType({ description: 'The set of levers that frees the most people within a budget.', simpleResolvers: true })
export class BestChanges implements domain.BestChanges {
  @Field(() => Float, {
    description:
      'The budget: the sum of the costs that levers may have together (each costs 1 where not told otherwise), or the number of levers.',
  })
  budget!: number;
  @Field(() => OwnerRoleEnum, { nullable: true, description: 'Whose levers alone were counted on; none: everyone’s.' })
  within!: blockage.OwnerRole | null;
  @Field(() => Int, { nullable: true, description: 'Those freed. Head count; none where it is too small to be told.' })
  freed!: domain.Count;
  @Field(() => Int, {
    nullable: true,
    description: 'No set within the budget frees more. Head count; none where it is too small to be told.',
  })
  bound!: domain.Count;
  @Field(() => ProofEnum, { description: 'What is proven of it.' })
  proof!: domain.BestChanges['proof'];
  @Field(() => [ID], { description: 'Ids of the levers.' })
  levers!: string[];
  @Field(() => Float, { description: 'What they cost together.' })
  cost!: number;
  @Field(() => [DatedChanges], {
    description: 'The set as changes to lay over the catalogue, from each month on in which some hold.',
  })
  changes!: blockage.DatedChanges[];
  @Field(() => OtherSets, { description: 'Other sets of equal worth.' })
  others!: domain.BestChanges['others'];
  @Field(() => String, { description: 'All this in a sentence.' })
  says!: string;
}

@ObjectType({ description: 'An entry point or a shared pool of places, for the twelve months.', simpleResolvers: true })
export class PlaceUse implements domain.PlaceUse {
  @Field(() => PlaceKindEnum, { description: 'Which of the two it is.' })
  kind!: domain.PlaceUse['kind'];
  @Field(() => ID, { description: 'Id of the delivery or the pool.' })
  id!: string;
  @Field(() => Int, { nullable: true, description: 'The stage one joins; none of a pool.' })
  stage!: number | null;
  @Field(() => String, { description: 'What it is in words.' })
  title!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Places; none where they are not known, and there is no end of them.',
  })
  places!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Places taken in a fullest placing. Head count; none where it is too small to be told.',
  })
  taken!: domain.Count;
  @Field(() => Boolean, { description: 'Whether one more place here would place one more.' })
  worthOneMore!: boolean;
}

@ObjectType({
  description: 'The share of a cohort that is placed where the fewest are left behind; an upper bound.',
  simpleResolvers: true,
})
export class Chance implements domain.Chance {
  @Field(() => ID, { description: 'Id of the cohort.' })
  cohort!: string;
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => Int, { nullable: true, description: 'Its people. Head count; none where it is too small to be told.' })
  people!: domain.Count;
  @Field(() => Int, { nullable: true, description: 'Numerator of the share.' })
  n!: domain.Count;
  @Field(() => Int, { nullable: true, description: 'Denominator of the share.' })
  d!: domain.Count;
}

@ObjectType({
  description: 'Who has a place: people as a flow into entry points. An upper bound: others apply too.',
  simpleResolvers: true,
})
export class Places implements domain.Places {
  @Field(() => Int, {
    nullable: true,
    description: 'Those who are through. Head count; none where it is too small to be told.',
  })
  through!: domain.Count;
  @Field(() => Int, {
    nullable: true,
    description: 'Of these the most who can be placed at once. Head count; none where it is too small to be told.',
  })
  placed!: domain.Count;
  @Field(() => [PlaceUse], { description: 'What holds the others back.' })
  bottleneck!: domain.PlaceUse[];
  @Field(() => [PlaceUse], { description: 'Every entry point and pool that they could draw on.' })
  uses!: domain.PlaceUse[];
  @Field(() => [Chance], { description: 'Each cohort’s share in the fairest fullest placing.' })
  chances!: domain.Chance[];
  @Field(() => String, { description: 'All this in words.' })
  says!: string;
}

@ObjectType({
  description: 'A withdrawal that would strand people: through before it, not after.',
  simpleResolvers: true,
})
export class Stranding implements domain.Stranding {
  @Field(() => StrandingKindEnum, { description: 'What is withdrawn.' })
  kind!: domain.Stranding['kind'];
  @Field(() => ID, { description: 'Id of the row.' })
  id!: string;
  @Field(() => String, { description: 'What it is in words.' })
  title!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Those stranded. Head count; none where it is too small to be told.',
  })
  people!: domain.Count;
  @Field(() => [ID], { description: 'Ids of their cohorts.' })
  cohorts!: string[];
}

@ObjectType({
  description: 'Where progression is blocked, and what would unblock the most people.',
  simpleResolvers: true,
})
export class Blockages implements domain.BlockageAnswer {
  @Field(() => ID, { description: 'Id of the region.' })
  region!: string;
  @Field(() => [ID], { description: 'Ids of the register parts.' })
  registerParts!: string[];
  @Field(() => MonthScalar, { description: 'The first of the twelve months.' })
  first!: string;
  @Field(() => Standard, { description: 'What counts as through.' })
  standard!: blockage.Standard;
  @Field(() => Int, {
    nullable: true,
    description: 'Through is who can be registered within so many months of the first; none: who is let in.',
  })
  registeredWithin!: number | null;
  @Field(() => ProofEnum, { description: 'What is proven of the best sets, all together.' })
  proof!: domain.BlockageAnswer['proof'];
  @Field(() => Int, {
    nullable: true,
    description: 'The population. Head count; none where it is too small to be told.',
  })
  people!: domain.Count;
  @Field(() => Int, {
    nullable: true,
    description: 'Those with one of the register parts in mind. Head count; none where it is too small to be told.',
  })
  inMind!: domain.Count;
  @Field(() => Int, {
    nullable: true,
    description: 'Those of them who are through. Head count; none where it is too small to be told.',
  })
  through!: domain.Count;
  @Field(() => Int, {
    nullable: true,
    description: 'Those of them who are blocked. Head count; none where it is too small to be told.',
  })
  blocked!: domain.Count;
  @Field(() => Int, {
    nullable: true,
    description:
      'The blocked whom no set of levers of the size asked frees. Head count; none where it is too small to be told.',
  })
  beyond!: domain.Count;
  @Field(() => Int, {
    nullable: true,
    description: 'Those for whom the search for sets was cut. Head count; none where it is too small to be told.',
  })
  open!: domain.Count;
  @Field(() => [FunnelLine], { description: 'How many pass each step.' })
  funnel!: domain.FunnelStep[];
  @Field(() => WithRoute, { description: 'Who has a route at all.' })
  withRoute!: domain.WithRoute;
  @Field(() => Benchmark, { description: 'What others were given, and what the regulator allows.' })
  benchmark!: domain.Benchmark;
  @Field(() => [CohortFreed], { description: 'The cohorts, by id.' })
  cohorts!: domain.CohortFreed[];
  @Field(() => [Lever], { description: 'All levers that were considered, by id.' })
  levers!: blockage.Lever[];
  @Field(() => [Barrier], { description: 'The barriers: those that alone stop most first.' })
  barriers!: domain.Barrier[];
  @Field(() => [BestChanges], { description: 'The best changes for each budget: everyone’s, then each owner’s alone.' })
  best!: domain.BestChanges[];
  @Field(() => Places, { description: 'Who has a place.' })
  places!: domain.Places;
  @Field(() => [Stranding], { description: 'The single withdrawals that strand anyone, the worst first.' })
  fragility!: domain.Stranding[];
  @Field(() => [String], { description: 'What a reader must know.' })
  notes!: string[];
  @Field(() => String, { description: 'One or two sentences that sum it up.' })
  summary!: string;
}

@ObjectType({ description: 'Answer to a question about blockages: the figures, and the problems.' })
export class BlockagesAnswer {
  @Field(() => Blockages, { nullable: true, description: 'The figures; none where a problem prevents them.' })
  blockages!: domain.BlockageAnswer | null;
  @Field(() => [Problem], { description: 'What prevents them; empty where nothing does.' })
  problems!: Problem[];
}
