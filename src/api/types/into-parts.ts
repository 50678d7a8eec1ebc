import type { Proof } from '../../domain/assessment.js';
import type * as domain from '../../domain/credit-into.js';
import type * as fact from '../../domain/fact.js';
import type * as provision from '../../domain/provision.js';
import type { Status, Strength } from '../../domain/recognition.js';
import { Field, Float, ID, Int, ObjectType } from '../decorators.js';
import { BandCredit } from './assessment-parts.js';
import { BasisEnum, ClaimKindEnum, ProofEnum, StatusEnum, StrengthEnum } from './enums.js';
import { Source } from './provenance.js';
import { Outcome } from './study.js';

@ObjectType({ description: 'Something by its id and by what people call it.', simpleResolvers: true })
export class Named implements domain.Named {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => String, { description: 'Its title or name.' })
  title!: string;
}

@ObjectType({ description: 'One claim of who holds an award.', simpleResolvers: true })
export class CarriedClaim implements domain.CarriedClaim {
  @Field(() => ID, { description: 'Id of the claim: of its row, its parts joined by `+`, or `=module` for identity.' })
  id!: string;
  @Field(() => Float, { description: 'Credits (CATS) it gives.' })
  credits!: number;
  @Field(() => StrengthEnum, { description: 'How sure it is that it will be granted.' })
  strength!: Strength;
  @Field(() => [Named], { description: 'Modules of the award that it uses, or the award where they are not known.' })
  sources!: domain.Named[];
  @Field(() => [Named], { description: 'Modules of the programme that it credits.' })
  targets!: domain.Named[];
  @Field(() => [ID], { description: 'Ids of the rows it rests on; none for a module that both share.' })
  rows!: string[];
}

@ObjectType({
  description:
    'What one who holds an award and nothing else carries: the award gained in the month before the start, without a mark.',
  simpleResolvers: true,
})
export class Carried implements domain.Carried {
  @Field(() => Named, { nullable: true, description: 'The registration they also hold; none for anyone.' })
  registration!: domain.Named | null;
  @Field(() => String, { nullable: true, description: 'The employer they also work for; none for anyone.' })
  employer!: string | null;
  @Field(() => [Named], { description: 'The options they took; none where only the core is held.' })
  options!: domain.Named[];
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the delivery that takes the most; none without one in force.',
  })
  delivery!: string | null;
  @Field(() => ProofEnum, { description: 'What is proven of it.' })
  proof!: Proof;
  @Field(() => Float, { description: 'Credits (CATS) carried.' })
  credits!: number;
  @Field(() => Float, { description: 'No more than so many credits (CATS) are possible.' })
  bound!: number;
  @Field(() => Int, { description: 'The stage at which they may join, from 1.' })
  entryStage!: number;
  @Field(() => Int, { nullable: true, description: 'Months of study left; none without a delivery.' })
  monthsLeft!: number | null;
  @Field(() => [BandCredit], { description: 'The most for each strength of claim, each an optimum of its own.' })
  bands!: domain.Carried['bands'];
  @Field(() => [CarriedClaim], { description: 'The claims that carry it.' })
  claims!: domain.CarriedClaim[];
  @Field(() => Boolean, {
    nullable: true,
    description: 'Where a module is asked about: whether it is among what they are credited with.',
  })
  coversModule!: boolean | null;
}

@ObjectType({
  description: 'A row that links an award with the programme, and what becomes of it for who holds just that award.',
  simpleResolvers: true,
})
export class IntoRow implements domain.IntoRow {
  @Field(() => ID, { description: 'Id of the row, or `=module` for a module that both share.' })
  id!: string;
  @Field(() => ClaimKindEnum, { description: 'What kind of claim arises from it.' })
  kind!: domain.IntoRow['kind'];
  @Field(() => [Named], { description: 'The source modules of a mapping, or the award of an agreement.' })
  sources!: domain.Named[];
  @Field(() => Int, { nullable: true, description: 'So many of the sources are enough; none where all are needed.' })
  choose!: number | null;
  @Field(() => [Named], { description: 'The modules it covers; none for an agreement, which opens a stage.' })
  targets!: domain.Named[];
  @Field(() => Int, { nullable: true, description: 'The stage that an agreement opens.' })
  stage!: number | null;
  @Field(() => [Outcome], { description: 'Outcomes of its one target that it covers, where it does not cover all.' })
  outcomes!: provision.Outcome[];
  @Field(() => StrengthEnum, { description: 'How sure it is.' })
  strength!: Strength;
  @Field(() => StatusEnum, { description: 'Where it stands.' })
  status!: Status;
  @Field(() => BasisEnum, { nullable: true, description: 'What the row rests on; none for a shared module.' })
  basis!: fact.Basis | null;
  @Field(() => Source, { nullable: true, description: 'Where it was read; none for a shared module.' })
  source!: fact.Source | null;
  @Field(() => Boolean, { description: 'Whether some holder carries credit by it.' })
  used!: boolean;
  @Field(() => String, { description: 'What it carries, or why it does not.' })
  says!: string;
}

@ObjectType({ description: 'One way in which a module is a source of credit.', simpleResolvers: true })
export class ModuleWay implements domain.ModuleWay {
  @Field(() => ID, { description: 'Id of the row, or `=module` for a module that stands in the programme itself.' })
  id!: string;
  @Field(() => ClaimKindEnum, { description: 'What kind of claim arises from it.' })
  kind!: domain.ModuleWay['kind'];
  @Field(() => [Named], { description: 'The modules of the programme that it covers.' })
  targets!: domain.Named[];
  @Field(() => [Named], { description: 'The other sources that it is taken together with, or chosen from.' })
  together!: domain.Named[];
  @Field(() => Int, { nullable: true, description: 'So many of the sources are enough; none where all are needed.' })
  choose!: number | null;
  @Field(() => [Outcome], { description: 'Outcomes of its one target that it covers, where it does not cover all.' })
  outcomes!: provision.Outcome[];
  @Field(() => StrengthEnum, { description: 'How sure it is.' })
  strength!: Strength;
  @Field(() => StatusEnum, { description: 'Where it stands.' })
  status!: Status;
  @Field(() => Boolean, { description: 'Whether it is in force in the start month.' })
  inForce!: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'False: it gives more credits at some level than it takes, so it stands for nobody. None: what it is joined with decides.',
  })
  standsByLevel!: boolean | null;
  @Field(() => Boolean, { description: 'Whether nothing speaks against it but what a learner lacks, and the limits.' })
  stands!: boolean;
  @Field(() => String, { description: 'How it covers, or what speaks against it.' })
  says!: string;
  @Field(() => BasisEnum, { nullable: true, description: 'What the row rests on; none for a shared module.' })
  basis!: fact.Basis | null;
  @Field(() => Source, { nullable: true, description: 'Where it was read; none for a shared module.' })
  source!: fact.Source | null;
}
