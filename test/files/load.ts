import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../../src/domain/problem.js';
import { type Dataset, loadDataset } from '../../src/files/dataset.js';

export const data = (path: string): string => fileURLToPath(new URL(`../data/${path}`, import.meta.url));

/** Loads a folder that holds just these files. */
export function load(files: Record<string, string | Uint8Array>, base?: string): Dataset {
  const dir = mkdtempSync(join(tmpdir(), 'stepladder-'));
  try {
    if (base !== undefined) cpSync(base, dir, { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, name)), { recursive: true });
      writeFileSync(join(dir, name), content);
    }
    return loadDataset(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** The small dataset that is right, with more files in it. */
export const loadWith = (files: Record<string, string | Uint8Array>): Dataset => load(files, data('small'));

/** A problem on a line: `modules.yaml:3 modules.a.level: what is wrong`. */
export const told = ({ file, line, field, message }: Problem): string =>
  `${file ?? ''}${line === undefined ? '' : `:${line}`} ${field === undefined ? '' : `${field}: `}${message}`;
