import type { Id } from '../../domain/fact.js';
import type { Setting } from './setting.js';
import type { Draft } from './standing.js';

/** A draft of one row, which may cover only some outcomes of its one target. */
export type Part = Draft;

/** Each inclusion-minimal set of parts that together covers all outcomes of a target, as one draft (spec 3.2). */
export function coverings(parts: readonly Part[], { catalogue }: Setting, cut: Id[], most: number): Draft[] {
  const targets = [...new Set(parts.map(({ stated }) => stated[0]!))];
  return targets.flatMap((target) => {
    const needed = (catalogue.modules.get(target)?.outcomes ?? []).map(({ id }) => id);
    const own = parts.filter(({ stated }) => stated[0] === target);
    const sets = minimalCovers(own, needed, most);
    if (!sets) cut.push(target);
    return (sets ?? []).map((set) => joined(set, target));
  });
}

function joined(parts: readonly Part[], target: Id): Draft {
  return {
    id: parts
      .map(({ id }) => id)
      .sort()
      .join('+'),
    kind: 'outcomes',
    rows: [...new Set(parts.flatMap(({ rows }) => rows))],
    sources: [...new Set(parts.flatMap(({ sources }) => sources))],
    experiential: parts.some(({ experiential }) => experiential),
    stated: [target],
  };
}

const covered = ({ rows: [row] }: Part): readonly Id[] => (row && 'outcomes' in row ? row.outcomes : undefined) ?? [];

/** All inclusion-minimal covers; null if the search passes `most` branches. */
function minimalCovers(parts: readonly Part[], needed: readonly Id[], most: number): Part[][] | null {
  const found = new Map<string, Part[]>();
  let branches = 0;
  const extend = (chosen: readonly Part[]): void => {
    if (++branches > most) return;
    const missing = needed.find((outcome) => !chosen.some((part) => covered(part).includes(outcome)));
    if (missing !== undefined) {
      for (const part of parts) if (covered(part).includes(missing)) extend([...chosen, part]);
      return;
    }
    if (chosen.every((part) => isNeeded(part, chosen, needed)))
      found.set(
        chosen
          .map(({ id }) => id)
          .sort()
          .join('+'),
        [...chosen],
      );
  };
  extend([]);
  return branches > most ? null : [...found.values()];
}

const isNeeded = (part: Part, chosen: readonly Part[], needed: readonly Id[]): boolean =>
  needed.some(
    (outcome) =>
      covered(part).includes(outcome) && !chosen.some((other) => other !== part && covered(other).includes(outcome)),
  );
