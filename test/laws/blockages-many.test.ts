import { describe, expect, test } from 'vitest';
import type { BlockageQuestion } from '../../src/domain/blockage.js';
import type { Rows } from '../../src/domain/catalogue.js';
import type { Cohort } from '../../src/domain/funding.js';
import type { Learner } from '../../src/domain/learner.js';
import type { Delivery } from '../../src/domain/provision.js';
import { monthOf, textOf } from '../../src/domain/time.js';
import { isLetIn } from '../../src/engines/blockages/judging/admitted.js';
import { doorsAt } from '../../src/engines/blockages/judging/door.js';
import { programmesFor } from '../../src/engines/blockages/judging/region.js';
import { profilesOf } from '../../src/engines/blockages/population.js';
import { type Terms, termsOf } from '../../src/engines/blockages/terms.js';
import { either, holds, setOf, total } from '../../src/engines/blockages/together/profile-set.js';
import { reachTogether } from '../../src/engines/blockages/together/reach.js';
import { loadDataset } from '../../src/files/dataset.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { Dice } from '../support/dice.js';
import * as make from '../support/rows.js';
import { blockageCase } from './blockages-cases.js';
import { entryCase } from './entry-cases.js';
import { verdictOracle } from './entry-oracle.js';

const CASES = Number(process.env.CASES ?? (process.env.LAWS === 'long' ? 2_000 : 120));

interface Case {
  readonly rows: Rows;
  readonly question: BlockageQuestion;
}

/** The entry rules of a random case, asked by the learners of others in two regions. */
function crowdCase(seed: number): Case {
  const dice = new Dice(seed + 7_000_000);
  const { rows, question } = entryCase(seed);
  const first = question.start - dice.whole(0, 11);
  const cohorts = Array.from({ length: dice.one([1, 5, 31, 32, 33, 40]) }, (_, at): Cohort => {
    const { learner } = entryCase(seed * 64 + at).question;
    return {
      id: `c${at}`,
      name: `c${at}`,
      people: dice.whole(0, 30),
      region: dice.one(['north', 'south']),
      seeks: dice.one([['nurse'], ['midwife'], ['midwife', 'nurse'], []]),
      learner: later(learner, dice, first),
      source: { document: 'Made up for a test' },
      basis: 'illustrative',
    };
  });
  return {
    rows: {
      ...rows,
      regions: [make.region('north'), make.region('south')],
      institutions: [
        make.institution('university', { place: { region: 'north', latitude: 53, longitude: -2 } }),
        make.institution('college'),
      ],
      deliveries: [
        deliveryOf(dice, 'degree-pt', 'degree'),
        deliveryOf(dice, 'degree-ft', 'degree'),
        deliveryOf(dice, 'foundation-pt', 'foundation'),
      ],
      support: ['salary', 'backfill'].map((id) => ({
        id,
        name: id,
        payer: 'board',
        kind: 'salary' as const,
        source: { document: 'Made up for a test' },
        basis: 'illustrative' as const,
        ...dice.one([{}, { regions: ['south'] }, { from: textOf(first + 5) }, { to: '2020' }]),
      })),
      cohorts,
    },
    question: {
      region: 'north',
      cohorts: cohorts.map(({ id }) => id),
      registerParts: dice.one([['nurse', 'midwife'], ['nurse'], ['midwife']]),
      first,
      standard: { credits: 0, stage: 1 },
      ...dice.maybe(0.5, () => ({
        modes: [
          { pace: 'part-time' as const, employment: 'none' as const },
          { pace: 'full-time' as const, employment: 'none' as const },
        ],
      })),
      ...dice.maybe(0.3, () => ({ kilometres: dice.one([50, 200]) })),
      ...dice.maybe(0.2, () => ({ nominated: true })),
    },
  };
}

/** Some spells go on, some awards are gained later, and some homes lie on the map. */
function later(learner: Learner, dice: Dice, first: number): Learner {
  return {
    ...learner,
    ...(learner.awards && {
      awards: learner.awards.map((award) => (dice.chance(0.15) ? { ...award, on: textOf(first + 4) } : award)),
    }),
    ...(learner.experience && {
      experience: learner.experience.map((spell) => (dice.chance(0.4) ? { ...spell, ongoing: true } : spell)),
    }),
    ...dice.maybe(0.5, () => ({ home: { latitude: dice.one([53, 54]), longitude: -2 } })),
  };
}

const deliveryOf = (dice: Dice, id: string, programme: string): Delivery =>
  make.delivery(id, programme, {
    pace: id.endsWith('ft') ? 'full-time' : 'part-time',
    months: [12, 12],
    entryPoints: [
      make.entryPoint(1, { months: dice.some([1, 2, 9], 2) as never }),
      ...(dice.chance(0.5) ? [make.entryPoint(2, { months: [dice.one([1, 9])] as never })] : []),
    ],
    ...dice.maybe(0.3, () => ({ distance: true })),
    ...dice.maybe(0.3, () => ({ place: { region: 'south' } })),
    ...dice.maybe(0.3, () => ({ nomination: true })),
    ...dice.maybe(0.5, () => ({ support: [dice.one(['salary', 'backfill'])] })),
    ...dice.maybe(0.1, () => ({ lastEntry: '2026-12' })),
  });

const together = ({ rows, question }: Case) => {
  const catalogue = new Catalogue(rows);
  const terms = termsOf(question);
  const cohorts = rows.cohorts.filter(({ id }) => question.cohorts?.includes(id) ?? true);
  const profiles = profilesOf(terms, cohorts).filter(({ parts }) => parts.length > 0);
  return { catalogue, terms, profiles, found: reachTogether(catalogue, terms, profiles) };
};

/** What one cohort finds at one delivery, written from the sections and not from the engine (spec 4, 6.1). */
function alone({ rows, question }: Case, cohort: Cohort, delivery: Delivery) {
  const [year, home] = [Array.from({ length: 12 }, (_, at) => question.first + at), cohort.learner.home];
  const programme = rows.programmes.find(({ id }) => id === delivery.programme)!;
  const wanted = cohort.seeks.filter((part) => question.registerParts.includes(part));
  const helps =
    programme.leadsTo?.some((part) => wanted.includes(part)) ||
    rows.registerParts.some(
      (part) => wanted.includes(part.id) && part.sets?.some((set) => set.programmes.includes(programme.id)),
    );
  const place = delivery.place ?? rows.institutions.find(({ id }) => id === programme.institution)?.place;
  // Both lie on the same meridian, where a degree is some 111 km.
  const apart = home?.latitude && place?.latitude ? Math.abs(home.latitude - place.latitude) * 111.2 : 1e9;
  const near = delivery.distance || place?.region === cohort.region || apart <= (question.kilometres ?? -1);
  const allowed = question.modes ? true : delivery.pace !== 'full-time';
  const starts = year.flatMap((start) =>
    delivery.entryPoints
      .filter(({ months }) => months.includes(((start % 12) + 1) as never))
      .filter(() => delivery.lastEntry === undefined || textOf(start) <= delivery.lastEntry)
      .map(({ stage }) => ({ start, stage })),
  );
  if (!helps || !near || !allowed || starts.length === 0) return { inReach: false, met: false, letIn: false };
  const verdicts = starts.flatMap(({ start, stage }) => {
    const supported = rows.support.some(
      ({ id, regions, from = '0', to = '9' }) =>
        delivery.support?.includes(id) &&
        (!regions || regions.includes(cohort.region)) &&
        from <= textOf(start) &&
        to >= textOf(start),
    );
    const nominated = question.nominated || cohort.learner.employment?.nominated || supported;
    if (delivery.nomination && !nominated) return [];
    const { awards = [], modules = [], experience = [], employment } = cohort.learner;
    const learner: Learner = {
      ...cohort.learner,
      awards: awards.filter(({ on }) => on === undefined || monthOf(on) <= start),
      modules: modules.filter(({ on }) => on === undefined || monthOf(on) <= start),
      experience: experience.map((spell) => ({
        ...spell,
        months: spell.months + (spell.ongoing ? start - question.first : 0),
      })),
      ...(employment && { employment: { ...employment, nominated: nominated === true } }),
    };
    return verdictOracle(rows, { learner, programme: programme.id, delivery: delivery.id, start, stage });
  });
  return { inReach: true, met: verdicts.includes('MET'), letIn: verdicts.some((one) => one !== 'NOT_MET') };
}

describe('judging all profiles together says what judging each by itself says', () => {
  const seen = { pairs: 0, met: 0, undecided: 0, refused: 0, notReached: 0 };

  test(`${CASES} random crowds against brute force`, () => {
    for (let seed = 1; seed <= CASES; seed++) {
      const one = crowdCase(seed);
      const { profiles, found } = together(one);
      for (const delivery of one.rows.deliveries) {
        const at = found.find((reach) => reach.delivery === delivery);
        profiles.forEach(({ asked }, place) => {
          const told = {
            inReach: at !== undefined && holds(at.inReach, place),
            met: at !== undefined && holds(at.met, place),
            letIn: at !== undefined && holds(at.letIn, place),
          };
          expect(told, `seed ${seed}, ${asked.id} at ${delivery.id}`).toEqual(alone(one, asked, delivery));
          seen.pairs++;
          if (told.met) seen.met++;
          else if (told.letIn) seen.undecided++;
          else if (told.inReach) seen.refused++;
          else seen.notReached++;
        });
      }
    }
  });

  test.each([
    ['met', 0.05],
    ['undecided', 0.01],
    ['refused', 0.05],
    ['notReached', 0.1],
  ] as const)('the crowds bite: one in so many is %s', (what, share) => {
    expect(seen[what] / seen.pairs).toBeGreaterThan(share);
  });

  test('and what the engine says of each profile, start by start', () => {
    for (let seed = 1; seed <= CASES; seed++) {
      const { rows, question } = blockageCase(seed);
      const { catalogue, terms, profiles, found } = together({ rows, question });
      for (const { delivery, letIn } of found)
        profiles.forEach(({ asked }, place) => {
          // Those who do not have the programme in mind are not in question.
          const asks = programmesFor(catalogue, profiles[place]!).includes(delivery.programme);
          expect(holds(letIn, place), `seed ${seed}, ${asked.id} at ${delivery.id}`).toBe(
            asks && joins(catalogue, terms, asked, delivery),
          );
        });
    }
  });

  test('as many people of the North West are in reach and let in as when each cohort is asked', () => {
    const { rows } = loadDataset('seeds/england');
    const question: BlockageQuestion = {
      region: 'letb-north-west',
      cohorts: rows.cohorts.filter(({ region }) => region === 'letb-north-west').map(({ id }) => id),
      registerParts: ['nurse-adult', 'diagnostic-radiographer'],
      first: monthOf('2026-09'),
      standard: { credits: 120, stage: 2 },
      nominated: true,
    };
    const { catalogue, terms, profiles, found } = together({ rows, question });
    const people = profiles.map((profile) => profile.people);
    const count = (of: 'inReach' | 'letIn'): number =>
      total(found.map((reach) => reach[of]).reduce(either, setOf(profiles.length, [])), people);
    const byItself = profiles.filter((profile) =>
      programmesFor(catalogue, profile)
        .flatMap((id) => catalogue.deliveriesOf.get(id) ?? [])
        .some((delivery) => joins(catalogue, terms, profile.asked, delivery)),
    );
    expect(count('letIn')).toBe(byItself.reduce((sum, one) => sum + one.people, 0));
    expect(count('letIn')).toBeGreaterThan(0);
    expect(count('inReach')).toBeGreaterThanOrEqual(count('letIn'));
  });
});

/** Whether one cohort is let in at some start, as the engine judges each by itself. */
const joins = (catalogue: Catalogue, terms: Terms, asked: Cohort, delivery: Delivery): boolean =>
  terms.starts
    .flatMap((start) => delivery.entryPoints.map(({ stage }) => ({ delivery, start, stage })))
    .some((at) => doorsAt(catalogue, delivery, asked, terms, at).length > 0 && isLetIn(catalogue, asked, terms, at));
