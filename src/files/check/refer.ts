import type { Kind, Rows } from '../../domain/catalogue.js';
import type { Accepts, Condition } from '../../domain/conditions.js';
import type { Id } from '../../domain/fact.js';
import type { Cohort } from '../../domain/funding.js';
import type { Learner } from '../../domain/learner.js';
import type { Delivery, Module, Prerequisite, Programme } from '../../domain/provision.js';
import type { EntryRule, Mapping, Policy, Scope } from '../../domain/recognition.js';
import type { Path } from '../shape/flaw.js';
import type { Target } from './known.js';

/** A place in a row that names something else by its id. */
export interface Reference {
  path: Path;
  id: Id;
  /** What it may stand for. */
  to: readonly Target[];
}

const AWARD = ['qualifications', 'programmes'] as const;
/** A module offered singly counts as a programme, and its offer as a delivery. */
const PROGRAMME = ['programmes', 'modules'] as const;

const one = (path: Path, id: Id | undefined, ...to: Target[]): Reference[] =>
  id === undefined ? [] : [{ path, id, to }];
const each = (path: Path, ids: readonly Id[] | undefined, ...to: Target[]): Reference[] =>
  (ids ?? []).map((id, index) => ({ path: [...path, index], id, to }));

/** Every reference by id that a row of a kind makes, and what each may stand for. */
export const REFERENCES: { [K in Kind]: (row: Rows[K][number]) => Reference[] } = {
  regions: () => [],
  institutions: (row) => one(['place', 'region'], row.place?.region, 'regions'),
  registerParts: (row) =>
    (row.sets ?? []).flatMap((set, index) => each(['sets', index, 'programmes'], set.programmes, 'programmes')),
  modules: ofModule,
  programmes: ofProgramme,
  deliveries: ofDelivery,
  qualifications: () => [],
  mappings: (row) => [
    ...each(['sources'], row.sources, 'modules'),
    ...each(['targets'], row.targets, 'modules'),
    ...ofScope(row),
  ],
  agreements: (row) => [
    ...one(['award'], row.award, ...AWARD),
    ...one(['programme'], row.programme, 'programmes'),
    ...ofScope(row),
  ],
  experienceMappings: (row) => [
    ...each(['programmes'], row.programmes, 'programmes'),
    ...each(['targets'], row.targets, 'modules'),
    ...ofScope(row),
  ],
  policies: ofPolicy,
  entryRules: ofEntryRule,
  funding: (row) => [...ofSubjects(row), ...each(['regions'], row.regions, 'regions')],
  support: (row) => [...ofSubjects(row), ...each(['regions'], row.regions, 'regions')],
  tariffs: (row) =>
    row.points.flatMap(({ qualification }, index) =>
      one(['points', index, 'qualification'], qualification, 'qualifications'),
    ),
  levels: () => [],
  pools: (row) => one(['within'], row.within, 'pools'),
  cohorts: ofCohort,
  scenarios: () => [],
};

function ofModule(row: Module): Reference[] {
  return [
    ...one(['institution'], row.institution, 'institutions'),
    ...(row.prerequisites === undefined ? [] : ofPrerequisite(row.prerequisites, ['prerequisites'])),
    ...(row.offers ?? []).flatMap(({ place }, index) =>
      one(['offers', index, 'place', 'region'], place?.region, 'regions'),
    ),
  ];
}

function ofPrerequisite(needs: Prerequisite, path: Path): Reference[] {
  if (typeof needs === 'string') return one(path, needs, 'modules');
  const [word, several] = 'all' in needs ? (['all', needs.all] as const) : (['any', needs.any] as const);
  return several.flatMap((inner, index) => ofPrerequisite(inner, [...path, word, index]));
}

function ofProgramme(row: Programme): Reference[] {
  const found = [
    ...one(['institution'], row.institution, 'institutions'),
    ...one(['award'], row.award, 'qualifications'),
    ...each(['leadsTo'], row.leadsTo, 'registerParts'),
  ];
  for (const [number, { core = [], groups = [], exitAward }] of row.stages.entries()) {
    const stage = ['stages', number];
    found.push(...one([...stage, 'exitAward'], exitAward, 'qualifications'));
    for (const [index, entry] of core.entries()) {
      const at = [...stage, 'core', index];
      if (typeof entry === 'string') found.push(...one(at, entry, 'modules'));
      else
        found.push(
          ...one([...at, 'module'], entry.module, 'modules'),
          ...each([...at, 'deliveries'], entry.deliveries, 'deliveries'),
        );
    }
    for (const [index, group] of groups.entries()) {
      const at = [...stage, 'groups', index];
      found.push(...each([...at, 'deliveries'], group.deliveries, 'deliveries'));
      for (const [position, member] of group.members.entries())
        if (typeof member === 'string') found.push(...one([...at, 'members', position], member, 'modules'));
        else found.push(...each([...at, 'members', position, 'modules'], member.modules, 'modules'));
    }
  }
  return found;
}

function ofDelivery(row: Delivery): Reference[] {
  return [
    ...one(['programme'], row.programme, 'programmes'),
    ...one(['place', 'region'], row.place?.region, 'regions'),
    ...each(['support'], row.support, 'support'),
    ...row.entryPoints.flatMap(({ pool, outstanding }, index) => [
      ...one(['entryPoints', index, 'pool'], pool, 'pools'),
      ...each(['entryPoints', index, 'outstanding', 'modules'], outstanding?.modules, 'modules'),
    ]),
  ];
}

function ofScope({ scope }: Pick<Mapping, 'scope'>): Reference[] {
  if (scope === undefined) return [];
  const { awards, registrations, registerParts }: Scope = scope;
  return [
    ...each(['scope', 'awards'], awards, ...AWARD),
    ...each(['scope', 'registrations'], registrations, 'registerParts'),
    ...each(['scope', 'registerParts'], registerParts, 'registerParts'),
  ];
}

function ofSubjects(row: { registerParts?: Id[]; institutions?: Id[]; programmes?: Id[] }): Reference[] {
  return [
    ...each(['registerParts'], row.registerParts, 'registerParts'),
    ...each(['institutions'], row.institutions, 'institutions'),
    ...each(['programmes'], row.programmes, ...PROGRAMME),
  ];
}

function ofPolicy(row: Policy): Reference[] {
  return [
    ...ofSubjects(row),
    ...row.limits.flatMap((limit, index) => [
      ...each(['limits', index, 'exceptions', 'registrations'], limit.exceptions?.registrations, 'registerParts'),
      ...(limit.kind === 'module' ? each(['limits', index, 'modules'], limit.modules, 'modules') : []),
    ]),
  ];
}

function ofEntryRule(row: EntryRule): Reference[] {
  const deliveries = each(['deliveries'], row.deliveries, 'deliveries', 'offers');
  const found: Reference[] = [...ofSubjects(row), ...deliveries];
  for (const { condition, path } of conditionsIn(row.rule, ['rule'])) {
    if (condition.kind === 'award') found.push(...each([...path, 'awards'], condition.awards, ...AWARD));
    if (condition.kind === 'registration') found.push(...each([...path, 'parts'], condition.parts, 'registerParts'));
    for (const { accepts, at } of acceptsIn(condition, path))
      found.push(...one([...at, 'qualification'], accepts.qualification, 'qualifications'));
  }
  return found;
}

/** Every condition of a tree, with its place. */
export function* conditionsIn(condition: Condition, path: Path): Iterable<{ condition: Condition; path: Path }> {
  yield { condition, path };
  if ('of' in condition)
    for (const [index, inner] of condition.of.entries()) yield* conditionsIn(inner, [...path, 'of', index]);
}

/** What a subject condition accepts, considers and refuses, with its place. */
export function acceptsIn(condition: Condition, path: Path): { accepts: Accepts; at: Path }[] {
  if (condition.kind !== 'subject') return [];
  return (['accepted', 'considered', 'refused'] as const).flatMap((list) =>
    (condition[list] ?? []).map((accepts, index) => ({ accepts, at: [...path, list, index] })),
  );
}

function ofCohort(row: Cohort): Reference[] {
  return [
    ...one(['region'], row.region, 'regions'),
    ...each(['seeks'], row.seeks, 'registerParts'),
    ...referencesOfLearner(row.learner, ['learner']),
  ];
}

/** Every reference by id that a learner makes. */
export function referencesOfLearner(learner: Learner, path: Path): Reference[] {
  return [
    ...(learner.awards ?? []).flatMap((held, index) => [
      ...one([...path, 'awards', index, 'award'], held.award, ...AWARD),
      ...one([...path, 'awards', index, 'programme'], held.programme, 'programmes'),
      ...each([...path, 'awards', index, 'options'], held.options, 'modules'),
    ]),
    ...(learner.modules ?? []).flatMap((held, index) => [
      ...one([...path, 'modules', index, 'module'], held.module, 'modules'),
      ...one([...path, 'modules', index, 'programme'], held.programme, ...PROGRAMME),
    ]),
    ...(learner.registrations ?? []).flatMap(({ part }, index) =>
      one([...path, 'registrations', index, 'part'], part, 'registerParts'),
    ),
    ...(learner.enrolments ?? []).flatMap(({ programme }, index) =>
      one([...path, 'enrolments', index, 'programme'], programme, ...PROGRAMME),
    ),
    ...one([...path, 'home', 'region'], learner.home?.region, 'regions'),
  ];
}
