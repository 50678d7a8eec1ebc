import { Service } from '../../src/api/context.js';
import type { Rows } from '../../src/domain/catalogue.js';
import {
  delivery,
  entryPoint,
  entryRule,
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

/** The day on which every test of the API takes place. */
export const TODAY = '2026-09-15';

/**
 * A college whose award `fd` holds `a1` and `a2`, and a university whose degree `rn` of two stages leads to `nurse`:
 * `a1` covers `b1`, `a2` covers `b2`, which is all of stage 1. Entry wants a declaration. Nothing leads to `midwife`.
 */
export const smallRows = (): Rows =>
  rowsWith({
    regions: [region('north')],
    institutions: [
      institution('college'),
      institution('university', { ukprn: '10007999', place: { region: 'north' } }),
    ],
    registerParts: [registerPart('nurse'), registerPart('midwife')],
    qualifications: [qualification('fdsc', { level: 5 }), qualification('honours')],
    modules: [
      module('a1'),
      module('a2', { code: 'AX 2' }),
      module('b1', { institution: 'university' }),
      module('b2', { institution: 'university' }),
      module('b3', { institution: 'university', level: 6 }),
    ],
    programmes: [
      programme('fd', {
        institution: 'college',
        award: 'fdsc',
        level: 5,
        credits: 40,
        stages: [{ credits: 40, core: ['a1', 'a2'] }],
      }),
      programme('rn', {
        credits: 60,
        leadsTo: ['nurse'],
        stages: [
          { credits: 40, core: ['b1', 'b2'] },
          { credits: 20, core: ['b3'] },
        ],
      }),
    ],
    deliveries: [
      delivery('fd-pt', 'fd', { fee: { perStage: [2000] } }),
      delivery('rn-pt', 'rn', {
        months: [12, 12],
        fee: { perStage: [3000, 3000] },
        entryPoints: [entryPoint(1), entryPoint(2)],
        place: { region: 'north' },
      }),
    ],
    mappings: [mapping('a1-b1', ['a1'], ['b1']), mapping('a2-b2', ['a2'], ['b2'], { strength: 'precedent' })],
    policies: [policy('cap', [{ id: 'cap-share', kind: 'share', fraction: '2/3' }], { programmes: ['rn'] })],
    entryRules: [
      entryRule('rn-entry', { kind: 'all', of: [{ kind: 'declaration', declaration: 'dbs' }] }, { programmes: ['rn'] }),
    ],
  });

export const smallService = (): Service => new Service(smallRows(), () => TODAY);

/** Holds the college's award and has declared what entry wants. */
export const kim = {
  awards: [{ award: 'fd', on: '2026-07' }],
  declarations: [{ declaration: 'dbs', holds: true }],
};
