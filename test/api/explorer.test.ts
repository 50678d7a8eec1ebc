import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXAMPLES } from '../../src/api/explorer/queries.js';
import { variableProblems } from '../../src/api/guard/variables.js';
import { schema } from '../../src/api/schema.js';
import { type Serving, serving } from './serving.js';
import { smallService } from './small.js';

let at: Serving;
beforeAll(async () => {
  at = await serving(smallService());
});
afterAll(() => at.close());

test('the explorer is at `/`, under a policy that lets in nothing from elsewhere', async () => {
  const response = await fetch(`${at.url}/`);
  expect(response.status).toBe(200);
  const policy = response.headers.get('content-security-policy') ?? '';
  const directives = new Map(policy.split('; ').map((line) => [line.split(' ')[0] ?? '', line.split(' ').slice(1)]));
  expect(directives.get('default-src')).toEqual(["'none'"]);
  expect(directives.get('script-src')).toEqual(["'self'"]);
  expect(directives.get('connect-src')).toEqual(["'self'"]);
  expect(policy).not.toMatch(/https?:|\*|unsafe/);
  const html = await response.text();
  expect(html).not.toMatch(/(https?:)?\/\/|<script>|<style| on\w+=| style=/);
});

test('each visit has a nonce of its own, in the page as in the policy', async () => {
  const visits = await Promise.all([fetch(`${at.url}/`), fetch(`${at.url}/`)]);
  const nonces = visits.map((visit) => /'nonce-([^']+)'/.exec(visit.headers.get('content-security-policy') ?? '')?.[1]);
  expect(nonces[0]).not.toBe(nonces[1]);
  expect(await visits[0]?.text()).toContain(`data-nonce="${nonces[0]}"`);
});

test('everything that the page loads is served from here', async () => {
  const html = await (await fetch(`${at.url}/`)).text();
  const paths = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path);
  expect(paths.length).toBe(6);
  for (const path of paths) {
    const response = await fetch(`${at.url}${path}`);
    expect([path, response.status]).toEqual([path, 200]);
    expect(response.headers.get('content-type')).toMatch(path?.endsWith('.css') ? /css/ : /javascript/);
    expect((await response.text()).length).toBeGreaterThan(50);
  }
});

test('the examples are its tabs', async () => {
  const examples = await (await fetch(`${at.url}/explorer/examples.json`)).json();
  expect(examples).toEqual(JSON.parse(JSON.stringify(EXAMPLES)));
});

test.each(EXAMPLES.map((example) => [example.title, example] as const))(
  'the example is valid: %s',
  (_, { query, variables }) => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    const [operation] = document.definitions;
    if (operation?.kind !== 'OperationDefinition') throw new TypeError('an example begins with its operation');
    expect(variableProblems(schema, operation, variables)).toEqual([]);
  },
);

/** Starts the explorer's script in a browser tab that remembers `kept`; what GraphiQL was given, and what is kept then. */
async function started(kept: Record<string, string>) {
  const items = new Map(Object.entries(kept));
  const sessionStorage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
  };
  const GraphiQL = Object.assign(() => null, { createFetcher: () => null });
  const given: { storage?: unknown; defaultTabs?: unknown[] }[] = [];
  const React = { createElement: (_: unknown, props: object) => given.push(props) };
  const document = { currentScript: { dataset: { nonce: 'once' } }, getElementById: () => null };
  const rendered = new Promise<void>((render) => {
    const window = { React, ReactDOM: { createRoot: () => ({ render }) }, GraphiQL, sessionStorage };
    const fetched = async () => ({ json: async () => EXAMPLES });
    const script = readFileSync(new URL('../../src/api/explorer/explorer.js', import.meta.url), 'utf8');
    runInNewContext(script, { window, document, fetch: fetched });
  });
  await rendered;
  expect(given[0]?.storage).toBe(sessionStorage);
  expect(given[0]?.defaultTabs?.length).toBe(EXAMPLES.length);
  return items;
}

test('the first tab has its variables at the first visit, and what is asked is forgotten with the browser tab', async () => {
  const items = await started({});
  expect(items.get('graphiql:query')).toBe(EXAMPLES[0]?.query);
  expect(JSON.parse(items.get('graphiql:variables') ?? '')).toEqual(EXAMPLES[0]?.variables);
});

test('a reload leaves the tabs as they were', async () => {
  const kept = { 'graphiql:tabState': '{}', 'graphiql:query': '{ catalogue { count } }' };
  expect(Object.fromEntries(await started(kept))).toEqual(kept);
});
