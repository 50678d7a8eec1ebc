import type { Gain } from '../../domain/assessment.js';
import type { Limit } from '../../domain/limits.js';
import type { Policy } from '../../domain/recognition.js';
import type { LimitInForce } from '../../rules/limits/cap.js';
import { hoursFloors } from '../../rules/limits/hours.js';
import { caps } from '../../rules/limits/index.js';
import { type Setting, yardstick } from './setting.js';
import { creditsOf, listed, moduleNames, policyName } from './words.js';

/** What a limit says, and the policy that says so: "‘at most 1/2 of the programme's 360 credits’ (NMC nursing, 2023)". */
export const limitWords = (setting: Setting, { limit, policy }: LimitInForce): string =>
  `‘${limitSays(setting, limit).join('; ')}’ (${policyName(setting.policies, policy)})`;

/** What a limit says in plain words, modules by title: a phrase for each figure that it holds. */
export function limitSays(setting: Setting, limit: Limit): string[] {
  switch (limit.kind) {
    case 'module':
      return [`no credit for ${moduleNames(setting, limit.modules)}`];
    case 'share':
    case 'credits':
    case 'level':
    case 'stage':
    case 'experiential':
    case 'residency': {
      const said = caps(limit, yardstick(setting)).map(({ says }) => says);
      return said.length ? said : ["a limit by the programme's credits, of which it states none"];
    }
    case 'hours': {
      const programme = yardstick(setting);
      const said = [...caps(limit, programme), ...hoursFloors(limit, programme)].map(({ says }) => says);
      return said.length ? said : ['a limit on hours, of which the programme states none'];
    }
    case 'minimum':
      return [`nothing under ${creditsOf(limit.credits)} is given`];
    case 'whole-stages':
      return ['credit only in stages that are credited whole'];
    case 'span':
      return [
        `at most ${limit.months} months from ${limit.since === 'enrolment' ? 'first enrolment' : 'the oldest credited source'} to completion`,
      ];
    case 'currency':
      return [`learning at most ${limit.months} months old at the start${limit.remedy ? `, or ${limit.remedy}` : ''}`];
    case 'mark':
      return [
        ...(limit.mark === undefined ? [] : [`a mark of at least ${limit.mark} %`]),
        ...(limit.refuseCompensated ? ['no module that was passed by compensation'] : []),
      ];
    case 'single-use':
      return [
        ...(limit.allow ? ['a held module may be used in several claims'] : []),
        ...(limit.refuseSpent ? ['no credit that is spent on an award of the same level'] : []),
        ...(limit.allow || limit.refuseSpent ? [] : ['a held module is used once']),
      ];
  }
}

/**
 * Who laid a policy down, by name: the institutions it is for, else the institution of the programme it is for, else the
 * regulator of the register parts it is for, or whoever owns it besides regulators.
 */
export function laidDownBy({ catalogue, programme }: Setting, policy: Policy): string {
  const nameOf = (id: string): string => catalogue.institutions.get(id)?.name ?? id;
  if (policy.institutions) return listed(policy.institutions.map(nameOf));
  if (policy.owner !== undefined && policy.owner !== 'regulator' && policy.registerParts)
    return policy.owner === 'validation' ? 'whoever validates the award' : `a ${policy.owner}`;
  if (policy.programmes) return nameOf(programme.institution);
  const parts = [...(catalogue.partsOf.get(programme.id) ?? [])].filter((part) => policy.registerParts?.includes(part));
  const regulators = new Set(parts.flatMap((part) => catalogue.registerParts.get(part)?.regulator ?? []));
  return regulators.size ? listed([...regulators].sort()) : (policy.owner ?? policy.name);
}

/** A gain in words: "20 credits more and entry at stage 2 instead of 1". */
export function gainWords({ credits, entryStage }: Gain, before: { entryStage: number }): string {
  return listed([
    ...(credits === 0 ? [] : [`${creditsOf(Math.abs(credits))} ${credits > 0 ? 'more' : 'fewer'}`]),
    ...(entryStage === 0 ? [] : [`entry at stage ${before.entryStage + entryStage} instead of ${before.entryStage}`]),
  ]);
}
