import type { CourseMode } from '../../domain/course-release.js';
import type { Institution } from '../../domain/provision.js';
import { ArgsType, Field, ID } from '../decorators.js';
import { PageArgs } from '../paging.js';
import { CountryEnum, PaceEnum } from './enums.js';
import { DayScalar } from './scalars.js';

const REGISTER_PARTS = 'Ids of register parts, or of professions that a release names; all where not given.';

@ArgsType()
export class ProvisionArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Year of a release of the national course data, such as `2018`; the catalogue where not given.',
  })
  release?: string;
  @Field(() => [ID], { nullable: true, description: REGISTER_PARTS })
  registerParts?: string[];
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions; all where not given. Study at distance is always shown, by itself.',
  })
  regions?: string[];
  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day as of which the catalogue is asked; today where not given.',
  })
  asOf?: string;
}

@ArgsType()
export class ProvisionChangeArgs extends PageArgs {
  @Field(() => ID, { description: 'Year of the earlier release, such as `2018`.' })
  from!: string;
  @Field(() => ID, { description: 'Year of the later release, such as `2025`.' })
  to!: string;
  @Field(() => [PaceEnum], { nullable: true, description: 'Modes compared; full-time and part-time where not given.' })
  modes?: CourseMode[];
  @Field(() => [ID], { nullable: true, description: REGISTER_PARTS })
  registerParts?: string[];
  @Field(() => [CountryEnum], { nullable: true, description: 'Nations of the providers; all where not given.' })
  nations?: Institution['country'][];
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of regions in which a course has a place; courses at distance are in all. All where not given.',
  })
  regions?: string[];
}
