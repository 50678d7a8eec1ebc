import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Service } from '../api/context.js';
import { LIMITS } from '../api/guard/limits.js';
import type { Rows } from '../domain/catalogue.js';
import type { Learner } from '../domain/learner.js';
import type { Problem } from '../domain/problem.js';
import type { Day } from '../domain/time.js';
import { type Dataset, loadDataset } from '../files/dataset.js';
import { loadLearner } from '../files/learner-file.js';
import { type Io, NoAnswer, WrongUse } from './io.js';

/** The dataset that comes with the package. */
export const ENGLAND = fileURLToPath(new URL('../../seeds/england', import.meta.url));

/** Reads a dataset with all its problems. Throws WrongUse where there is no such folder. */
export function readData(dir: string): Dataset {
  if (!existsSync(dir) || !statSync(dir).isDirectory())
    throw new WrongUse(`There is no folder ${dir}: name the folder of a dataset with --data.`);
  return loadDataset(dir);
}

/** The rows of a dataset. Throws NoAnswer with all its problems where it has any. */
export function rowsIn(dir: string): Rows {
  const { rows, problems } = readData(dir);
  if (problems.length === 0) return rows;
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  throw new NoAnswer([`The dataset in ${dir} has ${count}, and is not used:`, ...problems.map(problemLine)]);
}

/** What questions are asked of. What is told on the command line does not leave it: head counts are exact. */
export const serviceOf = (dir: string, io: Io): Service => new Service(rowsIn(dir), io.now, LIMITS, 'exact');

/** Where a learner's file is named from, and the day as of which is asked: nothing held is dated later. */
interface LearnerPlace {
  folder?: string;
  asOf?: Day;
}

/** A learner by file, or by the id of a file in the `learners` of a dataset. Throws WrongUse or NoAnswer. */
export function readLearner(fileOrId: string, data: string, { folder = '.', asOf }: LearnerPlace = {}): Learner {
  const file = learnerFile(fileOrId, data, folder);
  const { learner, problems } = loadLearner(file, asOf === undefined ? {} : { asOf });
  if (learner) return learner.learner;
  throw new NoAnswer(problems.map(problemLine));
}

function learnerFile(fileOrId: string, data: string, folder: string): string {
  for (const file of [resolve(folder, fileOrId), resolve(fileOrId)])
    if (existsSync(file) && statSync(file).isFile()) return file;
  const learners = join(data, 'learners');
  const kept = existsSync(learners) ? readdirSync(learners).toSorted() : [];
  const found = kept.find((name) => basename(name, extname(name)) === fileOrId);
  if (found) return join(learners, found);
  const known = kept.map((name) => basename(name, extname(name))).join(', ');
  throw new WrongUse(
    `There is no file ${fileOrId}, and no learner of that id${known ? `: the dataset has ${known}` : ' in the dataset'}.`,
  );
}

/** `file.yaml:3: modules.a.level: what is wrong` */
export function problemLine({ file, line, field, message }: Problem): string {
  const place = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}: `;
  return `${place}${field ? `${field}: ` : ''}${message}`;
}
