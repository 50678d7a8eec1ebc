import type * as release from '../../domain/course-release.js';
import type { Named as DomainNamed } from '../../domain/credit-into.js';
import type { Institution } from '../../domain/provision.js';
import type * as domain from '../../domain/provision-change.js';
import { Field, ID, Int, ObjectType } from '../decorators.js';
import { connectionOf } from '../paging.js';
import { CountryEnum, PaceEnum } from './enums.js';
import { Named } from './into-parts.js';
import { Problem } from './problem.js';
import { ModeCoverage, ReleaseHead } from './provision.js';
import { ChangeOutcomeEnum } from './provision-enums.js';

@ObjectType({ description: 'A course as one release has it.', simpleResolvers: true })
export class ChangedCourse implements domain.ChangedCourse {
  @Field(() => ID, { description: 'Its code, KISCOURSEID.' })
  course!: string;
  @Field(() => String, { nullable: true, description: 'Its title, where it is known of either release.' })
  title!: string | null;
  @Field(() => Boolean, { description: 'Whether it is taught at distance.' })
  distance!: boolean;
  @Field(() => [Named], { description: 'The regions it is taught in; none at distance.' })
  regions!: DomainNamed[];
  @Field(() => String, { nullable: true, description: 'Why the register part is not promised; none where it is.' })
  notPromised!: string | null;
}

@ObjectType({
  description: 'One register part at one provider in one mode, in both releases.',
  simpleResolvers: true,
})
export class ChangePair implements domain.ChangePair {
  @Field(() => ID, { description: 'UKPRN of the provider; of one that merged, the number under which it goes on.' })
  provider!: string;
  @Field(() => String, { description: 'Name of the provider today.' })
  name!: string;
  @Field(() => ID, { nullable: true, description: 'Id of the institution, where the catalogue has it.' })
  institution!: string | null;
  @Field(() => CountryEnum, { description: 'The nation of the provider.' })
  nation!: Institution['country'];
  @Field(() => Named, { description: 'The register part.' })
  registerPart!: DomainNamed;
  @Field(() => PaceEnum, { description: 'The mode.' })
  mode!: release.CourseMode;
  @Field(() => ChangeOutcomeEnum, { description: 'What became of it.' })
  outcome!: domain.ChangeOutcome;
  @Field(() => [ChangedCourse], { description: 'Courses to it in the earlier release.' })
  before!: domain.ChangedCourse[];
  @Field(() => [ChangedCourse], { description: 'Courses to it in the later release.' })
  after!: domain.ChangedCourse[];
  @Field(() => Int, { description: 'Courses of the same code in both.' })
  same!: number;
  @Field(() => Int, { description: 'Courses that were there before and after under different codes.' })
  recoded!: number;
  @Field(() => Boolean, {
    description:
      'Lost or gained, and a course is listed in both releases, in one without its accreditation: the record alone may have changed.',
  })
  listedInBoth!: boolean;
  @Field(() => [String], { description: 'What a reader should know of it.' })
  notes!: string[];
}

@ObjectType({
  description: 'Courses, and pairs of provider and register part in one mode, in both releases.',
  simpleResolvers: true,
})
export class ChangeCounts implements domain.ChangeCounts {
  @Field(() => CountryEnum, { nullable: true, description: 'The nation; none for the United Kingdom.' })
  nation!: Institution['country'] | null;
  @Field(() => Int, { description: 'Courses in the earlier release; one with several register parts is one course.' })
  coursesBefore!: number;
  @Field(() => Int, { description: 'Courses in the later release.' })
  coursesAfter!: number;
  @Field(() => Int, { description: 'Pairs in the earlier release: kept and lost.' })
  pairsBefore!: number;
  @Field(() => Int, { description: 'Pairs in the later release: kept and gained.' })
  pairsAfter!: number;
  @Field(() => Int, { description: 'Pairs in both.' })
  kept!: number;
  @Field(() => Int, { description: 'Pairs in the earlier release alone.' })
  lost!: number;
  @Field(() => Int, { description: 'Pairs in the later release alone.' })
  gained!: number;
  @Field(() => Int, {
    description: 'Of the pairs lost or gained: a course is listed in both releases, in one without its accreditation.',
  })
  listedInBoth!: number;
}

@ObjectType({
  description: 'A profession that another regulator looks after than before: not like with like.',
  simpleResolvers: true,
})
export class ChangeApart implements domain.ChangeApart {
  @Field(() => Named, { description: 'The profession.' })
  registerPart!: DomainNamed;
  @Field(() => String, { description: 'Its regulator in the earlier release.' })
  regulatorBefore!: string;
  @Field(() => String, { description: 'Its regulator in the later release.' })
  regulatorAfter!: string;
  @Field(() => ChangeCounts, { description: 'Its courses and pairs in the United Kingdom.' })
  counts!: domain.ChangeCounts;
  @Field(() => [ChangePair], { description: 'Its pairs: lost, gained, kept.' })
  pairs!: domain.ChangePair[];
}

@ObjectType({
  description:
    'Which regulated provision was lost, gained and kept between two releases of the national course data, like with like.',
  simpleResolvers: true,
})
export class ProvisionChange implements Omit<domain.ProvisionChange, 'pairs'> {
  @Field(() => ReleaseHead, { description: 'The earlier release.' })
  from!: domain.ReleaseHead;
  @Field(() => ReleaseHead, { description: 'The later release.' })
  to!: domain.ReleaseHead;
  @Field(() => [PaceEnum], { description: 'The modes compared.' })
  modes!: release.CourseMode[];
  @Field(() => Int, {
    description:
      "Courses accredited under the regulators of the catalogue's registers, as the earlier release has them.",
  })
  rawBefore!: number;
  @Field(() => Int, { description: 'The same in the later release.' })
  rawAfter!: number;
  @Field(() => [ChangeCounts], { description: 'Like with like: the United Kingdom, then each nation.' })
  counts!: domain.ChangeCounts[];
  @Field(() => [ChangeCounts], {
    description:
      'The same with accreditation codes as they stand, so that a code that was split looks lost and gained.',
  })
  countsAsCoded!: domain.ChangeCounts[];
  @Field(() => [ChangeApart], { description: 'Professions under another regulator than before.' })
  apart!: domain.ChangeApart[];
  @Field(() => [ModeCoverage], { description: 'What the later release covers of each mode.' })
  coverage!: release.Coverage[];
  @Field(() => [String], { description: 'What a reader must know before the figures are used.' })
  notes!: string[];
  @Field(() => String, { description: 'A few sentences that sum it up.' })
  summary!: string;
}

@ObjectType({
  description:
    'The change of provision between two releases: a page of its pairs - lost, gained, kept - and the rest beside it.',
})
export class ProvisionChangeAnswer extends connectionOf(
  ChangePair,
  'ChangePair',
  'pairs of provider and register part',
) {
  @Field(() => ProvisionChange, { nullable: true, description: 'The figures; none where a problem prevents them.' })
  change!: Omit<domain.ProvisionChange, 'pairs'> | null;
  @Field(() => [Problem], { description: 'What prevents an answer; empty where nothing does.' })
  problems!: Problem[];
}
