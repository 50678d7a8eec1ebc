import type * as domain from '../../domain/assessment.js';
import type { Certificate } from '../../domain/certificate.js';
import type * as questions from '../../domain/questions.js';
import { Field, Float, ID, Int, ObjectType } from '../decorators.js';
import * as parts from './assessment-parts.js';
import { UsedClaim } from './claim.js';
import { ObjectiveEnum, ProofEnum } from './enums.js';
import { Problem } from './problem.js';
import { CertificateScalar, MonthScalar } from './scalars.js';

@ObjectType({
  description:
    'What credit a learner can carry into a programme, where they may join, and why. An estimate: the institution decides.',
  simpleResolvers: true,
})
export class CreditAssessment implements domain.Assessment {
  @Field(() => ID, { description: 'Id of the programme.' })
  programme!: string;
  @Field(() => String, { description: 'Title of the programme.' })
  title!: string;
  @Field(() => ID, { description: 'Id of the institution.' })
  institution!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the delivery assessed; none where the programme has none in force.',
  })
  delivery!: string | null;
  @Field(() => MonthScalar, { description: 'The month in which study would start.' })
  start!: string;
  @Field(() => ObjectiveEnum, { description: 'Which optimum was asked for.' })
  objective!: questions.Objective;
  @Field(() => ProofEnum, { description: 'What is proven of it.' })
  proof!: domain.Proof;
  @Field(() => Float, { description: 'Credits (CATS) credited, progress not counted.' })
  credits!: number;
  @Field(() => Float, { description: 'No more than so many credits (CATS) are possible.' })
  bound!: number;
  @Field(() => Float, { nullable: true, description: 'Credits (CATS) the programme states; none for a portfolio.' })
  programmeCredits!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Credits (CATS) left to study, where the programme states credits.',
  })
  creditsLeft!: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Credits (CATS) left to study that count towards the classification (marks do not carry); none where the catalogue does not say which do.',
  })
  classifiedLeft!: number | null;
  @Field(() => Int, { description: 'The stage at which the learner may join, from 1.' })
  entryStage!: number;
  @Field(() => Float, { description: 'Credits (CATS) from certificated learning among those credited.' })
  certificated!: number;
  @Field(() => Float, { description: 'Credits (CATS) from experience among those credited.' })
  experiential!: number;
  @Field(() => Float, { description: 'Guaranteed credits (CATS) among those credited.' })
  guaranteed!: number;
  @Field(() => Float, { description: 'Guaranteed and precedent credits (CATS) among those credited.' })
  guaranteedAndPrecedent!: number;
  @Field(() => [parts.BandCredit], { description: 'The most for each strength of claim, each an optimum of its own.' })
  bands!: parts.BandCredit[];
  @Field(() => [parts.LevelCredit], { description: 'What is credited, level by level.' })
  byLevel!: parts.LevelCredit[];
  @Field(() => [parts.StageCredit], { description: 'What is credited, stage by stage.' })
  byStage!: domain.StageCredit[];
  @Field(() => [parts.ProgressModule], { description: 'Held modules that are progress on this programme.' })
  progress!: parts.ProgressModule[];
  @Field(() => [parts.HoursLine], { description: 'Hours of theory and practice, where the programme states hours.' })
  hours!: domain.HoursLine[];
  @Field(() => Int, {
    nullable: true,
    description: 'Months of study saved by joining at the entry stage; none without a delivery.',
  })
  monthsSaved!: number | null;
  @Field(() => Float, { nullable: true, description: 'Pounds of fees saved, where fees are known.' })
  feeSaved!: number | null;
  @Field(() => Float, { description: 'Pounds that the claims cost.' })
  claimFees!: number;
  @Field(() => [UsedClaim], { description: 'The claims used.' })
  claims!: domain.UsedClaim[];
  @Field(() => [parts.Reason], { description: 'Held modules that are not used, and why.' })
  notUsed!: domain.Reason[];
  @Field(() => [parts.NotCredited], { description: 'Target modules that are not credited, and why.' })
  notCredited!: domain.NotCredited[];
  @Field(() => [parts.LimitUse], { description: 'Every limit in force, and how far it is used.' })
  limits!: domain.LimitUse[];
  @Field(() => [parts.LimitSet], {
    description: 'The smallest sets of limits that hold credit back together, by size and then ids; twenty at most.',
  })
  limitSets!: domain.LimitSet[];
  @Field(() => String, {
    nullable: true,
    description: 'What was not asked of limits and sets of them, or not proven; none where everything was.',
  })
  limitSetsCut!: string | null;
  @Field(() => parts.Stranded, { nullable: true, description: 'Credit that saves no time, if there is any.' })
  stranded!: domain.Stranded | null;
  @Field(() => [parts.RestsOn], { description: 'Facts it rests on that are not published, or not wholly.' })
  restsOn!: domain.RestsOn[];
  @Field(() => [String], { description: 'What a reader must know: what was assumed, what was not applied.' })
  notes!: string[];
  @Field(() => String, { description: 'One sentence that sums it up.' })
  summary!: string;
  @Field(() => CertificateScalar, {
    nullable: true,
    description:
      'Why nothing better can be had, for a checker that need not trust the solver; none where it was not kept.',
  })
  certificate!: Certificate | null;
}

@ObjectType({ description: 'Answer to a credit question: an assessment, or the problems that prevent one.' })
export class CreditAnswer {
  @Field(() => CreditAssessment, { nullable: true, description: 'The assessment; none where a problem prevents it.' })
  assessment!: domain.Assessment | null;
  @Field(() => [Problem], { description: 'What prevents it; empty where nothing does.' })
  problems!: Problem[];
}
