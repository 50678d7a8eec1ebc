import type { BlockageQuestion } from '../../src/domain/blockage.js';
import type { Rows } from '../../src/domain/catalogue.js';
import { monthOf } from '../../src/domain/time.js';
import { isLetIn } from '../../src/engines/blockages/judging/admitted.js';
import { doorsAt } from '../../src/engines/blockages/judging/door.js';
import { programmesFor } from '../../src/engines/blockages/judging/region.js';
import { type Profile, profilesOf } from '../../src/engines/blockages/population.js';
import { type Terms, termsOf } from '../../src/engines/blockages/terms.js';
import { either, holds, setOf, total } from '../../src/engines/blockages/together/profile-set.js';
import { reachTogether } from '../../src/engines/blockages/together/reach.js';
import { loadDataset } from '../../src/files/dataset.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { median, table, timed } from '../credit/measure.js';
import { crowd } from './crowd.js';

/**
 * Who is let in where: some 100,000 people in 2,000 profiles over 3,000 programmes at once, beside the judge of one profile
 * asked for every start of every delivery. The single judge has a sample of the profiles, and its time is scaled up.
 * Both in turn, each round from cold; a round's pairs of the sample that are let in must be equal. `npm run bench:reach`
 */
const [PROGRAMMES, PROFILES, SAMPLE] = [3_000, 2_000, 40];
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const rows = crowd(loadDataset('seeds/england').rows, PROGRAMMES, PROFILES);
const question: BlockageQuestion = {
  region: 'region0',
  registerParts: rows.registerParts.map(({ id }) => id),
  first: monthOf('2026-09'),
  standard: { credits: 0, stage: 1 },
};
const terms = termsOf(question);

/** What is remembered of learners and rows is forgotten: a round starts with new ones. */
function cold(): { catalogue: Catalogue; profiles: Profile[] } {
  const fresh: Rows = structuredClone(rows);
  return { catalogue: new Catalogue(fresh), profiles: profilesOf(terms, fresh.cohorts) };
}

/** `profile delivery` of those let in, asked one by one. */
function letInOneByOne(catalogue: Catalogue, terms: Terms, profiles: readonly Profile[]): string[] {
  return profiles.flatMap((profile, place) =>
    programmesFor(catalogue, profile)
      .flatMap((id) => catalogue.deliveriesOf.get(id) ?? [])
      .filter((delivery) =>
        terms.starts.some((start) =>
          [...new Set(delivery.entryPoints.map(({ stage }) => stage))].some((stage) => {
            const at = { delivery, start, stage };
            return (
              doorsAt(catalogue, delivery, profile.asked, terms, at).length > 0 &&
              isLetIn(catalogue, profile.asked, terms, at)
            );
          }),
        ),
      )
      .map(({ id }) => `${place} ${id}`),
  );
}

const times = { together: [] as number[], sample: [] as number[] };
for (let round = 0; round < ROUNDS; round++) {
  const one = cold();
  const together = timed(() => reachTogether(one.catalogue, terms, one.profiles));
  const other = cold();
  // Every so many of the profiles, so that the sample is of all kinds.
  const places = Array.from({ length: SAMPLE }, (_, at) => Math.floor((at * other.profiles.length) / SAMPLE));
  const sample = timed(() =>
    letInOneByOne(
      other.catalogue,
      terms,
      places.map((place) => other.profiles[place]!),
    ),
  );
  const same = together.result.flatMap(({ delivery, letIn }) =>
    places.flatMap((place, at) => (holds(letIn, place) ? [`${at} ${delivery.id}`] : [])),
  );
  if (JSON.stringify(same.sort()) !== JSON.stringify(sample.result.sort()))
    throw new Error(`together ${same.length} pairs of the sample are let in, one by one ${sample.result.length}`);
  times.together.push(together.ms);
  times.sample.push(sample.ms);
  if (round > 0) continue;
  const people = one.profiles.map((profile) => profile.people);
  const count = (of: 'inReach' | 'met' | 'letIn'): number =>
    total(together.result.map((reach) => reach[of]).reduce(either, setOf(people.length, [])), people);
  const pairs = together.result.reduce((sum, { letIn }) => sum + total(letIn, people), 0);
  console.log(`${people.reduce((a, b) => a + b, 0)} people in ${people.length} profiles, ${PROGRAMMES} programmes:`);
  console.log(`${count('inReach')} have one in reach, ${count('letIn')} are let in somewhere, ${count('met')} met`);
  console.log(`${pairs} pairs of a person and a delivery; of the sample ${same.length} of a profile and a delivery`);
}
const each = median(times.sample) / SAMPLE;
const all = median(times.together);
console.log(
  table([
    ['ms, all together', 'ms, one profile by itself', 'times as fast'],
    [all, each, (each * PROFILES) / all],
  ]),
);
