import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { type DocumentNode, GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Problem } from '../../domain/problem.js';
import type { Context } from '../context.js';
import { BadInput } from './bad-input.js';
import { holdToLimits, LIMITS } from './limits.js';
import { literalProblem } from './literals.js';
import { variableProblems } from './variables.js';

/** Writes what went wrong on our side, for who runs the service. */
export type Log = (line: string) => void;

/**
 * Stands between a request and the resolvers: refuses what is malformed or asks too much, and sees that of errors only
 * those go out that are for whoever asked. All else is masked, with the id under which the log has it.
 */
export const guard = (log: Log): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, contextValue, request: { variables = {} } }) {
        if (!operation) return;
        holdToLimits(schema, document, operation, variables, contextValue.service.limits);
        const problems = variableProblems(schema, operation, variables);
        if (problems.length > 0) throw withStatus(new BadInput(problems), 400);
      },
      async willSendResponse({ response, ...request }) {
        const { errors, contextValue } = request as GraphQLRequestContext<Context>;
        response.http.headers.set('x-request-id', contextValue.requestId);
        if (response.body.kind !== 'single' || !errors?.length) return;
        const shown = errorsToShow(errors, request as GraphQLRequestContext<Context>, log);
        response.body.singleResult.errors = shown;
      },
    };
  },
});

/** What goes out of the errors of a request: malformed input as one error with all its fields. */
function errorsToShow(
  errors: readonly GraphQLError[],
  { document, schema, contextValue: { requestId } }: GraphQLRequestContext<Context>,
  log: Log,
): GraphQLFormattedError[] {
  const problems: Problem[] = [];
  const paths = new Set<GraphQLFormattedError['path']>();
  const others: GraphQLFormattedError[] = [];
  for (const error of errors) {
    const found = problemsIn(error, document, schema);
    if (found) {
      problems.push(...found);
      if (error.path) paths.add(error.path);
    } else others.push(shownError(error, requestId, log));
  }
  if (problems.length === 0) return others;
  const [path] = paths;
  const { message, extensions } = new BadInput(problems);
  return [{ message, ...(path && { path }), extensions }, ...others];
}

/** The fields that malformed input concerns; nothing for errors of another kind. */
function problemsIn(
  error: GraphQLError,
  document: DocumentNode | undefined,
  schema: GraphQLSchema,
): Problem[] | undefined {
  if (error.extensions.code === 'BAD_USER_INPUT') {
    const told = error.extensions.problems as Problem[] | undefined;
    return told ?? [{ code: 'WRONG_TYPE', message: 'a value does not fit its type: see the schema.' }];
  }
  const literal = document && literalProblem(error, document, schema);
  return literal && [literal];
}

/** Codes of errors whose messages hold nothing but the words of the schema and the document's names. */
const FOR_THE_ASKER: ReadonlySet<unknown> = new Set([
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'REQUEST_TOO_LARGE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'METHOD_NOT_ALLOWED',
]);

function shownError(error: GraphQLError, requestId: string, log: Log): GraphQLFormattedError {
  const { code } = error.extensions;
  if (code === 'GRAPHQL_PARSE_FAILED') return unread(error);
  if (FOR_THE_ASKER.has(code)) return { message: error.message, extensions: { code }, ...places(error) };
  const cause = unwrapResolverError(error);
  log(`request ${requestId}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
  return masked(requestId, error.path);
}

/** What is said of a fault of ours. */
export const masked = (requestId: string, path?: GraphQLFormattedError['path']): GraphQLFormattedError => ({
  message: `Something went wrong on our side. Whoever runs this service finds it in the log under ${requestId}.`,
  extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  ...(path && { path }),
});

/** The parser repeats the word at which it stopped, which may be a learner's; the place says as much. */
function unread(error: GraphQLError): GraphQLFormattedError {
  const tooLong = /more th[ae][nt] \d+ tokens/.test(error.message);
  const message = tooLong
    ? `This request asks too much at once: its document has more than ${LIMITS.tokens} words and signs. Ask in parts.`
    : 'The document cannot be read: its syntax is wrong at the place given.';
  return { message, extensions: { code: tooLong ? 'REQUEST_TOO_LARGE' : 'GRAPHQL_PARSE_FAILED' }, ...places(error) };
}

const places = ({ locations }: GraphQLError): Pick<GraphQLFormattedError, 'locations'> =>
  locations ? { locations } : {};

function withStatus(error: GraphQLError, status: number): GraphQLError {
  return new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status } } });
}
