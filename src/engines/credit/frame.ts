import type { Claim } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import type { Delivery, EntryPoint, Programme } from '../../domain/provision.js';
import type { Policy } from '../../domain/recognition.js';
import { type Month, validIn } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import type { LimitInForce } from '../../rules/limits/cap.js';
import { curriculum, type StageShape } from './curriculum.js';
import { openEntries } from './entries.js';
import { Recent } from './recent.js';

/** What is taught to those who start in a month. */
interface Teaching {
  readonly stages: readonly StageShape[];
  /** The stage in which each module of the curriculum stands. */
  readonly stageOf: ReadonlyMap<Id, number>;
  /** Where each stands among them all. */
  readonly placeOf: ReadonlyMap<Id, number>;
  /** Those that stand in a group of options. */
  readonly optional: ReadonlySet<Id>;
  /** How many mappings there are into these modules, one counted again for each of its targets. */
  readonly mappingsInto: number;
  /** What claims give into these modules, by their ids, as they come up. */
  readonly contents: Map<Id, ClaimContent>;
}

/** What a claim gives, whoever claims it. */
export type ClaimContent = Pick<
  Claim,
  'credits' | 'creditsByLevel' | 'creditsByStage' | 'strength' | 'hours' | 'targetHours'
> & {
  /** Whether its hours are assumed, as its sources state none. */
  readonly assumed: boolean;
};

/** What holds for those who start in a month. */
interface Rules {
  readonly policies: readonly Policy[];
  /** Limits that the deliveries are under, unless who asks is excepted. */
  readonly limits: readonly LimitInForce[];
  /** Whether some limit is not for those registered on some part. */
  readonly personal: boolean;
  /** Held modules may be used by several claims. */
  readonly reusable: boolean;
}

/** All of a setting that is the same for every learner: one delivery for those who start in one month. */
export interface Frame extends Teaching, Rules {
  readonly delivery: Delivery | undefined;
  /** Entry points beyond the first stage that are open in the month, each with the core modules that come before it. */
  readonly late: readonly LateEntry[];
}

export interface LateEntry {
  readonly point: EntryPoint;
  readonly core: readonly Id[];
}

/** A programme for those who start in a month: the frames of its deliveries, as they are asked for. */
class Intake {
  /** Its deliveries in force, in order of ids; undefined alone where there is none. */
  readonly running: readonly (Delivery | undefined)[];
  readonly #frames = new Map<Delivery | undefined, Frame>();
  readonly #taught: Teaching | undefined;
  readonly #rules = new Map<boolean, Rules>();

  constructor(
    readonly catalogue: Catalogue,
    readonly programme: Programme,
    readonly start: Month,
  ) {
    const running = (catalogue.deliveriesOf.get(programme.id) ?? []).filter((delivery) => validIn(delivery, start));
    this.running = running.length > 0 ? running : [undefined];
    // Where no module or group is for some deliveries alone, all deliveries teach the same.
    if (!differsByDelivery(programme)) this.#taught = teaching(catalogue, programme, undefined, start);
  }

  frame(delivery: Delivery | undefined): Frame {
    const known = this.#frames.get(delivery);
    if (known) return known;
    const taught = this.#taught ?? teaching(this.catalogue, this.programme, delivery, this.start);
    const rules = this.#rulesOf(delivery?.employment === 'apprenticeship');
    const late = openEntries({ delivery, start: this.start })
      .filter(({ stage }) => stage > 1)
      .map((point) => ({ point, core: taught.stages.slice(0, point.stage - 1).flatMap(({ core }) => core) }));
    const frame = { ...taught, ...rules, delivery, late };
    this.#frames.set(delivery, frame);
    return frame;
  }

  /** All apprenticeships of a programme are under the same limits, and so are all its other deliveries. */
  #rulesOf(apprenticeship: boolean): Rules {
    const known = this.#rules.get(apprenticeship);
    if (known) return known;
    const rules = rulesOf(this.catalogue, this.programme, apprenticeship, this.start);
    this.#rules.set(apprenticeship, rules);
    return rules;
  }
}

/** A few thousand programmes stay ready; each takes some kilobytes. */
const intakes = new Recent<Programme, Intake>(4_000);

export const intakeOf = (catalogue: Catalogue, programme: Programme, start: Month): Intake =>
  intakes.get(catalogue, start, programme, () => new Intake(catalogue, programme, start));

/** The frame of a question. */
export const frameOf = (
  catalogue: Catalogue,
  programme: Programme,
  delivery: Delivery | undefined,
  start: Month,
): Frame => intakeOf(catalogue, programme, start).frame(delivery);

/** The deliveries of a programme that are in force in a month, in order of ids; undefined alone where there is none. */
export const deliveriesRunning = (
  catalogue: Catalogue,
  programme: Programme,
  start: Month,
): readonly (Delivery | undefined)[] => intakeOf(catalogue, programme, start).running;

function rulesOf(catalogue: Catalogue, programme: Programme, apprenticeship: boolean, start: Month): Rules {
  const policies = catalogue.policiesFor(programme).filter((policy) => validIn(policy, start));
  const kind = catalogue.qualifications.get(programme.award)?.kind;
  const limits = policies.flatMap((policy) =>
    policy.limits
      .filter(
        (limit) => validIn(limit, start) && (!limit.awards || (kind !== undefined && limit.awards.includes(kind))),
      )
      .filter(({ exceptions }) => !(exceptions?.apprenticeships && apprenticeship))
      .map((limit) => ({ limit, policy: policy.id })),
  );
  return {
    policies,
    limits,
    personal: limits.some(({ limit }) => limit.exceptions?.registrations),
    reusable: allowsReuse(limits),
  };
}

/** Whether some limit of these lets held modules be used by several claims. */
export const allowsReuse = (limits: readonly LimitInForce[]): boolean =>
  limits.some(({ limit }) => limit.kind === 'single-use' && limit.allow);

const differsByDelivery = ({ stages }: Programme): boolean =>
  stages.some(
    ({ core = [], groups = [] }) =>
      core.some((entry) => typeof entry !== 'string' && entry.deliveries) ||
      groups.some(({ deliveries }) => deliveries),
  );

function teaching(catalogue: Catalogue, programme: Programme, delivery: Delivery | undefined, start: Month): Teaching {
  const stages = curriculum(catalogue, programme, delivery, start);
  const stageOf = new Map<Id, number>();
  for (const { number, modules } of stages) for (const module of modules) stageOf.set(module, number);
  let mappingsInto = 0;
  for (const module of stageOf.keys()) mappingsInto += catalogue.mappingsInto.get(module)?.length ?? 0;
  const placeOf = new Map([...stageOf.keys()].map((module, place) => [module, place]));
  const optional = new Set(stages.flatMap(({ groups }) => groups.flatMap(({ modules }) => [...modules])));
  return { stages, stageOf, placeOf, optional, mappingsInto, contents: new Map() };
}
