import type * as place from '../../domain/place.js';
import type * as domain from '../../domain/provision.js';
import { Field, Float, ID, Int, ObjectType } from '../decorators.js';
import { EmploymentEnum, PaceEnum } from './enums.js';
import { Place } from './places.js';
import { Fact } from './provenance.js';
import { DayScalar, MonthScalar } from './scalars.js';

@ObjectType({ description: 'A learning outcome of a module.', simpleResolvers: true })
export class Outcome implements domain.Outcome {
  @Field(() => ID, { description: 'Id of the outcome.' })
  id!: string;
  @Field(() => String, { description: 'What one can do.' })
  text!: string;
}

@ObjectType({ description: 'A unit of study.', implements: Fact })
export class Module
  extends Fact
  implements Omit<domain.Module, 'prerequisites' | 'offers' | 'institution' | 'assumed'>
{
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => String, { nullable: true, description: 'The code its institution gives it.' })
  code?: string;
  @Field(() => Float, { description: 'Credits (CATS); 1 credit is 10 notional hours.' })
  credits!: number;
  @Field(() => Int, { description: 'FHEQ/RQF level.' })
  level!: number;
  @Field(() => Float, { nullable: true, description: 'Hours of theory, where stated.' })
  theoryHours?: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Hours of practice supervised as the regulator asks, where stated.',
  })
  practiceHours?: number;
  @Field(() => Float, { nullable: true, description: 'Hours of practice not supervised so; they never count.' })
  unsupervisedHours?: number;
  @Field(() => [Outcome], { nullable: true, description: 'Its learning outcomes, where listed.' })
  outcomes?: domain.Outcome[];
}

@ObjectType({ description: 'A module in a stage.', simpleResolvers: true })
export class StageModule {
  @Field(() => ID, { description: 'Id of the module.' })
  module!: string;
  @Field(() => [ID], { nullable: true, description: 'Ids of the only deliveries in whose curriculum it is.' })
  deliveries?: string[];
  @Field(() => DayScalar, { nullable: true, description: 'First day on which starters study it.' })
  from?: string;
  @Field(() => DayScalar, { nullable: true, description: 'Last day on which starters study it.' })
  to?: string;
}

@ObjectType({
  description: 'What one may choose in an option group: a module, or several that go together.',
  simpleResolvers: true,
})
export class OptionMember {
  @Field(() => ID, { nullable: true, description: 'Name of the bundle; none for a single module.' })
  bundle!: string | null;
  @Field(() => [ID], { description: 'Ids of its modules.' })
  modules!: string[];
}

@ObjectType({ description: 'Modules of which some are chosen.', simpleResolvers: true })
export class OptionGroup {
  @Field(() => ID, { description: 'Id of the group.' })
  id!: string;
  @Field(() => Int, { nullable: true, description: 'How many members are chosen, where members are counted.' })
  chooseMembers!: number | null;
  @Field(() => Float, { nullable: true, description: 'How many credits (CATS) are chosen, where credits are counted.' })
  chooseCredits!: number | null;
  @Field(() => [OptionMember], { description: 'What may be chosen.' })
  members!: OptionMember[];
}

@ObjectType({ description: 'A block between points where one may join or step off.', simpleResolvers: true })
export class Stage {
  @Field(() => Int, { description: 'Its number, from 1.' })
  stage!: number;
  @Field(() => Float, { nullable: true, description: 'Credits (CATS) it states; none for a portfolio or a class.' })
  credits!: number | null;
  @Field(() => [StageModule], { description: 'Modules that everyone studies.' })
  core!: StageModule[];
  @Field(() => [OptionGroup], { description: 'Modules of which some are chosen.' })
  groups!: OptionGroup[];
  @Field(() => ID, { nullable: true, description: 'Id of the qualification given to who steps off after it.' })
  exitAward!: string | null;
}

@ObjectType({ description: 'Anything one enrols on that takes time.', implements: Fact })
export class Programme
  extends Fact
  implements Pick<domain.Programme, 'title' | 'award' | 'credits' | 'level' | 'codes' | 'theoryHours' | 'practiceHours'>
{
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => ID, { description: 'Id of the qualification it gives when complete.' })
  award!: string;
  @Field(() => Float, { nullable: true, description: 'Credits (CATS) it states; none for a portfolio or a class.' })
  credits?: number;
  @Field(() => Int, { description: 'FHEQ/RQF level of its award.' })
  level!: number;
  @Field(() => [String], { nullable: true, description: 'Codes people paste: KISCOURSEID, UCAS code.' })
  codes?: string[];
  @Field(() => Float, { nullable: true, description: 'Hours of theory, where stated.' })
  theoryHours?: number;
  @Field(() => Float, { nullable: true, description: 'Hours of supervised practice, where stated.' })
  practiceHours?: number;
}

@ObjectType({ description: 'A stage and the months in which one may join it.', simpleResolvers: true })
export class EntryPoint implements Pick<domain.EntryPoint, 'stage' | 'months' | 'places' | 'pool' | 'from' | 'to'> {
  @Field(() => Int, { description: 'The stage one joins, from 1.' })
  stage!: number;
  @Field(() => [Int], { description: 'Months of the year, 1 for January.' })
  months!: number[];
  @Field(() => Int, { nullable: true, description: 'Places a year, where known.' })
  places?: number;
  @Field(() => ID, { nullable: true, description: 'Id of the pool of places it draws on.' })
  pool?: string;
  @Field(() => DayScalar, { nullable: true, description: 'First day on which it is open.' })
  from?: string;
  @Field(() => DayScalar, { nullable: true, description: 'Last day on which it is open.' })
  to?: string;
}

@ObjectType({ description: 'A placement block.', simpleResolvers: true })
export class PlacementBlock implements domain.PlacementBlock {
  @Field(() => Float, { description: 'Weeks it takes.' })
  weeks!: number;
  @Field(() => Boolean, { description: "Whether it is in the learner's own workplace." })
  ownWorkplace!: boolean;
  @Field(() => Int, { nullable: true, description: 'The stage it belongs to, from 1, where known.' })
  stage?: number;
}

@ObjectType({ description: 'One way a programme is run, or a module offered singly.', implements: Fact })
export class Delivery
  extends Fact
  implements
    Omit<
      domain.Delivery,
      'assumed' | 'programme' | 'fee' | 'concurrent' | 'distance' | 'support' | 'nomination' | 'paced'
    >
{
  @Field(() => PaceEnum, { description: 'How fast it is studied.' })
  pace!: domain.Delivery['pace'];
  @Field(() => EmploymentEnum, { description: 'How it goes with a job.' })
  employment!: domain.Delivery['employment'];
  @Field(() => Place, { nullable: true, description: 'Where it is studied, where not at the institution.' })
  place?: place.Place;
  @Field(() => [Float], { description: 'Months of each stage, in order.' })
  months!: number[];
  @Field(() => Float, { description: 'Release days a week.' })
  releaseDays!: number;
  @Field(() => [EntryPoint], { description: 'Where and when one may join.' })
  entryPoints!: domain.EntryPoint[];
  @Field(() => [PlacementBlock], { nullable: true, description: 'Its placement blocks, where known.' })
  placements?: domain.PlacementBlock[];
  @Field(() => MonthScalar, { nullable: true, description: 'First month in which one may enter.' })
  firstEntry?: string;
  @Field(() => MonthScalar, { nullable: true, description: 'Last month in which one may enter.' })
  lastEntry?: string;
  @Field(() => Int, { nullable: true, description: 'Months of assessment after the last stage.' })
  assessmentMonths?: number;
}
