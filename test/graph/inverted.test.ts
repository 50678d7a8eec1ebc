import { expect, test } from 'vitest';
import { Catalogue } from '../../src/graph/catalogue.js';
import { type Holder, Inverted } from '../../src/graph/inverted.js';
import { agreement, experienceMapping, mapping, module, programme, rowsWith } from '../support/rows.js';

/** Three degrees of two modules each: `a1` and `a2`, `b1` and `b2`, and `shared` with `c1`, which `b` teaches as well. */
const inverted = new Inverted(
  new Catalogue(
    rowsWith({
      modules: ['a1', 'a2', 'b1', 'b2', 'shared', 'c1', 's1', 's2', 's3', 's4'].map((id) => module(id)),
      programmes: [
        programme('a', { stages: [{ core: ['a1', { module: 'a2', to: '2020' }] }] }),
        programme('b', {
          stages: [
            { groups: [{ id: 'g', choose: { members: 1 }, members: [{ bundle: 'p', modules: ['b1', 'b2'] }] }] },
            { core: ['shared'] },
          ],
        }),
        programme('c', { stages: [{ core: ['shared', 'c1'] }] }),
      ],
      mappings: [
        mapping('one', ['s1'], ['a1']),
        mapping('bundle', ['s1', 's2'], ['b1', 'b2']),
        mapping('two of three', ['s1', 's3', 's4'], ['c1'], { choose: 2 }),
        mapping('one of two', ['s3', 's4'], ['a2'], { choose: 1 }),
        mapping('to both', ['s2'], ['shared']),
        mapping('across', ['s4'], ['a1', 'b1']),
        mapping('from nowhere', ['unknown'], ['a1']),
      ],
      agreements: [agreement('to a', 'hnd', 'a', 2), agreement('to none', 'hnd', 'gone', 2)],
      experienceMappings: [
        experienceMapping('care', { months: 12, targets: ['shared'], programmes: ['c'] }),
        experienceMapping('more care', { months: 36, targets: ['a1'] }),
        experienceMapping('hours alone', { months: 0, programmes: ['b'], hours: { practice: 100 } }),
      ],
    }),
  ),
);

const nothing: Holder = { sources: [], awards: [], begun: [], experienceMonths: 0, hasExperience: () => false };

/** The programmes touched, each with the mappings that lead there. */
const leads = (held: Partial<Holder>): Record<string, string[]> =>
  Object.fromEntries(
    [...inverted.leadsFrom({ ...nothing, ...held })].map(([place, { rows }]) => [
      inverted.programmes[place]!.id,
      rows.map((row) => inverted.mappings[row]!.id).sort(),
    ]),
  );

test.each<[string, string[], Record<string, string[]>]>([
  ['one module for one', ['s1'], { a: ['one'] }],
  ['both modules of a bundle', ['s1', 's2'], { a: ['one'], b: ['bundle', 'to both'], c: ['to both'] }],
  ['a module that two programmes teach, for one', ['s2'], { b: ['to both'], c: ['to both'] }],
  ['two of three', ['s1', 's4'], { a: ['one', 'one of two'], c: ['two of three'] }],
  ['all three of two', ['s1', 's3', 's4'], { a: ['one', 'one of two'], c: ['two of three'] }],
  ['half of each', ['s4'], { a: ['one of two'] }],
  ['modules taught there, whatever the year', ['a2', 'b2'], { a: [], b: [] }],
  ['what no mapping takes', ['unheard-of'], {}],
  ['what the catalogue maps and does not hold', ['unknown'], { a: ['from nowhere'] }],
])('%s leads where its targets are taught together', (_, sources, expected) => {
  expect(leads({ sources })).toEqual(expected);
});

test('an award leads where there is an agreement for it, and what is begun to itself', () => {
  expect(leads({ awards: ['hnd', 'fdsc'], begun: ['c', 'gone'] })).toEqual({ a: [], c: [] });
});

test('experience leads where a mapping asks no more of it; hours alone lead nowhere', () => {
  const asked: string[] = [];
  const hasExperience: Holder['hasExperience'] = ({ id }) => asked.push(id) > 0;
  expect(leads({ experienceMonths: 24, hasExperience })).toEqual({ c: [] });
  expect(asked).toEqual(['care']);
  expect(leads({ experienceMonths: 36, hasExperience })).toEqual({ c: [], a: [] });
  expect(leads({ experienceMonths: 36, hasExperience: () => false })).toEqual({});
});
