import type { Id } from '../../../domain/fact.js';
import type { Cohort } from '../../../domain/funding.js';
import type { Holdings } from '../../../domain/holding.js';
import type { Learner } from '../../../domain/learner.js';
import type { Delivery, Programme } from '../../../domain/provision.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { holdingsOf } from '../../credit/holdings.js';
import { CreditViews, type Telling } from '../judging/view.js';
import { Names } from '../names.js';
import type { Profile } from '../population.js';
import type { Terms } from '../terms.js';
import { acceptLevers } from './accept.js';
import { agreeLevers } from './agree.js';
import type { Bearing } from './bearing.js';
import { GainLevers } from './gain.js';
import { limitLevers } from './hold-back.js';
import { nominateLevers, supportLevers } from './nominate.js';
import { openLevers } from './open.js';
import { superviseLevers } from './supervise.js';
import type { WorkedLever } from './worked.js';

/** By what of a profile levers of some kinds hang on it: those alike in it have the same at a programme. */
interface Alike {
  readonly held: string;
  readonly modules: string;
  readonly dates: string;
  readonly home: string;
}

/** Kinds of lever, each with what of a profile it hangs on. */
const KINDS: readonly { by: keyof Alike; levers: (bearing: Bearing) => WorkedLever[] }[] = [
  { by: 'held', levers: acceptLevers },
  { by: 'modules', levers: (bearing) => [...agreeLevers(bearing), ...superviseLevers(bearing)] },
  { by: 'dates', levers: limitLevers },
  { by: 'home', levers: (bearing) => [...openLevers(bearing), ...nominateLevers(bearing), ...supportLevers(bearing)] },
];

/** The levers of spec 6.1 that could matter to blocked profiles at programmes, those that are the same for many told once. */
export class Levers {
  readonly #views: CreditViews;
  readonly #names: Names;
  readonly #holdings = new Map<Learner, Holdings>();
  readonly #alike = new Map<Profile, Alike>();
  readonly #deliveries = new Map<Id, readonly Delivery[]>();
  readonly #told = new Map<Id, Set<string>>();
  readonly #gains: GainLevers;

  constructor(
    readonly catalogue: Catalogue,
    readonly terms: Terms,
  ) {
    this.#views = new CreditViews(catalogue);
    this.#names = new Names(catalogue, terms.first);
    this.#gains = new GainLevers(catalogue, terms);
  }

  /** Those of one profile at a programme, but for what was told of others alike. */
  at(profile: Profile, id: Id): WorkedLever[] {
    const deliveries = this.#deliveriesOf(id);
    if (deliveries.length === 0) return [];
    const programme = this.catalogue.programmes.get(id)!;
    const told = this.#toldAt(id);
    const alike = this.#alikeIn(profile);
    const shared = KINDS.flatMap(({ by, levers }) => {
      const key = `${by} ${alike[by]}`;
      if (told.has(key)) return [];
      told.add(key);
      return levers(this.#bearing(profile.asked, programme, deliveries));
    });
    const { asked } = profile;
    return [...shared, ...this.#gains.at(asked, this.holdings(asked.learner), this.#names, programme)];
  }

  holdings(learner: Learner): Holdings {
    const held = this.#holdings.get(learner) ?? holdingsOf(this.catalogue, learner);
    this.#holdings.set(learner, held);
    return held;
  }

  #bearing(cohort: Cohort, programme: Programme, deliveries: readonly Delivery[]): Bearing {
    const { catalogue, terms } = this;
    // A route may hang on any credit, and on any stage.
    const { credits, stage } = terms.registeredWithin === undefined ? terms.standard : { credits: 0.5, stage: 1 };
    const holdings = this.holdings(cohort.learner);
    return { catalogue, terms, names: this.#names, cohort, holdings, programme, deliveries, credits, stage };
  }

  #deliveriesOf(programme: Id): readonly Delivery[] {
    const known =
      this.#deliveries.get(programme) ?? (this.catalogue.deliveriesOf.get(programme) ?? []).filter(this.terms.allows);
    this.#deliveries.set(programme, known);
    return known;
  }

  #toldAt(programme: Id): Set<string> {
    const told = this.#told.get(programme) ?? new Set<string>();
    this.#told.set(programme, told);
    return told;
  }

  #alikeIn(profile: Profile): Alike {
    const known = this.#alike.get(profile);
    if (known) return known;
    const { region, learner } = profile.asked;
    const held = this.holdings(learner);
    const home = this.terms.kilometres === undefined ? '' : JSON.stringify(learner.home);
    const found = {
      held: JSON.stringify(held.awards.map(({ qualification, grade }) => [qualification, grade])),
      modules: `${this.#views.of(learner, NO_DATE)} ${held.experience.length > 0}`,
      dates: this.#views.of(learner, EVERY_DATE),
      home: `${region} ${learner.employment?.nominated ?? false} ${home}`,
    };
    this.#alike.set(profile, found);
    return found;
  }
}

/** What is recognised has no date, but where curricula have changed. */
const NO_DATE: Telling = { start: Number.POSITIVE_INFINITY, ages: [], experience: false };
/** Dates themselves count: extensions are as long as what is held is old. */
const EVERY_DATE: Telling = { start: Number.POSITIVE_INFINITY, ages: null, experience: false };
