import { expect, test } from 'vitest';
import type { Coverage } from '../../src/domain/course-release.js';
import type { Provision, ProvisionLine } from '../../src/domain/provision-change.js';
import { type ProvisionQuestion, provisionOf } from '../../src/engines/provision/provision.js';
import { readReleases } from '../../src/files/releases/read.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { delivery, institution, programme, region, registerPart, rowsWith } from '../support/rows.js';
import { england } from './england.js';

const MONTH = 2026 * 12 + 8;
const shipped = readReleases();

const said = ({ counts }: ProvisionLine): string[] => counts.map(({ says }) => says);
const lineOf = ({ lines }: Provision, part: string, at: string): ProvisionLine | undefined =>
  lines.find(({ registerPart: own, region: where, where: how }) => own.id === part && (where?.id ?? how) === at);

test('the releases hold the regulated courses that the ledger of the dataset counts', () => {
  const { totals } = provisionOf(england, shipped, { release: '2025', month: MONTH });
  const courses = (part: string) =>
    totals.find(({ registerPart: own }) => own.id === part)?.counts.map((count) => count.courses);
  expect(courses('nurse-adult')).toEqual([153, 10, 0]);
  expect(courses('midwife')).toEqual([67, 1, 0]);
  expect(courses('nursing-associate')).toEqual([9, 0, 0]);
  expect(courses('biomedical-scientist')).toEqual([7, 1, 0]);
});

test('no apprenticeship in a release is none known, and no part-time course is none', () => {
  const provision = provisionOf(england, shipped, { release: '2025', month: MONTH, registerParts: ['paramedic'] });
  const line = lineOf(provision, 'paramedic', 'letb-north-west');
  expect(said(line!).slice(1)).toEqual(['none', 'none known']);
  expect(provision.notes).toContain('apprenticeship: apprenticeships are not in the release.');
});

test('the catalogue knows apprenticeships, and not all of them', () => {
  const { totals } = provisionOf(england, shipped, { month: MONTH, registerParts: ['nurse-adult', 'orthoptist'] });
  const [adult, orthoptist] = totals;
  expect(adult?.counts[2]?.deliveries).toBeGreaterThan(0);
  expect(orthoptist?.counts[2]?.says).toBe('none known');
});

test('study at distance belongs to no region: the Open University', () => {
  const provision = provisionOf(england, shipped, { release: '2018', month: MONTH, registerParts: ['nurse-adult'] });
  expect(said(lineOf(provision, 'nurse-adult', 'distance')!)).toEqual(['1', '1', 'none known']);
});

test('every delivery of a release stands in exactly one line of its register part', () => {
  const { lines, totals } = provisionOf(england, shipped, { release: '2018', month: MONTH });
  const sum = (all: readonly ProvisionLine[], part: string): number[] =>
    [0, 1, 2].map((mode) =>
      all
        .filter(({ registerPart: own }) => own.id === part)
        .reduce((total, { counts }) => total + (counts[mode]?.deliveries ?? 0), 0),
    );
  for (const { registerPart: part } of totals) expect(sum(lines, part.id)).toEqual(sum(totals, part.id));
});

const whole: Coverage[] = [{ mode: 'part-time', extent: 'whole', says: 'everything' }];
const small = (question: Partial<ProvisionQuestion> = {}, coverage: Coverage[] = whole): Provision =>
  provisionOf(
    new Catalogue(
      rowsWith({
        regions: [region('north'), region('south')],
        institutions: [institution('uni', { place: { region: 'south' } }), institution('nowhere')],
        registerParts: [registerPart('nurse'), registerPart('midwife')],
        programmes: [
          programme('rn', { institution: 'uni', leadsTo: ['nurse'], stages: [{ credits: 120 }] }),
          programme('doubted', { institution: 'uni', codes: ['X', 'unpromised:nurse'], stages: [{ credits: 120 }] }),
          programme('lost', { institution: 'nowhere', leadsTo: ['nurse'], stages: [{ credits: 120 }] }),
        ],
        deliveries: [
          delivery('rn-north', 'rn', { place: { region: 'north' } }),
          delivery('rn-seat', 'rn'),
          delivery('rn-air', 'rn', { distance: true }),
          delivery('rn-app', 'rn', { employment: 'apprenticeship', place: { region: 'north' } }),
          delivery('rn-closed', 'rn', { lastEntry: '2026-08', place: { region: 'north' } }),
          delivery('rn-ended', 'rn', { to: '2026-08-31', place: { region: 'north' } }),
          delivery('doubted-pt', 'doubted', { place: { region: 'north' } }),
          delivery('lost-pt', 'lost'),
        ],
      }),
    ),
    { releases: [], successors: [], catalogueCoverage: coverage },
    { month: MONTH, ...question },
  );

test('a delivery is where it is taught, else at the seat of its institution; what is closed does not count', () => {
  const { lines } = small({ registerParts: ['nurse'] });
  expect(lines.map(({ region: at, where, counts }) => [at?.id ?? where, counts[1]?.deliveries])).toEqual([
    ['north', 2],
    ['south', 1],
    ['distance', 1],
    ['unknown', 1],
  ]);
});

test('an apprenticeship is a mode of its own, whatever its pace', () => {
  const { totals } = small({ registerParts: ['nurse'] });
  expect(
    totals[0]?.counts.map(({ mode, deliveries, courses, institutions, notPromised }) => [
      ...[mode, deliveries, courses, institutions, notPromised],
    ]),
  ).toEqual([
    ['full-time', 0, 0, 0, 0],
    ['part-time', 5, 3, 2, 1],
    ['apprenticeship', 1, 1, 1, 0],
  ]);
});

test('a register part without any provision has its lines when it is asked for', () => {
  expect(small({ registerParts: ['midwife'], regions: ['north'] }).lines.map(said)).toEqual([
    ['none known', 'none', 'none known'],
    ['none known', 'none', 'none known'],
  ]);
});

test('of a source of which nobody said what it covers, nothing is none', () => {
  const { lines, notes } = small({ registerParts: ['midwife'], regions: ['north'] }, []);
  expect(new Set(lines.flatMap(said))).toEqual(new Set(['none known']));
  expect(notes[0]).toBe('full-time: nobody has said what the source covers.');
});

test('a release that is not kept is refused', () => {
  expect(() => small({ release: '1999' })).toThrow(RangeError);
});
