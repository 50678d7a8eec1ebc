import { type DocumentNode, execute, type GraphQLError, parse } from 'graphql';
import type { Service } from '../api/context.js';
import { BadInput } from '../api/guard/bad-input.js';
import { variableProblems } from '../api/guard/variables.js';
import { schema } from '../api/schema.js';
import type { Problem } from '../domain/problem.js';
import { type Ask, deepestRule, operationFor } from './selection.js';
import { unknownFields, variablesFor } from './variables.js';

/** What the API answers, as JSON; every answer has problems. */
export type Payload = { problems: Problem[] } & Record<string, unknown>;

/** Asks questions of the API in this process, with every field of the answer. */
export class Answering {
  readonly #documents = new Map<Ask, DocumentNode>();
  readonly #levels: number;

  constructor(readonly service: Service) {
    this.#levels = deepestRule(service.catalogue.rows);
  }

  /** The answer, or the problems of malformed input alone. Throws what is neither. */
  async ask(ask: Ask, question: Readonly<Record<string, unknown>>): Promise<Payload> {
    const document = this.#document(ask);
    const [operation] = document.definitions;
    const variables = variablesFor(ask, question);
    const malformed = unknownFields(ask, question);
    if (operation?.kind === 'OperationDefinition') malformed.push(...variableProblems(schema, operation, variables));
    if (malformed.length > 0) return { problems: malformed };
    const contextValue = { service: this.service, requestId: 'this command' };
    const { data, errors } = await execute({ schema, document, variableValues: variables, contextValue });
    if (errors?.[0]) return { problems: malformedIn(errors[0]) };
    return data?.[ask] as Payload;
  }

  #document(ask: Ask): DocumentNode {
    const known = this.#documents.get(ask) ?? parse(operationFor(ask, this.#levels));
    this.#documents.set(ask, known);
    return known;
  }
}

function malformedIn(error: GraphQLError): Problem[] {
  if (error.originalError instanceof BadInput || error instanceof BadInput)
    return (error.extensions.problems ?? []) as Problem[];
  throw error.originalError ?? error;
}
