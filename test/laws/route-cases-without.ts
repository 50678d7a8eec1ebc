import type { Rows } from '../../src/domain/catalogue.js';
import type { Delivery, Programme } from '../../src/domain/provision.js';
import type { RouteCase } from './route-cases.js';

/** A case without one of the things that make routes hard: where the answer changes, the thing mattered. */
export const WITHOUT: Record<string, (one: RouteCase) => RouteCase> = {
  currency: (one) => withoutLimits(one, 'currency'),
  span: (one) => withoutLimits(one, 'span'),
  'spent credit': (one) => withoutLimits(one, 'single-use'),
  marks: (one) => withoutLimits(one, 'mark'),
  lodging: (one) =>
    withRows(one, ({ policies }) => ({
      policies: policies.map(({ claims, ...policy }) => ({
        ...policy,
        ...(claims ? { claims: without(claims, 'lodgeMonths') } : {}),
      })),
    })),
  withdrawal: (one) =>
    withDeliveries(one, (delivery) => ({
      ...without(delivery, 'to', 'from', 'firstEntry', 'lastEntry'),
      entryPoints: delivery.entryPoints.map((point) => without(point, 'from', 'to')),
    })),
  'a change of curriculum': (one) =>
    withProgrammes(one, (programme) => ({
      ...programme,
      stages: programme.stages.map((stage) => ({
        ...stage,
        ...(stage.core
          ? {
              core: stage.core.flatMap((entry) =>
                typeof entry === 'string' ? [entry] : entry.from === undefined ? [entry.module] : [],
              ),
            }
          : {}),
      })),
    })),
  'exit awards': (one) =>
    withProgrammes(one, (programme) => ({
      ...programme,
      stages: programme.stages.map((stage) => without(stage, 'exitAward')),
    })),
  'what is outstanding': (one) =>
    withDeliveries(one, (delivery) => ({
      ...delivery,
      entryPoints: delivery.entryPoints.map((point) => without(point, 'outstanding')),
    })),
  'pace by module': (one) => withDeliveries(one, (delivery) => ({ ...delivery, paced: 'cohort' })),
  'running beside others': (one) =>
    withRows(
      withDeliveries(one, (delivery) => without(delivery, 'concurrent')),
      ({ modules }) => ({
        modules: modules.map(({ offers, ...module }) => ({
          ...module,
          ...(offers ? { offers: offers.map((offer) => without(offer, 'concurrent')) } : {}),
        })),
      }),
    ),
  assessment: (one) => withDeliveries(one, (delivery) => without(delivery, 'assessmentMonths')),
  nomination: (one) => withDeliveries(one, (delivery) => without(delivery, 'nomination')),
  prerequisites: (one) =>
    withRows(one, ({ modules }) => ({ modules: modules.map((module) => without(module, 'prerequisites')) })),
  loans: (one) => withRows(one, ({ funding }) => ({ funding: funding.filter(({ payer }) => payer !== 'loan') })),
  'the dates of funding': (one) =>
    withRows(one, ({ funding }) => ({ funding: funding.map((rule) => without(rule, 'from', 'to')) })),
  'dates of sets': (one) =>
    withRows(one, ({ registerParts }) => ({
      registerParts: registerParts.map((part) => ({
        ...part,
        ...(part.sets ? { sets: part.sets.map((set) => without(set, 'from', 'to')) } : {}),
      })),
    })),
  'entry rules': (one) => withRows(one, () => ({ entryRules: [] })),
  'experience as credit': (one) => withRows(one, () => ({ experienceMappings: [] })),
  'growing experience': ({ question, ...one }) => ({
    ...one,
    question: {
      ...question,
      learner: {
        ...question.learner,
        experience: (question.learner.experience ?? []).map((spell) => without(spell, 'ongoing')),
      },
    },
  }),
  'what is proposed': ({ question, ...one }) => ({
    ...one,
    question: { ...question, constraints: without(question.constraints ?? {}, 'include') },
  }),
};

const withRows = (one: RouteCase, change: (rows: Rows) => Partial<Rows>): RouteCase => ({
  ...one,
  rows: { ...one.rows, ...change(one.rows) },
});

const withDeliveries = (one: RouteCase, change: (delivery: Delivery) => Delivery): RouteCase =>
  withRows(one, ({ deliveries }) => ({ deliveries: deliveries.map(change) }));

const withProgrammes = (one: RouteCase, change: (programme: Programme) => Programme): RouteCase =>
  withRows(one, ({ programmes }) => ({ programmes: programmes.map(change) }));

const withoutLimits = (one: RouteCase, kind: string): RouteCase =>
  withRows(one, ({ policies }) => ({
    policies: policies.map((policy) => ({ ...policy, limits: policy.limits.filter((limit) => limit.kind !== kind) })),
  }));

function without<T extends object, K extends keyof T>(row: T, ...keys: K[]): Omit<T, K> {
  const left = { ...row };
  for (const key of keys) delete left[key];
  return left;
}
