import type { Assessment } from '../../src/domain/assessment.js';
import type { Rows } from '../../src/domain/catalogue.js';
import type { CreditQuestion } from '../../src/domain/questions.js';
import { validIn } from '../../src/domain/time.js';
import { assess } from '../../src/engines/credit/assess.js';
import { bandsOf } from '../../src/engines/credit/bands.js';
import { bestOf } from '../../src/engines/credit/best-of.js';
import { certificateOf } from '../../src/engines/credit/certificate.js';
import { explain } from '../../src/engines/credit/explain.js';
import { gainsOf } from '../../src/engines/credit/gains.js';
import { holdingsOf } from '../../src/engines/credit/holdings.js';
import { type Setting, settingOf } from '../../src/engines/credit/setting.js';
import { solve } from '../../src/engines/credit/solve.js';
import { toldGains } from '../../src/engines/credit/told-gains.js';
import { cheapestWays } from '../../src/engines/credit/ways.js';
import { Catalogue } from '../../src/graph/catalogue.js';

/** A question to a catalogue with its answer, as one would save it. */
export interface Asked {
  catalogue: Catalogue;
  question: CreditQuestion;
  assessment: Assessment;
  /** One for each delivery that was asked. */
  settings: Setting[];
}

/** Asks, and reads the answer back from its JSON. */
export function ask(rows: Rows | Catalogue, question: CreditQuestion): Asked {
  const catalogue = rows instanceof Catalogue ? rows : new Catalogue(rows);
  const assessment = copy(assess(catalogue, question));
  return { catalogue, question, assessment, settings: settingsOf(catalogue, question) };
}

/** Asks with so few steps to search that the answer may be bounded only. */
export function hurried(rows: Rows, question: CreditQuestion, steps: number): Asked {
  const catalogue = new Catalogue(rows);
  const { objective = 'CREDITS' } = question;
  const settings = settingsOf(catalogue, question);
  const solutions = settings.map((setting) => solve(setting, objective, undefined, steps));
  const best = bestOf(solutions, objective);
  const gains = toldGains(gainsOf(solutions, best, objective), settings, best.setting, objective);
  const beside = { bands: bandsOf(solutions, objective), gains, findWays: cheapestWays };
  const told = { ...explain(best, objective, beside), certificate: certificateOf(solutions, best) };
  return { catalogue, question, assessment: copy(told), settings };
}

export function settingsOf(catalogue: Catalogue, question: CreditQuestion): Setting[] {
  const { programme: id, delivery, start, include } = question;
  const programme = catalogue.programmes.get(id)!;
  const own = catalogue.deliveriesOf.get(id) ?? [];
  const asked = own.filter((one) => (delivery === undefined ? validIn(one, start) : one.id === delivery));
  const holdings = holdingsOf(catalogue, question.learner);
  return (asked.length > 0 ? asked : [undefined]).map((one) =>
    settingOf(catalogue, holdings, { programme, delivery: one, start, include }),
  );
}

export const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
