import type { Assessment, RestsOn as DomainRestsOn } from '../../domain/assessment.js';
import type { Delivery } from '../../domain/provision.js';
import type * as questions from '../../domain/questions.js';
import type { Strength } from '../../domain/recognition.js';
import type * as domain from '../../domain/route.js';
import type * as verdict from '../../domain/verdict.js';
import { Field, Float, ID, Int, ObjectType } from '../decorators.js';
import { CreditAssessment } from './assessment.js';
import { RestsOn } from './assessment-parts.js';
import {
  CriterionEnum,
  EmploymentEnum,
  NotEarlierEnum,
  ObstacleKindEnum,
  PaceEnum,
  RelaxationKindEnum,
  RouteProofEnum,
  StrengthEnum,
  VerdictEnum,
} from './enums.js';
import { Problem } from './problem.js';
import { BasisShare, Fragility, LegPlacement, Payment, StrengthShare } from './route-parts.js';
import { MonthScalar } from './scalars.js';
import { LearnerRepair, SystemRepair } from './verdict.js';

@ObjectType({
  description: 'The study of one delivery from one stage to another, without a gap.',
  simpleResolvers: true,
})
export class Leg implements domain.Leg {
  @Field(() => ID, { description: 'Id of the delivery.' })
  delivery!: string;
  @Field(() => ID, { description: 'Id of the programme, or of the module offered singly.' })
  programme!: string;
  @Field(() => String, { description: 'Title of the programme.' })
  title!: string;
  @Field(() => ID, { description: 'Id of the institution.' })
  institution!: string;
  @Field(() => String, { description: 'Name of the institution.' })
  institutionName!: string;
  @Field(() => String, { description: 'Where it is studied.' })
  place!: string;
  @Field(() => MonthScalar, { description: 'First month of study.' })
  start!: string;
  @Field(() => MonthScalar, { description: 'Last month of study.' })
  end!: string;
  @Field(() => MonthScalar, {
    nullable: true,
    description: 'Month in which the award is given; none if the leg does not complete the programme.',
  })
  completes!: string | null;
  @Field(() => Int, { description: 'First stage studied, from 1.' })
  fromStage!: number;
  @Field(() => Int, { description: 'Last stage studied.' })
  toStage!: number;
  @Field(() => [ID], { description: 'Ids of the option modules taken.' })
  options!: string[];
  @Field(() => PaceEnum, { description: 'How fast it is studied.' })
  pace!: Delivery['pace'];
  @Field(() => EmploymentEnum, { description: 'How it goes with a job.' })
  employment!: Delivery['employment'];
  @Field(() => Boolean, { description: 'Whether it may run beside other legs.' })
  concurrent!: boolean;
  @Field(() => Boolean, { description: 'Whether entry rests on a judgement or on declarations not given.' })
  subjectTo!: boolean;
  @Field(() => [String], { description: 'What it is subject to.' })
  subjectToWhat!: string[];
  @Field(() => VerdictEnum, { description: 'The verdict of the entry rules in its first month.' })
  entry!: verdict.Verdict;
  @Field(() => CreditAssessment, {
    nullable: true,
    description: 'The credit assessment it rests on; none where it carries no credit.',
  })
  assessment!: Assessment | null;
  @Field(() => Float, { description: 'Credits (CATS) studied in it.' })
  creditsStudied!: number;
  @Field(() => Float, { description: 'Pounds of its fee.' })
  fee!: number;
  @Field(() => Float, { description: 'Pounds that its claims cost.' })
  claimFees!: number;
  @Field(() => [Payment], { description: 'Who pays what of the fee.' })
  payments!: domain.Payment[];
  @Field(() => Float, { description: 'Pounds that the learner pays, claim fees included.' })
  learnerPart!: number;
  @Field(() => [String], { description: 'Salary, backfill or grants given while it runs.' })
  support!: string[];
  @Field(() => Boolean, { description: 'Whether the pay of the job is kept.' })
  payKept!: boolean;
  @Field(() => Float, { description: 'Release days a week.' })
  releaseDays!: number;
  @Field(() => [LegPlacement], { description: 'Its placement blocks.' })
  placements!: LegPlacement[];
  @Field(() => Float, {
    nullable: true,
    description:
      'Hours of supervised practice still to do in it; none where neither its modules nor its programme state any.',
  })
  practiceHours!: number | null;
  @Field(() => String, {
    description: 'Why it cannot start earlier; each earlier month in which its stage can be joined was tried.',
  })
  whyNotEarlier!: string;
  @Field(() => NotEarlierEnum, { description: 'What kind of reason that is.' })
  whyNotEarlierCode!: domain.NotEarlierCode;
  @Field(() => MonthScalar, {
    nullable: true,
    description: 'The last earlier month in which its stage could be joined; none where there is none.',
  })
  earlierIntake!: string | null;
  @Field(() => [String], { description: 'What goes out of date, or out of force, while it runs.' })
  expires!: string[];
  @Field(() => MonthScalar, {
    nullable: true,
    description: 'Last month by which the application must have started, if credit would otherwise lapse.',
  })
  applyBy!: string | null;
  @Field(() => String, { nullable: true, description: 'What is lost by whoever applies later.' })
  applyByWhy!: string | null;
}

@ObjectType({ description: 'A route to a register part that no other route beats.', simpleResolvers: true })
export class Route implements domain.Route {
  @Field(() => ID, { description: 'Id of the register part.' })
  registerPart!: string;
  @Field(() => String, { description: 'Name of the register part.' })
  registerPartName!: string;
  @Field(() => MonthScalar, { description: 'The first month asked.' })
  first!: string;
  @Field(() => Int, { description: 'Months from the first month to registration.' })
  months!: number;
  @Field(() => MonthScalar, { description: 'The month in which the register part is reached.' })
  registered!: string;
  @Field(() => Float, { description: 'Pounds of fees and claim fees that the learner pays.' })
  learnerPart!: number;
  @Field(() => Float, { description: 'Pounds of all fees.' })
  totalFees!: number;
  @Field(() => Float, { description: 'The most release days in a week; full-time study counts 5.' })
  releaseDays!: number;
  @Field(() => Float, { description: 'Credits (CATS) studied.' })
  creditsStudied!: number;
  @Field(() => Int, { description: 'The number of institutions.' })
  institutions!: number;
  @Field(() => [ID], { description: 'Ids of the completed programmes that together reach the register part.' })
  reachedBy!: string[];
  @Field(() => [Leg], { description: 'Its legs in order of start.' })
  legs!: domain.Leg[];
  @Field(() => StrengthEnum, {
    nullable: true,
    description: 'The weakest strength of the credit it rests on; none if it rests on none.',
  })
  strength!: Strength | null;
  @Field(() => [StrengthShare], { description: 'The credit it rests on by strength, the firmest first.' })
  strengths!: domain.StrengthShare[];
  @Field(() => [BasisShare], { description: 'The facts it rests on by basis.' })
  bases!: domain.BasisShare[];
  @Field(() => [RestsOn], { description: 'Facts it rests on that are not published, or not wholly.' })
  restsOn!: DomainRestsOn[];
  @Field(() => Float, {
    nullable: true,
    description: 'Hours of supervised practice still to do; none where no leg states any.',
  })
  practiceHours!: number | null;
  @Field(() => Boolean, { description: 'Whether the pay of the job is kept all the way.' })
  payKept!: boolean;
  @Field(() => Int, { description: 'Months of full-time study outside employment.' })
  monthsWithoutPay!: number;
  @Field(() => [Fragility], {
    description: 'Each single thing without which some leg can no longer start in its month at its stage.',
  })
  fragility!: domain.Fragility[];
  @Field(() => String, { description: 'One sentence that sums it up.' })
  summary!: string;
}

@ObjectType({ description: 'One thing in the way of every route.', simpleResolvers: true })
export class Obstacle implements domain.Obstacle {
  @Field(() => ID, {
    description:
      'Names it: `constraint:` and its name, `entry:` and the path of the condition, `withdrawn:` and the id of the delivery.',
  })
  id!: string;
  @Field(() => ObstacleKindEnum, { description: 'What kind of thing it is.' })
  kind!: domain.Obstacle['kind'];
  @Field(() => String, { description: 'What it is, in a sentence.' })
  says!: string;
  @Field(() => ID, { nullable: true, description: 'Id of the programme it concerns, if it concerns one.' })
  programme!: string | null;
  @Field(() => [String], { description: 'Paths of the entry conditions that are not met.' })
  conditions!: string[];
}

@ObjectType({
  description: 'A smallest set of things in the way: without them there is a route.',
  simpleResolvers: true,
})
export class ObstacleSet implements domain.ObstacleSet {
  @Field(() => [Obstacle], { description: 'The things in the way.' })
  obstacles!: domain.Obstacle[];
  @Field(() => Int, { nullable: true, description: 'Months of the shortest route that opens without them.' })
  opensMonths!: number | null;
  @Field(() => [LearnerRepair], { description: 'What the learner could do.' })
  byLearner!: verdict.LearnerRepair[];
  @Field(() => [SystemRepair], { description: 'What the owners of the rules could do.' })
  bySystem!: verdict.SystemRepair[];
}

@ObjectType({ description: 'The least change of one constraint that opens a route.', simpleResolvers: true })
export class Relaxation implements domain.Relaxation {
  @Field(() => RelaxationKindEnum, { description: 'Which constraint it is.' })
  kind!: domain.Relaxation['kind'];
  @Field(() => String, { description: 'What must be allowed, in words.' })
  says!: string;
  @Field(() => Float, {
    nullable: true,
    description:
      'The least release days a week, kilometres, pounds or legs that open a route; none where it is no number.',
  })
  value!: number | null;
  @Field(() => MonthScalar, {
    nullable: true,
    description: 'The earliest latest month that opens a route; none of all others.',
  })
  month!: string | null;
  @Field(() => Int, { description: 'Months of the shortest route that opens.' })
  opensMonths!: number;
}

@ObjectType({
  description: 'Every unbeaten route to a register part, or what stands in the way.',
  simpleResolvers: true,
})
export class RouteAnswer implements domain.RouteAnswer {
  @Field(() => ID, { description: 'Id of the register part.' })
  registerPart!: string;
  @Field(() => String, { description: 'Name of the register part.' })
  registerPartName!: string;
  @Field(() => MonthScalar, { description: 'First month of the routes.' })
  first!: string;
  @Field(() => [CriterionEnum], { description: 'The criteria that counted.' })
  criteria!: questions.Criterion[];
  @Field(() => RouteProofEnum, { description: 'What is proven of the routes.' })
  proof!: domain.RouteAnswer['proof'];
  @Field(() => [Route], { description: 'The unbeaten routes; the first is the shortest.' })
  routes!: domain.Route[];
  @Field(() => [ObstacleSet], { description: 'What stands in the way where there is no route.' })
  obstacles!: domain.ObstacleSet[];
  @Field(() => [Relaxation], {
    description: 'Where there is no route, the nearest relaxations of single constraints that open one.',
  })
  relaxations!: domain.Relaxation[];
  @Field(() => [Problem], { description: 'What kept the question from a plain answer.' })
  problems!: Problem[];
  @Field(() => [String], { description: 'What a reader must know.' })
  notes!: string[];
  @Field(() => String, { description: 'One sentence that sums it up.' })
  summary!: string;
}

@ObjectType({ description: 'Answer to a route question: the routes, and the problems.' })
export class RoutesAnswer {
  @Field(() => RouteAnswer, { nullable: true, description: 'The routes; none where a problem prevents them.' })
  answer!: domain.RouteAnswer | null;
  @Field(() => [Problem], { description: 'What prevents them, or `NO_ROUTE`; empty where there is a route.' })
  problems!: Problem[];
}
