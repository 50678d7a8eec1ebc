import type { Id } from '../../../domain/fact.js';
import type { Delivery } from '../../../domain/provision.js';
import { calendarMonth } from '../../../domain/time.js';
import { type Asked, doorsAt } from '../judging/door.js';
import type { CreditMoment, CreditMoments } from '../judging/moments.js';
import type { WorkedLever } from '../levers/worked.js';
import type { Terms } from '../terms.js';
import type { At } from './carrying.js';
import type { Ground } from './ground.js';
import { minimalSets } from './minimal-sets.js';

/** A way to the door of a delivery: the levers it takes. */
export interface Door {
  readonly levers: readonly WorkedLever[];
  /** What of the start, with these levers, credit hangs on. */
  readonly moment: CreditMoment;
}

/** A start that can be come to, with every smallest set of levers that it takes. */
export interface Doorway {
  readonly at: At;
  /** The delivery in the catalogue, where that joined is the same run in another region. */
  readonly original: Id;
  readonly doors: readonly Door[];
}

/** Sets of levers that are asked for one start at the most. */
const TESTS = 2_000;

/** Every start at a stage asked to which levers can bring a cohort: within reach, open, and nominated for. */
export function doorwaysOf(
  ground: Ground,
  moments: CreditMoments,
  deliveries: readonly Delivery[],
  levers: readonly WorkedLever[],
  cohort: Asked,
  terms: Terms,
  most: number,
): { doorways: Doorway[]; cut: boolean } {
  const all = ground.with(levers);
  let cut = false;
  const doorways = deliveries.filter(terms.allows).flatMap((delivery) => {
    const opening = levers.filter((lever) => lever.kind === 'support' || lever.delivery === delivery.id);
    const copies = opening.flatMap(({ edits }) => edits.flatMap((edit) => (edit.op === 'copy' ? [edit.to] : [])));
    return [delivery.id, ...copies].flatMap((id) =>
      terms.starts.flatMap((start) =>
        stagesAt(all.delivery(id), start, terms.standard.stage).flatMap((stage): Doorway[] => {
          const working = opening.filter(({ leadMonths }) => terms.first + leadMonths <= start);
          const worked = (things: readonly number[]): WorkedLever[] => things.map((thing) => working[thing]!);
          const isDoor = (things: readonly number[]): boolean => {
            const { delivery: find, doors } = ground.with(worked(things));
            const row = find(id);
            return row !== undefined && doorsAt(doors, row, cohort, terms, { start, stage }).length > 0;
          };
          const { sets, cut: isCut } = minimalSets(working.length, (things) => (isDoor(things) ? 'YES' : 'NO'), {
            most,
            tests: TESTS,
          });
          cut ||= isCut;
          if (sets.length === 0) return [];
          const doors = sets
            .map(worked)
            .map((own) => ({ levers: own, moment: moments.at(delivery, start, ground.with(own).delivery(id)!) }));
          return [{ at: { delivery: id, start, stage }, original: delivery.id, doors }];
        }),
      ),
    );
  });
  return { doorways, cut };
}

function stagesAt(delivery: Delivery | undefined, start: number, least: number): number[] {
  const open = (delivery?.entryPoints ?? []).filter(
    ({ months, stage }) => stage >= least && months.includes(calendarMonth(start)),
  );
  return [...new Set(open.map(({ stage }) => stage))].sort((a, b) => a - b);
}
