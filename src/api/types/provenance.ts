import type * as domain from '../../domain/fact.js';
import { Field, ID, InterfaceType, ObjectType } from '../decorators.js';
import { BasisEnum } from './enums.js';
import { DayScalar } from './scalars.js';

@ObjectType({ description: 'Where a fact was read.' })
export class Source implements domain.Source {
  @Field(() => String, { description: 'The document, page or data set, as a reader would look it up.' })
  document!: string;
  @Field(() => String, { nullable: true, description: 'Clause, section, line or row in it.' })
  clause?: string;
  @Field(() => String, { nullable: true, description: 'Its address.' })
  url?: string;
  @Field(() => DayScalar, { nullable: true, description: 'When it was published or read.' })
  date?: string;
}

@ObjectType({ description: 'A field that is assumed although the row itself is published.' })
export class AssumedField {
  @Field(() => String, { description: 'The field of the row.' })
  field!: string;
  @Field(() => String, { description: 'Why it is assumed.' })
  reason!: string;
}

@InterfaceType({
  description: 'A row of the catalogue, with where it was read and when it is in force.',
  resolveType: () => undefined,
})
export abstract class Fact implements Omit<domain.Fact, 'assumed'> {
  @Field(() => ID, { description: 'A stable name, unique in the catalogue.' })
  id!: string;
  @Field(() => Source, { description: 'Where it was read.' })
  source!: domain.Source;
  @Field(() => BasisEnum, { description: 'What it rests on.' })
  basis!: domain.Basis;
  @Field(() => String, { nullable: true, description: 'What a reader should know and the engines do not use.' })
  remark?: string;
  @Field(() => DayScalar, { nullable: true, description: 'First day in force; none: always so far.' })
  from?: string;
  @Field(() => DayScalar, { nullable: true, description: 'Last day in force, included; none: until further notice.' })
  to?: string;

  /** The domain keeps it as a record, which GraphQL does not know. */
  assumed?: Record<string, string>;
  @Field(() => [AssumedField], {
    name: 'assumed',
    description: 'Fields that are assumed although the row is published.',
  })
  assumedFields(): AssumedField[] {
    return Object.entries(this.assumed ?? {}).map(([field, reason]) => ({ field, reason }));
  }
}
