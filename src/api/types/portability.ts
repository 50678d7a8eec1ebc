import type { Proof } from '../../domain/assessment.js';
import type { Named as DomainNamed } from '../../domain/credit-into.js';
import type * as domain from '../../domain/portability.js';
import type { Include } from '../../domain/questions.js';
import { ArgsType, Field, Float, ID, Int, ObjectType } from '../decorators.js';
import { connectionOf, PageArgs } from '../paging.js';
import { IncludeEnum, ProofEnum } from './enums.js';
import { Named } from './into-parts.js';
import { Problem } from './problem.js';
import { DayScalar, MonthScalar } from './scalars.js';

@ObjectType({ description: 'What a holder of an award carries into one programme.', simpleResolvers: true })
export class Carriage implements domain.Carriage {
  @Field(() => Float, { description: 'Credits (CATS) carried.' })
  credits!: number;
  @Field(() => Float, { description: 'No more than so many credits are possible.' })
  bound!: number;
  @Field(() => ProofEnum, { description: 'Whether it is proven to be the most.' })
  proof!: Proof;
  @Field(() => Int, { description: 'The stage at which they may join.' })
  entryStage!: number;
  @Field(() => Float, { nullable: true, description: 'Months of study left; none where no delivery is known.' })
  monthsLeft!: number | null;
  @Field(() => ID, { nullable: true, description: 'The delivery that takes the most.' })
  delivery!: string | null;
  @Field(() => MonthScalar, { description: 'The month in which they start.' })
  start!: string;
  @Field(() => [Named], { description: 'Options of the award that carry most; none where its core alone does.' })
  options!: DomainNamed[];
}

@ObjectType({ description: 'What more some holders carry, and who they are.', simpleResolvers: true })
export class ConditionalCarriage {
  @Field(() => String, { description: 'Who carries it, such as those with a registration.' })
  who!: string;
  @Field(() => Carriage, { description: 'What they carry.' })
  carriage!: domain.Carriage;
}

@ObjectType({
  description: 'One award and one programme into which something of it may carry.',
  simpleResolvers: true,
})
export class PortabilityCell extends Carriage implements domain.PortabilityCell {
  @Field(() => Named, { description: 'The programme.' })
  programme!: DomainNamed;
  @Field(() => Named, { description: 'The institution that runs it.' })
  institution!: DomainNamed;
  @Field(() => [Named], { description: 'Register parts that it helps to reach.' })
  registerParts!: DomainNamed[];
  @Field(() => Float, { nullable: true, description: 'Credits (CATS) that the programme states.' })
  programmeCredits!: number | null;
  @Field(() => Boolean, { description: 'Whether award and programme are of one institution.' })
  own!: boolean;
  @Field(() => ConditionalCarriage, {
    nullable: true,
    description: 'What more is carried by holders for whom a rule or limit makes a difference; none where nobody does.',
  })
  conditional!: domain.PortabilityCell['conditional'];
  @Field(() => Boolean, { description: 'True where not every choice of options was tried.' })
  choicesCut!: boolean;
}

@ObjectType({
  description: 'How many programmes take how much, of those whose modules or agreements are known.',
  simpleResolvers: true,
})
export class PortabilityCounts implements domain.PortabilityCounts {
  @Field(() => Int, { description: 'Programmes that take nothing of the award.' })
  none!: number;
  @Field(() => Int, { description: 'Programmes that take some, and under 60 credits.' })
  under60!: number;
  @Field(() => Int, { description: 'Programmes that take from 60 to under 120 credits.' })
  from60!: number;
  @Field(() => Int, { description: 'Programmes that take 120 credits, a year, or more.' })
  from120!: number;
}

@ObjectType({ description: 'How far one award carries.', simpleResolvers: true })
export class AwardReach implements domain.AwardReach {
  @Field(() => Named, { description: 'The programme that gives the award.' })
  award!: DomainNamed;
  @Field(() => String, { description: 'Kind of the award, such as `FdSc`.' })
  kind!: string;
  @Field(() => Named, { description: 'The institution that gives it.' })
  institution!: DomainNamed;
  @Field(() => Boolean, {
    description: 'False: the catalogue holds neither modules of it nor a row for it, so that nothing can be matched.',
  })
  known!: boolean;
  @Field(() => [PortabilityCell], { description: 'Programmes into which something may carry; most first.' })
  cells!: domain.PortabilityCell[];
  @Field(() => PortabilityCounts, { description: 'How many programmes take how much.' })
  counts!: domain.PortabilityCounts;
  @Field(() => Int, { description: 'Programmes that take a year or more.' })
  reach!: number;
  @Field(() => Int, { description: 'Of those: at its own institution.' })
  reachOwn!: number;
  @Field(() => Int, { description: 'Institutions that run the programmes that take a year or more.' })
  reachInstitutions!: number;
  @Field(() => Boolean, { description: 'It takes a year somewhere, and nowhere but at its own institution.' })
  ownOnly!: boolean;
  @Field(() => Int, {
    description: 'Programmes that take a year or more of some holder, of those with a registration or employer too.',
  })
  reachOfSome!: number;
  @Field(() => String, { description: 'A sentence or two that sum it up.' })
  summary!: string;
}

@ObjectType({
  description: 'Foundation degrees against pre-registration programmes. An estimate: the institution decides.',
  simpleResolvers: true,
})
export class Portability implements Omit<domain.Portability, 'awards'> {
  @Field(() => MonthScalar, { description: 'The first month in which study would start.' })
  start!: string;
  @Field(() => Int, { description: 'How many months from then on were tried.' })
  months!: number;
  @Field(() => IncludeEnum, { description: 'Which mappings and agreements count.' })
  include!: Include;
  @Field(() => [String], { description: 'Kinds of award asked about.' })
  kinds!: string[];
  @Field(() => Int, { description: 'Pre-registration programmes asked about.' })
  programmes!: number;
  @Field(() => Int, {
    description: 'Of these, the catalogue holds modules or agreements; into the others nothing can be matched.',
  })
  programmesKnown!: number;
  @Field(() => Int, { description: 'Awards of which the catalogue holds modules or rows.' })
  awardsKnown!: number;
  @Field(() => Int, { description: 'Of these: awards that carry a year or more somewhere.' })
  withReach!: number;
  @Field(() => Int, { description: 'Awards that carry a year into none.' })
  withoutReach!: number;
  @Field(() => Int, { description: 'Awards that carry a year at their own institution alone.' })
  ownOnly!: number;
  @Field(() => [String], { description: 'What a reader must know.' })
  notes!: string[];
  @Field(() => String, { description: 'A sentence that sums it up.' })
  summary!: string;
}

@ObjectType({ description: 'How far awards carry: a page of them, widest reach first, and the figures beside it.' })
export class PortabilityAnswer extends connectionOf(AwardReach, 'AwardReach', 'awards and how far they carry') {
  @Field(() => Portability, { nullable: true, description: 'The figures; none where a problem prevents them.' })
  portability!: Omit<domain.Portability, 'awards'> | null;
  @Field(() => [Problem], { description: 'What prevents an answer; empty where nothing does.' })
  problems!: Problem[];
}

@ArgsType()
export class PortabilityArgs extends PageArgs {
  @Field(() => MonthScalar, {
    nullable: true,
    description: 'The month in which study would start; the month of `asOf` where not given.',
  })
  start?: string;
  @Field(() => Int, {
    nullable: true,
    description: 'How many months from then on are tried, 1 to 12; the best counts. 1 where not given.',
  })
  months?: number;
  @Field(() => DayScalar, { nullable: true, description: 'The day as of which is asked; today where not given.' })
  asOf?: string;
  @Field(() => IncludeEnum, {
    nullable: true,
    description: 'Whether proposed mappings and agreements count too; agreed ones alone where not given.',
  })
  include?: Include;
  @Field(() => [String], { nullable: true, description: 'Kinds of award; foundation degrees where not given.' })
  kinds?: string[];
  @Field(() => [ID], { nullable: true, description: 'Ids of the programmes that give the award.' })
  awards?: string[];
  @Field(() => [ID], { nullable: true, description: 'Ids of institutions that give the award.' })
  institutions?: string[];
  @Field(() => [ID], { nullable: true, description: 'Ids of register parts that the programmes help to reach.' })
  registerParts?: string[];
  @Field(() => [ID], { nullable: true, description: 'Ids of institutions that run the programmes.' })
  into?: string[];
}
