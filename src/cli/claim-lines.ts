import type { MissingModule, Stranded, Supply, UsedClaim } from '../domain/assessment.js';
import { columns, counted, pounds, section, words, wrapped } from './text.js';
import type { Titles } from './titles.js';
import type { Wire } from './wire.js';

type Used = Wire<UsedClaim>;

/** The claims used, each with what covers what by title. */
export function claimLines(claims: readonly Used[], titles: Titles, deeper = 0): string[] {
  return columns(
    [
      ['credits', 'strength', 'fee', 'lodge by', 'what is held, for what, and the claim'],
      ...claims.map((claim) => [
        ...[claim.credits, words(claim.strength), pounds(claim.fee), claim.lodgeBy],
        `${coverWords(claim, titles)} (${claim.id.replaceAll('+', ' + ')})`,
      ]),
    ],
    deeper,
  );
}

/** So many modules are named one by one. */
const NAMED = 4;

function coverWords({ id, sources, targets, experiential }: Used, titles: Titles): string {
  const named = (ids: readonly string[]): string => ids.map(titles).join(', ');
  if (id.startsWith('=')) return `the same module: ${named(targets)}`;
  const by = sources.length > NAMED ? `${sources.length} modules held` : named(sources);
  const from = [...(by === '' ? [] : [by]), ...(experiential ? ['experience'] : [])].join(' and ');
  return targets.length === 0 ? `${from}: hours alone` : `${from}, for ${named(targets)}`;
}

/** What the claims want shown: once, with the claims it is for where it is not for all. */
export function evidenceLines(claims: readonly Used[]): string[] {
  const wanted = [...new Set(claims.flatMap(({ evidence }) => evidence))];
  const lines = wanted.flatMap((what) => {
    const some = claims.filter(({ evidence }) => evidence.includes(what)).map(({ id }) => id.replaceAll('+', ' + '));
    return wrapped(some.length === claims.length ? what : `${what} (for ${some.join(', ')})`, '- ');
  });
  return section('Evidence', lines);
}

/** Credit that saves no time: what is missing, what would supply each thing, and the cheapest ways to all of it. */
export function strandedLines(stranded: Wire<Stranded> | null): string[] {
  if (!stranded) return [];
  const { says, lacking, ways, cut } = stranded;
  return section('Credit that saves no time', [
    ...wrapped(says),
    ...lacking.flatMap(missingLines),
    ...ways.flatMap(({ supplies, fee }) =>
      wrapped(
        `${supplies.map(supplyWords).join(' and ')}${supplies.length > 1 ? `, ${pounds(fee)} together` : ''}`,
        '> ',
      ),
    ),
    ...(cut === null ? [] : wrapped(cut)),
  ]);
}

const missingLines = ({ module, title, credits, outcomes, supply }: Wire<MissingModule>): string[] => [
  ...wrapped(
    `${title} (${module}), ${counted(credits, 'credit')}${outcomes.length > 0 ? `: ${outcomes.map(({ text }) => text).join('; ')}` : ''}`,
    '- ',
  ),
  ...wrapped(supply.length > 0 ? supply.map(supplyWords).join('; ') : 'nothing on offer supplies it', '    '),
];

const supplyWords = ({ title, id, upToStage, fee, months }: Wire<Supply>): string =>
  `${title}${upToStage === null ? '' : `, up to stage ${upToStage}`} (${id}): ${fee === null ? 'fee not known' : pounds(fee)}, ${months === null ? 'months not known' : counted(months, 'month')}`;
