import type { Rows } from '../../src/domain/catalogue.js';
import {
  agreement,
  delivery,
  entryPoint,
  entryRule,
  experienceMapping,
  fundingRule,
  institution,
  mapping,
  module,
  policy,
  programme,
  qualification,
  region,
  registerPart,
  rowsWith,
} from '../support/rows.js';

/**
 * A college's foundation degree in health care beside a university's nursing degree.
 *
 *   fdsc-care (college)         stage 1: anatomy, practice    stage 2: research, and one of dementia, mentoring
 *   bsc-nursing (university)    stage 1: body, skills         stage 2: evidence, and body-systems of the college
 */
export const smallCollege = (): Rows =>
  rowsWith({
    regions: [region('north', { codes: ['Y54'] }), region('south')],
    institutions: [
      institution('college', { ukprn: '10000001', place: { region: 'north' } }),
      institution('university', { ukprn: '10000002', hesa: '0999', place: { region: 'south' } }),
    ],
    registerParts: [
      registerPart('nurse'),
      registerPart('radiographer', { sets: [{ programmes: ['bsc-imaging', 'portfolio'], from: '2027' }] }),
    ],
    qualifications: [
      qualification('fdsc', { kind: 'FdSc', level: 5 }),
      qualification('certhe', { kind: 'CertHE', level: 4 }),
      qualification('honours'),
      qualification('certificate', { level: 4 }),
      qualification('gcse-maths', { kind: 'GCSE', level: 2, subject: 'maths' }),
      qualification('gcse-english', { kind: 'GCSE', level: 2, subject: 'english' }),
      qualification('fs-maths', { kind: 'functional-skills', level: 2, subject: 'maths' }),
      qualification('fs-maths-1', { kind: 'functional-skills', level: 1, subject: 'maths' }),
      qualification('fs-english', { kind: 'functional-skills', level: 2, subject: 'english' }),
    ],
    modules: [
      module('anatomy', { code: 'HC 101' }),
      module('practice'),
      module('research', { level: 5, prerequisites: { all: ['anatomy', { any: ['practice', 'mentoring'] }] } }),
      module('dementia', { level: 5 }),
      module('mentoring', { level: 5 }),
      module('bridge', {
        institution: 'university',
        offers: [{ id: 'bridge-alone', fee: 600, intakes: [1], months: 3, releaseDays: 0.5 }],
      }),
      module('body', { institution: 'university', code: 'HC101' }),
      module('skills', { institution: 'university' }),
      module('evidence', { institution: 'university', level: 5 }),
    ],
    programmes: [
      programme('fdsc-care', {
        institution: 'college',
        award: 'fdsc',
        level: 5,
        codes: ['KIS-7'],
        stages: [
          { core: ['anatomy', 'practice'], exitAward: 'certhe' },
          {
            core: ['research'],
            groups: [{ id: 'choice', choose: { members: 1 }, members: ['dementia', 'mentoring'] }],
          },
        ],
      }),
      programme('bsc-nursing', {
        codes: ['KIS-7', 'B740'],
        leadsTo: ['nurse'],
        stages: [{ core: ['body', 'skills'] }, { core: ['evidence', { module: 'dementia', to: '2028-08' }] }],
      }),
      programme('bsc-imaging', { stages: [{ core: ['body'] }] }),
      programme('portfolio', { award: 'certificate', level: 4, stages: [{}] }),
    ],
    deliveries: [
      delivery('fdsc-care-pt', 'fdsc-care'),
      delivery('nursing-pt', 'bsc-nursing', {
        place: { region: 'north' },
        entryPoints: [entryPoint(1, { pool: 'wards' })],
      }),
      delivery('nursing-distance', 'bsc-nursing', { distance: true, support: ['backfill'] }),
    ],
    mappings: [
      mapping('body-from-both', ['anatomy', 'practice'], ['body']),
      mapping('skills-from-any', ['practice', 'bridge'], ['skills'], { choose: 1 }),
      mapping('evidence-with-bridge', ['research', 'bridge'], ['evidence']),
      mapping('evidence-alone', ['research'], ['evidence'], { status: 'proposed' }),
      mapping('skills-refused', ['anatomy'], ['skills'], { status: 'refused' }),
      mapping('body-once', ['anatomy'], ['body'], { to: '2020' }),
    ],
    agreements: [
      agreement('care-to-nursing', 'fdsc-care', 'bsc-nursing', 2),
      agreement('any-fdsc-to-imaging', 'fdsc', 'bsc-imaging', 2, { status: 'proposed' }),
    ],
    experienceMappings: [
      experienceMapping('years-of-care', { targets: ['skills'] }),
      experienceMapping('ward-hours', { programmes: ['bsc-nursing'], hours: { practice: 300 } }),
    ],
    policies: [
      policy('nmc', [{ id: 'nmc-half', kind: 'share', fraction: '1/2' }], { registerParts: ['nurse'] }),
      policy('university-rules', [{ id: 'uni-own', kind: 'credits', credits: 240 }], { institutions: ['university'] }),
      policy('nobody', [], { registerParts: ['nurse'], institutions: ['college'] }),
    ],
    entryRules: [
      entryRule(
        'nursing-entry',
        {
          kind: 'all',
          of: [
            {
              kind: 'subject',
              subject: 'maths',
              level: 2,
              accepted: [{ kind: 'GCSE', grade: '4' }],
              refused: [{ kind: 'functional-skills' }],
            },
            {
              kind: 'subject',
              subject: 'english',
              level: 2,
              accepted: [{ kind: 'GCSE', grade: '4' }],
              considered: [{ qualification: 'fs-english' }],
            },
            { kind: 'award', kinds: ['FdSc'] },
          ],
        },
        { registerParts: ['nurse'] },
      ),
      entryRule(
        'imaging-entry',
        { kind: 'subject', subject: 'maths', level: 2, accepted: [{ kind: 'GCSE' }] },
        { programmes: ['bsc-imaging'] },
      ),
      entryRule(
        'care-entry',
        {
          kind: 'subject',
          subject: 'maths',
          level: 2,
          accepted: [{ kind: 'GCSE' }, { kind: 'functional-skills' }],
        },
        { institutions: ['college'], from: '2025' },
      ),
    ],
    funding: [fundingRule('levy', 'levy', '1', { programmes: ['fdsc-care'], regions: ['north'] })],
    support: [
      {
        id: 'backfill',
        name: 'Backfill',
        payer: 'commissioner',
        kind: 'backfill',
        regions: ['north'],
        source: { document: 'Made up for a test' },
        basis: 'illustrative',
      },
    ],
    pools: [
      { id: 'wards', name: 'Wards', places: 10, source: { document: 'Made up for a test' }, basis: 'illustrative' },
    ],
    cohorts: [
      {
        id: 'band-fours',
        name: 'Assistant practitioners',
        people: 40,
        region: 'north',
        learner: {},
        seeks: ['nurse'],
        source: { document: 'Made up for a test' },
        basis: 'illustrative',
      },
    ],
  });
