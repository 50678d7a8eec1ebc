import type { Problem } from '../../domain/problem.js';
import type { EntryVerdict } from '../../domain/verdict.js';
import { judgeEntry } from '../../engines/entry/judge.js';
import type { Service } from '../context.js';
import type { EntryArgs } from '../types/question-input.js';
import type { EntryAnswer } from '../types/verdict.js';
import { Asking } from './asking.js';
import { given } from './given.js';

/** May this learner start at all? Throws BadInput for what is malformed. */
export function askEntry(service: Service, args: EntryArgs): EntryAnswer {
  const asking = new Asking(service, args.asOf);
  const start = asking.month(args.start, 'start');
  const learner = asking.learner(args.learner, start);
  asking.settle();
  asking.study(args);
  const { programme, delivery, stage, entryRoute } = given({ ...args, learner: null });
  const stages = service.catalogue.programmes.get(programme)?.stages.length;
  if (stages !== undefined && stage !== undefined && !(stage >= 1 && stage <= stages))
    asking.unknown.tell('NO_SUCH_STAGE', 'stage', `\`${programme}\` has stages 1 to ${stages}: name one of them.`);
  if (asking.problems.length > 0) return { verdict: null, problems: asking.problems };
  const question = { ...given({ programme, delivery, stage, entryRoute }), learner, start };
  const verdict = judgeEntry(service.catalogue, question);
  return { verdict, problems: notAdmitted(verdict) };
}

const notAdmitted = ({ verdict, summary }: EntryVerdict): Problem[] =>
  verdict === 'NOT_MET' ? [{ code: 'NOT_ADMITTED', field: 'programme', message: summary }] : [];
