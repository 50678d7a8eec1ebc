import type { Kind } from '../../domain/catalogue.js';
import type { Qualification as Qualified } from '../../domain/provision.js';
import type * as domain from '../../domain/recognition.js';
import { Field, Float, ID, Int, ObjectType } from '../decorators.js';
import { CoverageKindEnum, KindEnum, StanceVerdictEnum, StatusEnum, StrengthEnum } from './enums.js';
import { Fact } from './provenance.js';

@ObjectType({ description: 'The calendar years in which every source must have been gained.', simpleResolvers: true })
export class YearSpan {
  @Field(() => Int, { description: 'First calendar year.' })
  from!: number;
  @Field(() => Int, { description: 'Last calendar year, included.' })
  to!: number;
}

@ObjectType({ description: 'Whom and what a row covers; all that is given must hold.', simpleResolvers: true })
export class Scope implements domain.Scope {
  @Field(() => [String], { nullable: true, description: "Names of employers, of which the learner's is one." })
  employers?: string[];
  @Field(() => [ID], { nullable: true, description: 'Ids of awards, in one of which every source was gained.' })
  awards?: string[];
  @Field(() => YearSpan, { nullable: true, description: 'Calendar years in which every source was gained.' })
  years?: YearSpan;
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of register parts, on one of which the learner is registered.',
  })
  registrations?: string[];
  @Field(() => [ID], { nullable: true, description: 'Ids of register parts, to one of which the programme leads.' })
  registerParts?: string[];
}

@ObjectType({ description: '"These source modules, together, cover these target modules."', implements: Fact })
export class Mapping
  extends Fact
  implements
    Pick<domain.Mapping, 'sources' | 'targets' | 'choose' | 'outcomes' | 'strength' | 'status' | 'evidence' | 'scope'>
{
  @Field(() => [ID], { description: 'Ids of the source modules.' })
  sources!: string[];
  @Field(() => Int, { nullable: true, description: 'Any so many of the sources; all of them where not given.' })
  choose?: number;
  @Field(() => [ID], { description: 'Ids of the target modules, credited whole.' })
  targets!: string[];
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of the outcomes of the one target that it covers; all where not given.',
  })
  outcomes?: string[];
  @Field(() => StrengthEnum, { description: 'How sure it is.' })
  strength!: domain.Strength;
  @Field(() => StatusEnum, { description: 'Where it stands.' })
  status!: domain.Status;
  @Field(() => Scope, { nullable: true, description: 'Whom and what it covers; everyone where not given.' })
  scope?: domain.Scope;
  @Field(() => [String], { nullable: true, description: 'Evidence it wants besides what the policies want.' })
  evidence?: string[];
}

@ObjectType({ description: 'A row that covers a module.', simpleResolvers: true })
export class Coverage {
  @Field(() => ID, { description: 'Id of the row.' })
  id!: string;
  @Field(() => CoverageKindEnum, { description: 'What kind of row it is.' })
  kind!: 'mapping' | 'experience' | 'agreement';
  @Field(() => StrengthEnum, { description: 'How sure it is.' })
  strength!: domain.Strength;
  @Field(() => StatusEnum, { description: 'Where it stands.' })
  status!: domain.Status;
  @Field(() => [ID], {
    description: 'Ids of the source modules of a mapping, or of the award of an agreement; none for experience.',
  })
  sources!: string[];
  @Field(() => [String], { description: 'Settings of which the experience must be one; none for other rows.' })
  settings!: string[];
  @Field(() => Float, { nullable: true, description: 'Months of experience it asks; none for other rows.' })
  months!: number | null;
  @Field(() => Mapping, { nullable: true, description: 'The mapping itself; none for other rows.' })
  mapping!: domain.Mapping | null;
}

@ObjectType({ description: 'A mapping for which the modules of an award are enough.', simpleResolvers: true })
export class OpeningMapping {
  @Field(() => ID, { description: 'Id of the mapping.' })
  mapping!: string;
  @Field(() => ID, { description: 'Id of the programme on which the modules were studied.' })
  through!: string;
}

@ObjectType({ description: 'A module of an award that stands in another programme too.', simpleResolvers: true })
export class SharedModule {
  @Field(() => ID, { description: 'Id of the module.' })
  module!: string;
  @Field(() => ID, { description: 'Id of the programme on which it was studied.' })
  through!: string;
}

@ObjectType({
  description: 'An agreement by which holders of an award join a programme at a stage.',
  simpleResolvers: true,
})
export class OpeningAgreement {
  @Field(() => ID, { description: 'Id of the agreement.' })
  id!: string;
  @Field(() => Int, { description: 'The stage at which holders join.' })
  stage!: number;
  @Field(() => StrengthEnum, { description: 'How sure it is.' })
  strength!: domain.Strength;
  @Field(() => StatusEnum, { description: 'Where it stands.' })
  status!: domain.Status;
}

@ObjectType({
  description: 'A programme to which an award opens a way; entry rules and limits are not asked.',
  simpleResolvers: true,
})
export class Opening {
  @Field(() => ID, { description: 'Id of the programme.' })
  programme!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => [OpeningAgreement], { description: 'Agreements that name the award.' })
  agreements!: OpeningAgreement[];
  @Field(() => [OpeningMapping], { description: 'Mappings for which the modules of the award are enough.' })
  mappings!: OpeningMapping[];
  @Field(() => [SharedModule], { description: 'Modules of the award that stand in the programme too.' })
  shared!: SharedModule[];
}

@ObjectType({ description: 'What an entry rule says of a qualification as proof of a subject.', simpleResolvers: true })
export class Stance {
  @Field(() => ID, { description: 'Id of the entry rule.' })
  rule!: string;
  @Field(() => String, { description: 'Name of the entry rule.' })
  name!: string;
  @Field(() => String, { description: 'The subject it asks for.' })
  subject!: string;
  @Field(() => Int, { description: 'The RQF level it asks for.' })
  level!: number;
  @Field(() => StanceVerdictEnum, { description: 'What it says of the qualification.' })
  verdict!: 'accepted' | 'considered' | 'refused' | 'unnamed';
  @Field(() => String, { nullable: true, description: 'The least grade with which it is accepted or considered.' })
  grade?: string;
  @Field(() => [ID], { description: 'Ids of the programmes the rule is for.' })
  programmes!: string[];
}

@ObjectType({ description: 'A row found by a code.', simpleResolvers: true })
export class Found {
  @Field(() => ID, { description: 'Id of the row.' })
  id!: string;
  @Field(() => KindEnum, { description: 'What kind of row it is.' })
  kind!: Kind;
  @Field(() => String, { description: 'Its name or title.' })
  name!: string;
}

@ObjectType({ description: 'What a learner may hold at the end of something.', implements: Fact })
export class Qualification extends Fact implements Pick<Qualified, 'name' | 'kind' | 'level' | 'subject' | 'grades'> {
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => String, { description: 'Its kind: `FdSc`, `GCSE`, `functional-skills` ...' })
  kind!: string;
  @Field(() => Int, { description: 'FHEQ/RQF level.' })
  level!: number;
  @Field(() => String, { nullable: true, description: 'The subject it proves, where it proves one.' })
  subject?: string;
  @Field(() => [[String]], {
    nullable: true,
    description: 'Its grades from best to least; labels in one list are equal.',
  })
  grades?: string[][];
}
