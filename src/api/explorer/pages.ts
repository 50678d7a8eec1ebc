import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RequestHandler, Router } from 'express';
import { EXAMPLES } from './queries.js';

const require = createRequire(import.meta.url);
const REACT = dirname(require.resolve('react/package.json'));
const REACT_DOM = dirname(require.resolve('react-dom/package.json'));
const GRAPHIQL = dirname(require.resolve('graphiql/package.json'));
const own = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What the page loads, all of it from this machine. */
const ASSETS = {
  '/explorer/react.js': join(REACT, 'umd/react.production.min.js'),
  '/explorer/react-dom.js': join(REACT_DOM, 'umd/react-dom.production.min.js'),
  '/explorer/graphiql.js': join(GRAPHIQL, 'graphiql.min.js'),
  '/explorer/graphiql.css': join(GRAPHIQL, 'graphiql.min.css'),
  '/explorer/explorer.css': own('explorer.css'),
  '/explorer/explorer.js': own('explorer.js'),
};

/** The explorer: GraphiQL at `/`, with the examples as its tabs. It speaks to no other host. */
export function explorer(): Router {
  const router = Router();
  router.get('/', page);
  router.get('/explorer/examples.json', (_, response) => {
    response.json(EXAMPLES);
  });
  for (const [path, file] of Object.entries(ASSETS))
    router.get(path, (_, response) => {
      response.set('cache-control', 'public, max-age=3600').sendFile(file, { dotfiles: 'allow' });
    });
  return router;
}

/** GraphiQL makes style elements as it goes; the nonce lets in its own and nobody else's. */
const page: RequestHandler = (_, response) => {
  const nonce = randomBytes(16).toString('base64');
  response
    .set({ 'content-security-policy': policy(nonce), 'cache-control': 'no-store' })
    .type('html')
    .send(html(nonce));
};

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const html = (nonce: string): string => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Stepladder: explorer</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/explorer/graphiql.css">
    <link rel="stylesheet" href="/explorer/explorer.css">
  </head>
  <body>
    <div id="explorer"><p>The explorer needs JavaScript. The API itself is at /graphql.</p></div>
    <script src="/explorer/react.js"></script>
    <script src="/explorer/react-dom.js"></script>
    <script src="/explorer/graphiql.js"></script>
    <script src="/explorer/explorer.js" data-nonce="${nonce}"></script>
  </body>
</html>
`;
