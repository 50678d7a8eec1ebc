import type * as place from '../../domain/place.js';
import type * as domain from '../../domain/provision.js';
import { Field, Float, ID, ObjectType } from '../decorators.js';
import { CountryEnum, RegionKindEnum } from './enums.js';
import { Fact } from './provenance.js';
import { DayScalar } from './scalars.js';

@ObjectType({ description: 'A name that held for a time.', simpleResolvers: true })
export class DatedName implements domain.DatedName {
  @Field(() => String, { description: 'The name.' })
  name!: string;
  @Field(() => DayScalar, { nullable: true, description: 'First day on which it held.' })
  from?: string;
  @Field(() => DayScalar, { nullable: true, description: 'Last day on which it held.' })
  to?: string;
}

@ObjectType({ description: 'A point on the ground.', simpleResolvers: true })
export class Place implements place.Place {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string;
  @Field(() => Float, { nullable: true, description: 'Degrees north (WGS 84).' })
  latitude?: number;
  @Field(() => Float, { nullable: true, description: 'Degrees east (WGS 84).' })
  longitude?: number;
  @Field(() => ID, { nullable: true, description: 'Id of the region it lies in.' })
  region?: string;
  @Field(() => String, { nullable: true, description: 'Postcode district, such as `NE29`.' })
  district?: string;
}

@ObjectType({ description: 'A LETB area, a nation or another area.', implements: Fact })
export class Region extends Fact implements Pick<domain.Region, 'name' | 'kind' | 'codes' | 'names'> {
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => RegionKindEnum, { description: 'What kind of area it is.' })
  kind!: domain.Region['kind'];
  @Field(() => [String], { nullable: true, description: 'Codes people paste.' })
  codes?: string[];
  @Field(() => [DatedName], { nullable: true, description: 'Names it had or has.' })
  names?: domain.DatedName[];
}

@ObjectType({ description: 'An institution that teaches.', implements: Fact })
export class Institution
  extends Fact
  implements Pick<domain.Institution, 'name' | 'names' | 'ukprn' | 'hesa' | 'country' | 'place'>
{
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => [DatedName], { nullable: true, description: 'Names it had or has.' })
  names?: domain.DatedName[];
  @Field(() => String, { nullable: true, description: 'UK provider reference number, eight digits.' })
  ukprn?: string;
  @Field(() => String, { nullable: true, description: 'HESA number.' })
  hesa?: string;
  @Field(() => CountryEnum, { description: 'The country it is in.' })
  country!: domain.Institution['country'];
  @Field(() => Place, { nullable: true, description: 'Where it is.' })
  place?: place.Place;
}

@ObjectType({ description: 'Programmes that, completed together, reach a register part.', simpleResolvers: true })
export class RegistrationSet {
  @Field(() => [ID], { description: 'Ids of the programmes.' })
  programmes!: string[];
  @Field(() => DayScalar, { nullable: true, description: 'First day on which completing them counts.' })
  from?: string;
  @Field(() => DayScalar, { nullable: true, description: 'Last day on which completing them counts.' })
  to?: string;
}

@ObjectType({ description: 'A part of a register, or a profession on it.', implements: Fact })
export class RegisterPart
  extends Fact
  implements Pick<domain.RegisterPart, 'name' | 'regulator' | 'statutory' | 'titles'>
{
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => String, { description: 'Who keeps the register: NMC, HCPC ...' })
  regulator!: string;
  @Field(() => Boolean, { description: 'False for voluntary registers, which are no register part in law.' })
  statutory!: boolean;
  @Field(() => [String], { nullable: true, description: 'Protected titles.' })
  titles?: string[];
}
