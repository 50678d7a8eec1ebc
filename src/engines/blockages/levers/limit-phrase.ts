import type { Id } from '../../../domain/fact.js';
import { figure } from '../../../domain/figure.js';
import type { Limit } from '../../../domain/limits.js';
import { listed } from '../../credit/words.js';

/** What a limit says in a few words, whatever the programme it holds for. */
export function limitPhrase(limit: Limit, moduleName: (id: Id) => string): string {
  switch (limit.kind) {
    case 'share':
      return `at most ${limit.fraction} of a programme’s credits`;
    case 'credits':
      return `at most ${limit.credits} credits in all`;
    case 'level':
      return limit.credits === 0
        ? `no credit at level ${limit.level}`
        : `at most ${limit.credits} credits at level ${limit.level}`;
    case 'stage': {
      const which = limit.stage === 'final' ? 'the final stage' : `stage ${limit.stage}`;
      return limit.credits === 0 ? `no credit in ${which}` : `at most ${limit.credits} credits in ${which}`;
    }
    case 'module':
      return `no credit for ${listed(limit.modules.map(moduleName))}`;
    case 'experiential':
      return limit.fraction === undefined
        ? `at most ${limit.credits ?? 0} credits from experience`
        : `at most ${limit.fraction} of a programme’s credits from experience`;
    case 'hours':
      return listed([
        ...(limit.cap === undefined
          ? []
          : [`at most ${limit.cap} of a programme’s ${limit.of ?? 'theory and practice'} hours`]),
        ...(limit.floor?.theory === undefined ? [] : [`at least ${figure(limit.floor.theory)} hours of theory`]),
        ...(limit.floor?.practice === undefined ? [] : [`at least ${figure(limit.floor.practice)} hours of practice`]),
      ]);
    case 'residency':
      return `at least ${limit.credits} credits left to study`;
    case 'minimum':
      return `nothing under ${limit.credits} credits is given`;
    case 'whole-stages':
      return 'credit only in stages that are credited whole';
    case 'mark':
      return listed([
        ...(limit.mark === undefined ? [] : [`a mark of at least ${limit.mark} %`]),
        ...(limit.refuseCompensated ? ['no module passed by compensation'] : []),
      ]);
    case 'currency':
      return `learning at most ${limit.months} months old at the start`;
    case 'span':
      return `at most ${limit.months} months from ${limit.since === 'enrolment' ? 'first enrolment' : 'the oldest credited source'} to completion`;
    case 'single-use':
      return 'no credit that is spent on an award of the same level';
  }
}
