import type { Problem } from '../../domain/problem.js';
import type { CreditQuestion } from '../../domain/questions.js';
import type { Service } from '../context.js';
import type { CreditArgs } from '../types/question-input.js';
import { Asking } from './asking.js';
import { given } from './given.js';

/** A credit question as the engines take one, with what it names that the catalogue does not hold. Throws BadInput. */
export function creditQuestion(service: Service, args: CreditArgs): { question: CreditQuestion; problems: Problem[] } {
  const asking = new Asking(service, args.asOf);
  const start = asking.month(args.start, 'start');
  const learner = asking.learner(args.learner, start);
  asking.settle();
  asking.study(args);
  const { programme, delivery, objective, include } = args;
  const question = { ...given({ programme, delivery, objective, include }), learner, start };
  return { question, problems: asking.problems };
}
