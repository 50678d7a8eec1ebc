import { pounds } from '../../src/cli/text.js';
import type { Assessment, Reason } from '../../src/domain/assessment.js';
import type { RouteAnswer } from '../../src/domain/route.js';
import type { EntryVerdict } from '../../src/domain/verdict.js';
import type { Catalogue } from '../../src/graph/catalogue.js';
import type { Answered } from './ask.js';
import { becauseOf } from './figures.js';

/** An answer as it would be read to a tutor: the outcome, then every claim, reason and limit, and what it rests on. */
export function toldOf(answered: Answered, catalogue: Catalogue): string[] {
  switch (answered.ask) {
    case 'credit':
      return assessmentTold(answered.answer, catalogue);
    case 'entry':
      return entryTold(answered);
    case 'routes':
      return routesTold(answered.answer);
    case 'creditAcross':
      return [becauseOf(answered)];
  }
}

function assessmentTold(found: Assessment, { modules, qualifications }: Catalogue): string[] {
  const title = (id: string): string => `‘${modules.get(id)?.title ?? qualifications.get(id)?.name ?? id}’`;
  const titles = (ids: readonly string[]): string => ids.map(title).join(', ');
  return [
    found.summary,
    ...found.claims.map(
      ({ sources, targets, experiential, credits, strength, rows, evidence, fee, lodgeBy, flags }) =>
        `Claim: ${sources.length > 0 ? titles(sources) : experiential ? 'experience' : ''} for ${titles(targets) || 'hours'}: ${credits} credits, ${strength}${rows.map(({ source }) => `, ${source.document}`).join('')}${evidence.length > 0 ? `; wants ${evidence.join(', ')}` : ''}; £${fee}${lodgeBy === null ? '' : `, lodged by ${lodgeBy}`}${flags.map((flag) => `; ${flag}`).join('')}.`,
    ),
    ...found.hours.map(
      ({ kind, evidenced, credited, stillToStudy, minimum }) =>
        `Hours of ${kind}: ${evidenced} evidenced, ${credited} credited, ${stillToStudy} still to study${minimum === null ? '' : `, at least ${minimum} asked`}.`,
    ),
    ...grouped('Held', found.notUsed, titles),
    ...grouped('Not credited', found.notCredited, titles),
    ...found.limits.map(
      ({ says, policyName, used, allowed, binding, gain }) =>
        `Limit${binding ? ', binding' : ''}: ${says} (${policyName})${used === null ? '' : `; ${used} used, ${allowed} allowed`}${gain && (gain.credits !== 0 || gain.entryStage !== 0) ? `; lifted, ${[gain.credits === 0 ? '' : `${gain.credits} more credits`, gain.entryStage === 0 ? '' : `${gain.entryStage} more stages`].filter(Boolean).join(' and ')}` : ''}.`,
    ),
    ...found.limitSets.map(({ sentence }) => `Together: ${sentence}`),
    ...(found.stranded ? [`Saves no time: ${found.stranded.says}`] : []),
    ...(found.stranded?.ways ?? []).map(
      ({ supplies, fee }) =>
        `A way: ${supplies.map(({ title: name, upToStage }) => (upToStage === null ? name : `${name} up to stage ${upToStage}`)).join(' and ')}, ${pounds(fee)}.`,
    ),
    ...found.restsOn.filter(({ basis }) => basis !== 'illustrative').map(({ says }) => `Rests on: ${says}.`),
    ...madeUp(found),
    ...found.notes.map((note) => `Note: ${note}`),
  ];
}

/** What is made up to be instructive, in one line. */
function madeUp({ restsOn }: Assessment): string[] {
  const names = restsOn
    .filter(({ basis }) => basis === 'illustrative')
    .map(({ says }) => says.replace(/ is made up.*$/, ''));
  return names.length > 0 ? [`Rests on what is made up to be instructive: ${names.join('; ')}.`] : [];
}

/** Reasons, those that say only that nothing is mapped in one line. */
function grouped(lead: string, reasons: readonly Reason[], titles: (ids: readonly string[]) => string): string[] {
  const unmapped = reasons.filter(({ code }) => code === 'NO_MAPPING').map(({ module }) => module);
  const told = new Set(reasons.filter(({ code }) => code !== 'NO_MAPPING').map(({ sentence }) => sentence));
  return [
    ...[...told].map((sentence) => `${lead}: ${sentence}`),
    ...(unmapped.length > 0 ? [`${lead}, and nothing maps it: ${titles(unmapped)}.`] : []),
  ];
}

const entryTold = (answered: { ask: 'entry'; answer: EntryVerdict }): string[] => [
  `${answered.answer.verdict}. ${becauseOf(answered)}`,
];

const routesTold = ({ summary, routes: [shortest], obstacles }: RouteAnswer): string[] => [
  summary,
  ...(shortest?.legs ?? []).flatMap(({ title, start, end, support }) => [
    `Leg: ${title}, ${start} to ${end}.`,
    ...support.map((each) => `Support: ${each}.`),
  ]),
  ...(shortest ? [] : obstacles.map((each) => `In the way: ${each.obstacles.map(({ says }) => says).join('; and ')}.`)),
];
