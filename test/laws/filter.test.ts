import { expect, test } from 'vitest';
import { kilometresBetween, type Place } from '../../src/domain/place.js';
import { type Month, monthOf, validIn } from '../../src/domain/time.js';
import { type ProgrammeFilter, programmesAsked } from '../../src/engines/credit/filter.js';
import { england } from '../cases/england.js';
import { Dice } from '../support/dice.js';

/** Whether a programme fits, as a reader of the filter would ask of each. */
function fits(id: string, filter: ProgrammeFilter, start: Month, home: Place): boolean {
  const { registerParts, institutions, regions, modes, employment, kilometres } = filter;
  const programme = england.programmes.get(id)!;
  if (registerParts && !registerParts.some((part) => england.partsOf.get(id)?.has(part))) return false;
  if (institutions && !institutions.includes(programme.institution)) return false;
  if (!regions && !modes && !employment && kilometres === undefined) return true;
  return england.rows.deliveries.some((delivery) => {
    if (delivery.programme !== id || !validIn(delivery, start)) return false;
    const place = delivery.place ?? england.institutions.get(programme.institution)?.place;
    if (modes && !modes.includes(delivery.pace)) return false;
    if (employment && !employment.includes(delivery.employment)) return false;
    if (delivery.distance) return true;
    if (regions && !regions.includes(place?.region ?? '')) return false;
    return kilometres === undefined || (kilometresBetween(home, place) ?? Number.POSITIVE_INFINITY) <= kilometres;
  });
}

const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

function filterOf(dice: Dice): ProgrammeFilter {
  const { registerParts, institutions, regions } = england.rows;
  return {
    ...dice.maybe(0.3, () => ({ registerParts: dice.some(ids(registerParts), 3) })),
    ...dice.maybe(0.2, () => ({ institutions: dice.some(ids(institutions), 40) })),
    ...dice.maybe(0.3, () => ({ regions: dice.some(ids(regions), 4) })),
    ...dice.maybe(0.3, () => ({ modes: [dice.one(['full-time', 'part-time'] as const)] })),
    ...dice.maybe(0.3, () => ({ employment: dice.some(['none', 'apprenticeship', 'beside'] as const, 2) })),
    ...dice.maybe(0.5, () => ({ kilometres: dice.one([0, 10, 40, 80, 150, 400]) })),
  };
}

test('of England those programmes are asked that fit the filter, whoever asked before', () => {
  const { programmes } = england.rows;
  let [some, all] = [0, 0];
  for (let seed = 1; seed <= 120; seed++) {
    const dice = new Dice(seed);
    const filter = filterOf(dice);
    const home = { latitude: 50.5 + 4.5 * dice.next(), longitude: -4 + 5 * dice.next() };
    const start = monthOf(dice.one(['2014-09', '2020-09', '2025-09']));
    const { marks, count } = programmesAsked(england, filter, start, home);
    const asked = programmes.filter((_, place) => marks[place] === 1).map(({ id }) => id);
    expect(asked, `SEED=${seed}`).toEqual(ids(programmes).filter((id) => fits(id, filter, start, home)));
    expect(count).toBe(asked.length);
    if (count === programmes.length) all++;
    else if (count > 0) some++;
  }
  expect(some).toBeGreaterThan(60);
  expect(all).toBeGreaterThan(0);
});
