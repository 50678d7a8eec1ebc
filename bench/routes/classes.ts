import type { Programme, Qualification } from '../../src/domain/provision.js';
import * as make from '../../test/support/rows.js';
import type { Study } from './studies.js';

/** Qualifications that classes and programmes give. */
export const QUALIFICATIONS: Qualification[] = [
  make.qualification('honours'),
  make.qualification('fdsc', { kind: 'FdSc', level: 5 }),
  make.qualification('diphe', { kind: 'DipHE', level: 5 }),
  make.qualification('certhe', { kind: 'CertHE', level: 4 }),
  make.qualification('access-diploma', { kind: 'access', level: 3 }),
  make.qualification('nvq3-care', { kind: 'NVQ', level: 3 }),
  ...['english', 'maths'].flatMap((subject) => [
    make.qualification(`gcse-${subject}`, { kind: 'GCSE', level: 2, subject, grades: [['A'], ['B'], ['4', 'C']] }),
    make.qualification(`functional-skills-${subject}`, { kind: 'functional-skills', level: 2, subject }),
  ]),
];

const single = (id: string, over: Partial<Programme>): Programme =>
  make.programme(id, { institution: 'college', stages: [{}], ...over });

/**
 * Steps that open entry and carry no credit: in English and maths a GCSE class and one of functional skills each, all beside
 * other study and at distance, and two Access courses. They are as many in a large catalogue as in a small one:
 * each stands for those of its kind in everybody's neighbourhood, as the local college of the dataset that ships does.
 */
export function classes(): Study[] {
  const evening = (id: string, award: string, months: number, fee: number, grade?: string): Study => ({
    programme: single(id, { award, level: 2, ...(grade ? { grade } : {}) }),
    modules: [],
    deliveries: [
      make.delivery(`${id}-evening`, id, {
        employment: 'beside',
        months: [months],
        releaseDays: 0,
        fee: { perStage: [fee] },
        concurrent: true,
        distance: true,
        entryPoints: [make.entryPoint(1, { months: grade ? [9] : [1, 5, 9] })],
      }),
    ],
  });
  const access = (at: number): Study => ({
    programme: single(`access${at}`, { award: 'access-diploma', level: 3 }),
    modules: [],
    deliveries: [
      make.delivery(`access${at}-pt`, `access${at}`, {
        employment: 'beside',
        months: [at % 2 ? 10 : 20],
        releaseDays: at % 2 ? 2 : 1,
        fee: { perStage: [3_000 + 200 * at] },
        distance: true,
      }),
    ],
  });
  return [
    ...['english', 'maths'].flatMap((subject) => [
      evening(`gcse-${subject}-class`, `gcse-${subject}`, 10, 0, '4'),
      evening(`functional-skills-${subject}-class`, `functional-skills-${subject}`, 4, 120),
    ]),
    ...[1, 2].map(access),
  ];
}
