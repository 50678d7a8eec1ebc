import type * as domain from '../../domain/credit-into.js';
import type { Include } from '../../domain/questions.js';
import { ArgsType, Field, Float, ID, InputType } from '../decorators.js';
import { PageArgs } from '../paging.js';
import { IncludeEnum } from './enums.js';
import { DayScalar, MonthScalar } from './scalars.js';

@InputType({ description: 'Which awards and modules are asked: all that is given must fit.' })
export class IntoFilterInput implements domain.IntoFilter {
  @Field(() => [ID], { nullable: true, description: 'Ids of institutions that teach them.' })
  institutions?: string[];
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions in which they are studied; at distance they are studied in all.',
  })
  regions?: string[];
  @Field(() => [String], {
    nullable: true,
    description: 'Kinds of award, such as `FdSc`; modules are not held to it.',
  })
  kinds?: string[];
  @Field(() => Float, {
    nullable: true,
    description: 'Only awards that carry at least so many credits (CATS); counts and modules are not held to it.',
  })
  atLeast?: number;
}

@ArgsType()
export class IntoArgs extends PageArgs {
  @Field(() => ID, { description: 'Id of the programme.' })
  programme!: string;
  @Field(() => ID, { nullable: true, description: 'Id of a module of it: only what covers that is asked.' })
  module?: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Id of one of its deliveries; the one that takes the most where not given.',
  })
  delivery?: string;
  @Field(() => MonthScalar, {
    nullable: true,
    description: 'The month in which study would start; the month of `asOf` where not given.',
  })
  start?: string;
  @Field(() => DayScalar, { nullable: true, description: 'The day as of which is asked; today where not given.' })
  asOf?: string;
  @Field(() => IncludeEnum, {
    nullable: true,
    description: 'Whether proposed mappings and agreements count too; agreed ones alone where not given.',
  })
  include?: Include;
  @Field(() => IntoFilterInput, { nullable: true, description: 'Which awards and modules; all where not given.' })
  filter?: IntoFilterInput;
}
