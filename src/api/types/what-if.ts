import type { Count } from '../../domain/blockage-answer.js';
import type * as domain from '../../domain/what-if.js';
import { Field, Float, ID, Int, ObjectType } from '../decorators.js';
import { Problem } from './problem.js';

@ObjectType({ description: 'What a list of changes does to people.', simpleResolvers: true })
export class WhatIf implements domain.WhatIfAnswer {
  @Field(() => Int, {
    nullable: true,
    description: 'Those through before. Head count; none where it is too small to be told.',
  })
  before!: Count;
  @Field(() => Int, {
    nullable: true,
    description: 'Those through after. Head count; none where it is too small to be told.',
  })
  after!: Count;
  @Field(() => Int, {
    nullable: true,
    description: 'Those whom the changes free. Head count; none where it is too small to be told.',
  })
  freed!: Count;
  @Field(() => Int, {
    nullable: true,
    description: 'Those whom the changes stop. Head count; none where it is too small to be told.',
  })
  stopped!: Count;
  @Field(() => [ID], { description: 'Ids of the cohorts that are freed.' })
  freedCohorts!: string[];
  @Field(() => [ID], { description: 'Ids of the cohorts that are stopped.' })
  stoppedCohorts!: string[];
  @Field(() => Int, { description: 'Months of study saved, all people together; below 0 where they lose.' })
  monthsSaved!: number;
  @Field(() => Float, { nullable: true, description: 'Cost for each person freed; none where there is none to tell.' })
  costPerPerson!: number | null;
  @Field(() => Int, { description: 'Programmes that had to be asked again.' })
  programmesAsked!: number;
  @Field(() => String, { description: 'All this in a sentence.' })
  says!: string;
}

@ObjectType({ description: 'Answer to a question of what changes would do: the figures, and the problems.' })
export class WhatIfReply {
  @Field(() => WhatIf, { nullable: true, description: 'The figures; none where a problem prevents them.' })
  whatIf!: domain.WhatIfAnswer | null;
  @Field(() => [Problem], { description: 'What prevents them; empty where nothing does.' })
  problems!: Problem[];
}
