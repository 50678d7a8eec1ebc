import type * as domain from '../../domain/preparation.js';
import type { Include } from '../../domain/questions.js';
import { ArgsType, Field, Float, ID, InputType, Int } from '../decorators.js';
import { enumOf } from './enum-of.js';
import { IncludeEnum } from './enums.js';
import { LearnerArgs, ModeInput } from './question-input.js';
import { MonthScalar } from './scalars.js';

export const FewestEnum = enumOf<domain.Fewest>()(
  'Fewest',
  'What a preparation has as little of as can be; then the other two, in the order modules, credits, fees; then the least ids.',
  {
    MODULES: 'The fewest modules.',
    CREDITS: 'The fewest credits (CATS).',
    FEES: 'The lowest fees, in pounds.',
  },
);

@InputType({ description: 'Where a preparation shall lead: a programme, joined at a stage in an intake month.' })
export class TargetInput implements Omit<domain.PreparationTarget, 'intake'> {
  @Field(() => ID, { description: 'Id of the programme.' })
  programme!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Id of one of its deliveries; any that can be joined so where not given.',
  })
  delivery?: string;
  @Field(() => Int, { description: 'The stage to be joined, 2 or later.' })
  stage!: number;
  @Field(() => MonthScalar, { description: 'The month in which it is joined.' })
  intake!: string;
}

@InputType({ description: 'Which modules are on offer, and what the learner can manage of them.' })
export class PreparationConstraintsInput implements domain.PreparationConstraints {
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of institutions whose modules are on offer; all where not given.',
  })
  institutions?: string[];
  @Field(() => [ID], { nullable: true, description: 'Ids of regions; study at distance is always allowed.' })
  regions?: string[];
  @Field(() => Float, {
    nullable: true,
    description: 'Kilometres from home at the most; study at distance is always allowed.',
  })
  kilometres?: number;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only what is studied at distance; false: only what is not; both where not given.',
  })
  distance?: boolean;
  @Field(() => [ModeInput], { nullable: true, description: 'Ways of studying; all where not given.' })
  modes?: ModeInput[];
  @Field(() => Float, { nullable: true, description: 'Release days a week at the most, of all that runs together.' })
  releaseDays?: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Mark in percent assumed for the modules to be studied; none where not given.',
  })
  assumedMark?: number;
  @Field(() => String, { nullable: true, description: 'The entry route applied by, such as `access`.' })
  entryRoute?: string;
}

@ArgsType()
export class UndecidedArgs extends LearnerArgs {
  @Field(() => [TargetInput], { description: 'The targets: one to twelve.' })
  targets!: TargetInput[];
  @Field(() => MonthScalar, {
    nullable: true,
    description: 'The first month in which a module may start; the month of `asOf` where not given.',
  })
  first?: string;
  @Field(() => IncludeEnum, {
    nullable: true,
    description: 'Whether proposed mappings and agreements count too; agreed ones alone where not given.',
  })
  include?: Include;
  @Field(() => PreparationConstraintsInput, {
    nullable: true,
    description: 'Which modules are on offer; every module offered singly where not given.',
  })
  constraints?: PreparationConstraintsInput;
}

@ArgsType()
export class PrepareArgs extends UndecidedArgs {
  @Field(() => FewestEnum, { nullable: true, description: 'What is to be fewest; modules where not given.' })
  fewest?: domain.Fewest;
}
