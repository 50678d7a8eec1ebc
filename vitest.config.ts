import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Without the alias a test loads two copies of graphql, and each refuses the other's schema.
  resolve: { alias: { graphql: 'graphql/index.js' } },
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
