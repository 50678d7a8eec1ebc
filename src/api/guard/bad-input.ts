import { GraphQLError } from 'graphql';
import type { Problem } from '../../domain/problem.js';

/** Input that cannot be read or cannot be: every field of it that is wrong, with the rule it broke, none of its values. */
export class BadInput extends GraphQLError {
  constructor(problems: readonly Problem[]) {
    const fields = problems.map(({ field }) => field ?? 'the question').join(', ');
    super(`The question cannot be answered as it was put: see ${fields}.`, {
      extensions: {
        code: 'BAD_USER_INPUT',
        problems: problems.map(({ code, field, message }) => ({ code, field: field ?? null, message })),
      },
    });
    this.name = 'BadInput';
  }
}
