import type { BlockageQuestion } from '../../src/domain/blockage.js';
import type { Rows } from '../../src/domain/catalogue.js';
import type { Cohort } from '../../src/domain/funding.js';
import { monthOf } from '../../src/domain/time.js';
import * as make from '../support/rows.js';

/** Assistant practitioners of a foundation degree and a nursing degree of two stages, in the same region. */
export function smallRegion(over: Partial<Rows> = {}): Rows {
  const targets = ['t1', 't2'].map((id) => make.module(id, { institution: 'university', credits: 60 }));
  return make.rowsWith({
    regions: [make.region('north'), make.region('south')],
    institutions: [make.institution('university', { place: { region: 'north' } }), make.institution('college')],
    registerParts: [make.registerPart('nurse', { name: 'Nurse' })],
    qualifications: [
      make.qualification('honours'),
      make.qualification('fdsc', { kind: 'FdSc', level: 5 }),
      make.qualification('gcse-maths', { kind: 'GCSE', level: 2, subject: 'maths' }),
      make.qualification('skills-maths', { kind: 'functional-skills', level: 2, subject: 'maths' }),
      make.qualification('key-maths', { kind: 'key-skills', level: 2, subject: 'maths' }),
    ],
    modules: [...targets, make.module('s1', { credits: 60 }), make.module('s2', { credits: 60 })],
    programmes: [
      make.programme('degree', { leadsTo: ['nurse'], credits: 120, stages: [{ core: ['t1'] }, { core: ['t2'] }] }),
      make.programme('foundation', {
        institution: 'college',
        award: 'fdsc',
        level: 5,
        stages: [{ core: ['s1', 's2'] }],
      }),
    ],
    deliveries: [
      make.delivery('degree-pt', 'degree', {
        months: [12, 12],
        fee: { perStage: [3_000, 3_000] },
        entryPoints: [make.entryPoint(1), make.entryPoint(2, { places: 15, pool: 'placements' })],
      }),
    ],
    pools: [
      { id: 'placements', name: 'Placements', places: 12, source: { document: 'Made up' }, basis: 'illustrative' },
    ],
    mappings: [make.mapping('m1', ['s1'], ['t1'])],
    entryRules: [
      make.entryRule('maths', {
        kind: 'subject',
        subject: 'maths',
        level: 2,
        accepted: [{ qualification: 'gcse-maths' }],
        refused: [{ kind: 'functional-skills' }],
      }),
    ],
    cohorts: [cohort('with-gcse', 20, ['gcse-maths']), cohort('with-skills', 30, ['skills-maths'])],
    ...over,
  });
}

export const cohort = (id: string, people: number, level2: string[]): Cohort => ({
  id,
  name: id,
  people,
  region: 'north',
  seeks: ['nurse'],
  learner: { awards: [{ award: 'foundation', on: '2025-07' }, ...level2.map((award) => ({ award }))] },
  source: { document: 'Made up for a test' },
  basis: 'illustrative',
});

/** Who can join at stage 2 with 60 credits? */
export const JOIN_LATER: BlockageQuestion = {
  region: 'north',
  registerParts: ['nurse'],
  first: monthOf('2026-09'),
  standard: { credits: 60, stage: 2 },
};
