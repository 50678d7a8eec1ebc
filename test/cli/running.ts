import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/program.js';
import { smallRows, TODAY } from '../api/small.js';

/** How a command ended, and what it wrote. */
export interface Ended {
  status: number;
  out: string;
  err: string;
}

/** A folder with the small catalogue as a dataset, and Kim among its learners. */
export function smallDataset(): string {
  const dir = mkdtempSync(join(tmpdir(), 'stepladder-cli-'));
  const kinds = Object.entries(smallRows()).filter(([, rows]) => rows.length > 0);
  writeFileSync(join(dir, 'rows.json'), JSON.stringify(Object.fromEntries(kinds)));
  mkdirSync(join(dir, 'learners'));
  const learner = { awards: [{ award: 'fd', on: '2026-07' }], declarations: { dbs: true } };
  writeFileSync(join(dir, 'learners', 'kim.json'), JSON.stringify({ id: 'kim', title: 'Kim', learner }));
  return dir;
}

/** Runs a command in this process. */
export async function stepladder(...args: string[]): Promise<Ended> {
  const out: string[] = [];
  const err: string[] = [];
  const status = await run(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    env: { PORT: '0' },
    now: () => TODAY,
    untilStopped: () => Promise.resolve(),
  });
  return { status, out: out.join('\n'), err: err.join('\n') };
}
