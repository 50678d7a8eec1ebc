import type { RouteAnswer } from '../domain/route.js';
import type { RouteProfile } from '../domain/route-profile.js';
import { columns, pounds, section, words, wrapped } from './text.js';
import type { Wire } from './wire.js';

/** Profiles side by side: a row for each first month, with months and registration for each register part. */
export function profileLines(profiles: readonly Wire<RouteProfile>[]): string[] {
  const [some] = profiles;
  if (!some) return [];
  const lines = some.rows.map(({ first }, index) => [
    first,
    ...profiles.flatMap(({ rows, best }) => {
      const { months, registered, starts, proof } = rows[index]!;
      const mark = first === best ? 'best' : words(proof) === 'complete' ? '' : words(proof);
      return [months, registered, starts, mark];
    }),
  ]);
  const names = ['first month', ...profiles.flatMap(() => ['months', 'registered', 'study from', ''])];
  return [
    ...profiles.flatMap(({ registerPartName, summary }) => wrapped(summary, `${registerPartName}: `)),
    '',
    ...columns([names, ...lines]),
    ...section(
      'Notes',
      [...new Set(profiles.flatMap(({ notes }) => notes))].flatMap((note) => wrapped(note, '- ')),
    ),
  ];
}

/** Routes to several register parts in one table: the shortest, the cheapest and how many there are. */
export function sideBySideLines(answers: readonly Wire<RouteAnswer>[]): string[] {
  const names = ['register part', 'routes', 'months', 'registered', 'learner pays', 'days a week', 'cheapest', 'proof'];
  const lines = answers.map(({ registerPartName, routes, proof }) => {
    const [shortest] = routes;
    const cheapest = routes.length ? Math.min(...routes.map(({ learnerPart }) => learnerPart)) : null;
    return [
      registerPartName,
      routes.length,
      shortest?.months ?? null,
      shortest?.registered ?? null,
      pounds(shortest?.learnerPart ?? null),
      shortest?.releaseDays ?? null,
      pounds(cheapest),
      words(proof),
    ];
  });
  return [...columns([names, ...lines]), '', ...answers.flatMap(({ summary }) => wrapped(summary, '- '))];
}
