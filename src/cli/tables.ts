import type { Assessment, Gain } from '../domain/assessment.js';
import type { BlockageAnswer } from '../domain/blockage-answer.js';
import type { CreditRow } from '../domain/credit-across.js';
import type { AwardReach } from '../domain/portability.js';
import type { PreparationAnswer, UndecidedAnswer } from '../domain/preparation.js';
import type { Problem } from '../domain/problem.js';
import type { ChangePair, Provision } from '../domain/provision-change.js';
import type { RouteAnswer } from '../domain/route.js';
import type { RouteProfile } from '../domain/route-profile.js';
import type { EntryVerdict, JudgedCondition } from '../domain/verdict.js';
import type { Payload } from './answer.js';
import { blockageLines } from './blockages-table.js';
import { type Change, changeLines } from './change-table.js';
import { claimLines, evidenceLines, strandedLines } from './claim-lines.js';
import { type Into, intoLines } from './into-table.js';
import { obstacleLines } from './obstacle-lines.js';
import { type Figures, portabilityLines } from './portability-table.js';
import { preparationLines, undecidedLines } from './prepare-table.js';
import { profileLines, sideBySideLines } from './profile-table.js';
import { provisionLines } from './provision-table.js';
import type { Ask } from './selection.js';
import { columns, counted, pounds, section, words, wrapped } from './text.js';
import { routeLines } from './timeline.js';
import type { Titles } from './titles.js';
import type { Wire } from './wire.js';

/** An answer for people, with its problems where it does not tell them itself. */
export function tableFor(ask: Ask, payload: Payload, titles: Titles = (id) => id): string[] {
  const lines = answerLines(ask, payload, titles);
  const told = lines.join(' ').replaceAll(/\s+/g, ' ');
  return [...lines, ...payload.problems.filter(({ message }) => !told.includes(message)).flatMap(problemLines)];
}

function answerLines(ask: Ask, payload: Payload, titles: Titles): string[] {
  switch (ask) {
    case 'blockages':
      return payload.blockages ? blockageLines(payload.blockages as Wire<BlockageAnswer>) : [];
    case 'credit':
      return payload.assessment ? assessmentLines(payload.assessment as Wire<Assessment>, titles) : [];
    case 'creditAcross':
      return payload.nodes ? acrossLines(payload as unknown as Across, titles) : [];
    case 'creditInto':
      return payload.summary ? intoLines(payload as unknown as Into) : [];
    case 'entry':
      return payload.verdict ? verdictLines(payload.verdict as Wire<EntryVerdict>) : [];
    case 'routes':
      return payload.answer ? routesLines(payload.answer as Wire<RouteAnswer>) : [];
    case 'routesToParts':
      return sideBySideLines(payload.answers as Wire<RouteAnswer>[]);
    case 'routeProfile':
      return profileLines(payload.profiles as Wire<RouteProfile>[]);
    case 'provision':
      return payload.provision ? provisionLines(payload.provision as Wire<Provision>) : [];
    case 'provisionChange':
      return payload.change ? changeLines(payload.change as Change, payload.nodes as Wire<ChangePair>[]) : [];
    case 'portability':
      return payload.portability
        ? portabilityLines(payload.portability as Figures, payload.nodes as Wire<AwardReach>[])
        : [];
    case 'prepare':
      return payload.preparation ? preparationLines(payload.preparation as Wire<PreparationAnswer>) : [];
    case 'prepareUndecided':
      return payload.undecided ? undecidedLines(payload.undecided as Wire<UndecidedAnswer>) : [];
  }
}

const problemLines = ({ code, field, message }: Problem): string[] =>
  wrapped(message, `${words(code)}${field ? ` (${field})` : ''}: `);

function assessmentLines(found: Wire<Assessment>, titles: Titles): string[] {
  const { credits, programmeCredits, creditsLeft, monthsSaved } = found;
  return [
    found.title,
    ...wrapped(found.summary),
    '',
    ...columns([
      ['credits', 'of', 'left', 'entry stage', 'months saved', 'fee saved', 'claims cost', 'proof'],
      [
        credits,
        programmeCredits,
        creditsLeft,
        found.entryStage,
        monthsSaved,
        pounds(found.feeSaved),
        pounds(found.claimFees),
        found.proof === 'OPTIMAL' ? 'proven the most' : 'not proven to the end',
      ],
    ]),
    ...tabled('Stages', ['stage', 'credits', 'credited', 'progress', 'whole'], found.byStage, (stage) => [
      stage.stage,
      stage.credits,
      stage.credited,
      stage.progress,
      stage.whole ? 'yes' : 'no',
    ]),
    ...section('Claims', found.claims.length === 0 ? [] : claimLines(found.claims, titles)),
    ...evidenceLines(found.claims),
    ...tabled(
      'Hours',
      ['hours', 'evidenced', 'credited', 'studied', 'still to study', 'minimum'],
      found.hours,
      (line) => [words(line.kind), line.evidenced, line.credited, line.studied, line.stillToStudy, line.minimum],
    ),
    ...limitLines(found),
    ...strandedLines(found.stranded),
    ...section(
      'Held, and not used',
      found.notUsed.flatMap(({ module, sentence }) => wrapped(`${sentence} (${module})`, '- ')),
    ),
    ...section(
      'Not credited',
      found.notCredited.flatMap(({ module, sentence }) => wrapped(`${sentence} (${module})`, '- ')),
    ),
    ...section('Rests on what is not published', restsOnLines(found.restsOn)),
    ...section(
      'Notes',
      found.notes.flatMap((note) => wrapped(note, '- ')),
    ),
  ];
}

/** Each limit with its figures, then what it says and who laid it down; and the sets that hold credit back together. */
function limitLines({ limits, limitSets, limitSetsCut }: Wire<Assessment>): string[] {
  const names = ['', 'used', 'allowed', 'slack', 'unit', 'binding', 'gain if lifted'];
  return [
    ...tabled('Limits', names, limits, (limit) => [
      limits.indexOf(limit) + 1,
      limit.used,
      limit.allowed,
      limit.slack,
      words(limit.unit),
      limit.binding ? 'yes' : 'no',
      gained(limit.gain),
    ]),
    ...limits.flatMap(({ says, policyName, id }, index) =>
      wrapped(`${says}. ${policyName} (${id})`, `  ${index + 1}  `),
    ),
    ...section(
      'Limits that hold credit back together',
      limitSets.flatMap(({ sentence, limits: ids }) => wrapped(`${sentence} (${ids.join(', ')})`, '- ')),
    ),
    ...(limitSetsCut === null ? [] : ['', ...wrapped(limitSetsCut, '  ')]),
  ];
}

/** `+20 credits, +1 stage`; 0 where nothing changes. */
function gained(gain: Wire<Gain> | null): string {
  if (!gain) return '-';
  const signed = (count: number, what: string): string[] =>
    count === 0 ? [] : [`${count > 0 ? '+' : ''}${counted(count, what)}`];
  return [...signed(gain.credits, 'credit'), ...signed(gain.entryStage, 'stage')].join(', ') || '0';
}

const restsOnLines = (facts: readonly { id: string; says: string }[]): string[] =>
  facts.flatMap(({ id, says }) => wrapped(`${says} (${id})`, '- '));

const tabled = <Row>(
  heading: string,
  names: readonly string[],
  rows: readonly Row[],
  cells: (row: Row) => (string | number | null)[],
): string[] => section(heading, rows.length === 0 ? [] : columns([names, ...rows.map(cells)]));

interface Across {
  nodes: Wire<CreditRow>[];
  totalCount: number;
  counts: { none: number; under60: number; from60: number; from120: number };
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

function acrossLines({ nodes, totalCount, counts, pageInfo }: Across, titles: Titles): string[] {
  const names = ['credits', 'of', 'entry stage', 'months left', 'fee left', 'programme'];
  const lines = nodes.map((row) => [
    ...[row.credits, row.programmeCredits, row.entryStage, row.monthsLeft, pounds(row.fee)],
    `${row.title}, ${titles(row.institution)} (${row.programme})`,
  ]);
  const { none, under60, from60, from120 } = counts;
  return [
    ...columns([names, ...lines]),
    '',
    `${counted(totalCount, 'programme')}: ${from120} take 120 credits or more, ${from60} from 60, ${under60} fewer, ${none} none.`,
    ...(pageInfo.hasNextPage ? [`More: --after ${pageInfo.endCursor}`] : []),
  ];
}

function verdictLines(found: Wire<EntryVerdict>): string[] {
  return [
    ...wrapped(found.summary, `${words(found.verdict)}: `),
    ...found.rules.flatMap(({ name, owner, root }) => [
      ...section(owner ? `${name} (${owner})` : name, conditionLines(root)),
    ]),
    ...section(
      'What would mend it',
      found.repairs.flatMap(({ asks, byLearner, bySystem }) => [
        ...wrapped(asks.join('; and '), '- '),
        ...byLearner.map(({ title, months, fee }) => `    ${title}: ${counted(months, 'month')}, ${pounds(fee)}`),
        ...bySystem.flatMap(({ change, owner }) => wrapped(`${change} (${owner})`, '    ')),
      ]),
    ),
    ...section(
      'Notes',
      found.notes.flatMap((note) => wrapped(note, '- ')),
    ),
  ];
}

const conditionLines = ({ verdict, asks, finds, children }: Wire<JudgedCondition>, depth = 0): string[] => [
  ...wrapped(`${asks}: ${finds}`, `${'  '.repeat(depth)}${words(verdict).padEnd(9)}  `),
  ...children.flatMap((child) => conditionLines(child, depth + 1)),
];

function routesLines(found: Wire<RouteAnswer>): string[] {
  return [
    ...wrapped(found.summary),
    ...found.routes.flatMap((route, index) => ['', ...routeLines(route, index + 1, found.first)]),
    ...obstacleLines(found.obstacles, found.relaxations),
    ...section(
      'Notes',
      found.notes.flatMap((note) => wrapped(note, '- ')),
    ),
  ];
}
