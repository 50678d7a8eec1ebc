import type { DeliveryProof } from '../domain/certificate.js';
import type { Claim } from '../domain/claim.js';
import type { Id } from '../domain/fact.js';
import type { CreditQuestion } from '../domain/questions.js';
import { type Month, validIn } from '../domain/time.js';
import { type Claims, claimsOf } from '../engines/credit/claims.js';
import { holdingsOf } from '../engines/credit/holdings.js';
import { ofKind, progressOf, type Setting, settingOf } from '../engines/credit/setting.js';
import type { Catalogue } from '../graph/catalogue.js';

/** What the claims into one delivery are judged by, with progress standing or lapsed. */
export interface World {
  readonly setting: Setting;
  readonly progress: ReadonlyMap<Id, Month>;
  /** First enrolment, from which a span may run. */
  readonly enrolled: Month;
  readonly claims: Claims;
  /** Claims that may be chosen, by id. */
  readonly standing: ReadonlyMap<string, Claim>;
  /** On a leg of a route: the stage that is joined. */
  readonly joined?: Joined;
}

/** A stage that is joined: spans are judged from it, and, unless spans alone are asked, the stages before it are whole. */
export interface Joined {
  readonly stage: number;
  readonly spansAlone: boolean;
}

/** The worlds of one delivery, each worked out once; with `joins`, of those who join it at that stage. */
export class Worlds {
  readonly #known = new Map<string, World>();

  constructor(
    readonly setting: Setting,
    readonly joins?: number,
  ) {}

  of(state: DeliveryProof['progress']): World {
    return this.#world(state, false);
  }

  /** What is refuted before progress may lapse: that anything fits, wherever it leads, as spans are judged from the stage joined. */
  refuted(state: DeliveryProof['progress']): World {
    return this.#world(state, state === 'STANDS');
  }

  #world(state: DeliveryProof['progress'], spansAlone: boolean): World {
    const key = `${state} ${spansAlone}`;
    const known = this.#known.get(key);
    if (known) return known;
    const world = worldOf(this.setting, state);
    const fresh = this.joins === undefined ? world : { ...world, joined: { stage: this.joins, spansAlone } };
    this.#known.set(key, fresh);
    return fresh;
  }
}

/**
 * The worlds of each delivery that a question asks, by its id: the one named, or all that are valid in the start month;
 * of no delivery (null) where the programme has none then. Throws a RangeError for what the catalogue does not hold.
 */
export function worldsAsked(catalogue: Catalogue, question: CreditQuestion): Map<Id | null, Worlds> {
  const { learner, start, include } = question;
  const programme = catalogue.programmes.get(question.programme);
  if (!programme) throw new RangeError(`programme "${question.programme}" is not in the catalogue`);
  const own = catalogue.deliveriesOf.get(programme.id) ?? [];
  const asked =
    question.delivery === undefined
      ? own.filter((delivery) => validIn(delivery, start))
      : own.filter(({ id }) => id === question.delivery);
  if (question.delivery !== undefined && asked.length === 0)
    throw new RangeError(`delivery "${question.delivery}" is not one of programme "${programme.id}"`);
  const holdings = holdingsOf(catalogue, learner);
  return new Map(
    (asked.length > 0 ? asked : [undefined]).map((delivery) => [
      delivery?.id ?? null,
      new Worlds(settingOf(catalogue, holdings, { programme, delivery, start, include })),
    ]),
  );
}

/**
 * What the claims are judged by where progress stands; where it lapses and enrolment is the start month; or where not
 * even that fits, there are no claims and no limit holds (spec 3.3).
 */
function worldOf(setting: Setting, state: DeliveryProof['progress']): World {
  const { holdings, start, programme, limits } = setting;
  const stands = state === 'STANDS';
  const progress = stands ? progressOf(setting) : new Map<Id, Month>();
  const first = holdings.enrolled.get(programme.id) ?? Math.min(start, ...progress.values());
  const enrolled = stands ? first : start;
  const claims = claimsOf(setting, progress);
  if (state === 'NOTHING_FITS')
    return {
      setting: { ...setting, limits: [] },
      progress,
      enrolled,
      claims: { ...claims, standing: [] },
      standing: new Map(),
    };
  const hoursWanted = ofKind(limits, 'hours').some(({ limit }) => limit.floor !== undefined);
  const standing = claims.standing.filter(({ kind }) => hoursWanted || kind !== 'hours');
  return { setting, progress, enrolled, claims, standing: new Map(standing.map((claim) => [claim.id, claim])) };
}
