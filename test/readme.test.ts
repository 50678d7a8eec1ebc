import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { summaryOf } from '../src/api/browse/counts.js';
import { Service } from '../src/api/context.js';
import { run } from '../src/cli/program.js';
import { loadDataset } from '../src/files/dataset.js';
import { ask, type Serving, serving } from './api/serving.js';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const readme = readFileSync(at('README.md'), 'utf8');
const picture = readFileSync(at('docs/route.svg'), 'utf8');
const { scripts } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { scripts: Record<string, string> };

const blocks = [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)];
/** The README's first block of a language, without its fences. */
function block(language: string): string {
  const found = blocks.find((each) => each[1] === language)?.[2];
  if (found === undefined) throw new Error(`the README has no block of language "${language}"`);
  return found;
}
const compact = (text: string): string => text.replaceAll(/\s/g, '');

const england = loadDataset(at('seeds/england'));
let service: Serving;
beforeAll(async () => {
  expect(england.problems).toEqual([]);
  service = await serving(new Service(england.rows, () => '2026-09-01'));
});
afterAll(() => service?.close());

/** Runs a command of the README in this process. */
async function stepladder(args: string[]): Promise<{ status: number; out: string }> {
  const out: string[] = [];
  const write = (line: string) => out.push(line);
  const untilStopped = () => Promise.resolve();
  const status = await run(args, { out: write, err: write, env: {}, now: () => '2026-09-01', untilStopped });
  return { status, out: out.join('\n') };
}

test('the first question is answered, and with what the README shows', async () => {
  const { body } = await ask(service, block('graphql'));
  expect(body.errors).toBeUndefined();
  expect(body.data.credit.problems).toEqual([]);
  const answer = compact(JSON.stringify(body.data.credit));
  const shown = block('json').split('...\n').map(compact);
  expect(shown.length).toBeGreaterThan(2);
  for (const part of shown) expect(answer).toContain(part.replace(/,$/, ''));
});

test('every npm script that the README names is there', () => {
  const named = [...readme.matchAll(/npm (?:run ([a-z:]+)|(start|test))/g)].map(([, ran, short]) => ran ?? short);
  expect(new Set(named)).toEqual(
    new Set([
      ...['start', 'test', 'stepladder', 'schema', 'provision', 'releases', 'picture', 'test:laws'],
      ...['bench:credit', 'routes:table', 'blockages:table'],
    ]),
  );
  for (const name of named) expect(Object.keys(scripts)).toContain(name);
});

const commands = [...readme.matchAll(/^npm run stepladder -- ([^#\n]+)/gm)].map(([, line]) => (line ?? '').trim());
const routesCommand = commands.find((line) => line.startsWith('routes'))?.split(/ +/) ?? [];

test.each(commands.filter((line) => !line.startsWith('ask')))('the command is answered: %s', async (line) => {
  const { status, out } = await stepladder(line.split(/ +/));
  expect([status, out]).toEqual([0, expect.stringMatching(/\S/)]);
});

test('the commands are those of the command line', async () => {
  expect(commands.map((line) => line.split(' ')[0])).toEqual([
    ...['credit', 'credit', 'credit', 'routes', 'routes', 'prepare', 'blockages', 'provision', 'portability'],
    ...['check', 'ask'],
  ]);
  const { out } = await stepladder(['--help']);
  for (const line of commands) expect(out).toMatch(new RegExp(`^ +${line.split(' ')[0]} `, 'm'));
});

test('the timeline shown is the one that is printed', async () => {
  const { out } = await stepladder(routesCommand);
  const shown = block('').trim().split('\n');
  expect(shown.length).toBe(4);
  for (const row of shown) expect(out).toContain(row);
});

test('the route drawn is the one that is found', async () => {
  const { out } = await stepladder([...routesCommand, '--json']);
  const [{ svg, legs, months, registerPartName }] = JSON.parse(out).answer.routes;
  expect(picture, 'docs/route.svg is out of date: draw it anew with npm run picture').toBe(svg);
  expect(picture).toContain(`>${months} months to ${registerPartName}</text>`);
  for (const { title } of legs) expect(picture).toContain(`${title}</text>`);
  expect(scripts.picture).toContain(routesCommand.join(' '));
});

test('every file and folder that the README names is there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, path]) => path ?? '');
  const named = [...readme.matchAll(/`((?:src|seeds|schema|test)(?:\/[\w./-]+)?)`/g)].map(([, path]) => path ?? '');
  expect(links.length).toBeGreaterThan(3);
  expect(named.length).toBeGreaterThan(8);
  for (const path of [...links, ...named, '.ci/run']) expect([path, existsSync(at(path))]).toEqual([path, true]);
});

test('what it says of modules, mappings and cohorts is so', () => {
  const { kinds } = summaryOf(england.rows);
  const share = (kind: string): number => {
    const found = kinds.find((each) => each.kind === kind);
    if (!found) throw new Error(`no count of ${kind}`);
    return found.published / found.count;
  };
  expect(share('modules')).toBeLessThan(0.1);
  expect(share('mappings')).toBeLessThan(0.1);
  expect(share('cohorts')).toBeLessThan(0.5);
});
