import type { UsedClaim as DomainClaim } from '../../domain/assessment.js';
import type * as claim from '../../domain/claim.js';
import type * as fact from '../../domain/fact.js';
import type { Strength } from '../../domain/recognition.js';
import { Field, Float, ID, ObjectType } from '../decorators.js';
import { BasisEnum, ClaimKindEnum, StrengthEnum } from './enums.js';
import { Source } from './provenance.js';
import { MonthScalar } from './scalars.js';

@ObjectType({ description: 'A catalogue row that a claim rests on.', simpleResolvers: true })
export class ClaimRow {
  @Field(() => ID, { description: 'Id of the row.' })
  id!: string;
  @Field(() => Source, { description: 'Where it was read.' })
  source!: fact.Source;
  @Field(() => BasisEnum, { description: 'What it rests on.' })
  basis!: fact.Basis;
}

@ObjectType({ description: 'One claim used: sources that together earn credit for targets.', simpleResolvers: true })
export class UsedClaim implements DomainClaim {
  @Field(() => ID, { description: 'Id of the claim: of its row, its parts joined by `+`, or `=module` for identity.' })
  id!: string;
  @Field(() => ClaimKindEnum, { description: 'What it arises from.' })
  kind!: claim.ClaimKind;
  @Field(() => [ID], { description: 'Held modules, or awards without a module list, that it uses.' })
  sources!: string[];
  @Field(() => [ID], { description: 'Target modules that it credits, whole.' })
  targets!: string[];
  @Field(() => Float, { description: 'Credits (CATS) it gives.' })
  credits!: number;
  @Field(() => StrengthEnum, { description: 'How sure it is that it will be granted; of joined parts the weakest.' })
  strength!: Strength;
  @Field(() => Boolean, { description: 'True if any of its sources is experience.' })
  experiential!: boolean;
  @Field(() => [ClaimRow], { description: 'The catalogue rows it rests on; none for identity.' })
  rows!: ClaimRow[];
  @Field(() => Float, { description: 'Theory hours it gives.' })
  theoryHours!: number;
  @Field(() => Float, { description: 'Supervised practice hours it gives.' })
  practiceHours!: number;
  @Field(() => [String], { description: 'What must be shown: transcript, descriptors, verified hours ...' })
  evidence!: string[];
  @Field(() => Float, { description: 'Pounds the claim costs.' })
  fee!: number;
  @Field(() => MonthScalar, {
    nullable: true,
    description: 'Month by which it must be lodged, where a policy says so.',
  })
  lodgeBy!: string | null;
  @Field(() => [String], { description: 'What must be said of it: a missing mark, a remedy wanted, hours assumed.' })
  flags!: string[];
}
