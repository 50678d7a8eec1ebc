import type { Claim } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import type { Policy } from '../../domain/recognition.js';
import { type Month, validIn } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import type { LimitInForce } from '../../rules/limits/cap.js';
import { curriculum, type StageShape } from './curriculum.js';
import { Recent } from './recent.js';

/** What is taught to those who start in a month. */
interface Teaching {
  readonly programme: Programme;
  readonly stages: readonly StageShape[];
  /** The stage in which each module of the curriculum stands. */
  readonly stageOf: ReadonlyMap<Id, number>;
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
  readonly programme: Programme;
  readonly policies: readonly Policy[];
  /** Limits that the deliveries are under, unless who asks is excepted. */
  readonly limits: readonly LimitInForce[];
  /** Whether some limit is not for those registered on some part. */
  readonly personal: boolean;
}

/** All of a setting that is the same for every learner: one delivery for those who start in one month. */
export interface Frame extends Teaching, Rules {
  readonly delivery: Delivery | undefined;
}

/** A few thousand programmes, each with its deliveries, stay ready; a frame takes a few kilobytes. */
const frames = new Recent<Frame>(10_000);
const teachings = new Recent<Teaching>(10_000);
const rules = new Recent<Rules>(10_000);

/** The frame of a question. Scenarios may ask of other rows under the same id: only what was made of these rows serves. */
export const frameOf = (
  catalogue: Catalogue,
  programme: Programme,
  delivery: Delivery | undefined,
  start: Month,
): Frame =>
  frames.get(
    catalogue,
    `${start}|${programme.id}|${delivery?.id ?? ''}`,
    () => frame(catalogue, programme, delivery, start),
    (kept) => kept.programme === programme && kept.delivery === delivery,
  );

const frame = (catalogue: Catalogue, programme: Programme, delivery: Delivery | undefined, start: Month): Frame => ({
  ...teachingOf(catalogue, programme, delivery, start),
  ...rulesOf(catalogue, programme, delivery?.employment === 'apprenticeship', start),
  delivery,
});

/** All apprenticeships of a programme are under the same limits, and so are all its other deliveries. */
const rulesOf = (catalogue: Catalogue, programme: Programme, apprenticeship: boolean, start: Month): Rules =>
  rules.get(
    catalogue,
    `${start}|${programme.id}|${apprenticeship}`,
    () => rulesFor(catalogue, programme, apprenticeship, start),
    (kept) => kept.programme === programme,
  );

function rulesFor(catalogue: Catalogue, programme: Programme, apprenticeship: boolean, start: Month): Rules {
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
  const personal = limits.some(({ limit }) => limit.exceptions?.registrations);
  return { programme, policies, limits, personal };
}

/** Where no module or group is for some deliveries alone, all deliveries teach the same. */
function teachingOf(
  catalogue: Catalogue,
  programme: Programme,
  delivery: Delivery | undefined,
  start: Month,
): Teaching {
  if (!differsByDelivery(programme))
    return teachings.get(
      catalogue,
      `${start}|${programme.id}`,
      () => teaching(catalogue, programme, undefined, start),
      (kept) => kept.programme === programme,
    );
  return teaching(catalogue, programme, delivery, start);
}

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
  return { programme, stages, stageOf, mappingsInto, contents: new Map() };
}
