import type * as conditions from '../../domain/conditions.js';
import type * as fact from '../../domain/fact.js';
import type * as domain from '../../domain/verdict.js';
import { Field, Float, ID, Int, ObjectType } from '../decorators.js';
import { BasisEnum, ConditionKindEnum, VerdictEnum } from './enums.js';
import { Problem } from './problem.js';
import { Source } from './provenance.js';

@ObjectType({ description: 'A condition of an entry rule with its verdict and its reason.', simpleResolvers: true })
export class JudgedCondition implements domain.JudgedCondition {
  @Field(() => ID, {
    description: 'Its place: the rule, then the indexes of the children from the root, as `rule:0.2`.',
  })
  path!: string;
  @Field(() => ConditionKindEnum, { description: 'What kind of condition it is.' })
  kind!: conditions.ConditionKind;
  @Field(() => VerdictEnum, { description: 'Whether it is met.' })
  verdict!: domain.Verdict;
  @Field(() => String, { description: 'What is asked.' })
  asks!: string;
  @Field(() => String, { description: 'What was found.' })
  finds!: string;
  @Field(() => Source, { description: 'Where it was read.' })
  source!: fact.Source;
  @Field(() => BasisEnum, { description: 'What it rests on.' })
  basis!: fact.Basis;
  @Field(() => [JudgedCondition], { description: 'The conditions it is made of; none for a single one.' })
  children!: domain.JudgedCondition[];
}

@ObjectType({ description: 'An entry rule that fits the question, judged.', simpleResolvers: true })
export class JudgedRule implements domain.JudgedRule {
  @Field(() => ID, { description: 'Id of the rule.' })
  id!: string;
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => VerdictEnum, { description: 'Whether it is met.' })
  verdict!: domain.Verdict;
  @Field(() => String, { nullable: true, description: 'Whose it is to change.' })
  owner!: string | null;
  @Field(() => String, { nullable: true, description: 'A soft preference: said, never applied.' })
  preference!: string | null;
  @Field(() => JudgedCondition, { description: 'The tree of its conditions.' })
  root!: domain.JudgedCondition;
}

@ObjectType({ description: 'A programme that would supply what is missing.', simpleResolvers: true })
export class LearnerRepair implements domain.LearnerRepair {
  @Field(() => ID, { description: 'Id of the programme.' })
  programme!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => ID, { description: 'Id of the delivery.' })
  delivery!: string;
  @Field(() => Int, { description: 'Months it takes.' })
  months!: number;
  @Field(() => Float, { description: 'Pounds it costs.' })
  fee!: number;
  @Field(() => [String], { description: 'Paths of the conditions it would meet.' })
  supplies!: string[];
}

@ObjectType({ description: 'A rule change that would admit the learner.', simpleResolvers: true })
export class SystemRepair implements domain.SystemRepair {
  @Field(() => ID, { description: 'Id of the rule.' })
  rule!: string;
  @Field(() => String, { description: 'Whose it is to make.' })
  owner!: string;
  @Field(() => String, { description: 'The change in a sentence.' })
  change!: string;
}

@ObjectType({ description: 'A smallest set of unmet conditions, and what would mend it.', simpleResolvers: true })
export class UnmetSet implements domain.UnmetSet {
  @Field(() => [String], { description: 'Paths of the conditions.' })
  conditions!: string[];
  @Field(() => [String], { description: 'What each of them asks.' })
  asks!: string[];
  @Field(() => [LearnerRepair], { description: 'What the learner could do.' })
  byLearner!: domain.LearnerRepair[];
  @Field(() => [SystemRepair], { description: 'What the owners of the rules could do.' })
  bySystem!: domain.SystemRepair[];
}

@ObjectType({ description: 'Whether a learner may start at all.', simpleResolvers: true })
export class EntryVerdict implements domain.EntryVerdict {
  @Field(() => ID, { description: 'Id of the programme.' })
  programme!: string;
  @Field(() => VerdictEnum, { description: 'Whether every rule that fits is met; met where no rule is known.' })
  verdict!: domain.Verdict;
  @Field(() => [JudgedRule], { description: 'The rules that fit the question.' })
  rules!: domain.JudgedRule[];
  @Field(() => [[String]], { description: 'Smallest sets of paths of unmet conditions; at most 20 of at most 4.' })
  unmet!: string[][];
  @Field(() => [UnmetSet], { description: 'For each of these sets, what would mend it.' })
  repairs!: domain.UnmetSet[];
  @Field(() => Boolean, { description: 'True if there are more sets than are listed.' })
  cut!: boolean;
  @Field(() => [String], { description: 'What a reader must know: no rule known, a preference.' })
  notes!: string[];
  @Field(() => String, { description: 'One sentence that sums it up.' })
  summary!: string;
}

@ObjectType({ description: 'Answer to an entry question: a verdict, and the problems.' })
export class EntryAnswer {
  @Field(() => EntryVerdict, { nullable: true, description: 'The verdict; none where a problem prevents it.' })
  verdict!: domain.EntryVerdict | null;
  @Field(() => [Problem], { description: 'What prevents it, or `NOT_ADMITTED`; empty where entry is open.' })
  problems!: Problem[];
}
