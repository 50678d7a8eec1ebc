import type { BestChanges, BlockageAnswer } from '../domain/blockage-answer.js';
import type { Sheet } from './csv-out.js';
import { columns, section, words, wrapped } from './text.js';
import type { Wire } from './wire.js';

type Found = Wire<BlockageAnswer>;

/** Barriers and withdrawals that are shown on the screen; the tables hold all. */
const SHOWN = 5;

/** Where progression is blocked, as a commissioner reads it: the funnel, the barriers, the best changes, the places. */
export function blockageLines(found: Found): string[] {
  const { summary, funnel, withRoute, benchmark, barriers, best, places, fragility, notes } = found;
  const everyone = best.filter(({ within }) => within === null);
  const owners = best.filter(({ within, freed }) => within !== null && freed !== 0);
  return [
    ...wrapped(summary),
    ...section(
      'How many pass each step',
      columns([['step', 'people'], ...funnel.map(({ says, people }) => [says, people])]),
    ),
    ...(withRoute.asked ? section('Who has a route', wrapped(withRoute.says)) : []),
    ...section('Beside others', wrapped(benchmark.says)),
    ...section(
      `What stops them: the first ${Math.min(SHOWN, barriers.length)} of ${barriers.length}`,
      barriers
        .slice(0, SHOWN)
        .flatMap(({ says, stops, alone, owner }) => [
          ...wrapped(says, '- '),
          `    stops ${stops ?? 'fewer than 10'}, alone ${alone ?? 'fewer than 10'}; whose: ${owner}`,
        ]),
    ),
    ...section('The best changes', everyone.flatMap(bestLines)),
    ...section('Within the power of one', owners.flatMap(bestLines)),
    ...section('Places', wrapped(places.says)),
    ...section(
      'What would strand people if it were withdrawn',
      fragility.slice(0, SHOWN).flatMap(({ title, people }) => wrapped(`${title}: ${people ?? 'fewer than 10'}`, '- ')),
    ),
    ...section(
      'Notes',
      notes.flatMap((note) => wrapped(note, '- ')),
    ),
  ];
}

function bestLines({ budget, within, proof, says, bound, freed, others }: Wire<BestChanges>): string[] {
  const whose = within === null ? '' : `${words(within)}, `;
  const proven = proof === 'OPTIMAL' ? 'proven the most' : `no set frees more than ${bound ?? 'fewer than 10'}`;
  const more =
    freed && others.count > 0 ? `; ${others.counted ? '' : 'at least '}${others.count} other sets free as many` : '';
  return wrapped(`${says} (${proven}${more})`, `${whose}${budget}: `);
}

/** Every table of the answer, for spreadsheets. */
export const blockageSheets = (found: Found): ReadonlyMap<string, () => Sheet> =>
  new Map<string, () => Sheet>([
    [
      'funnel',
      () => ({
        header: ['step', 'says', 'people'],
        rows: [
          ...found.funnel.map((row) => [row.step, row.says, row.people]),
          ...(found.withRoute.asked ? [['WITH_ROUTE', 'have a route to the register', found.withRoute.people]] : []),
        ],
      }),
    ],
    [
      'barriers',
      () => ({
        header: ['lever', 'change', 'stops', 'alone stops', 'owner', 'role', 'programmes', 'source'],
        rows: found.barriers.map((row) => [
          ...[row.lever, row.says, row.stops, row.alone, row.owner, row.role],
          ...[row.where.join('; '), row.source],
        ]),
      }),
    ],
    [
      'best',
      () => ({
        header: ['within', 'budget', 'freed', 'bound', 'proof', 'cost', 'levers', 'other sets'],
        rows: found.best.map((row) => [
          ...[row.within ?? 'everyone', row.budget, row.freed, row.bound, row.proof, row.cost],
          ...[row.levers.join('; '), row.others.count],
        ]),
      }),
    ],
    [
      'cohorts',
      () => ({
        header: ['cohort', 'name', 'people', 'through', 'deliveries', 'sets', 'cut', 'first set'],
        rows: found.cohorts.map((row) => [
          ...[row.cohort, row.name, row.people, row.through ? 'yes' : 'no', row.at.join('; '), row.sets],
          ...[row.cut ? 'yes' : 'no', row.freedBy[0]?.join('; ') ?? null],
        ]),
      }),
    ],
    [
      'levers',
      () => ({
        header: ['lever', 'kind', 'change', 'owner', 'role', 'cost', 'lead months', 'source'],
        rows: found.levers.map((row) => [
          ...[row.id, row.kind, row.says, row.owner.name, row.owner.role, row.cost, row.leadMonths],
          row.source?.document ?? null,
        ]),
      }),
    ],
    [
      'places',
      () => ({
        header: ['kind', 'id', 'stage', 'title', 'places', 'taken', 'one more place would place one more'],
        rows: found.places.uses.map((row) => [
          ...[row.kind, row.id, row.stage, row.title, row.places, row.taken],
          row.worthOneMore ? 'yes' : 'no',
        ]),
      }),
    ],
    [
      'chances',
      () => ({
        header: ['cohort', 'name', 'people', 'share placed, of', 'share placed, so many'],
        rows: found.places.chances.map((row) => [row.cohort, row.name, row.people, row.d, row.n]),
      }),
    ],
    [
      'fragility',
      () => ({
        header: ['kind', 'id', 'title', 'people stranded', 'cohorts'],
        rows: found.fragility.map((row) => [row.kind, row.id, row.title, row.people, row.cohorts.join('; ')]),
      }),
    ],
  ]);
