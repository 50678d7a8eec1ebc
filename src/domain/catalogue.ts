import type { Fact, Id, Provenance } from './fact.js';
import type { Cohort, FundingRule, LevelRow, Pool, Support, Tariff } from './funding.js';
import type { Delivery, Institution, Module, Programme, Qualification, Region, RegisterPart } from './provision.js';
import type { Agreement, EntryRule, ExperienceMapping, Mapping, Policy } from './recognition.js';

/** One change laid over a catalogue. */
export type Change =
  /** Adds a row, or replaces the one of that id. */
  | { op: 'put'; kind: Kind; row: { id: Id } & Record<string, unknown> }
  /** Sets one field of a row; `path` is `field`, or `field.3.field` for what lies deeper. `null` takes it away. */
  | { op: 'set'; kind: Kind; id: Id; path: string; value: unknown }
  /** Takes a row away. */
  | { op: 'remove'; kind: Kind; id: Id };

/** A list of changes that people argue about. */
export interface Scenario extends Fact {
  title: string;
  changes: Change[];
}

/** The rows of a catalogue, by kind. */
export interface Rows {
  regions: Region[];
  institutions: Institution[];
  registerParts: RegisterPart[];
  modules: Module[];
  programmes: Programme[];
  deliveries: Delivery[];
  qualifications: Qualification[];
  mappings: Mapping[];
  agreements: Agreement[];
  experienceMappings: ExperienceMapping[];
  policies: Policy[];
  entryRules: EntryRule[];
  funding: FundingRule[];
  support: Support[];
  tariffs: Tariff[];
  levels: LevelRow[];
  pools: Pool[];
  cohorts: Cohort[];
  scenarios: Scenario[];
}
export type Kind = keyof Rows;

/** The kinds, in the order in which they are listed everywhere. */
export const KINDS = [
  'regions',
  'institutions',
  'registerParts',
  'modules',
  'programmes',
  'deliveries',
  'qualifications',
  'mappings',
  'agreements',
  'experienceMappings',
  'policies',
  'entryRules',
  'funding',
  'support',
  'tariffs',
  'levels',
  'pools',
  'cohorts',
  'scenarios',
] as const satisfies readonly Kind[];

/** A file of a dataset: rows of one or more kinds, with what its rows share. */
export type DatasetFile = { [K in Kind]?: Rows[K] } & {
  /** Source, basis and validity of every row of this file that does not give its own. */
  defaults?: Partial<Provenance>;
};
