import type { Id } from '../../domain/fact.js';
import type { Delivery, Prerequisite, Programme } from '../../domain/provision.js';
import type { Month } from '../../domain/time.js';
import { frameOf } from '../credit/frame.js';
import { progressModules, type Terms } from './terms.js';

/**
 * The modules on offer that could help to reach some target: that are credited there by themselves or by what is mapped
 * from them, and those that these ask for first; in order of ids. What asks for something that can neither be held nor
 * studied is left out. `besides` are asked for whatever they help to.
 */
export function relevantModules(terms: Terms, besides: readonly Id[] = []): Id[] {
  const { offer, holdings } = terms;
  const found = new Set<Id>();
  const progress = progressModules(terms);
  const add = (id: Id, by: Month): void => {
    if (found.has(id) || progress.has(id) || offer.earliest(id) > by) return;
    found.add(id);
    for (const leaf of leavesOf(terms.catalogue.modules.get(id)!.prerequisites))
      if (!holdings.sources.has(leaf)) add(leaf, terms.last);
  };
  for (const { target, programme, deliveries } of terms.asked)
    for (const delivery of deliveries)
      for (const id of usefulAt(terms, programme, delivery, target.intake)) add(id, target.intake);
  for (const id of besides) add(id, terms.last);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const id of found)
      if (
        !canBeMet(
          terms.catalogue.modules.get(id)!.prerequisites,
          (need) => holdings.sources.has(need) || found.has(need),
        )
      )
        found.delete(id);
  }
  return [...found].sort();
}

/** Modules that count at a target in some way: its own, and the sources of what is mapped to them. */
export function usefulAt(terms: Terms, programme: Programme, delivery: Delivery, intake: Month): Set<Id> {
  const { stageOf } = frameOf(terms.catalogue, programme, delivery, intake);
  return new Set([...stageOf.keys()].flatMap((module) => sourcesOf(terms, module, intake)));
}

/** A module itself, and the sources of mappings into it whose sources can all be held by a month. */
function sourcesOf({ catalogue, holdings, offer }: Terms, module: Id, by: Month): Id[] {
  const canBeHeld = (id: Id): boolean => holdings.sources.has(id) || offer.earliest(id) <= by;
  const mapped = (catalogue.mappingsInto.get(module) ?? []).flatMap(({ sources, choose = sources.length }) => {
    const possible = sources.filter(canBeHeld);
    return possible.length >= choose ? possible : [];
  });
  return [module, ...mapped];
}

/** The modules named in a tree of prerequisites. */
export const leavesOf = (needed: Prerequisite | undefined): Id[] =>
  needed === undefined
    ? []
    : typeof needed === 'string'
      ? [needed]
      : ('all' in needed ? needed.all : needed.any).flatMap(leavesOf);

/** Whether a tree of prerequisites can be met by what is held, or may be. */
export function canBeMet(needed: Prerequisite | undefined, holds: (id: Id) => boolean): boolean {
  if (needed === undefined) return true;
  if (typeof needed === 'string') return holds(needed);
  return 'all' in needed
    ? needed.all.every((one) => canBeMet(one, holds))
    : needed.any.some((one) => canBeMet(one, holds));
}
