import type { BlockageAnswer } from '../domain/blockage-answer.js';
import { bestLines, ownerLines } from './best-lines.js';
import type { Sheet } from './csv-out.js';
import { columns, few, section, wrapped } from './text.js';
import type { Wire } from './wire.js';

type Found = Wire<BlockageAnswer>;

/** Barriers and withdrawals that are shown on the screen; the tables hold all. */
const SHOWN = 5;

/** Where progression is blocked, as a commissioner reads it: the funnel, the barriers, the best changes, the places. */
export function blockageLines(found: Found): string[] {
  const { summary, funnel, withRoute, barriers, places, fragility, notes } = found;
  const asNoted = section(
    'Notes',
    notes.flatMap((note) => wrapped(note, '- ')),
  );
  if (found.inMind === 0) return [...wrapped(summary), '', ...wrapped(NOBODY_ASKED), ...asNoted];
  return [
    ...wrapped(summary),
    ...section(
      'How many pass each step',
      columns([['step', 'people'], ...funnel.map(({ says, people }) => [says, people])]),
    ),
    ...(withRoute.asked ? section('Who has a route', wrapped(withRoute.says)) : []),
    ...section("Beside others: two years' credit", benchmarkLines(found)),
    ...section(
      `What stops them: the first ${Math.min(SHOWN, barriers.length)} of ${barriers.length}`,
      barriers.slice(0, SHOWN).flatMap(barrierLines),
    ),
    ...section('The changes that free the most', bestLines(found)),
    ...section('What each could do alone', ownerLines(found)),
    ...section('Places', wrapped(places.says)),
    ...section(
      'What would strand people if it were withdrawn',
      fragility.slice(0, SHOWN).flatMap(({ title, people }) => wrapped(`${title}: ${few(people)}`, '- ')),
    ),
    ...asNoted,
  ];
}

const NOBODY_ASKED =
  'No cohort of this region was given with this in mind, so nobody was asked about. That does not say that nobody wants it, nor that nobody is blocked: ask again with your own cohorts (--cohorts FILE).';

const barrierLines = ({ says, stops, alone, owner }: Found['barriers'][number]): string[] => [
  ...wrapped(says, '- '),
  ...wrapped(`stops ${few(stops)}, ${alone === 0 ? 'none' : few(alone)} of them by itself; whose: ${owner}`, '    '),
];

/** What others were given, what those let in carry here, and the most that may be given. */
function benchmarkLines({ benchmark }: Found): string[] {
  const { admitted, twoYears, twoYearsAllowed, mostAllowed } = benchmark;
  const share =
    admitted !== null && twoYears !== null && admitted > 0 ? ` (${Math.round((100 * twoYears) / admitted)} %)` : '';
  const most = mostAllowed === null ? 'there is no cap in credits' : `at most ${mostAllowed} credits`;
  return [
    `${GIVEN} It counts all subjects, and only those who went on.`,
    ...(admitted === 0
      ? ['Here nobody is let in, so there is no share to set beside it.']
      : [
          `Here ${few(twoYears)} of the ${few(admitted)} who are let in carry it${share}.`,
          `The regulators would allow it to ${few(twoYearsAllowed)} of them: ${most} where they are let in.`,
        ]),
  ].flatMap((line) => wrapped(line, '- '));
}

/** HEFCE's figure, as the answer quotes it too. */
const GIVEN =
  'Of all holders of a foundation degree who went on to an honours degree about 80 % were given it (HEFCE 2010/12, quoted in the report of 2015).';

/** What the levers of a set change, and whose they are. */
function chosen(ids: readonly string[], { levers }: Found): string[] {
  const own = ids.flatMap((id) => levers.find((lever) => lever.id === id) ?? []);
  return [own.map(({ says }) => says).join(' '), [...new Set(own.map(({ owner }) => owner.name))].join('; ')];
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
        header: ['within', 'budget', 'freed', 'bound', 'proof', 'cost', 'levers', 'changes', 'whose', 'other sets'],
        rows: found.best.map((row) => [
          ...[row.within ?? 'everyone', row.budget, row.freed, row.bound, row.proof, row.cost],
          ...[row.levers.join('; '), ...chosen(row.levers, found), row.others.count],
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
