import type * as domain from '../../domain/problem.js';
import { Field, ObjectType } from '../decorators.js';

@ObjectType({ description: 'Something that kept a question from a plain answer, told to the person who can mend it.' })
export class Problem implements Pick<domain.Problem, 'code' | 'message' | 'field'> {
  @Field(() => String, { description: 'What kind of problem it is, such as `UNKNOWN_ID` or `NO_ROUTE`.' })
  code!: string;
  @Field(() => String, { description: 'What is wrong, why, and how to mend it.' })
  message!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The argument it concerns, as a path such as `filter.regions[0]`.',
  })
  field?: string;
}
