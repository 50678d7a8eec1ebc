import type { Rows } from '../../domain/catalogue.js';
import type { Limit } from '../../domain/limits.js';
import { suggestion } from '../../domain/nearest.js';
import type { Finding, Known } from './known.js';

/** Every limit holds something back for somebody. */
export function* limits({ policies }: Rows, known: Known): Iterable<Finding> {
  for (const row of policies) {
    const finding = (code: string, message: string, ...path: (string | number)[]): Finding => ({
      code,
      message,
      path,
      kind: 'policies',
      row,
    });
    if (row.limits.length === 0 && row.claims === undefined)
      yield finding(
        'SAYS_NOTHING',
        'this policy lays down nothing: give `limits` or `claims`, or take it away.',
        'limits',
      );
    for (const [index, limit] of row.limits.entries()) {
      const lacking = lacks(limit);
      if (lacking !== undefined)
        yield finding('SAYS_NOTHING', `the limit \`${limit.id}\` cannot be applied: ${lacking}.`, 'limits', index);
      if (limit.kind === 'stage' && limit.stage !== 'final' && !(Number.isInteger(limit.stage) && limit.stage >= 1))
        yield finding(
          'OUT_OF_RANGE',
          `\`stage\` is ${limit.stage}: it must be a whole number of 1 or more, or \`final\`.`,
          'limits',
          index,
          'stage',
        );
      if (limit.kind === 'module')
        for (const [at, module] of limit.modules.entries())
          if (known.modules.has(module) && !known.programmesOfModule.has(module))
            yield finding(
              'COVERS_NOTHING',
              `\`${module}\` stands in no stage of any programme, so there is no credit to hold back: correct the module.`,
              'limits',
              index,
              'modules',
              at,
            );
      for (const [at, kind] of (limit.awards ?? []).entries())
        if (!known.qualificationKinds.has(kind))
          yield finding(
            'UNKNOWN_KIND_OF_AWARD',
            `no qualification is of the kind \`${kind}\`, so the limit would hold for nothing.${suggestion(kind, known.qualificationKinds) || ' Correct it, or add the qualification.'}`,
            'limits',
            index,
            'awards',
            at,
          );
    }
  }
}

/** What a limit lacks in order to say anything. */
function lacks(limit: Limit): string | undefined {
  switch (limit.kind) {
    case 'experiential':
      return limit.fraction === undefined && limit.credits === undefined ? 'give `fraction` or `credits`' : undefined;
    case 'hours':
      if (limit.cap === undefined && limit.floor?.theory === undefined && limit.floor?.practice === undefined)
        return 'give `cap`, or `floor` with `theory` or `practice`';
      return limit.of !== undefined && limit.cap === undefined
        ? '`of` goes with `cap`: give a cap, or take `of` away'
        : undefined;
    case 'mark':
      return limit.mark === undefined && !limit.refuseCompensated
        ? 'give `mark` or `refuseCompensated: true`'
        : undefined;
    case 'single-use':
      return limit.allow === undefined && limit.refuseSpent === undefined ? 'give `allow` or `refuseSpent`' : undefined;
    default:
      return undefined;
  }
}
