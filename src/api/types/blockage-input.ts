import type { LeverKind, OwnCohort, OwnerRole } from '../../domain/blockage.js';
import { ArgsType, Field, Float, ID, InputType, Int } from '../decorators.js';
import { LeverKindEnum, OwnerRoleEnum } from './blockage-enums.js';
import { LearnerInput } from './learner-input.js';
import { ModeInput } from './question-input.js';
import { DayScalar, MonthScalar } from './scalars.js';

@InputType({ description: "A cohort of the asker's own: people alike in what they hold, without names." })
export class CohortInput implements Omit<OwnCohort, 'learner'> {
  @Field(() => ID, { description: 'An id for it, of the asker’s choosing.' })
  id!: string;
  @Field(() => String, { description: 'What it is called in the answer.' })
  name!: string;
  @Field(() => Float, { description: 'Head count: a whole number, 0 or more.' })
  people!: number;
  @Field(() => ID, { nullable: true, description: 'Id of the home region; that of the question where not given.' })
  region?: string;
  @Field(() => LearnerInput, { description: 'What each of them holds and can manage.' })
  learner!: LearnerInput;
  @Field(() => [ID], { description: 'Ids of the register parts they have in mind.' })
  seeks!: string[];
}

@InputType({ description: "A change of the asker's own that someone could make." })
export class AskedLeverInput {
  @Field(() => ID, { description: 'An id for it, of the asker’s choosing.' })
  id!: string;
  @Field(() => String, { description: 'The change in a sentence.' })
  says!: string;
  @Field(() => OwnerRoleEnum, { description: 'Who has it in their power.' })
  owner!: OwnerRole;
  @Field(() => Float, { nullable: true, description: 'What it costs, in units of the asker’s; 1 where not given.' })
  cost?: number;
  @Field(() => Int, { nullable: true, description: 'Months from the first month until it holds; 0 where not given.' })
  leadMonths?: number;
  @Field(() => [String], {
    description: 'The changes to the catalogue, each as JSON text of the form that the changes of a scenario have.',
  })
  changes!: string[];
}

@InputType({ description: 'Another cost or lead, for one lever or for all of a kind.' })
export class LeverTermsInput {
  @Field(() => ID, { nullable: true, description: 'Id of the lever.' })
  lever?: string;
  @Field(() => LeverKindEnum, { nullable: true, description: 'The kind, where it is for all of one.' })
  kind?: LeverKind;
  @Field(() => Float, { nullable: true, description: 'What it costs, above 0, in units of the asker’s.' })
  cost?: number;
  @Field(() => Int, { nullable: true, description: 'Months from the first month until it holds, 0 or more.' })
  leadMonths?: number;
}

@ArgsType()
export class BlockagesArgs {
  @Field(() => ID, { description: 'Id of the region.' })
  region!: string;
  @Field(() => [ID], { description: 'Ids of register parts; those who have one of them in mind are asked for.' })
  registerParts!: string[];
  @Field(() => MonthScalar, {
    nullable: true,
    description: 'First of the twelve months in which one may start; the month of `asOf` where not given.',
  })
  first?: string;
  @Field(() => DayScalar, { nullable: true, description: 'The day as of which is asked; today where not given.' })
  asOf?: string;
  @Field(() => Float, {
    nullable: true,
    description: 'Credits that count as through, at the least; 120 where not given.',
  })
  credits?: number;
  @Field(() => Int, {
    nullable: true,
    description: 'The stage that must be joined, at the least, from 1; 2 where not given.',
  })
  stage?: number;
  @Field(() => Int, {
    nullable: true,
    description:
      'Through is, instead, who can be registered within so many months of the first, from 1 to 180; takes a search for routes for each set of changes tried.',
  })
  registeredWithin?: number;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether to ask who has a route at all, which takes seconds; no where not given.',
  })
  routes?: boolean;
  @Field(() => Int, {
    nullable: true,
    description:
      'Searches for routes at the most, from 1 to 5,000; 400 where not given. Past them the answer is bounded.',
  })
  searches?: number;
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of cohorts of the catalogue; all of the region where neither these nor own ones are given.',
  })
  cohorts?: string[];
  @Field(() => [CohortInput], { nullable: true, description: 'Cohorts of the asker’s own; never stored.' })
  own?: CohortInput[];
  @Field(() => [ModeInput], {
    nullable: true,
    description: 'Ways of studying allowed; anything but full-time study outside employment where not given.',
  })
  modes?: ModeInput[];
  @Field(() => Float, {
    nullable: true,
    description: 'Kilometres from home that are within reach too, besides the home region and study at distance.',
  })
  kilometres?: number;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether employers nominate for every delivery; no where not given.',
  })
  nominated?: boolean;
  @Field(() => [LeverKindEnum], { nullable: true, description: 'Only levers of these kinds; all where not given.' })
  kinds?: LeverKind[];
  @Field(() => [OwnerRoleEnum], {
    nullable: true,
    description: 'Only what these have in their power is counted on; everyone where not given.',
  })
  owners?: OwnerRole[];
  @Field(() => [AskedLeverInput], { nullable: true, description: 'Levers of the asker’s own.' })
  add?: AskedLeverInput[];
  @Field(() => [ID], { nullable: true, description: 'Ids of levers that are left out.' })
  remove?: string[];
  @Field(() => [LeverTermsInput], { nullable: true, description: 'Other costs and leads.' })
  terms?: LeverTermsInput[];
  @Field(() => [Float], {
    nullable: true,
    description: 'Budgets, up to 10 levers each, or up to so much cost; 1, 2, 3 and 5 where not given.',
  })
  budgets?: number[];
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether budgets are of cost, not of the number of levers; no where not given.',
  })
  byCost?: boolean;
}

@ArgsType()
export class WhatIfArgs extends BlockagesArgs {
  @Field(() => [String], {
    description: 'The changes to the catalogue, each as JSON text of the form that the changes of a scenario have.',
  })
  changes!: string[];
  @Field(() => Float, { nullable: true, description: 'What they cost together, in units of the asker’s.' })
  cost?: number;
}
