import type * as release from '../../domain/course-release.js';
import type { Named as DomainNamed } from '../../domain/credit-into.js';
import type * as domain from '../../domain/provision-change.js';
import { Field, ID, Int, ObjectType } from '../decorators.js';
import { Named } from './into-parts.js';
import { Problem } from './problem.js';
import { ExtentEnum, StudyModeEnum, WhereEnum } from './provision-enums.js';
import { DayScalar } from './scalars.js';

@ObjectType({ description: 'A release of the national course data.', simpleResolvers: true })
export class ReleaseHead implements domain.ReleaseHead {
  @Field(() => ID, { description: 'Its year, such as `2018`.' })
  id!: string;
  @Field(() => String, { description: 'What it is called.' })
  document!: string;
  @Field(() => String, { nullable: true, description: 'Where it is published.' })
  url!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'When it was published.' })
  date!: string | null;
  @Field(() => String, { description: 'On what terms it may be used, as far as that is known.' })
  terms!: string;
}

@ObjectType({ description: 'How much of one mode of study a source tells.', simpleResolvers: true })
export class ModeCoverage implements release.Coverage {
  @Field(() => StudyModeEnum, { description: 'The mode.' })
  mode!: release.StudyMode;
  @Field(() => ExtentEnum, { description: 'How much of it the source tells.' })
  extent!: release.Coverage['extent'];
  @Field(() => String, { description: 'What of it the source has, in words.' })
  says!: string;
}

@ObjectType({ description: 'How much there is of one mode.', simpleResolvers: true })
export class ProvisionCount implements domain.ProvisionCount {
  @Field(() => StudyModeEnum, { description: 'The mode.' })
  mode!: release.StudyMode;
  @Field(() => Int, { description: 'Deliveries: a course counts once for each of its places.' })
  deliveries!: number;
  @Field(() => Int, { description: 'Courses, however many places they have.' })
  courses!: number;
  @Field(() => Int, { description: 'Institutions that run them.' })
  institutions!: number;
  @Field(() => Int, {
    description:
      'Deliveries of which the register part is not promised: it depends on what the student chooses, or contradicts the course.',
  })
  notPromised!: number;
  @Field(() => String, {
    description: 'The number of deliveries; `none`, or `none known` where the source does not tell all of the mode.',
  })
  says!: string;
}

@ObjectType({ description: 'The provision of one register part, in one region or in all.', simpleResolvers: true })
export class ProvisionLine implements domain.ProvisionLine {
  @Field(() => Named, { description: 'The register part.' })
  registerPart!: DomainNamed;
  @Field(() => String, { description: 'Whose register it is.' })
  regulator!: string;
  @Field(() => WhereEnum, { description: 'Which deliveries are counted.' })
  where!: domain.Where;
  @Field(() => Named, { nullable: true, description: 'The region; none for all but those in a region.' })
  region!: DomainNamed | null;
  @Field(() => [ProvisionCount], { description: 'Full-time, part-time and apprenticeship.' })
  counts!: domain.ProvisionCount[];
}

@ObjectType({
  description:
    'Which register parts are run where, and how: of the catalogue, or of a release of the national course data.',
  simpleResolvers: true,
})
export class Provision implements domain.Provision {
  @Field(() => ReleaseHead, { nullable: true, description: 'The release; none for the catalogue.' })
  release!: domain.ReleaseHead | null;
  @Field(() => [ModeCoverage], { description: 'What the source covers of each mode.' })
  coverage!: release.Coverage[];
  @Field(() => [ProvisionLine], {
    description: 'By register part, then region, those without any among them; at distance last.',
  })
  lines!: domain.ProvisionLine[];
  @Field(() => [ProvisionLine], {
    description: 'Each register part over all regions asked; a course at several places is one course.',
  })
  totals!: domain.ProvisionLine[];
  @Field(() => [String], { description: 'What a reader must know.' })
  notes!: string[];
  @Field(() => String, { description: 'One sentence that sums it up.' })
  summary!: string;
}

@ObjectType({ description: 'The provision asked about.', simpleResolvers: true })
export class ProvisionAnswer {
  @Field(() => Provision, { nullable: true, description: 'The provision; none where a problem prevents it.' })
  provision!: domain.Provision | null;
  @Field(() => [Problem], { description: 'What prevents an answer; empty where nothing does.' })
  problems!: Problem[];
}
