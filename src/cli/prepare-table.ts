import type { PreparationAnswer, UndecidedAnswer, UndecidedChoice } from '../domain/preparation.js';
import { monthOf } from '../domain/time.js';
import { columns, counted, pounds, section, words, wrapped } from './text.js';
import { timeline } from './timeline.js';
import type { Wire } from './wire.js';

const PROVEN: Record<string, string> = {
  OPTIMAL: 'proven',
  BOUNDED: 'not proven to the end',
  NONE: 'proven that nothing on offer does',
};

/** What to study first: a table, a timeline with a row for each module, and what each target is joined with. */
export function preparationLines(answer: Wire<PreparationAnswer>): string[] {
  const { legs, targets, short, first, proof } = answer;
  const last = Math.max(...targets.map(({ intake }) => monthOf(intake)));
  const studied =
    legs.length === 0
      ? []
      : [
          '',
          ...columns([
            ['module', 'credits', 'level', 'from', 'to', 'days', 'fee', 'at', 'for'],
            ...legs.map((leg) => [
              leg.title,
              leg.credits,
              leg.level,
              leg.start,
              leg.end,
              leg.releaseDays,
              pounds(leg.fee),
              leg.distance ? `${leg.institutionName}, at a distance` : leg.institutionName,
              leg.usedAt.map((at) => at + 1).join(', ') || 'a later module',
            ]),
          ]),
          '',
          ...timeline(
            legs.map(({ title, start, end }) => ({ title, start, end, completes: null })),
            monthOf(first),
            last,
          ),
        ];
  return [
    ...wrapped(answer.summary),
    `  ${counted(answer.modules, 'module')}, ${answer.credits} credits, ${pounds(answer.fees)}; ${counted(answer.releaseDays, 'release day')} a week at the most; ${PROVEN[proof] ?? words(proof)}`,
    ...studied,
    ...section(
      'Targets',
      targets.flatMap((target, at) => wrapped(`${target.institutionName}: ${target.says}`, `${at + 1} `)),
    ),
    ...section(
      'Short of',
      short.flatMap((one) => wrapped(one.says, `${one.target + 1} `)),
    ),
    ...section(
      'Rests on',
      answer.restsOn.flatMap(({ says }) => wrapped(says, '- ')),
    ),
    ...section(
      'Notes',
      answer.notes.flatMap((note) => wrapped(note, '- ')),
    ),
  ];
}

/** What to study before one has decided: the targets, and for each number of modules the doors and the regret. */
export function undecidedLines(answer: Wire<UndecidedAnswer>): string[] {
  const { targets, doors, leastRegret, notes, proof, summary } = answer;
  return [
    ...wrapped(summary),
    `  ${PROVEN[proof] ?? words(proof)}`,
    '',
    ...columns([
      ['', 'target', 'institution', 'stage', 'intake', 'fewest modules'],
      ...targets.map(({ title, institutionName, stage, intake, fewest }, at) => [
        at + 1,
        title,
        institutionName,
        stage,
        intake,
        fewest,
      ]),
    ]),
    ...section('Most doors', choiceLines(doors)),
    ...section('Least regret', choiceLines(leastRegret)),
    ...section(
      'Notes',
      notes.flatMap((note) => wrapped(note, '- ')),
    ),
  ];
}

const choiceLines = (choices: readonly Wire<UndecidedChoice>[]): string[] =>
  choices.flatMap(({ count, modules, says }) => [
    ...wrapped(modules.map(({ title }) => title).join('; ') || 'none', `${count}: `),
    ...wrapped(says, '   '),
  ]);
