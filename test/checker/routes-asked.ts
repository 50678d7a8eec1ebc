import type { Rows } from '../../src/domain/catalogue.js';
import type { RouteQuestion } from '../../src/domain/questions.js';
import type { RouteAnswer } from '../../src/domain/route.js';
import { answer } from '../../src/engines/routes/answer.js';
import { ask } from '../../src/engines/routes/ask.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { copy } from './asked.js';

/** A question to a catalogue with its answer, as one would save it. */
export interface AskedRoutes {
  catalogue: Catalogue;
  question: RouteQuestion;
  answer: RouteAnswer;
}

/** Asks, and reads the answer back from its JSON; null where there is no route, as what is in the way is not judged here. */
export function askRoutes(rows: Rows | Catalogue, question: RouteQuestion): AskedRoutes | null {
  const catalogue = rows instanceof Catalogue ? rows : new Catalogue(rows);
  const asked = ask(catalogue, question);
  if (asked.searched.found.length === 0) return null;
  return { catalogue, question, answer: copy(answer(asked)) };
}
