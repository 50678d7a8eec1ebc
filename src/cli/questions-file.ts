import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Problem } from '../domain/problem.js';
import type { Answering, Payload } from './answer.js';
import { readLearner } from './data.js';
import { NoAnswer, WrongUse } from './io.js';
import { ASKS, type Ask } from './selection.js';

/** An answered line: what the API answers, with the line of the question, from 1. */
export type AnsweredLine = { line: number; ask?: Ask } & Payload;

/**
 * Answers a file of questions, one JSON object a line; empty lines are passed over. A line that cannot be answered has
 * problems instead, and does not stop the rest. Throws WrongUse for a file that cannot be read.
 */
export async function* answerFile(file: string, data: string, answering: Answering): AsyncGenerator<AnsweredLine> {
  const lines = textOf(file).split(/\r?\n/);
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') continue;
    const line = index + 1;
    const { ask, question, problems } = questionOn(text, data, dirname(file));
    if (!ask || problems.length > 0)
      yield { line, ...(ask && { ask }), problems: problems.map((each) => ({ ...each, line })) };
    else yield { line, ask, ...(await answering.ask(ask, question)) };
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new WrongUse(`The file ${file} cannot be read: name a file of questions, one JSON object a line.`);
  }
}

interface Question {
  ask?: Ask;
  question: Record<string, unknown>;
  problems: Problem[];
}

function questionOn(text: string, data: string, folder: string): Question {
  const refused = (code: string, message: string, field?: string): Question => ({
    question: {},
    problems: [{ code, message, ...(field && { field }) }],
  });
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refused(
      'NOT_JSON',
      'this line is no JSON object: write the question as {"ask": "credit", ...} on one line.',
    );
  const { ask, learnerFile, ...question } = value as Record<string, unknown>;
  if (!isAsk(ask)) return refused('UNKNOWN_CHOICE', `there is no such question: ask one of ${ASKS.join(', ')}.`, 'ask');
  if (learnerFile === undefined) return { ask, question, problems: [] };
  if (typeof learnerFile !== 'string' || question.learner !== undefined)
    return {
      ...refused('WRONG_TYPE', 'give one `learner`, or one `learnerFile` as a path or id.', 'learnerFile'),
      ask,
    };
  try {
    return { ask, question: { ...question, learner: readLearner(learnerFile, data, { folder }) }, problems: [] };
  } catch (error) {
    if (!(error instanceof NoAnswer || error instanceof WrongUse)) throw error;
    return { ...refused('BAD_LEARNER_FILE', error.message, 'learnerFile'), ask };
  }
}

/** The value that a line writes; nothing where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isAsk = (word: unknown): word is Ask => ASKS.includes(word as Ask);
