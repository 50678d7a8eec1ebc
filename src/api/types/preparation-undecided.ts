import type * as domain from '../../domain/preparation.js';
import { Field, ID, Int, ObjectType } from '../decorators.js';
import { enumOf } from './enum-of.js';
import { Problem } from './problem.js';
import { MonthScalar } from './scalars.js';

const UndecidedProofEnum = enumOf<domain.UndecidedAnswer['proof']>()(
  'UndecidedProof',
  'What is proven of choices before one has decided.',
  {
    OPTIMAL: 'No other modules open more doors, or leave less regret, for any number of them.',
    BOUNDED: 'The steps ran out for some number of modules: better ones may be on offer.',
  },
);

@ObjectType({ description: 'A module by its id and title.', simpleResolvers: true })
export class PreparationModule implements domain.PreparationModule {
  @Field(() => ID, { description: 'Id of the module.' })
  module!: string;
  @Field(() => String, { description: 'Title of the module.' })
  title!: string;
}

@ObjectType({ description: 'A target among several of which one will be taken.', simpleResolvers: true })
export class UndecidedTarget implements domain.UndecidedTarget {
  @Field(() => ID, { description: 'Id of the programme.' })
  programme!: string;
  @Field(() => String, { description: 'Title of the programme.' })
  title!: string;
  @Field(() => String, { description: 'Name of the institution.' })
  institutionName!: string;
  @Field(() => Int, { description: 'The stage to be joined.' })
  stage!: number;
  @Field(() => MonthScalar, { description: 'The month in which it is joined.' })
  intake!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      'The fewest modules from scratch; none where nothing on offer leads there, which leaves it out of regret.',
  })
  fewest!: number | null;
}

@ObjectType({ description: 'The best so many modules before one has decided.', simpleResolvers: true })
export class UndecidedChoice implements domain.UndecidedChoice {
  @Field(() => Int, { description: 'How many modules were allowed.' })
  count!: number;
  @Field(() => [PreparationModule], { description: 'The modules.' })
  modules!: PreparationModule[];
  @Field(() => [Int], {
    description: 'Places, from 0, in the list of targets, of those that they lead to with nothing further.',
  })
  opens!: number[];
  @Field(() => [Int], {
    nullable: 'items',
    description: 'For each target the fewest modules still to be studied; none where nothing on offer leads there.',
  })
  further!: (number | null)[];
  @Field(() => Int, {
    nullable: true,
    description:
      'The largest, over targets, of these modules and the fewest further ones, less the fewest from scratch; none where some target is lost.',
  })
  regret!: number | null;
  @Field(() => String, { description: 'What they open, and the regret, in a sentence.' })
  says!: string;
}

@ObjectType({ description: 'What to study first while one has not decided between targets.', simpleResolvers: true })
export class Undecided implements domain.UndecidedAnswer {
  @Field(() => MonthScalar, { description: 'The first month in which a module may start.' })
  first!: string;
  @Field(() => UndecidedProofEnum, { description: 'What is proven.' })
  proof!: domain.UndecidedAnswer['proof'];
  @Field(() => [UndecidedTarget], { description: 'The targets in the order asked.' })
  targets!: UndecidedTarget[];
  @Field(() => [UndecidedChoice], {
    description: 'For each number of modules those that lead to most targets with nothing further.',
  })
  doors!: UndecidedChoice[];
  @Field(() => [UndecidedChoice], { description: 'For each number of modules those with the least regret.' })
  leastRegret!: UndecidedChoice[];
  @Field(() => [String], { description: 'What a reader must know.' })
  notes!: string[];
  @Field(() => [Problem], { description: 'What keeps it from an answer.' })
  problems!: Problem[];
  @Field(() => String, { description: 'The answer in a sentence.' })
  summary!: string;
}

@ObjectType({ description: 'What to study before one has decided, or the problems.', simpleResolvers: true })
export class PrepareUndecidedAnswer {
  @Field(() => Undecided, { nullable: true, description: 'The choices; none where the question has problems.' })
  undecided!: domain.UndecidedAnswer | null;
  @Field(() => [Problem], { description: 'Unknown codes, targets that cannot be, or that nothing on offer does.' })
  problems!: Problem[];
}
