import type * as domain from '../../domain/blockage-answer.js';
import { Field, Float, Int, ObjectType } from '../decorators.js';
import { FunnelStepEnum } from './blockage-enums.js';

@ObjectType({
  description: 'A step that people pass, one delivery passing it and all before it.',
  simpleResolvers: true,
})
export class FunnelLine implements domain.FunnelStep {
  @Field(() => FunnelStepEnum, { description: 'The step.' })
  step!: domain.FunnelStep['step'];
  @Field(() => String, { description: 'The step in words.' })
  says!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Who passes it. Head count; none where it is too small to be told.',
  })
  people!: domain.Count;
}

@ObjectType({ description: 'What others were given, and the most that the regulator allows.', simpleResolvers: true })
export class Benchmark implements domain.Benchmark {
  @Field(() => Int, { nullable: true, description: 'Those let in. Head count; none where it is too small to be told.' })
  admitted!: domain.Count;
  @Field(() => Int, {
    nullable: true,
    description: 'Those among them who carry 240 credits. Head count; none where it is too small to be told.',
  })
  twoYears!: domain.Count;
  @Field(() => Int, {
    nullable: true,
    description:
      'Those among them to whom the regulators would allow 240 credits. Head count; none where it is too small to be told.',
  })
  twoYearsAllowed!: domain.Count;
  @Field(() => Float, {
    nullable: true,
    description: 'The most credits that the regulators allow where they are let in; none where there is no cap.',
  })
  mostAllowed!: number | null;
  @Field(() => String, { description: 'All this in words, beside the benchmark.' })
  says!: string;
}

@ObjectType({
  description: 'Who has a route to a register part in mind, by the ways of study allowed, of whatever length.',
  simpleResolvers: true,
})
export class WithRoute implements domain.WithRoute {
  @Field(() => Boolean, { description: 'Whether it was asked: if not there are no figures.' })
  asked!: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'Those with a route. Head count; none where it was not asked, or is too small to be told.',
  })
  people!: domain.Count;
  @Field(() => Int, {
    nullable: true,
    description:
      'Those of whom it could not be told. Head count; none where it was not asked, or is too small to be told.',
  })
  open!: domain.Count;
  @Field(() => String, { description: 'All this in words.' })
  says!: string;
}
