import type { Assessment } from '../../src/domain/assessment.js';
import type { Rows } from '../../src/domain/catalogue.js';
import type { CreditQuestion } from '../../src/domain/questions.js';
import { validIn } from '../../src/domain/time.js';
import { assess } from '../../src/engines/credit/assess.js';
import { holdingsOf } from '../../src/engines/credit/holdings.js';
import { type Setting, settingOf } from '../../src/engines/credit/setting.js';
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
