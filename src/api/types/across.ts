import { Field, ObjectType } from '../decorators.js';
import { connectionOf } from '../paging.js';
import { CreditCounts, CreditRow } from './assessment.js';
import { Problem } from './problem.js';

const CreditRowConnection = connectionOf(CreditRow, 'CreditRow', "programmes' lines");

@ObjectType({
  description: 'Answer to the credit question across programmes: a page of them, and how many take how much.',
})
export class CreditAcrossAnswer extends CreditRowConnection {
  @Field(() => CreditCounts, { description: 'How many of all the programmes asked take how much.' })
  counts!: CreditCounts;
  @Field(() => [Problem], { description: 'What prevents an answer; empty where nothing does.' })
  problems!: Problem[];
}
