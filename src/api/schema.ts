import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { BlockageQueries } from './ask/blockages.js';
import { CreditIntoQueries } from './ask/credit-into.js';
import { PortabilityQueries } from './ask/portability.js';
import { PreparationQueries } from './ask/prepare.js';
import { ProvisionQueries } from './ask/provision.js';
import { Questions } from './ask/resolvers.js';
import { RouteDrawings } from './ask/route-drawings.js';
import { ModuleFields, ModuleQueries } from './browse/modules.js';
import { PlaceQueries, RegisterPartFields } from './browse/places.js';
import { DeliveryFields, ProgrammeFields, ProgrammeQueries } from './browse/programmes.js';
import { PolicyFields, RuleQueries } from './browse/rules.js';
import { WalkQueries } from './browse/walks.js';
import { buildSchemaSync } from './decorators.js';

/** All that answers the fields of the API. */
export const resolvers = [
  Questions,
  RouteDrawings,
  BlockageQueries,
  CreditIntoQueries,
  PortabilityQueries,
  PreparationQueries,
  ProvisionQueries,
  PlaceQueries,
  RegisterPartFields,
  ProgrammeQueries,
  ProgrammeFields,
  DeliveryFields,
  ModuleQueries,
  ModuleFields,
  WalkQueries,
  RuleQueries,
  PolicyFields,
] as const;

/** The schema of the API. Input is checked by what reads it (`ask`), not by the library, which would repeat it. */
export const schema: GraphQLSchema = buildSchemaSync({ resolvers, validate: false });

/** The text of the schema as it is committed: types and fields in order of their names. */
export const schemaText = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
