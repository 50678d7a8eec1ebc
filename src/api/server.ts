import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Context, Service } from './context.js';
import { explorer } from './explorer/pages.js';
import { LIMITS } from './guard/limits.js';
import { guard, type Log, masked } from './guard/plugin.js';
import { schema } from './schema.js';

export interface ServerParts {
  service: Service;
  log: Log;
}

/** The web application: the API at `/graphql`, the explorer at `/`. `stop` ends what the API has under way. */
export async function application({ service, log }: ServerParts): Promise<{ app: Express; stop: () => Promise<void> }> {
  const api = apolloServer(log);
  await api.start();
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((_, response, next) => {
    response.set({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    next();
  });
  app.use(
    '/graphql',
    express.json({ limit: LIMITS.body }),
    asGiven,
    expressMiddleware(api, { context: async (): Promise<Context> => ({ service, requestId: randomUUID() }) }),
  );
  app.use(explorer());
  app.use((_, response) => {
    response
      .status(404)
      .json(failure('NOT_FOUND', 'There is nothing here: the API is at /graphql, the explorer at /.'));
  });
  app.use(failures(log));
  return { app, stop: () => api.stop() };
}

/** The GraphQL server by itself, with its guards; of the service's schema, where no other is given. */
export const apolloServer = (log: Log, asked: GraphQLSchema = schema): ApolloServer<Context> =>
  new ApolloServer<Context>({
    schema: asked,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationOptions: { maxErrors: 5 },
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled(), guard(log)],
  });

/** A request without a body has none; the library wants to see that someone looked. */
const asGiven: express.RequestHandler = (request, _, next) => {
  request.body ??= {};
  next();
};

const failure = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });

/** Whatever fails outside the API answers as the API does: JSON, and nothing of what was sent. */
const failures =
  (log: Log): ErrorRequestHandler =>
  (error: { status?: unknown; type?: unknown; stack?: unknown }, _request, response, _next) => {
    const status = typeof error.status === 'number' && error.status >= 400 && error.status < 500 ? error.status : 500;
    if (error.type === 'entity.too.large')
      response.status(413).json(failure('REQUEST_TOO_LARGE', 'The body of a request has at most 1 MB: ask in parts.'));
    else if (error.type === 'entity.parse.failed')
      response
        .status(400)
        .json(failure('BAD_REQUEST', 'The body is no JSON: send {"query": "...", "variables": {...}}.'));
    else if (status < 500) response.status(status).json(failure('BAD_REQUEST', 'The request cannot be read.'));
    else {
      const requestId = randomUUID();
      log(`request ${requestId}: ${String(error.stack ?? error)}`);
      response.status(500).json({ errors: [masked(requestId)] });
    }
  };
