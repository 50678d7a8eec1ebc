import type { Kind } from '../../domain/catalogue.js';
import type * as fact from '../../domain/fact.js';
import type * as limits from '../../domain/limits.js';
import type * as domain from '../../domain/recognition.js';
import { Field, Float, ID, Int, ObjectType } from '../decorators.js';
import { BasisEnum, KindEnum, LimitKindEnum } from './enums.js';
import { Fact, Source } from './provenance.js';
import { DayScalar } from './scalars.js';

@ObjectType({ description: 'A figure or word that a limit, or another rule, states.', simpleResolvers: true })
export class Term {
  @Field(() => String, { description: 'What is stated: `fraction`, `credits`, `months`, `mark` ...' })
  name!: string;
  @Field(() => String, { description: 'What it says; fractions as n/d, credits in CATS, months, marks in percent.' })
  value!: string;
}

@ObjectType({ description: 'A rule that holds credit back.', simpleResolvers: true })
export class Limit {
  @Field(() => ID, { description: 'Id of the limit.' })
  id!: string;
  @Field(() => LimitKindEnum, { description: 'What it holds back.' })
  kind!: limits.LimitKind;
  @Field(() => [Term], { description: 'The figures it states.' })
  terms!: Term[];
  @Field(() => [Term], { description: 'For whom or what it does not hold.' })
  exceptions!: Term[];
  @Field(() => [String], { nullable: true, description: 'Only for programmes whose award is of one of these kinds.' })
  awards?: string[];
  @Field(() => Source, { description: "Where it was read: its own source, else its policy's." })
  source!: fact.Source;
  @Field(() => BasisEnum, { description: "What it rests on: its own basis, else its policy's." })
  basis!: fact.Basis;
  @Field(() => String, { nullable: true, description: 'What a reader should know.' })
  remark?: string;
  @Field(() => DayScalar, { nullable: true, description: 'First day in force.' })
  from?: string;
  @Field(() => DayScalar, { nullable: true, description: 'Last day in force, included.' })
  to?: string;
}

@ObjectType({
  description: 'A set of limits laid down by a regulator, an institution or a programme.',
  implements: Fact,
})
export class Policy
  extends Fact
  implements Pick<domain.Policy, 'name' | 'owner' | 'registerParts' | 'institutions' | 'programmes'>
{
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'Whose it is to change.' })
  owner?: string;
  @Field(() => [ID], { nullable: true, description: 'Ids of register parts: it is for programmes that lead to one.' })
  registerParts?: string[];
  @Field(() => [ID], { nullable: true, description: 'Ids of institutions: it is for their programmes.' })
  institutions?: string[];
  @Field(() => [ID], { nullable: true, description: 'Ids of programmes: it is for these.' })
  programmes?: string[];
}

@ObjectType({
  description: 'How many rows of a kind the catalogue holds, and what they rest on.',
  simpleResolvers: true,
})
export class KindCount {
  @Field(() => KindEnum, { description: 'The kind of row.' })
  kind!: Kind;
  @Field(() => Int, { description: 'How many rows.' })
  count!: number;
  @Field(() => Int, { description: 'How many of them are published.' })
  published!: number;
  @Field(() => Int, { description: 'How many of them are published and have fields that are assumed.' })
  partlyAssumed!: number;
  @Field(() => Int, { description: 'How many of them are assumed.' })
  assumed!: number;
  @Field(() => Int, { description: 'How many of them are made up to be instructive.' })
  illustrative!: number;
  @Field(() => Int, { description: 'How many of them name no source; 0 in a catalogue that was loaded.' })
  withoutSource!: number;
}

@ObjectType({ description: 'What the catalogue holds.', simpleResolvers: true })
export class CatalogueSummary {
  @Field(() => Int, { description: 'How many rows in all.' })
  count!: number;
  @Field(() => Int, { description: 'How many rows name no source; 0 in a catalogue that was loaded.' })
  withoutSource!: number;
  @Field(() => [KindCount], { description: 'Kind by kind.' })
  kinds!: KindCount[];
  @Field(() => Float, { description: 'The part of all rows that are published, from 0 to 1.' })
  publishedShare!: number;
}
