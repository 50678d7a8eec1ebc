import type { Criterion } from '../../domain/questions.js';
import type { RouteAnswer as Answer } from '../../domain/route.js';
import type * as domain from '../../domain/route-profile.js';
import { ArgsType, Field, ID, Int, ObjectType } from '../decorators.js';
import { CriterionEnum, RouteProofEnum } from './enums.js';
import { Problem } from './problem.js';
import { ConstraintsInput, LearnerArgs } from './question-input.js';
import { RouteAnswer } from './route.js';
import { MonthScalar } from './scalars.js';

@ArgsType()
export class PartsArgs extends LearnerArgs {
  @Field(() => [ID], {
    description: 'Ids of the register parts to be reached, 1 to 10; each is a question of its own.',
  })
  registerParts!: string[];
  @Field(() => MonthScalar, {
    nullable: true,
    description: 'First month of the routes; the month of `asOf` where not given.',
  })
  first?: string;
  @Field(() => ConstraintsInput, {
    nullable: true,
    description: 'What the learner can manage; a part-time route where not given.',
  })
  constraints?: ConstraintsInput;
}

@ArgsType()
export class RoutesToPartsArgs extends PartsArgs {
  @Field(() => [CriterionEnum], {
    nullable: true,
    description: "Criteria that count; months, the learner's part and release days where not given.",
  })
  criteria?: Criterion[];
}

@ArgsType()
export class RouteProfileArgs extends PartsArgs {
  @Field(() => Int, { nullable: true, description: 'How many first months are compared, 1 to 60; 24 where not given.' })
  months?: number;
}

@ObjectType({ description: 'The shortest route from one first month.', simpleResolvers: true })
export class ProfileRow implements domain.ProfileRow {
  @Field(() => MonthScalar, { description: 'The first month.' })
  first!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Months from the first month to registration; none where there is no route.',
  })
  months!: number | null;
  @Field(() => MonthScalar, { nullable: true, description: 'The month in which the register part is reached.' })
  registered!: string | null;
  @Field(() => MonthScalar, { nullable: true, description: 'First month of study.' })
  starts!: string | null;
  @Field(() => String, { description: 'Its legs in a line; empty where there is no route.' })
  summary!: string;
  @Field(() => RouteProofEnum, { description: 'Whether it is proven to be the shortest, or that there is none.' })
  proof!: domain.ProfileRow['proof'];
}

@ObjectType({
  description: 'How long the shortest route to a register part takes, by the month in which one sets out.',
  simpleResolvers: true,
})
export class RouteProfile implements domain.RouteProfile {
  @Field(() => ID, { description: 'Id of the register part.' })
  registerPart!: string;
  @Field(() => String, { description: 'Name of the register part.' })
  registerPartName!: string;
  @Field(() => [ProfileRow], { description: 'One for each first month, in order.' })
  rows!: domain.ProfileRow[];
  @Field(() => MonthScalar, {
    nullable: true,
    description: 'The first month from which it takes the fewest months, the earliest of these.',
  })
  best!: string | null;
  @Field(() => MonthScalar, { nullable: true, description: 'The earliest registration of all.' })
  earliest!: string | null;
  @Field(() => Int, { description: 'How many searches it took.' })
  searches!: number;
  @Field(() => [String], { description: 'What a reader must know.' })
  notes!: string[];
  @Field(() => String, { description: 'One sentence that sums it up.' })
  summary!: string;
}

@ObjectType({ description: 'Answer to a profile question: one profile for each register part, and the problems.' })
export class RouteProfileAnswer {
  @Field(() => [RouteProfile], { description: 'In the order asked; none where a problem prevents them.' })
  profiles!: domain.RouteProfile[];
  @Field(() => [Problem], { description: 'What prevents them, or `NO_ROUTE` for each part that none reaches.' })
  problems!: Problem[];
}

@ObjectType({ description: 'Routes to several register parts, side by side, and the problems.' })
export class RoutesToPartsAnswer {
  @Field(() => [RouteAnswer], { description: 'In the order asked; none where a problem prevents them.' })
  answers!: Answer[];
  @Field(() => [Problem], { description: 'What prevents them, or `NO_ROUTE` for each part that none reaches.' })
  problems!: Problem[];
}
