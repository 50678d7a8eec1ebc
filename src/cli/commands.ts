import { summaryOf } from '../api/browse/counts.js';
import { checkAssessment } from '../checker/check.js';
import { checkRoutes } from '../checker/routes/check-routes.js';
import type { Rows } from '../domain/catalogue.js';
import { CannotListen, type Running, type ServeOptions, serve } from '../main.js';
import { Answering, type Payload } from './answer.js';
import { checkedLines } from './checked-lines.js';
import { problemLine, readData, readLearner, rowsIn, serviceOf } from './data.js';
import { ANSWERED, type Io, NoAnswer, PROBLEM, WrongUse } from './io.js';
import type { Options } from './questions.js';
import { answerFile } from './questions-file.js';
import { routeOut } from './route-out.js';
import { readSaved, withQuestion } from './saved.js';
import type { Ask } from './selection.js';
import { tableFor } from './tables.js';
import { columns, counted, words } from './text.js';
import { titlesOf } from './titles.js';

/** Answers one question, as a table or as JSON. */
export async function answerOne(
  { ask, question }: { ask: Ask; question: Options },
  options: Options,
  io: Io,
): Promise<number> {
  const data = String(options.data);
  const asked = ask === 'creditInto' ? question : { ...question, learner: learnerIn(options, data, io) };
  const service = serviceOf(data, io);
  const payload = await new Answering(service).ask(ask, asked);
  const told = ask === 'credit' || ask === 'routes' ? withQuestion(asked, payload) : payload;
  if (options.json) io.out(JSON.stringify(told, null, 2));
  else {
    const titles = titlesOf(service.catalogue);
    const drawn = ask === 'routes' ? routeOut(payload, options, titles) : null;
    for (const line of drawn ?? tableFor(ask, payload, titles)) io.out(line);
  }
  return statusOf(payload);
}

function learnerIn({ learner, asOf }: Options, data: string, io: Io): unknown {
  if (typeof learner !== 'string')
    throw new WrongUse('Which learner? Name a file, or the id of one in the dataset, with --learner.');
  return readLearner(learner, data, { asOf: String(asOf ?? io.now()) });
}

/** Answers a file of questions, one JSON a line. */
export async function answerMany(file: string, options: Options, io: Io): Promise<number> {
  const data = String(options.data);
  let status = ANSWERED;
  for await (const answered of answerFile(file, data, new Answering(serviceOf(data, io)))) {
    io.out(JSON.stringify(answered));
    status = Math.max(status, statusOf(answered));
  }
  return status;
}

const statusOf = ({ problems }: Payload): number => (problems.length > 0 ? PROBLEM : ANSWERED);

/** Checks a saved assessment, or saved routes, against a dataset: what is proven of it, or what is not right, each with where and why. */
export function checkSaved(file: string, options: Options, io: Io): number {
  const service = serviceOf(String(options.data), io);
  const saved = readSaved(file, service);
  const ofRoutes = 'answer' in saved;
  const checked = ofRoutes ? checkRoutes(service.catalogue, saved) : checkAssessment(service.catalogue, saved);
  if (options.json) io.out(JSON.stringify(checked, null, 2));
  else for (const line of checkedLines(checked, ofRoutes ? 'answer' : 'assessment')) io.out(line);
  return checked.ok ? ANSWERED : PROBLEM;
}

/** Checks a dataset: every problem, then how many rows of each kind there are and what they rest on. */
export function check(dir: string, options: Options, io: Io): number {
  const { rows, problems, remarks } = readData(dir);
  const { kinds, count, withoutSource } = summaryOf(rows);
  if (options.json) io.out(JSON.stringify({ problems, remarks, count, withoutSource, kinds }, null, 2));
  else {
    for (const problem of problems) io.out(problemLine(problem));
    for (const remark of remarks) io.out(`remark: ${problemLine(remark)}`);
    const held = kinds.filter((kind) => kind.count > 0);
    const lines = held.map((kind) => [
      words(kind.kind.replaceAll(/([A-Z])/g, ' $1')),
      ...[kind.count, kind.published, kind.partlyAssumed, kind.assumed, kind.illustrative, kind.withoutSource],
    ]);
    const names = ['kind', 'rows', 'published', 'partly assumed', 'assumed', 'illustrative', 'without source'];
    for (const line of columns([names, ...lines])) io.out(line);
    io.out(
      `${counted(count, 'row')}, ${counted(withoutSource, 'row')} without source, ${counted(problems.length, 'problem')}${remarks.length > 0 ? `, ${counted(remarks.length, 'remark')}` : ''}.`,
    );
  }
  return problems.length > 0 ? PROBLEM : ANSWERED;
}

/** Serves a dataset until it is asked to stop. */
export async function serveUntilStopped(options: Options, io: Io): Promise<number> {
  const port = Number(options.port ?? io.env.PORT ?? 4000);
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535))
    throw new WrongUse('PORT is no port: give a whole number from 0 to 65535.');
  const host = String(options.host ?? io.env.HOST ?? '127.0.0.1');
  const smallNumbers = io.env.SMALL_NUMBERS ?? 'protected';
  if (smallNumbers !== 'protected' && smallNumbers !== 'exact')
    throw new WrongUse('SMALL_NUMBERS is neither protected nor exact: set one of them, or leave it out.');
  const running = await started(rowsIn(String(options.data)), { host, port, smallNumbers });
  io.out(`Stepladder answers at ${running.url}graphql, and its explorer is at ${running.url}`);
  await io.untilStopped();
  await running.stop();
  return ANSWERED;
}

/** The running service; an address that cannot be used is told in one line. */
async function started(rows: Rows, address: ServeOptions): Promise<Running> {
  try {
    return await serve(rows, address);
  } catch (error) {
    throw error instanceof CannotListen ? new NoAnswer([error.message]) : error;
  }
}
