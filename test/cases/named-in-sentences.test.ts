import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/domain/conditions.js';
import { monthOf } from '../../src/domain/time.js';
import { holderWords } from '../../src/engines/credit/into/holders.js';
import { judgeEntry } from '../../src/engines/entry/judge.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import * as make from '../support/rows.js';
import { england } from './england.js';

// A degree at Upton with one entry rule; what the rule asks is told with the names that people use.
const told = (rule: Condition, registrations: { part: string; status: 'current' }[] = []) => {
  const catalogue = new Catalogue(
    make.rowsWith({
      institutions: [make.institution('upton', { name: 'University of Upton' })],
      registerParts: [make.registerPart('na', { name: 'Nursing associate' })],
      qualifications: [
        make.qualification('honours'),
        make.qualification('fdsc', { kind: 'FdSc', level: 5 }),
        make.qualification('gcse-english', {
          name: 'GCSE English',
          kind: 'GCSE',
          level: 2,
          grades: [['5'], ['4', 'C']],
        }),
        make.qualification('key-english', { name: 'Key Skills communication', kind: 'key-skills', level: 2 }),
      ],
      modules: [make.module('m')],
      programmes: [
        make.programme('degree', { institution: 'upton', stages: [{ core: ['m'] }] }),
        make.programme('foundation', {
          title: 'Health Care',
          institution: 'upton',
          award: 'fdsc',
          stages: [{ core: ['m'] }],
        }),
      ],
      deliveries: [make.delivery('d', 'degree')],
      entryRules: [make.entryRule('rule', rule)],
    }),
  );
  const { rules } = judgeEntry(catalogue, {
    learner: { registrations },
    programme: 'degree',
    start: monthOf('2026-09'),
  });
  return rules[0]!.root;
};

describe('an entry condition names what it asks as people do', () => {
  test('qualifications by name, with the grade; kinds as they are', () => {
    const accepted = [{ qualification: 'gcse-english', grade: '4' }, { kind: 'functional-skills' }];
    const refused = [{ qualification: 'key-english' }];
    const { asks } = told({ kind: 'subject', subject: 'english', level: 2, accepted, refused });
    expect(asks).toBe('english at level 2: GCSE English, grade 4 or functional-skills; not Key Skills communication');
  });

  test('a programme by its title, with who runs it; what the catalogue does not know by its id', () => {
    const { asks } = told({ kind: 'award', kinds: ['HND'], awards: ['foundation', 'lost'], minimumLevel: 5 });
    expect(asks).toBe('HND or Health Care (University of Upton) or lost, at level 5 or above');
  });

  test('a part of a register', () => {
    const rule: Condition = { kind: 'registration', parts: ['na'] };
    expect(told(rule, [{ part: 'na', status: 'current' }])).toMatchObject({
      asks: 'a current registration as ‘Nursing associate’',
      finds: 'registered as ‘Nursing associate’',
    });
  });
});

test('an employer is named as the catalogue names it, else by its id with capitals', () => {
  const words = (employer: string) => holderWords(england, { employer });
  expect(words('lancashire-teaching-hospitals')).toEqual([
    `on the staff of ${england.institutions.get('lancashire-teaching-hospitals')!.name}`,
  ]);
  expect(words('southend-university-hospital')).toEqual(['on the staff of Southend University Hospital']);
});
