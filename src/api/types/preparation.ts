import type { Assessment } from '../../domain/assessment.js';
import type * as domain from '../../domain/preparation.js';
import { Field, Float, ID, Int, ObjectType } from '../decorators.js';
import { CreditAssessment } from './assessment.js';
import { RestsOn } from './assessment-parts.js';
import { enumOf } from './enum-of.js';
import { FewestEnum } from './preparation-input.js';
import { Problem } from './problem.js';
import { MonthScalar } from './scalars.js';

const PreparationProofEnum = enumOf<domain.PreparationAnswer['proof']>()(
  'PreparationProof',
  'What is proven of a preparation.',
  {
    OPTIMAL: 'No other modules on offer do with fewer.',
    NONE: 'No modules on offer lead to every target.',
    BOUNDED: 'The steps ran out, or not every choice was tried: fewer may do.',
  },
);

@ObjectType({ description: 'A module to study first, as a leg with its months.', simpleResolvers: true })
export class PreparationLeg implements domain.PreparationLeg {
  @Field(() => ID, { description: 'Id of the module.' })
  module!: string;
  @Field(() => String, { description: 'Title of the module.' })
  title!: string;
  @Field(() => ID, { description: 'Id of the offer that is taken.' })
  delivery!: string;
  @Field(() => ID, { description: 'Id of the institution.' })
  institution!: string;
  @Field(() => String, { description: 'Name of the institution.' })
  institutionName!: string;
  @Field(() => Boolean, { description: 'Whether it is studied at distance.' })
  distance!: boolean;
  @Field(() => MonthScalar, { description: 'First month of study.' })
  start!: string;
  @Field(() => MonthScalar, { description: 'Last month of study; the module is held from the month after.' })
  end!: string;
  @Field(() => Float, { description: 'Credits (CATS).' })
  credits!: number;
  @Field(() => Int, { description: 'Level (FHEQ).' })
  level!: number;
  @Field(() => Float, { description: 'Pounds of its fee.' })
  fee!: number;
  @Field(() => Float, { description: 'Release days a week.' })
  releaseDays!: number;
  @Field(() => Boolean, { description: 'Whether it may run beside others.' })
  concurrent!: boolean;
  @Field(() => Boolean, { description: 'Whether entry rests on a judgement or on declarations not given.' })
  subjectTo!: boolean;
  @Field(() => [String], { description: 'What it is subject to.' })
  subjectToWhat!: string[];
  @Field(() => [Int], { description: 'Places, from 0, in the list of targets, of those whose credit uses it.' })
  usedAt!: number[];
  @Field(() => [ID], { description: 'Ids of modules of the preparation that ask for it first.' })
  neededBy!: string[];
  @Field(() => String, { description: 'When and where it is studied, and what for, in a sentence.' })
  says!: string;
}

@ObjectType({
  description: 'A target, and the credit that leads to it once the modules are held.',
  simpleResolvers: true,
})
export class PreparedTarget implements domain.PreparedTarget {
  @Field(() => ID, { description: 'Id of the programme.' })
  programme!: string;
  @Field(() => String, { description: 'Title of the programme.' })
  title!: string;
  @Field(() => ID, { description: 'Id of the institution.' })
  institution!: string;
  @Field(() => String, { description: 'Name of the institution.' })
  institutionName!: string;
  @Field(() => ID, { nullable: true, description: 'Id of the delivery that is joined; none where none can be.' })
  delivery!: string | null;
  @Field(() => Int, { description: 'The stage joined.' })
  stage!: number;
  @Field(() => MonthScalar, { description: 'The month in which it is joined.' })
  intake!: string;
  @Field(() => CreditAssessment, {
    nullable: true,
    description: 'The most credit that makes the stages before it whole; none where nothing does.',
  })
  assessment!: Assessment | null;
  @Field(() => String, { description: 'Whether it can be joined, in a sentence.' })
  says!: string;
}

@ObjectType({ description: 'A module that nothing on offer covers.', simpleResolvers: true })
export class ShortModule implements domain.ShortModule {
  @Field(() => ID, { description: 'Id of the module.' })
  module!: string;
  @Field(() => String, { description: 'Title of the module.' })
  title!: string;
  @Field(() => Float, { description: 'Credits (CATS).' })
  credits!: number;
}

@ObjectType({
  description: 'A target that nothing on offer leads to, with what it is short of.',
  simpleResolvers: true,
})
export class ShortTarget implements domain.ShortTarget {
  @Field(() => Int, { description: 'Place, from 0, in the list of targets.' })
  target!: number;
  @Field(() => ID, { description: 'Id of the programme.' })
  programme!: string;
  @Field(() => Int, { description: 'The stage asked for.' })
  stage!: number;
  @Field(() => MonthScalar, { description: 'The month asked for.' })
  intake!: string;
  @Field(() => [ShortModule], {
    description: 'The fewest modules that no claim can cover, though all that is on offer be held.',
  })
  missing!: ShortModule[];
  @Field(() => String, { description: 'What it is short of, in a sentence.' })
  says!: string;
}

@ObjectType({
  description: 'The modules to study first, with a schedule and what they lead to.',
  simpleResolvers: true,
})
export class Preparation implements domain.PreparationAnswer {
  @Field(() => FewestEnum, { description: 'What is fewest.' })
  fewest!: domain.Fewest;
  @Field(() => MonthScalar, { description: 'The first month in which a module may start.' })
  first!: string;
  @Field(() => PreparationProofEnum, { description: 'What is proven.' })
  proof!: domain.PreparationAnswer['proof'];
  @Field(() => [PreparationLeg], { description: 'The modules in order of start.' })
  legs!: PreparationLeg[];
  @Field(() => Int, { description: 'How many modules.' })
  modules!: number;
  @Field(() => Float, { description: 'Credits (CATS) of them all.' })
  credits!: number;
  @Field(() => Float, { description: 'Pounds of all their fees.' })
  fees!: number;
  @Field(() => Int, { description: 'Months from the first to the end of the last module.' })
  months!: number;
  @Field(() => Float, { description: 'The most release days a week in any month.' })
  releaseDays!: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'No fewer modules or credits, or pounds, as asked, are possible; none where nothing leads to every target.',
  })
  bound!: number | null;
  @Field(() => [PreparedTarget], { description: 'The targets in the order asked.' })
  targets!: PreparedTarget[];
  @Field(() => [ShortTarget], { description: 'Targets that nothing on offer leads to.' })
  short!: ShortTarget[];
  @Field(() => [RestsOn], { description: 'Facts it rests on that are not published, or not wholly.' })
  restsOn!: RestsOn[];
  @Field(() => [String], { description: 'What a reader must know: what was assumed, that it is an estimate.' })
  notes!: string[];
  @Field(() => [Problem], { description: 'What keeps it from leading to every target.' })
  problems!: Problem[];
  @Field(() => String, { description: 'The answer in a sentence.' })
  summary!: string;
}

@ObjectType({ description: 'Modules to study first, or the problems.', simpleResolvers: true })
export class PrepareAnswer {
  @Field(() => Preparation, { nullable: true, description: 'The preparation; none where the question has problems.' })
  preparation!: domain.PreparationAnswer | null;
  @Field(() => [Problem], { description: 'Unknown codes, targets that cannot be, or that nothing on offer does.' })
  problems!: Problem[];
}
