import type { CreditRow } from '../../domain/credit-across.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import { type Month, validIn } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { teachesCore } from './curriculum.js';
import { openEntries } from './entries.js';
import { holdingsOf } from './holdings.js';
import { type AcrossSort, inOrder } from './ranking.js';
import { Recent } from './recent.js';
import { untouchedRow } from './row.js';
import { settingOf } from './setting.js';
import { solve } from './solve.js';

/**
 * The lines of all programmes of a catalogue as they are for those who start in one month with nothing that leads there,
 * by place, and in each order. They are the same for every learner: no limit holds back who claims nothing, and what
 * one joins is the latest stage that needs nothing done before it.
 */
export class UntouchedRows {
  readonly rows: readonly CreditRow[];
  readonly #orders = new Map<AcrossSort, readonly number[]>();

  constructor(catalogue: Catalogue, start: Month) {
    this.rows = catalogue.rows.programmes.map((programme) => row(catalogue, programme, start));
  }

  /** The places of all programmes in an order, which is worked out when it is first asked for. */
  order(sort: AcrossSort): readonly number[] {
    const known = this.#orders.get(sort);
    if (known) return known;
    const compare = inOrder(sort);
    const order = [...this.rows.keys()].sort((a, b) => compare(this.rows[a]!, this.rows[b]!));
    this.#orders.set(sort, order);
    return order;
  }
}

/** Intakes fall into a few months of the year; a line takes some hundred bytes. */
const kept = new Recent<'rows', UntouchedRows>(6);

export const untouchedRows = (catalogue: Catalogue, start: Month): UntouchedRows =>
  kept.get(catalogue, start, 'rows', () => new UntouchedRows(catalogue, start));

/** Of the deliveries in force the one that is joined latest, then the least id: the best where nothing is credited. */
function row(catalogue: Catalogue, programme: Programme, start: Month): CreditRow {
  let best: Delivery | undefined;
  let latest = 0;
  for (const delivery of catalogue.deliveriesOf.get(programme.id) ?? []) {
    if (!validIn(delivery, start)) continue;
    const stage = stageJoined(catalogue, programme, delivery, start);
    if (stage > latest) [best, latest] = [delivery, stage];
  }
  return untouchedRow(programme, best, Math.max(1, latest));
}

/**
 * The latest stage of a delivery that is open to who holds nothing. Where each later entry point asks for all that
 * comes before it, and that is some module at least, it is the first.
 */
function stageJoined(catalogue: Catalogue, programme: Programme, delivery: Delivery, start: Month): number {
  const askNothing = openEntries({ delivery, start }).some(
    ({ stage, outstanding }) =>
      stage > 1 && (outstanding || !teachesCore(catalogue, programme, stage - 1, delivery, start)),
  );
  if (!askNothing) return 1;
  const holdings = holdingsOf(catalogue, {});
  return solve(settingOf(catalogue, holdings, { programme, delivery, start }), 'CREDITS').entryStage;
}
