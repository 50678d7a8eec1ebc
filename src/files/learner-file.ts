import { basename, extname } from 'node:path';
import type { LearnerFile } from '../domain/learner.js';
import type { Problem } from '../domain/problem.js';
import type { Day } from '../domain/time.js';
import type { Known } from './check/known.js';
import { future, held, twice } from './check/learners.js';
import { learnerNumbers } from './check/numbers.js';
import { referencesOfLearner } from './check/refer.js';
import { dangling } from './check/references.js';
import { readText } from './read/text.js';
import { parseTree } from './read/tree.js';
import { flawsOf } from './shape/fits.js';
import { type Flaw, textOfPath } from './shape/flaw.js';

/** The most modules that one learner may hold. */
export const MOST_MODULES = 1000;

/** What the learner is checked against. */
export interface LearnerCheck {
  /** The catalogue in which the codes must be found. */
  known?: Known;
  /** The day as of which is asked: nothing held may be dated later. */
  asOf?: Day;
}

/** A learner's file, where it is right, or every problem of it with its line. Throws where the file cannot be opened. */
export function loadLearner(file: string, check: LearnerCheck = {}): { learner?: LearnerFile; problems: Problem[] } {
  const name = basename(file);
  const fails = (code: string, message: string, line = 1): { problems: Problem[] } => ({
    problems: [{ code, message, file: name, line }],
  });
  if (!/^\.(ya?ml|json)$/i.test(extname(name)))
    return fails('UNKNOWN_FILE', 'a learner is read from a .yaml, .yml or .json file: convert this one.');
  const text = readText(file);
  if (!('text' in text)) return fails(text.code, text.message, text.line);
  const { value, lineOf, problems } = parseTree(text.text, name);
  if (problems.length > 0) return { problems };
  const found = learnerFlaws(value, check).map(({ code, message, path }): Problem => {
    const line = lineOf(path);
    const field = path.length === 0 ? {} : { field: textOfPath(path) };
    return { code, message, ...field, file: name, ...(line === undefined ? {} : { line }) };
  });
  return found.length > 0 ? { problems: found } : { learner: value as LearnerFile, problems: [] };
}

/** Everything wrong with a learner's file, shape first: what a learner of the wrong shape holds is not looked up. */
function learnerFlaws(value: unknown, { known, asOf }: LearnerCheck): Flaw[] {
  const shape = flawsOf(value, { $ref: '#/definitions/LearnerFile' }, 'learner');
  if (shape.length > 0) return shape;
  const { learner } = value as LearnerFile;
  const modules = learner.modules?.length ?? 0;
  const flaws = [...learnerNumbers(learner), ...(modules > MOST_MODULES ? [] : twice(learner))];
  if (modules > MOST_MODULES)
    flaws.push({
      code: 'TOO_MANY',
      path: ['modules'],
      message: `this learner holds ${modules} modules, and at most ${MOST_MODULES} are read: leave out what does not matter.`,
    });
  if (known) flaws.push(...dangling(referencesOfLearner(learner, []), known), ...held(learner, known));
  if (asOf !== undefined) flaws.push(...future(learner, asOf));
  return flaws.map((flaw) => ({ ...flaw, path: ['learner', ...flaw.path] }));
}
