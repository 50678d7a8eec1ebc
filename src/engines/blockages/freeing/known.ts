import type { Id } from '../../../domain/fact.js';
import type { Cohort } from '../../../domain/funding.js';
import type { Holdings } from '../../../domain/holding.js';
import type { Learner } from '../../../domain/learner.js';
import type { Month } from '../../../domain/time.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { holdingsOf } from '../../credit/holdings.js';
import { type CreditMoment, CreditMoments } from '../judging/moments.js';
import { CreditViews } from '../judging/view.js';
import type { WorkedLever } from '../levers/worked.js';
import type { Terms } from '../terms.js';
import type { At } from './carrying.js';
import { type Doorway, doorwaysOf } from './doors.js';
import { Ground } from './ground.js';
import type { MinimalSets } from './minimal-sets.js';
import type { Freeing } from './union.js';

/** What was found for one cohort and holds for all who are alike in what it hangs on. */
export class Known {
  readonly #views: CreditViews;
  readonly #moments: CreditMoments;
  readonly #holdings = new Map<Learner, Holdings>();
  readonly #grounds = new Map<Id, Ground>();
  readonly #doorways = new Map<string, { doorways: readonly Doorway[]; cut: boolean }>();
  readonly #same = new Map<string, MinimalSets>();
  readonly #credit = new Map<string, Freeing>();

  constructor(
    readonly catalogue: Catalogue,
    readonly terms: Terms,
  ) {
    this.#views = new CreditViews(catalogue);
    this.#moments = new CreditMoments(catalogue);
  }

  ground(programme: Id): Ground {
    return remembered(this.#grounds, programme, () => new Ground(this.catalogue, programme));
  }

  /** Ways to the doors of a programme: they hang on where one lives and whether one's employer nominates. */
  doorways(
    programme: Id,
    levers: readonly WorkedLever[],
    cohort: Cohort,
    most: number,
  ): { doorways: readonly Doorway[]; cut: boolean } {
    const opening = levers.filter(({ kind }) => OPENING.has(kind));
    const { region, learner } = cohort;
    const home = this.terms.kilometres === undefined ? '' : JSON.stringify(learner.home);
    const nominated = learner.employment?.nominated ?? false;
    const key = [programme, region, nominated, home, ...opening.map(({ id }) => id)].join(' ');
    return remembered(this.#doorways, key, () =>
      doorwaysOf(
        this.ground(programme),
        this.#moments,
        this.catalogue.deliveriesOf.get(programme) ?? [],
        opening,
        cohort,
        this.terms,
        most,
      ),
    );
  }

  /** Sets of levers for credit, by the names that levers have for all who see the same of credit. */
  credit(
    { learner }: Cohort,
    { name, ages, experience }: CreditMoment,
    { start, stage }: Omit<At, 'delivery'>,
    levers: readonly { name: string; months: Month | undefined }[],
    work: () => Freeing,
  ): Freeing {
    const extended = levers.flatMap(({ months }) => months ?? []);
    const telling = { start, ages: ages && [...ages, ...extended], experience };
    const key = [name, stage, this.#views.of(learner, telling), ...levers.map((lever) => lever.name)].join('\n');
    return remembered(this.#credit, key, work);
  }

  /** Questions that come to the same 0/1 programme with the same to be switched in it are asked once. */
  same(question: string, ask: () => MinimalSets): MinimalSets {
    return remembered(this.#same, question, ask);
  }

  holdings(learner: Learner): Holdings {
    const held = this.#holdings.get(learner) ?? holdingsOf(this.catalogue, learner);
    this.#holdings.set(learner, held);
    return held;
  }
}

const OPENING: ReadonlySet<WorkedLever['kind']> = new Set(['open', 'nominate', 'support']);

function remembered<T>(known: Map<string, T>, key: string, work: () => T): T {
  const found = known.get(key) ?? work();
  known.set(key, found);
  return found;
}
