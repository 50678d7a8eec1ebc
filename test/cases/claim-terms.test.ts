import { expect, test } from 'vitest';
import type { UsedClaim } from '../../src/domain/assessment.js';
import type { Rows } from '../../src/domain/catalogue.js';
import type { Fee } from '../../src/domain/provision.js';
import type { Policy } from '../../src/domain/recognition.js';
import { monthOf } from '../../src/domain/time.js';
import { assess } from '../../src/engines/credit/assess.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { delivery, experienceMapping, mapping, module, policy, programme, rowsWith } from '../support/rows.js';
import { england } from './england.js';

/** A policy as it ships. */
const shipped = (id: string): Policy => england.rows.policies.find((row) => row.id === id)!;

/**
 * What three claims cost and want at one institution: `old` from elsewhere for 20 credits, a module of its own for 15,
 * and experience for 10; the degree starts in September 2026, and the fee is as given.
 */
function claims(institution: string, policies: Policy[], fee: Fee = {}, over: Partial<Rows> = {}): UsedClaim[] {
  const at = (id: string, credits: number) => module(id, { institution, credits });
  const rows = rowsWith({
    programmes: [
      programme('degree', { institution, credits: 120, stages: [{ core: ['new', 'own', 'work', 'rest'] }] }),
    ],
    deliveries: [delivery('degree-pt', 'degree', { fee })],
    modules: [at('new', 20), at('own', 15), at('work', 10), at('rest', 75), module('old'), at('before', 15)],
    mappings: [
      mapping('elsewhere', ['old'], ['new'], { evidence: ['A letter of the college'] }),
      mapping('own-credit', ['before'], ['own']),
    ],
    experienceMappings: [experienceMapping('by-work', { targets: ['work'] })],
    policies,
    ...over,
  });
  const learner = {
    modules: ['old', 'before'].map((id) => ({ module: id, on: '2025-07' })),
    experience: [{ setting: 'care', months: 24, evidenced: true }],
  };
  return assess(new Catalogue(rows), { learner, programme: 'degree', start: monthOf('2026-09') }).claims;
}

const fees = (found: UsedClaim[]): [string, number][] => found.map(({ id, fee }) => [id, fee]);

test('Surrey: £50 for credit from elsewhere, nothing for its own, £100 for experience', () => {
  expect(fees(claims('surrey', [shipped('surrey-rpl')]))).toEqual([
    ['by-work', 100],
    ['elsewhere', 50],
    ['own-credit', 0],
  ]);
});

test('Derby: 30 % of the fee of what is credited, and the claim two months before the start', () => {
  const found = claims('derby', [shipped('derby-rpl')], { perCredit: 53.33 });
  // 20 × £53.33 × 3/10 = £319.98; 15 × … = £239.985, in whole pence £239.98; 10 × … = £159.99
  expect(fees(found)).toEqual([
    ['by-work', 159.99],
    ['elsewhere', 319.98],
    ['own-credit', 239.98],
  ]);
  expect(found.map(({ lodgeBy }) => lodgeBy)).toEqual(['2026-07', '2026-07', '2026-07']);
  expect(found.flatMap(({ flags }) => flags).join()).not.toContain('3/10');
});

test('Derby, where the fee is stated by the year: what cannot be reckoned is said, not left out', () => {
  const [first] = claims('derby', [shipped('derby-rpl')], { perStage: [5000] });
  expect(first?.fee).toBe(0);
  expect(first?.flags).toContain(
    '3/10 of the fee of what is credited is to be paid besides (Derby: half of the credits, at part of the fee); no fee per credit is stated',
  );
});

test('evidence is what the policies want, then what the row wants, each thing once', () => {
  const both = [shipped('derby-rpl'), policy('extra', [], { claims: { evidence: ['Transcript', 'A reference'] } })];
  const found = claims('derby', both, { perCredit: 1 });
  expect(found.find(({ id }) => id === 'elsewhere')?.evidence).toEqual([
    'Transcript',
    'Module descriptors',
    'A reference',
    'A letter of the college',
  ]);
});

test('of several policies the longest notice counts, and their fees add up', () => {
  const found = claims('open-university', [
    shipped('open-university-rpl'),
    policy('slow', [], { claims: { lodgeMonths: 5, fee: 10 } }),
    policy('dear', [], { claims: { lodgeMonths: 1, fee: 2.5 } }),
  ]);
  expect(found.map(({ lodgeBy, fee }) => [lodgeBy, fee])).toEqual(Array(3).fill(['2026-04', 12.5]));
});

test('without a policy that says so nothing is asked', () => {
  expect(claims('nowhere', []).map(({ fee, lodgeBy, evidence }) => [fee, lodgeBy, evidence])).toEqual([
    [0, null, []],
    [0, null, ['A letter of the college']],
    [0, null, []],
  ]);
});
