import type { MissingModule, Stranded, Supply, UsedClaim } from '../domain/assessment.js';
import { counted, pounds, section, wrapped } from './text.js';
import type { Wire } from './wire.js';

/** What the claims want shown: once, with the claims it is for where it is not for all. */
export function evidenceLines(claims: readonly Wire<UsedClaim>[]): string[] {
  const wanted = [...new Set(claims.flatMap(({ evidence }) => evidence))];
  const lines = wanted.flatMap((what) => {
    const some = claims.filter(({ evidence }) => evidence.includes(what)).map(({ id }) => id);
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
