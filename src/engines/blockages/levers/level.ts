import type { Held } from '../../../domain/holding.js';
import type { Module } from '../../../domain/provision.js';
import { curriculum, fillingsOfAll } from '../../credit/curriculum.js';
import { type Bearing, monthsOf } from './bearing.js';

/** Fillings of the option groups that are looked at; past them the level test is left to who judges the claim. */
const MOST_FILLINGS = 2_000;

/** Whether sources could stand for targets by the level test of spec 3.2: at every level and above no less than is asked. */
export function levelPasses(sources: readonly Held[], targets: readonly Module[]): boolean {
  return targets.every(({ level: least }) => {
    let left = 0;
    for (const { creditsByLevel } of sources)
      for (const [level, credits] of creditsByLevel) if (level >= least) left += credits;
    for (const { level, credits } of targets) if (level >= least) left -= credits;
    return left >= 0;
  });
}

/** What a programme teaches before a stage in some month of the window: each exact filling of its option groups. */
export function taughtBefore(bearing: Bearing, stage: number): Module[][] {
  const { catalogue, programme, deliveries, terms } = bearing;
  const seen = new Map<string, Module[]>();
  for (const delivery of deliveries)
    for (const month of new Set([terms.first, ...monthsOf(bearing, delivery)])) {
      const before = curriculum(catalogue, programme, delivery, month).slice(0, stage - 1);
      const core = before.flatMap((one) => one.core);
      const ways = fillingsOfAll(
        before.flatMap(({ groups }) => groups),
        new Set(),
        MOST_FILLINGS,
      );
      for (const way of ways ?? [[]]) {
        const modules = [...core, ...way];
        seen.set(
          modules.join(','),
          modules.map((id) => catalogue.modules.get(id)!),
        );
      }
    }
  return [...seen.values()];
}
