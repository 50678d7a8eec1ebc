import type { Proof } from '../../domain/assessment.js';
import type * as across from '../../domain/credit-across.js';
import { Field, Float, ID, Int, ObjectType } from '../decorators.js';
import { connectionOf } from '../paging.js';
import { ProofEnum } from './enums.js';
import { Problem } from './problem.js';

@ObjectType({ description: "One programme's line among many.", simpleResolvers: true })
export class CreditRow implements across.CreditRow {
  @Field(() => ID, { description: 'Id of the programme.' })
  programme!: string;
  @Field(() => String, { description: 'Title of the programme.' })
  title!: string;
  @Field(() => ID, { description: 'Id of the institution.' })
  institution!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the delivery that takes the most; none without one in force.',
  })
  delivery!: string | null;
  @Field(() => ProofEnum, { description: 'What is proven of it.' })
  proof!: Proof;
  @Field(() => Float, { description: 'Credits (CATS) credited.' })
  credits!: number;
  @Field(() => Float, { nullable: true, description: 'Credits (CATS) the programme states; none for a portfolio.' })
  programmeCredits!: number | null;
  @Field(() => Int, { description: 'The stage at which the learner may join, from 1.' })
  entryStage!: number;
  @Field(() => Int, { nullable: true, description: 'Months of study left; none without a delivery.' })
  monthsLeft!: number | null;
  @Field(() => Float, { nullable: true, description: 'Pounds of fees left, where fees are known.' })
  fee!: number | null;
  @Field(() => Boolean, {
    description: 'True: nothing held leads to it, so that it was not worked through; see `untouched` of the answer.',
  })
  untouched!: boolean;
  @Field(() => String, { description: 'One sentence that sums it up.' })
  summary!: string;
}

@ObjectType({ description: 'How many programmes take how much.', simpleResolvers: true })
export class CreditCounts implements across.CreditCounts {
  @Field(() => Int, { description: 'Programmes that take no credit.' })
  none!: number;
  @Field(() => Int, { description: 'Programmes that take some, and under 60 credits.' })
  under60!: number;
  @Field(() => Int, { description: 'Programmes that take from 60 to under 120 credits.' })
  from60!: number;
  @Field(() => Int, { description: 'Programmes that take 120 credits or more.' })
  from120!: number;
}

@ObjectType({ description: 'Programmes to which nothing held leads; they take no credit.', simpleResolvers: true })
export class UntouchedProgrammes implements across.UntouchedProgrammes {
  @Field(() => Int, { description: 'How many of the programmes asked they are.' })
  programmes!: number;
  @Field(() => String, { description: 'The reason that they have in common.' })
  reason!: string;
}

const CreditRowConnection = connectionOf(CreditRow, 'CreditRow', "programmes' lines");

@ObjectType({
  description: 'Answer to the credit question across programmes: a page of them, and how many take how much.',
})
export class CreditAcrossAnswer extends CreditRowConnection {
  @Field(() => CreditCounts, { description: 'How many of all the programmes asked take how much.' })
  counts!: CreditCounts;
  @Field(() => UntouchedProgrammes, { description: 'What was not worked through, and why.' })
  untouched!: UntouchedProgrammes;
  @Field(() => [Problem], { description: 'What prevents an answer; empty where nothing does.' })
  problems!: Problem[];
}
