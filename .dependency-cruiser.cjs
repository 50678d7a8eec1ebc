/** What each room of the house may import besides itself. Nobody imports the composition. */
const ROOMS = {
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

/** Rooms that answer the same question the same way: no package, no clock, no I/O. */
const PURE = ['domain', 'rules', 'kernel', 'engines', 'checker'];

/** What finds the best claims, or routes, and says why nothing is better: whoever checks an answer must not ask it. */
const SOLVER =
  '^src/kernel/|^src/engines/routes/|^src/engines/credit/(solve|model|wholeness|hours-rows|span|certificate|assess|bands|gains|lifting|ways)[.]ts$';

/** main.ts and cli.ts, with a folder for what either is made of. */
const COMPOSITION = '^src/(main|cli)(\\.ts$|/)';

const among = (rooms) => `^src/(${rooms.join('|')})/`;

const PLACES = `${among(Object.keys(ROOMS))}|${COMPOSITION}`;

const walls = Object.entries(ROOMS).map(([room, mayImport]) => ({
  name: `${room}-imports-only-${['itself', ...mayImport].join('-')}`,
  severity: 'error',
  from: { path: among([room]) },
  to: { path: '^src/', pathNot: among([room, ...mayImport]) },
}));

module.exports = {
  forbidden: [
    ...walls,
    { name: 'pure-rooms-use-no-package', severity: 'error', from: { path: among(PURE) }, to: { pathNot: '^src/' } },
    {
      name: 'graph-uses-graphology-alone',
      severity: 'error',
      from: { path: among(['graph']) },
      to: { pathNot: '^src/|(^|/)node_modules/graphology' },
    },
    {
      name: 'checker-asks-no-solver',
      severity: 'error',
      from: { path: among(['checker']) },
      to: { path: SOLVER, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-the-composition',
      severity: 'error',
      from: { pathNot: COMPOSITION },
      to: { path: COMPOSITION },
    },
    { name: 'every-file-has-a-room', severity: 'error', from: { path: '^src/', pathNot: PLACES }, to: {} },
    { name: 'every-import-has-a-room', severity: 'error', from: {}, to: { path: '^src/', pathNot: PLACES } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'every-import-is-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Imports of types are imports: without this the cruiser does not see them.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
