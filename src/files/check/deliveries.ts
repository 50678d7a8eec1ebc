import type { Rows } from '../../domain/catalogue.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import type { Flaw } from '../shape/flaw.js';
import { type Finding, type Known, stageModules } from './known.js';

/** A delivery says how long each stage of its programme takes, what it costs, and how one gets in. */
export function* deliveries(rows: Rows, known: Known): Iterable<Finding> {
  for (const row of rows.deliveries) {
    const programme = known.programmes.get(row.programme);
    const flaws = [
      ...entry(row),
      ...(programme ? [...stages(row, programme), ...fees(row, programme), ...outstanding(row, programme)] : []),
    ];
    for (const flaw of flaws) yield { ...flaw, kind: 'deliveries', row };
  }
}

function* stages({ months, entryPoints, placements = [] }: Delivery, { id, stages }: Programme): Iterable<Flaw> {
  if (months.length !== stages.length)
    yield {
      code: 'STAGES_DIFFER',
      path: ['months'],
      message: `\`months\` speaks of ${counted(months.length)} and \`${id}\` has ${counted(stages.length)}: give the months of each stage.`,
    };
  for (const [index, { stage }] of entryPoints.entries())
    if (stage > stages.length)
      yield {
        code: 'NO_SUCH_STAGE',
        path: ['entryPoints', index, 'stage'],
        message: `one cannot join at stage ${stage}, since \`${id}\` has ${counted(stages.length)}: correct the stage.`,
      };
  for (const [index, { stage = 1 }] of placements.entries())
    if (stage > stages.length)
      yield {
        code: 'NO_SUCH_STAGE',
        path: ['placements', index, 'stage'],
        message: `there is no placement in stage ${stage}, since \`${id}\` has ${counted(stages.length)}: correct the stage.`,
      };
}

function* fees({ fee }: Delivery, { id, stages }: Programme): Iterable<Flaw> {
  if ((fee.perStage === undefined) === (fee.perCredit === undefined))
    yield {
      code: 'FEE_UNCLEAR',
      path: ['fee'],
      message:
        'a fee is given per stage or per credit, and just one of the two: give `perStage` or `perCredit` (assumed, and marked, if need be).',
    };
  if (fee.perStage && fee.perStage.length !== stages.length)
    yield {
      code: 'STAGES_DIFFER',
      path: ['fee', 'perStage'],
      message: `\`perStage\` speaks of ${counted(fee.perStage.length)} and \`${id}\` has ${counted(stages.length)}: give the fee of each stage, 0 where none is due.`,
    };
  const silent = stages.findIndex(({ credits }) => credits === undefined);
  if (fee.perCredit !== undefined && silent >= 0)
    yield {
      code: 'FEE_UNCLEAR',
      path: ['fee', 'perCredit'],
      message: `a fee per credit needs the credits of each stage, and stage ${silent + 1} of \`${id}\` states none: state them, or give the fee per stage.`,
    };
}

function* entry({ firstEntry, lastEntry, entryPoints }: Delivery): Iterable<Flaw> {
  if (firstEntry !== undefined && lastEntry !== undefined && firstEntry > lastEntry)
    yield {
      code: 'NEVER_VALID',
      path: ['firstEntry'],
      message: '`firstEntry` is later than `lastEntry`, so nobody could enter: exchange or correct them.',
    };
  for (const [index, { outstanding, stage }] of entryPoints.entries()) {
    if (!outstanding) continue;
    const path = ['entryPoints', index, 'outstanding'];
    if (stage === 1)
      yield {
        code: 'SAYS_NOTHING',
        path,
        message:
          'before stage 1 there is nothing that could be outstanding: take `outstanding` away, or correct the stage.',
      };
    else if (outstanding.modules === undefined && outstanding.credits === undefined)
      yield {
        code: 'SAYS_NOTHING',
        path,
        message: '`outstanding` allows nothing: give `modules` or `credits`, or take it away.',
      };
  }
}

function* outstanding({ entryPoints }: Delivery, programme: Programme): Iterable<Flaw> {
  const own = new Set(stageModules(programme));
  for (const [index, point] of entryPoints.entries())
    for (const [at, module] of (point.outstanding?.modules ?? []).entries())
      if (!own.has(module))
        yield {
          code: 'WRONG_OWNER',
          path: ['entryPoints', index, 'outstanding', 'modules', at],
          message: `\`${module}\` stands in no stage of \`${programme.id}\`, so it cannot be outstanding: correct the module.`,
        };
}

const counted = (stages: number): string => (stages === 1 ? '1 stage' : `${stages} stages`);
