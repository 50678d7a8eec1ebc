import type * as domain from '../../domain/credit-into.js';
import type * as fact from '../../domain/fact.js';
import type * as provision from '../../domain/provision.js';
import type { Include } from '../../domain/questions.js';
import type { Status, Strength } from '../../domain/recognition.js';
import { Field, Float, ID, Int, ObjectType } from '../decorators.js';
import { connectionOf } from '../paging.js';
import { RestsOn } from './assessment-parts.js';
import { BasisEnum, IncludeEnum, StatusEnum, StrengthEnum } from './enums.js';
import { Carried, IntoRow, ModuleWay, Named } from './into-parts.js';
import { Problem } from './problem.js';
import { Source } from './provenance.js';
import { MonthScalar } from './scalars.js';
import { Outcome } from './study.js';

@ObjectType({
  description: 'An award whose holders have something that the programme may credit, and how far it carries.',
  simpleResolvers: true,
})
export class AwardInto implements domain.AwardInto {
  @Field(() => ID, {
    description:
      'The programme that gives it, `programme@stage` for what it gives on leaving after a stage, or a qualification whose modules are not known.',
  })
  id!: string;
  @Field(() => String, { description: 'What people call it.' })
  title!: string;
  @Field(() => String, { nullable: true, description: 'Its kind: `FdSc`, `CertHE` ...; none where it is not known.' })
  kind!: string | null;
  @Field(() => Int, { description: 'FHEQ/RQF level.' })
  level!: number;
  @Field(() => ID, { nullable: true, description: 'Id of the programme; none where its modules are not known.' })
  programme!: string | null;
  @Field(() => Int, { nullable: true, description: 'The last stage done, for an exit award.' })
  stage!: number | null;
  @Field(() => Named, { nullable: true, description: 'The qualification that it is.' })
  qualification!: domain.Named | null;
  @Field(() => Named, { nullable: true, description: 'The institution; none where its modules are not known.' })
  institution!: domain.Named | null;
  @Field(() => Boolean, { description: 'Whether it is gained at the institution that runs the programme asked about.' })
  own!: boolean;
  @Field(() => Float, {
    description:
      'The most credits (CATS) that any holder carries: with the best options, and as whom the rows ask for.',
  })
  most!: number;
  @Field(() => Carried, { nullable: true, description: 'With the core modules alone; none where it has none.' })
  core!: domain.Carried | null;
  @Field(() => Carried, {
    nullable: true,
    description: 'With the options that carry most; none where it has no options.',
  })
  withOptions!: domain.Carried | null;
  @Field(() => Int, { description: 'Choices of options tried; choices that count alike are one.' })
  choicesTried!: number;
  @Field(() => Boolean, { description: 'True where there were more choices, so that another may carry more.' })
  choicesCut!: boolean;
  @Field(() => [Carried], {
    description: 'What more is carried by who is also registered, or works for an employer that a row names.',
  })
  conditional!: domain.Carried[];
  @Field(() => [IntoRow], { description: 'What links it with the programme, in order of ids.' })
  rows!: domain.IntoRow[];
  @Field(() => [RestsOn], {
    description: "Facts it rests on that are not published, or not wholly, beside the answer's own.",
  })
  restsOn!: domain.AwardInto['restsOn'];
  @Field(() => String, { description: 'A sentence or two that sum it up.' })
  summary!: string;
}

@ObjectType({ description: 'A module that is a source of credit for the programme.', simpleResolvers: true })
export class ModuleInto implements domain.ModuleInto {
  @Field(() => ID, { description: 'Id of the module.' })
  module!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => Named, { nullable: true, description: 'The institution that teaches it.' })
  institution!: domain.Named | null;
  @Field(() => Float, { description: 'Its credits (CATS).' })
  credits!: number;
  @Field(() => Int, { nullable: true, description: 'Its FHEQ/RQF level.' })
  level!: number | null;
  @Field(() => [ModuleWay], { description: 'The ways in which it is a source.' })
  ways!: domain.ModuleWay[];
}

@ObjectType({ description: 'Experience that the programme credits, or takes as hours.', simpleResolvers: true })
export class ExperienceInto implements domain.ExperienceInto {
  @Field(() => ID, { description: 'Id of the row.' })
  id!: string;
  @Field(() => [String], { description: 'Settings of which it must be one.' })
  settings!: string[];
  @Field(() => Float, { description: 'Months it asks.' })
  months!: number;
  @Field(() => Float, { nullable: true, description: 'Hours per week it asks, where it asks so many.' })
  hoursPerWeek!: number | null;
  @Field(() => [Named], { description: 'The modules it covers; none where it gives hours alone.' })
  targets!: domain.Named[];
  @Field(() => [Outcome], { description: 'Outcomes of its one target that it covers, where it does not cover all.' })
  outcomes!: provision.Outcome[];
  @Field(() => Float, { nullable: true, description: 'Theory hours it gives, where it states them.' })
  theoryHours!: number | null;
  @Field(() => Float, { nullable: true, description: 'Supervised practice hours it gives, where it states them.' })
  practiceHours!: number | null;
  @Field(() => StrengthEnum, { description: 'How sure it is.' })
  strength!: Strength;
  @Field(() => StatusEnum, { description: 'Where it stands.' })
  status!: Status;
  @Field(() => Boolean, { description: 'Whether nothing speaks against it but what a learner lacks, and the limits.' })
  stands!: boolean;
  @Field(() => String, { description: 'What speaks against it, if anything does.' })
  says!: string;
  @Field(() => [String], { description: 'What must be shown.' })
  evidence!: string[];
  @Field(() => BasisEnum, { description: 'What the row rests on.' })
  basis!: fact.Basis;
  @Field(() => Source, { description: 'Where it was read.' })
  source!: fact.Source;
}

@ObjectType({ description: 'How many awards carry how much, at the most.', simpleResolvers: true })
export class IntoCounts implements domain.IntoCounts {
  @Field(() => Int, { description: 'Awards that are linked with the programme and carry no credit.' })
  none!: number;
  @Field(() => Int, { description: 'Awards that carry some, and under 60 credits.' })
  under60!: number;
  @Field(() => Int, { description: 'Awards that carry from 60 to under 120 credits.' })
  from60!: number;
  @Field(() => Int, { description: 'Awards that carry 120 credits or more.' })
  from120!: number;
}

@ObjectType({ description: 'How far the awards of one institution carry.', simpleResolvers: true })
export class IntoInstitution extends IntoCounts implements domain.IntoInstitution {
  @Field(() => Named, {
    nullable: true,
    description: 'The institution; none for qualifications whose modules are not known.',
  })
  institution!: domain.Named | null;
  @Field(() => Boolean, { description: 'Whether it runs the programme asked about.' })
  own!: boolean;
  @Field(() => Int, { description: 'Its awards that are linked with the programme.' })
  awards!: number;
  @Field(() => Float, { description: 'The most credits (CATS) that one of them carries.' })
  most!: number;
}

const AwardIntoConnection = connectionOf(AwardInto, 'AwardInto', 'awards that may carry');
export const ModuleIntoConnection = connectionOf(ModuleInto, 'ModuleInto', 'modules that are sources');

@ObjectType({
  description:
    'Which awards and modules of which institutions carry into a programme, and how far: a page of the awards, most first, and the rest beside it. An estimate: the institution decides.',
})
export class CreditIntoAnswer extends AwardIntoConnection {
  @Field(() => Named, { nullable: true, description: 'The programme asked about; none where a problem prevents it.' })
  programme!: domain.Named | null;
  @Field(() => Named, { nullable: true, description: 'The institution that runs it.' })
  institution!: domain.Named | null;
  @Field(() => Float, { nullable: true, description: 'Credits (CATS) the programme states; none for a portfolio.' })
  programmeCredits!: number | null;
  @Field(() => Named, { nullable: true, description: 'The module of it asked about; none where all of it is.' })
  module!: domain.Named | null;
  @Field(() => MonthScalar, { description: 'The month in which study would start.' })
  start!: string;
  @Field(() => IncludeEnum, { description: 'Which mappings and agreements count.' })
  include!: Include;
  @Field(() => [ExperienceInto], { description: 'Experience that it credits or takes as hours, in order of ids.' })
  experience!: domain.ExperienceInto[];
  @Field(() => [IntoInstitution], { description: 'How far the awards of each institution carry; most first.' })
  institutions!: domain.IntoInstitution[];
  @Field(() => IntoCounts, { description: 'How many awards carry how much, `atLeast` left aside.' })
  counts!: domain.IntoCounts;
  @Field(() => IntoCounts, { description: "The same for awards of the programme's own institution." })
  ownCounts!: domain.IntoCounts;
  @Field(() => [RestsOn], { description: 'Facts that all of it rests on and that are not published, or not wholly.' })
  restsOn!: domain.CreditInto['restsOn'];
  @Field(() => [String], { description: 'What a reader must know: what was assumed, what was not tried.' })
  notes!: string[];
  @Field(() => String, { nullable: true, description: 'One sentence that sums it up.' })
  summary!: string | null;
  @Field(() => [Problem], { description: 'What prevents an answer; empty where nothing does.' })
  problems!: Problem[];

  /** All of them, of which a page is asked at a time. */
  allModules!: domain.ModuleInto[];
}
