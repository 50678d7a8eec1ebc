import type { Change } from '../../domain/catalogue.js';
import type { Basis } from '../../domain/fact.js';
import type { Strength } from '../../domain/recognition.js';
import type * as domain from '../../domain/route.js';
import { Field, Float, ID, Int, ObjectType } from '../decorators.js';
import { BasisEnum, FragilityKindEnum, RouteProofEnum, StrengthEnum } from './enums.js';
import { ChangeScalar, MonthScalar } from './scalars.js';

@ObjectType({ description: "Who pays what of a leg's fee.", simpleResolvers: true })
export class Payment implements domain.Payment {
  @Field(() => String, { description: 'Who pays: levy, employer, loan, learner ...' })
  payer!: string;
  @Field(() => ID, { nullable: true, description: 'Id of the funding rule; none for what is left to the learner.' })
  rule!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the funding rule.' })
  ruleName!: string | null;
  @Field(() => Float, { description: 'Pounds paid.' })
  amount!: number;
}

@ObjectType({ description: 'A placement block of a leg.', simpleResolvers: true })
export class LegPlacement {
  @Field(() => Float, { description: 'Weeks it takes.' })
  weeks!: number;
  @Field(() => Boolean, { description: "Whether it is in the learner's own workplace." })
  ownWorkplace!: boolean;
  @Field(() => Int, { nullable: true, description: 'The stage it belongs to, from 1, where the delivery says so.' })
  stage!: number | null;
}

@ObjectType({ description: 'Credit of one strength on a route.', simpleResolvers: true })
export class StrengthShare implements domain.StrengthShare {
  @Field(() => StrengthEnum, { description: 'How firm it is.' })
  strength!: Strength;
  @Field(() => Float, { description: 'Credits (CATS) carried, over all legs.' })
  credits!: number;
  @Field(() => Int, { description: 'Number of claims.' })
  claims!: number;
}

@ObjectType({ description: 'How many of the facts that a route rests on are of one basis.', simpleResolvers: true })
export class BasisShare implements domain.BasisShare {
  @Field(() => BasisEnum, { description: 'The basis; what is published but assumed in some field counts as assumed.' })
  basis!: Basis;
  @Field(() => Int, {
    description: 'Number of programmes, deliveries, modules, rows of credit, policies, entry and funding rules.',
  })
  facts!: number;
}

@ObjectType({ description: 'The first route that is left once something is gone.', simpleResolvers: true })
export class NextRoute implements domain.NextRoute {
  @Field(() => Int, { description: 'Months from the first month to registration.' })
  months!: number;
  @Field(() => MonthScalar, { description: 'The month in which the register part is reached.' })
  registered!: string;
  @Field(() => Float, { description: 'Pounds of fees and claim fees that the learner pays.' })
  learnerPart!: number;
  @Field(() => Float, { description: 'The most release days in a week.' })
  releaseDays!: number;
  @Field(() => String, { description: 'Its legs in a line.' })
  summary!: string;
}

@ObjectType({
  description: 'One thing that a route hangs on: without it some leg can no longer start in its month at its stage.',
  simpleResolvers: true,
})
export class Fragility implements domain.Fragility {
  @Field(() => FragilityKindEnum, { description: 'What kind of thing it is.' })
  kind!: domain.Fragility['kind'];
  @Field(() => ID, { description: 'Id of the row, of the delivery, or of the module held.' })
  id!: string;
  @Field(() => String, { description: 'What it is: a mapping by what it says, a delivery or a module by its title.' })
  what!: string;
  @Field(() => Int, { description: 'The first leg that can no longer start, from 1.' })
  leg!: number;
  @Field(() => String, { description: 'What it is, and which leg cannot start without it.' })
  says!: string;
  @Field(() => MonthScalar, {
    nullable: true,
    description:
      'Of a module held: the last month in which a start may count it; none where no limit on age is in force.',
  })
  countsUntil!: string | null;
  @Field(() => [ChangeScalar], {
    description: 'The same as changes to lay over the catalogue; none for a module held.',
  })
  changes!: Change[];
  @Field(() => NextRoute, {
    nullable: true,
    description: 'The first route left without it; none where there is none, or where it was not asked (`nextBest`).',
  })
  next!: domain.NextRoute | null;
  @Field(() => RouteProofEnum, {
    nullable: true,
    description: 'What is proven of the first route left, or of there being none; none where it was not asked.',
  })
  nextProof!: domain.Fragility['nextProof'];
}
