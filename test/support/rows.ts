import type { Rows } from '../../src/domain/catalogue.js';
import { KINDS } from '../../src/domain/catalogue.js';
import type { Condition } from '../../src/domain/conditions.js';
import type { Provenance } from '../../src/domain/fact.js';
import type { FundingRule } from '../../src/domain/funding.js';
import type { Limit } from '../../src/domain/limits.js';
import type {
  Delivery,
  EntryPoint,
  Institution,
  Module,
  Programme,
  Qualification,
  Region,
  RegisterPart,
} from '../../src/domain/provision.js';
import type { Agreement, EntryRule, ExperienceMapping, Mapping, Policy } from '../../src/domain/recognition.js';

/** Small rows for tests: what a test does not name is plain (20 credits at level 4, agreed, guaranteed, part-time). */
const made: Provenance = { source: { document: 'Made up for a test' }, basis: 'illustrative' };

/** A catalogue with nothing in it. */
export const emptyRows = (): Rows => Object.fromEntries(KINDS.map((kind) => [kind, []])) as unknown as Rows;

/** A catalogue with the rows given and nothing else. */
export const rowsWith = (some: Partial<Rows>): Rows => ({ ...emptyRows(), ...some });

export const region = (id: string, over: Partial<Region> = {}): Region => ({
  ...made,
  id,
  name: id,
  kind: 'LETB',
  ...over,
});

export const institution = (id: string, over: Partial<Institution> = {}): Institution => ({
  ...made,
  id,
  name: id,
  country: 'England',
  ...over,
});

export const registerPart = (id: string, over: Partial<RegisterPart> = {}): RegisterPart => ({
  ...made,
  id,
  name: id,
  regulator: 'NMC',
  statutory: true,
  ...over,
});

export const qualification = (id: string, over: Partial<Qualification> = {}): Qualification => ({
  ...made,
  id,
  name: id,
  kind: id,
  level: 6,
  ...over,
});

/** A module of 20 credits at level 4, taught by `college`. */
export const module = (id: string, over: Partial<Module> = {}): Module => ({
  ...made,
  id,
  title: id,
  institution: 'college',
  credits: 20,
  level: 4,
  ...over,
});

/** A programme of `university` for the award `honours`; its stages are to be given. */
export const programme = (id: string, over: Partial<Programme> & Pick<Programme, 'stages'>): Programme => ({
  ...made,
  id,
  title: id,
  institution: 'university',
  award: 'honours',
  level: 6,
  ...over,
});

/** A part-time delivery by cohort, 12 months a stage, that one joins at stage 1 in September. */
export const delivery = (id: string, of: string, over: Partial<Delivery> = {}): Delivery => ({
  ...made,
  id,
  programme: of,
  pace: 'part-time',
  employment: 'none',
  months: [12],
  releaseDays: 1,
  fee: {},
  entryPoints: [entryPoint(1)],
  paced: 'cohort',
  ...over,
});

/** A stage that one joins in September. */
export const entryPoint = (stage: number, over: Partial<EntryPoint> = {}): EntryPoint => ({
  stage,
  months: [9],
  ...over,
});

/** An agreed and guaranteed mapping. */
export const mapping = (id: string, sources: string[], targets: string[], over: Partial<Mapping> = {}): Mapping => ({
  ...made,
  id,
  sources,
  targets,
  strength: 'guaranteed',
  status: 'agreed',
  ...over,
});

/** An agreed and guaranteed agreement. */
export const agreement = (
  id: string,
  award: string,
  into: string,
  stage: number,
  over: Partial<Agreement> = {},
): Agreement => ({ ...made, id, award, programme: into, stage, strength: 'guaranteed', status: 'agreed', ...over });

/** An agreed experience mapping at discretion: 12 months of care. */
export const experienceMapping = (id: string, over: Partial<ExperienceMapping> = {}): ExperienceMapping => ({
  ...made,
  id,
  settings: ['care'],
  months: 12,
  strength: 'discretion',
  status: 'agreed',
  ...over,
});

/** A policy that binds whatever its `registerParts`, `institutions` and `programmes` let it; all where none is given. */
export const policy = (id: string, limits: Limit[], over: Partial<Policy> = {}): Policy => ({
  ...made,
  id,
  name: id,
  limits,
  ...over,
});

export const entryRule = (id: string, rule: Condition, over: Partial<EntryRule> = {}): EntryRule => ({
  ...made,
  id,
  name: id,
  rule,
  ...over,
});

/** A rule by which `payer` pays this part of a fee. */
export const fundingRule = (id: string, payer: string, part: string, over: Partial<FundingRule> = {}): FundingRule => ({
  ...made,
  id,
  name: id,
  payer,
  part,
  ...over,
});
