import type { Delivery } from '../../domain/provision.js';
import type * as questions from '../../domain/questions.js';
import type { ProgrammeFilter } from '../../engines/credit/filter.js';
import type { AcrossSort } from '../../engines/credit/ranking.js';
import { ArgsType, Field, Float, ID, InputType, Int } from '../decorators.js';
import { PageArgs } from '../paging.js';
import { AcrossSortEnum, CriterionEnum, EmploymentEnum, IncludeEnum, ObjectiveEnum, PaceEnum } from './enums.js';
import { LearnerInput } from './learner-input.js';
import { DayScalar, MonthScalar } from './scalars.js';

const START = 'The month in which study would start; the month of `asOf` where not given.';
const OBJECTIVE = 'Which optimum is meant; most credits where not given.';
const INCLUDE = 'Whether proposed mappings and agreements count too; agreed ones alone where not given.';

@ArgsType()
export class LearnerArgs {
  @Field(() => LearnerInput, { description: 'The learner in question.' })
  learner!: LearnerInput;
  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The day as of which is asked: the default first month, after which nothing held is dated; today where not given.',
  })
  asOf?: string;
}

@ArgsType()
export class CreditArgs extends LearnerArgs {
  @Field(() => ID, { description: 'Id of the programme.' })
  programme!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Id of one of its deliveries; the one that takes the most where not given.',
  })
  delivery?: string;
  @Field(() => MonthScalar, { nullable: true, description: START })
  start?: string;
  @Field(() => ObjectiveEnum, { nullable: true, description: OBJECTIVE })
  objective?: questions.Objective;
  @Field(() => IncludeEnum, { nullable: true, description: INCLUDE })
  include?: questions.Include;
}

@InputType({ description: 'Which programmes are asked: all that is given must fit.' })
export class ProgrammeFilterInput implements ProgrammeFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of register parts of which the programme helps to reach one; any where not given.',
  })
  registerParts?: string[];
  @Field(() => [ID], { nullable: true, description: 'Ids of institutions.' })
  institutions?: string[];
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions in which it is studied; distance learning is in all.',
  })
  regions?: string[];
  @Field(() => [PaceEnum], { nullable: true, description: 'Paces of study.' })
  modes?: Delivery['pace'][];
  @Field(() => [EmploymentEnum], { nullable: true, description: 'How it goes with a job.' })
  employment?: Delivery['employment'][];
  @Field(() => Float, {
    nullable: true,
    description: "Kilometres from the learner's home at the most; distance learning is always near.",
  })
  kilometres?: number;
}

@ArgsType()
export class AcrossArgs extends PageArgs implements LearnerArgs {
  @Field(() => LearnerInput, { description: 'The learner in question.' })
  learner!: LearnerInput;
  @Field(() => DayScalar, { nullable: true, description: 'The day as of which is asked; today where not given.' })
  asOf?: string;
  @Field(() => MonthScalar, { nullable: true, description: START })
  start?: string;
  @Field(() => ObjectiveEnum, { nullable: true, description: OBJECTIVE })
  objective?: questions.Objective;
  @Field(() => IncludeEnum, { nullable: true, description: INCLUDE })
  include?: questions.Include;
  @Field(() => ProgrammeFilterInput, {
    nullable: true,
    description: 'Which programmes are asked; every programme where not given.',
  })
  filter?: ProgrammeFilterInput;
  @Field(() => AcrossSortEnum, { nullable: true, description: 'What comes first; most credits where not given.' })
  sort?: AcrossSort;
}

@ArgsType()
export class EntryArgs extends LearnerArgs {
  @Field(() => ID, { description: 'Id of the programme.' })
  programme!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Id of one of its deliveries; rules for one delivery are judged only where it is named.',
  })
  delivery?: string;
  @Field(() => MonthScalar, { nullable: true, description: START })
  start?: string;
  @Field(() => Int, { nullable: true, description: 'The stage to be joined, from 1; 1 where not given.' })
  stage?: number;
  @Field(() => String, { nullable: true, description: 'The entry route applied by, such as `access`.' })
  entryRoute?: string;
}

@InputType({ description: 'A way of studying that the learner can manage.' })
export class ModeInput {
  @Field(() => PaceEnum, { description: 'How fast it is studied.' })
  pace!: Delivery['pace'];
  @Field(() => EmploymentEnum, { description: 'How it goes with a job.' })
  employment!: Delivery['employment'];
}

@InputType({ description: 'What the learner can manage. What is not given does not bind, but for modes and legs.' })
export class ConstraintsInput implements Omit<questions.Constraints, 'latest'> {
  @Field(() => [ModeInput], {
    nullable: true,
    description: 'Ways of studying; anything but full-time study outside employment where not given.',
  })
  modes?: ModeInput[];
  @Field(() => Float, { nullable: true, description: 'Release days a week at the most.' })
  releaseDays?: number;
  @Field(() => Boolean, { nullable: true, description: 'True: no placement block outside the own workplace.' })
  noPlacementsElsewhere?: boolean;
  @Field(() => [ID], { nullable: true, description: 'Ids of institutions.' })
  institutions?: string[];
  @Field(() => [ID], { nullable: true, description: 'Ids of regions; study at distance is always allowed.' })
  regions?: string[];
  @Field(() => Float, {
    nullable: true,
    description: 'Kilometres from home at the most; study at distance is always allowed.',
  })
  kilometres?: number;
  @Field(() => Float, { nullable: true, description: "Pounds of the learner's part at the most." })
  budget?: number;
  @Field(() => MonthScalar, { nullable: true, description: 'Nothing ends later than this month.' })
  latest?: string;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the employer will nominate; as the employment says where not given.',
  })
  nominated?: boolean;
  @Field(() => Float, {
    nullable: true,
    description: 'Mark in percent assumed for modules not yet studied; none where not given.',
  })
  assumedMark?: number;
  @Field(() => IncludeEnum, { nullable: true, description: INCLUDE })
  include?: questions.Include;
  @Field(() => Int, { nullable: true, description: 'Legs at the most; 5 where not given.' })
  legs?: number;
  @Field(() => String, { nullable: true, description: 'The entry route applied by, such as `access`.' })
  entryRoute?: string;
}

@ArgsType()
export class RoutesArgs extends LearnerArgs {
  @Field(() => ID, { description: 'Id of the register part to be reached.' })
  registerPart!: string;
  @Field(() => MonthScalar, {
    nullable: true,
    description: 'First month of the route; the month of `asOf` where not given.',
  })
  first?: string;
  @Field(() => ConstraintsInput, {
    nullable: true,
    description: 'What the learner can manage; a part-time route where not given.',
  })
  constraints?: ConstraintsInput;
  @Field(() => [CriterionEnum], {
    nullable: true,
    description: "Criteria that count; months, the learner's part and release days where not given.",
  })
  criteria?: questions.Criterion[];
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: for what each route hangs on, ask again for the best route left without it. Takes its time.',
  })
  nextBest?: boolean;
}
