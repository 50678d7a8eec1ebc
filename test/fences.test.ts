import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type IConfiguration, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const fence = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as IConfiguration;

async function cruised(house: string, other: Partial<ICruiseOptions> = {}): Promise<ICruiseResult> {
  const { output } = await cruise(['src'], {
    ...fence.options,
    baseDir: house,
    validate: true,
    ruleSet: { forbidden: fence.forbidden ?? [] },
    ...other,
  });
  if (typeof output === 'string') throw new TypeError('the cruiser answered in text, not in data');
  return output;
}

const breaches = ({ summary }: ICruiseResult): string[] =>
  summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort();

const sourcesBelow = (house: string): string[] =>
  readdirSync(join(house, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

test('every import of the house goes the way the table allows', async () => {
  const result = await cruised(root);
  // A cruiser that sees no files finds no fault with them.
  const seen = result.modules.filter(({ source }) => /^src\/.*\.ts$/.test(source));
  expect(seen.length).toBeGreaterThanOrEqual(sourcesBelow(root).length);
  expect(result.summary.totalDependenciesCruised ?? 0).toBeGreaterThan(sourcesBelow(root).length);
  expect(breaches(result)).toEqual([]);
});

const houses: string[] = [];
afterAll(() => {
  for (const house of houses) rmSync(house, { recursive: true });
});

/** A small house with the files given, and packages of those names that can be imported. */
function build(files: Record<string, string>): string {
  const house = mkdtempSync(join(tmpdir(), 'stepladder-fences-'));
  houses.push(house);
  const packages = ['graphology', 'graphql', '@apollo/server', 'type-graphql', 'neo4j-driver', 'express'];
  const dependencies = Object.fromEntries(packages.map((name) => [name, '1.0.0']));
  const all = { ...files, 'package.json': JSON.stringify({ name: 'house', type: 'module', dependencies }) };
  for (const name of packages) {
    Object.assign(all, {
      [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
      [`node_modules/${name}/index.js`]: 'exports.thing = 1;\n',
    });
  }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  return house;
}

const thing = 'export const thing = 1;\nexport type Thing = typeof thing;\n';
const use = (from: string): string => `import { thing } from '${from}';\nexport const used = thing;\n`;

test('a house that keeps to the table is left in peace', async () => {
  const house = build({
    'src/domain/thing.ts': thing,
    'src/kernel/thing.ts': thing,
    'src/rules/thing.ts': use('../domain/thing.js'),
    'src/graph/thing.ts': `${use('../domain/thing.js')}export { thing } from 'graphology';\n`,
    'src/engines/thing.ts': ['domain', 'rules', 'kernel', 'graph']
      .map((room) => `import '../${room}/thing.js';`)
      .join('\n'),
    'src/checker/thing.ts': ['domain', 'rules', 'graph', 'engines']
      .map((room) => `import '../${room}/thing.js';`)
      .join('\n'),
    'src/store/thing.ts': `import '../domain/thing.js';\nimport 'neo4j-driver';\nimport 'node:fs';\n`,
    'src/files/thing.ts': `import '../domain/thing.js';\nimport 'node:fs';\n`,
    'src/api/thing.ts': `import 'graphql';\nimport 'express';\n${['domain', 'engines', 'graph', 'store', 'files'].map((room) => `import '../${room}/thing.js';`).join('\n')}`,
    'src/web/thing.ts': use('./other.js'),
    'src/web/other.ts': thing,
    'src/main.ts': `import './api/thing.js';\nimport './web/thing.js';\nimport './kernel/thing.js';\n`,
    'src/cli.ts': `import './main.js';\nimport './cli/table.js';\n`,
    'src/cli/table.ts': thing,
  });
  const result = await cruised(house);
  expect(breaches(result)).toEqual([]);
  expect(result.modules.filter(({ source }) => source.endsWith('.ts'))).toHaveLength(sourcesBelow(house).length);
});

const rooms = ['domain', 'rules', 'kernel', 'engines', 'checker', 'graph', 'store', 'files', 'api', 'web'] as const;
const mayImport: Record<(typeof rooms)[number], string[]> = {
  domain: [],
  rules: ['domain'],
  kernel: [],
  engines: ['domain', 'rules', 'kernel', 'graph'],
  checker: ['domain', 'rules', 'graph', 'engines'],
  graph: ['domain'],
  store: ['domain'],
  files: ['domain'],
  api: ['domain', 'engines', 'graph', 'store', 'files'],
  web: [],
};

test.each(rooms)('the fence bites where %s reaches into a room that is closed to it', async (room) => {
  const closed = rooms.filter((other) => other !== room && !mayImport[room].includes(other));
  const house = build({
    ...Object.fromEntries(rooms.map((other) => [`src/${other}/thing.ts`, thing])),
    [`src/${room}/reach.ts`]: rooms
      .filter((other) => other !== room)
      .map((other) => `import '../${other}/thing.js';`)
      .join('\n'),
  });
  const rule = `${room}-imports-only-${['itself', ...mayImport[room]].join('-')}`;
  const walls = breaches(await cruised(house)).filter((breach) => !breach.startsWith(OWN_RULE));
  expect(walls).toEqual(closed.map((other) => `${rule}: src/${room}/reach.ts -> src/${other}/thing.ts`).sort());
});

/** The checker has a wall of its own inside a room that is open to it. */
const OWN_RULE = 'checker-asks-no-solver: ';

const SOLVER = ['solve', 'model', 'wholeness', 'hours-rows', 'span', 'certificate', 'assess', 'gains', 'ways'];
test.each([
  ...SOLVER.map((file) => `credit/${file}`),
  ...['search', 'legs', 'explain/facts'].map((file) => `routes/${file}`),
])('the fence bites where the checker asks the solver: %s', async (file) => {
  const house = build({
    [`src/engines/${file}.ts`]: thing,
    'src/engines/credit/claims.ts': thing,
    'src/checker/reach.ts': `import '../engines/${file}.js';\nimport '../engines/credit/claims.js';\n`,
  });
  expect(breaches(await cruised(house))).toEqual([`${OWN_RULE}src/checker/reach.ts -> src/engines/${file}.ts`]);
});

test('the checker runs without the solver, however far one follows its imports', async () => {
  const wall = fence.forbidden?.find(({ name }) => OWN_RULE.startsWith(`${name}:`));
  const solver = wall && 'to' in wall ? (wall.to.path ?? '') : '';
  expect(solver).not.toBe('');
  const without = (house: string) =>
    cruised(house, {
      // Types are gone where the code runs.
      tsPreCompilationDeps: false,
      ruleSet: {
        forbidden: [
          { name: 'far', severity: 'error', from: { path: '^src/checker/' }, to: { path: solver, reachable: true } },
        ],
      },
    });
  expect(breaches(await without(root))).toEqual([]);
  const house = build({
    'src/engines/credit/solve.ts': thing,
    'src/engines/credit/stranded.ts': use('./solve.js'),
    'src/engines/credit/explain.ts': use('./stranded.js'),
    'src/checker/reach.ts': use('../engines/credit/explain.js'),
  });
  expect(breaches(await without(house))).toEqual(['far: src/checker/reach.ts -> src/engines/credit/solve.ts']);
});

const frameworks = ['graphql', '@apollo/server', 'type-graphql', 'neo4j-driver', 'express', 'node:fs'];
test.each(
  ['domain', 'rules', 'kernel', 'engines', 'checker'].flatMap((room) =>
    frameworks.map((name) => [room, name] as const),
  ),
)('the fence bites where %s uses %s', async (room, name) => {
  const house = build({ [`src/${room}/reach.ts`]: `import '${name}';\n` });
  const found = breaches(await cruised(house));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^pure-rooms-use-no-package: /);
});

test.each([
  [
    'an import of a type alone',
    { 'src/kernel/reach.ts': `import type { Thing } from '../domain/thing.js';\nexport type Mine = Thing;\n` },
    ['kernel-imports-only-itself: src/kernel/reach.ts -> src/domain/thing.ts'],
  ],
  [
    'a type named inside a signature',
    { 'src/kernel/reach.ts': `export const mine = (it: import('../domain/thing.js').Thing) => it;\n` },
    ['kernel-imports-only-itself: src/kernel/reach.ts -> src/domain/thing.ts'],
  ],
  [
    'a module passed on',
    { 'src/rules/reach.ts': `export * from '../kernel/thing.js';\n` },
    ['rules-imports-only-itself-domain: src/rules/reach.ts -> src/kernel/thing.ts'],
  ],
  [
    'an import that waits until it is called',
    { 'src/domain/reach.ts': `export const later = () => import('../kernel/thing.js');\n` },
    ['domain-imports-only-itself: src/domain/reach.ts -> src/kernel/thing.ts'],
  ],
  [
    'two files that import each other',
    { 'src/domain/a.ts': `import './b.js';\n`, 'src/domain/b.ts': `import './a.js';\n` },
    ['no-cycles: src/domain/a.ts -> src/domain/b.ts'],
  ],
  [
    'two types that import each other',
    {
      'src/api/a.ts': `import type { B } from './b.js';\nexport type A = B;\n`,
      'src/api/b.ts': `import type { A } from './a.js';\nexport type B = A;\n`,
    },
    ['no-cycles: src/api/a.ts -> src/api/b.ts'],
  ],
  [
    'an engine that draws a graph',
    { 'src/engines/reach.ts': `import 'graphology';\n` },
    ['pure-rooms-use-no-package: src/engines/reach.ts -> node_modules/graphology/index.js'],
  ],
  [
    'a graph that serves pages',
    { 'src/graph/reach.ts': `import 'express';\n` },
    ['graph-uses-graphology-alone: src/graph/reach.ts -> node_modules/express/index.js'],
  ],
  [
    'an import of main',
    { 'src/api/reach.ts': `import '../main.js';\n` },
    ['nobody-imports-the-composition: src/api/reach.ts -> src/main.ts'],
  ],
  [
    'an import of what the command line is made of',
    { 'src/store/reach.ts': `import '../cli/table.js';\n` },
    ['nobody-imports-the-composition: src/store/reach.ts -> src/cli/table.ts'],
  ],
  [
    'a room that is not in the table',
    { 'src/utils/reach.ts': `import '../domain/thing.js';\n` },
    ['every-file-has-a-room: src/utils/reach.ts -> src/domain/thing.ts'],
  ],
  [
    'a use of a room that is not in the table',
    { 'src/main.ts': `import './utils/thing.js';\n`, 'src/utils/thing.ts': thing },
    ['every-import-has-a-room: src/main.ts -> src/utils/thing.ts'],
  ],
  [
    'an import of nothing',
    { 'src/web/reach.ts': `import './nowhere.js';\n` },
    ['every-import-is-found: src/web/reach.ts -> ./nowhere.js'],
  ],
] as [string, Record<string, string>, string[]][])('the fence bites on %s', async (_, files, expected) => {
  const house = build({
    'src/domain/thing.ts': thing,
    'src/kernel/thing.ts': thing,
    'src/main.ts': thing,
    'src/cli/table.ts': thing,
    ...files,
  });
  expect(breaches(await cruised(house))).toEqual(expect.arrayContaining(expected));
});
