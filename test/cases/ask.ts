import type { Assessment } from '../../src/domain/assessment.js';
import type { Learner } from '../../src/domain/learner.js';
import type { Constraints, Criterion, Include, RouteQuestion } from '../../src/domain/questions.js';
import type { RouteAnswer } from '../../src/domain/route.js';
import { monthOf } from '../../src/domain/time.js';
import type { EntryVerdict } from '../../src/domain/verdict.js';
import { type AcrossAnswer, creditAcross } from '../../src/engines/credit/across.js';
import { assess } from '../../src/engines/credit/assess.js';
import type { ProgrammeFilter } from '../../src/engines/credit/filter.js';
import { judgeEntry } from '../../src/engines/entry/judge.js';
import { findRoutes } from '../../src/engines/routes/find.js';
import { england } from './england.js';

interface CreditAsked {
  ask: 'credit';
  programme: string;
  delivery?: string;
  start: string;
  include?: Include;
}
interface EntryAsked {
  ask: 'entry';
  programme: string;
  delivery?: string;
  start: string;
  stage?: number;
}
interface RoutesAsked {
  ask: 'routes';
  registerPart: string;
  first: string;
  /** With the latest month as a text. */
  constraints?: Omit<Constraints, 'latest'> & { latest?: string };
  criteria?: Criterion[];
}
interface AcrossAsked {
  ask: 'creditAcross';
  start: string;
  filter?: ProgrammeFilter;
}

/** A question as a learner's file asks it: months are texts, such as `2026-04`. */
export type Asked = CreditAsked | EntryAsked | RoutesAsked | AcrossAsked;

export type Answered =
  | { ask: 'credit'; answer: Assessment }
  | { ask: 'entry'; answer: EntryVerdict }
  | { ask: 'routes'; answer: RouteAnswer }
  | { ask: 'creditAcross'; answer: AcrossAnswer };

/** What the engines answer, over the catalogue that ships. Throws for a question no engine knows, and for unknown ids. */
export function ask(learner: Learner, asked: Asked): Answered {
  switch (asked.ask) {
    case 'credit':
      return { ask: 'credit', answer: assess(england, { ...asked, learner, start: monthOf(asked.start) }) };
    case 'entry':
      return { ask: 'entry', answer: judgeEntry(england, { ...asked, learner, start: monthOf(asked.start) }) };
    case 'routes':
      return { ask: 'routes', answer: findRoutes(england, routeQuestion(learner, asked)) };
    case 'creditAcross':
      return { ask: 'creditAcross', answer: creditAcross(england, { ...asked, learner, start: monthOf(asked.start) }) };
    default:
      throw new Error(`no engine answers ${JSON.stringify(asked)}: ask credit, entry, routes or creditAcross`);
  }
}

function routeQuestion(
  learner: Learner,
  { registerPart, first, constraints = {}, criteria }: RoutesAsked,
): RouteQuestion {
  const { latest, ...others } = constraints;
  const within = latest === undefined ? others : { ...others, latest: monthOf(latest) };
  return { learner, registerPart, first: monthOf(first), constraints: within, ...(criteria ? { criteria } : {}) };
}

/** What was asked, in a line. */
export function asText(asked: Asked): string {
  switch (asked.ask) {
    case 'credit':
    case 'entry':
      return `${asked.ask} ${asked.delivery ?? asked.programme}, ${asked.start}`;
    case 'routes':
      return `route to ${asked.registerPart} from ${asked.first}${within(asked.constraints)}`;
    case 'creditAcross':
      return `credit of every programme${near(asked.filter)}, ${asked.start}`;
  }
}

const within = ({ institutions, legs, latest }: NonNullable<RoutesAsked['constraints']> = {}): string =>
  `${institutions ? ` at ${institutions.join(', ')}` : ''}${legs === undefined ? '' : ` in at most ${legs} legs`}${latest === undefined ? '' : ` by ${latest}`}`;

const near = ({ registerParts = [], kilometres }: ProgrammeFilter = {}): string =>
  `${registerParts.length > 0 ? ` to ${registerParts.join(', ')}` : ''}${kilometres === undefined ? '' : ` within ${kilometres} km`}`;
