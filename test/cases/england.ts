import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LearnerFile } from '../../src/domain/learner.js';
import { loadDataset } from '../../src/files/dataset.js';
import { loadLearner } from '../../src/files/learner-file.js';
import { Catalogue } from '../../src/graph/catalogue.js';

const folder = fileURLToPath(new URL('../../seeds/england', import.meta.url));

const dataset = loadDataset(folder);
if (dataset.problems.length > 0)
  throw new Error(dataset.problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));

/** The catalogue of England as it ships, read once for all the cases of a file. */
export const england = new Catalogue(dataset.rows);

/** The learners that ship with it, by id; one that cannot be read stops every case, with file and line. */
export const learners: ReadonlyMap<string, LearnerFile> = new Map(
  readdirSync(join(folder, 'learners'))
    .sort()
    .map((file) => {
      const { learner, problems } = loadLearner(join(folder, 'learners', file));
      if (!learner) throw new Error(problems.map(({ line, message }) => `${file}:${line} ${message}`).join('\n'));
      return [learner.id, learner];
    }),
);

/** A learner that ships, by id. Throws for an id that no file has. */
export function learnerOf(id: string): LearnerFile {
  const found = learners.get(id);
  if (!found) throw new Error(`no learner ships as ${id}: there are ${[...learners.keys()].join(', ')}`);
  return found;
}
