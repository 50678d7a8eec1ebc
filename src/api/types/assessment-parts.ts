import type * as domain from '../../domain/assessment.js';
import type * as fact from '../../domain/fact.js';
import type * as limits from '../../domain/limits.js';
import type { Strength } from '../../domain/recognition.js';
import { Field, Float, ID, Int, ObjectType } from '../decorators.js';
import {
  BasisEnum,
  HourKindEnum,
  LimitKindEnum,
  LimitUnitEnum,
  ReasonCodeEnum,
  StrengthEnum,
  SupplyKindEnum,
} from './enums.js';
import { Source } from './provenance.js';
import { MonthScalar } from './scalars.js';

@ObjectType({ description: 'Credits at one level.', simpleResolvers: true })
export class LevelCredit {
  @Field(() => Int, { description: 'FHEQ/RQF level of the target modules.' })
  level!: number;
  @Field(() => Float, { description: 'Credits (CATS) credited at that level.' })
  credits!: number;
}

@ObjectType({ description: 'The most credit with claims of one strength and better.', simpleResolvers: true })
export class BandCredit {
  @Field(() => StrengthEnum, { description: 'The weakest strength that counts.' })
  weakest!: Strength;
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the delivery, of those asked, that takes the most of such credit; none where there is none.',
  })
  delivery!: string | null;
  @Field(() => Float, { description: 'Credits (CATS).' })
  credits!: number;
  @Field(() => Int, { description: 'The stage at which the learner may then join, from 1.' })
  entryStage!: number;
}

@ObjectType({ description: 'What of one stage is credited.', simpleResolvers: true })
export class StageCredit implements domain.StageCredit {
  @Field(() => Int, { description: 'The number of the stage, from 1.' })
  stage!: number;
  @Field(() => Float, { nullable: true, description: 'Credits (CATS) the stage states; none for a portfolio.' })
  credits!: number | null;
  @Field(() => Float, { description: 'Credits (CATS) credited in it.' })
  credited!: number;
  @Field(() => Float, { description: 'Credits (CATS) of it that are progress on this programme already.' })
  progress!: number;
  @Field(() => Boolean, { description: 'Whether credit and progress make it whole.' })
  whole!: boolean;
}

@ObjectType({ description: 'A held module that is progress on this programme.', simpleResolvers: true })
export class ProgressModule {
  @Field(() => ID, { description: 'Id of the module.' })
  module!: string;
  @Field(() => MonthScalar, { description: 'The month in which it was achieved.' })
  on!: string;
}

@ObjectType({ description: 'Hours of one kind.', simpleResolvers: true })
export class HoursLine implements domain.HoursLine {
  @Field(() => HourKindEnum, { description: 'Which hours.' })
  kind!: 'theory' | 'practice';
  @Field(() => Float, { description: 'Hours that the sources used state, or the rows that rest on experience.' })
  evidenced!: number;
  @Field(() => Float, { description: 'Hours credited.' })
  credited!: number;
  @Field(() => Float, { description: 'Hours of modules that are progress on the programme.' })
  studied!: number;
  @Field(() => Float, { description: 'Hours still to study.' })
  stillToStudy!: number;
  @Field(() => Float, { nullable: true, description: "Hours that are the regulator's minimum, where one is in force." })
  minimum!: number | null;
}

@ObjectType({ description: 'Why a held module is not used.', simpleResolvers: true })
export class Reason implements domain.Reason {
  @Field(() => ID, { description: 'Id of the module.' })
  module!: string;
  @Field(() => ReasonCodeEnum, { description: 'The kind of reason.' })
  code!: domain.ReasonCode;
  @Field(() => String, { description: 'The reason in a sentence.' })
  sentence!: string;
  @Field(() => [ID], { description: 'Ids of the limits that hold it back, where they do.' })
  limits!: string[];
}

@ObjectType({ description: 'Why a target module is not credited.', simpleResolvers: true })
export class NotCredited extends Reason implements domain.NotCredited {
  @Field(() => Int, { description: 'The stage it stands in, from 1.' })
  stage!: number;
  @Field(() => Float, { description: 'Its credits (CATS).' })
  credits!: number;
  @Field(() => String, { nullable: true, description: 'What comes nearest to covering it, and what that lacks.' })
  nearestMiss!: string | null;
  @Field(() => [ID], { description: 'Ids of the catalogue rows that the nearest miss speaks of.' })
  nearestRows!: string[];
}

@ObjectType({
  description:
    'What lifting limits would change. Under CREDITS the stage may fall where credits rise, under ENTRY the reverse.',
  simpleResolvers: true,
})
export class Gain implements domain.Gain {
  @Field(() => Float, { description: 'Credits (CATS) more; below zero: fewer.' })
  credits!: number;
  @Field(() => Int, { description: 'Stages by which one joins later; below zero: earlier.' })
  entryStage!: number;
}

@ObjectType({
  description: 'Limits that gain nothing one by one, nor in any smaller set of them, but do if all are lifted.',
  simpleResolvers: true,
})
export class LimitSet implements domain.LimitSet {
  @Field(() => [ID], { description: 'Ids of two to four limits.' })
  limits!: string[];
  @Field(() => Gain, { description: 'What lifting all of them gains, asked again.' })
  gain!: domain.Gain;
  @Field(() => String, { description: 'What they say, and what lifting them gains, in a sentence.' })
  sentence!: string;
}

@ObjectType({ description: 'One limit in force, and how far it is used.', simpleResolvers: true })
export class LimitUse implements domain.LimitUse {
  @Field(() => ID, { description: 'Id of the limit.' })
  id!: string;
  @Field(() => ID, { description: 'Id of the policy that lays it down.' })
  policy!: string;
  @Field(() => String, { description: 'Name of the policy.' })
  policyName!: string;
  @Field(() => String, { description: 'Who laid it down, by name.' })
  laidDownBy!: string;
  @Field(() => Source, { description: 'Where the limit was read.' })
  source!: fact.Source;
  @Field(() => LimitKindEnum, { description: 'What it holds back.' })
  kind!: limits.LimitKind;
  @Field(() => String, { description: 'The limit in a sentence.' })
  says!: string;
  @Field(() => LimitUnitEnum, { description: 'The unit of `used`, `allowed` and `slack`.' })
  unit!: domain.LimitUse['unit'];
  @Field(() => Float, { nullable: true, description: 'How much is used, in the unit given.' })
  used!: number | null;
  @Field(() => Float, { nullable: true, description: 'How much is allowed, or for a floor asked, in the unit given.' })
  allowed!: number | null;
  @Field(() => Float, { nullable: true, description: 'How much is left, in the unit given.' })
  slack!: number | null;
  @Field(() => Boolean, {
    description:
      'Whether it is in the way of a claim that would otherwise stand, or its lifting gains, alone or in a set.',
  })
  binding!: boolean;
  @Field(() => Gain, {
    nullable: true,
    description: 'What lifting it alone would change, asked again; none where that was not asked or not proven.',
  })
  gain!: domain.Gain | null;
}

@ObjectType({ description: 'Something that would supply what is missing.', simpleResolvers: true })
export class Supply implements domain.Supply {
  @Field(() => SupplyKindEnum, { description: 'Whether it is a programme or a module offered singly.' })
  kind!: domain.Supply['kind'];
  @Field(() => ID, { description: 'Id of the programme or module.' })
  id!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'The last stage of it that needs to be studied, from 1; none where all of it does.',
  })
  upToStage!: number | null;
  @Field(() => [ID], { description: 'Ids of the missing modules it covers.' })
  covers!: string[];
  @Field(() => Int, { nullable: true, description: 'Months it takes, where known.' })
  months!: number | null;
  @Field(() => Float, { nullable: true, description: 'Pounds it costs, where known.' })
  fee!: number | null;
}

@ObjectType({ description: 'An outcome of a module.', simpleResolvers: true })
export class MissingOutcome {
  @Field(() => ID, { description: 'Id of the outcome within its module.' })
  id!: string;
  @Field(() => String, { description: 'The outcome in words.' })
  text!: string;
}

@ObjectType({ description: 'A module missing to reach a stage, with what would supply it.', simpleResolvers: true })
export class MissingModule implements domain.MissingModule {
  @Field(() => ID, { description: 'Id of the module.' })
  module!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => Int, { description: 'The stage it stands in, from 1.' })
  stage!: number;
  @Field(() => Float, { description: 'Its credits (CATS).' })
  credits!: number;
  @Field(() => [MissingOutcome], {
    description: 'Outcomes that are missing where what is held covers the others; empty where all of it is missing.',
  })
  outcomes!: MissingOutcome[];
  @Field(() => [Supply], { description: 'What would supply it by itself, cheapest first; at most ten.' })
  supply!: domain.Supply[];
}

@ObjectType({
  description: 'Things that together supply all that is missing: asked again with these held, the stage can be joined.',
  simpleResolvers: true,
})
export class SupplyWay implements domain.SupplyWay {
  @Field(() => [Supply], { description: 'Programmes and modules offered singly, cheapest first.' })
  supplies!: domain.Supply[];
  @Field(() => Float, { nullable: true, description: 'Pounds they cost together, where all fees are known.' })
  fee!: number | null;
}

@ObjectType({ description: 'Credit that saves no time, as it reaches no entry point.', simpleResolvers: true })
export class Stranded implements domain.Stranded {
  @Field(() => Float, { description: 'Credits (CATS) awarded that save no time.' })
  credits!: number;
  @Field(() => Int, {
    nullable: true,
    description:
      'The least later stage that opens to new students in the start month or the eleven after it; none if none does.',
  })
  nextStage!: number | null;
  @Field(() => MonthScalar, { nullable: true, description: 'The month in which it opens.' })
  opens!: string | null;
  @Field(() => [ID], { description: 'Ids of the modules missing to reach it.' })
  missing!: string[];
  @Field(() => Float, { description: 'Credits (CATS) missing to reach it.' })
  missingCredits!: number;
  @Field(() => [ID], {
    description: 'Ids of modules that the entry point lets be made good alongside: they are not missing.',
  })
  alongside!: string[];
  @Field(() => [MissingModule], { description: 'The missing modules, with the outcomes they lack and their supplies.' })
  lacking!: domain.MissingModule[];
  @Field(() => [Supply], { description: 'What would supply some of it, what supplies the most first; at most ten.' })
  supply!: domain.Supply[];
  @Field(() => [SupplyWay], {
    description: 'The cheapest combinations that supply all of it, none within another; at most five.',
  })
  ways!: domain.SupplyWay[];
  @Field(() => String, { nullable: true, description: 'What combinations were not tried, where that may matter.' })
  cut!: string | null;
  @Field(() => String, { description: 'What is missing and what would supply it, in a sentence or two.' })
  says!: string;
}

@ObjectType({ description: 'A fact an answer rests on that is not published, or not wholly.', simpleResolvers: true })
export class RestsOn implements domain.RestsOn {
  @Field(() => ID, { description: 'Id of the row.' })
  id!: string;
  @Field(() => BasisEnum, { description: 'What the row rests on.' })
  basis!: fact.Basis;
  @Field(() => String, { description: 'What is not published about it.' })
  says!: string;
}
