import type { CreditRow } from '../../domain/credit-across.js';
import type { Holdings } from '../../domain/holding.js';
import type { Programme } from '../../domain/provision.js';
import type { Month } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { type Frame, intakeOf } from './frame.js';
import { type Item, type Sums, sumsOf } from './items.js';
import { Recent } from './recent.js';
import { untouchedRow } from './row.js';
import type { Choice } from './sets.js';
import { rulingsOf, type SourceRulings } from './setting.js';

/** Programmes that stay prepared for one month. */
const MOST = 4_000;

/** A programme for those who start in a month, as far as simple mappings into it give the same to all who hold their sources. */
export class Prepared {
  /** Its deliveries in force, in order of ids. */
  readonly frames: readonly Frame[];
  readonly first: Frame;
  /** The sums that limits are where all deliveries teach the same under the same limits and these only add up; else null. */
  readonly sums: Sums | null;
  /** What limits of its first delivery say of single sources. */
  readonly rulings: SourceRulings;
  /** The line of the first delivery where nothing is carried, if its months and fee hang on the stage joined alone. */
  readonly standard: CreditRow | undefined;
  /** What mappings give, by its number or, where sources are chosen, by the claim's id; null: it stands for nobody. */
  readonly items = new Map<number | string, Item | null>();
  /** The fewest modules before a later entry point that asks them all; none at all where one does not. */
  readonly #leastBefore: number;
  readonly #personal: boolean;

  constructor(
    catalogue: Catalogue,
    programme: Programme,
    start: Month,
    shared: (rulings: SourceRulings) => SourceRulings,
  ) {
    const intake = intakeOf(catalogue, programme, start);
    this.frames = intake.running.map((delivery) => intake.frame(delivery));
    this.first = this.frames[0]!;
    const { stages, limits, delivery } = this.first;
    const alike = this.frames.every((frame) => frame.stages === stages && frame.limits === limits);
    this.sums = alike ? sumsOf(limits, { programme, stages }) : null;
    this.#personal = this.first.personal;
    this.rulings = shared(rulingsOf(limits));
    const fixed = !delivery || (delivery.paced === 'cohort' && delivery.fee.perCredit === undefined);
    this.standard = fixed ? untouchedRow(programme, delivery, 1) : undefined;
    const before = this.frames.flatMap(({ late }) =>
      late.map(({ point, core }) => (point.outstanding ? 0 : new Set(core).size)),
    );
    this.#leastBefore = Math.min(Number.POSITIVE_INFINITY, ...before);
  }

  /** Whether a limit may be not for this learner, so that nothing is the same for all. */
  isPersonal({ learner }: Holdings): boolean {
    return this.#personal && (learner.registrations?.length ?? 0) > 0;
  }

  /** Whether some of these could be enough to join any delivery late. */
  mayJoinLate(choices: readonly Choice[]): boolean {
    let targets = 0;
    for (const { item } of choices) targets += item.places.length;
    return targets >= this.#leastBefore;
  }
}

/** The programmes of a catalogue that are prepared for a month, by their places. */
class PreparedProgrammes {
  readonly #known = new Map<number, Prepared>();
  readonly #rulings = new Map<string, SourceRulings>();

  constructor(
    readonly catalogue: Catalogue,
    readonly start: Month,
  ) {}

  /** The programme at a place, prepared when it is first asked for. */
  at(place: number): Prepared {
    const found = this.#known.get(place);
    if (found) return found;
    if (this.#known.size >= MOST) for (const oldest of this.#known.keys()) if (this.#known.delete(oldest)) break;
    const prepared = new Prepared(this.catalogue, this.catalogue.rows.programmes[place]!, this.start, (rulings) =>
      this.#shared(rulings),
    );
    this.#known.set(place, prepared);
    return prepared;
  }

  /** Programmes of one institution share what it says of sources. */
  #shared(rulings: SourceRulings): SourceRulings {
    const key = [...rulings.judging, ...rulings.refusingSpent]
      .map(({ policy, limit }) => `${policy}/${limit.id}`)
      .join(' ');
    const known = this.#rulings.get(key) ?? rulings;
    this.#rulings.set(key, known);
    return known;
  }
}

const kept = new Recent<'prepared', PreparedProgrammes>(6);

export const preparedProgrammes = (catalogue: Catalogue, start: Month): PreparedProgrammes =>
  kept.get(catalogue, start, 'prepared', () => new PreparedProgrammes(catalogue, start));
