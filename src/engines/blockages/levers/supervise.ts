import type { Id } from '../../../domain/fact.js';
import { figure } from '../../../domain/figure.js';
import type { Module } from '../../../domain/provision.js';
import { owner } from '../names.js';
import { asksCredit, type Bearing } from './bearing.js';
import { alter, type WorkedLever } from './worked.js';

/**
 * *supervise*: the practice hours of a cohort's award come to count as if a registrant had supervised them. One for each
 * programme they were done on, since the same hours of the same modules count for all who hold them.
 */
export function superviseLevers(bearing: Bearing): WorkedLever[] {
  if (!asksCredit(bearing)) return [];
  const { catalogue, programme, holdings, names, cohort } = bearing;
  const limited = catalogue.policiesFor(programme).some(({ limits }) => limits.some(({ kind }) => kind === 'hours'));
  if (!limited) return [];
  const modulesOf = new Map<Id, Module[]>();
  for (const { id, studiedOn } of holdings.sources.values()) {
    const module = catalogue.modules.get(id);
    if (!module?.unsupervisedHours) continue;
    const on = [...studiedOn].sort()[0] ?? id;
    modulesOf.set(on, [...(modulesOf.get(on) ?? []), module]);
  }
  return [...modulesOf].map(([on, modules]) => {
    const hours = modules.reduce((sum, { unsupervisedHours = 0 }) => sum + unsupervisedHours, 0);
    const what = catalogue.programmes.has(on) ? names.award(on) : names.module(on);
    return {
      id: `supervise:${on}`,
      kind: 'supervise' as const,
      says: `Have the practice of ${what} supervised as the regulator asks, so that its ${figure(hours)} hours count.`,
      owner: owner(names, 'employer', { programme, region: cohort.region }),
      cost: 1,
      leadMonths: 0,
      programmes: [],
      source: modules[0]!.source,
      edits: modules.map(({ id }) => alter<Module>('modules', id, supervised)),
    };
  });
}

/** None is left unsupervised, which is said: these hours are counted by themselves, whatever the credits. */
function supervised({ unsupervisedHours = 0, practiceHours = 0, ...module }: Module): Module {
  return { ...module, practiceHours: practiceHours + unsupervisedHours, unsupervisedHours: 0 };
}
