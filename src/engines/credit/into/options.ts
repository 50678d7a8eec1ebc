import type { Id } from '../../../domain/fact.js';
import type { Programme } from '../../../domain/provision.js';
import type { Month } from '../../../domain/time.js';
import type { AwardForm } from '../../../graph/awards.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { curriculum, fillings } from '../curriculum.js';

/** Choices of options that are tried for one award at the most. */
export const MOST_CHOICES = 200;
/** Fillings of one option group that are looked at for them. */
const MOST_FILLINGS = 2_000;

export interface Choices {
  /** Each as the modules taken; empty where the award has no options. */
  readonly ways: readonly (readonly Id[])[];
  /** True where there are more than were looked at. */
  readonly cut: boolean;
}

/**
 * The ways to fill all option groups of an award exactly, as they stood in a month. Of choices that count alike - the same modules
 * that link to the programme, and otherwise the same credits, levels, hours and teachers - one stands for all.
 */
export function choicesOf(catalogue: Catalogue, form: AwardForm, month: Month, linking: ReadonlySet<Id>): Choices {
  const { programme, stage } = form;
  if (!programme) return { ways: [], cut: false };
  const groups = curriculum(catalogue, forEveryone(programme), undefined, month)
    .slice(0, stage ?? programme.stages.length)
    .flatMap((shape) => shape.groups);
  if (groups.length === 0) return { ways: [], cut: false };
  let cut = false;
  let ways: Id[][] = [[]];
  for (const group of groups) {
    const own = fillings(group, new Set(), MOST_FILLINGS);
    if (!own) cut = true;
    const distinct = alike(catalogue, own ?? [], linking);
    const joined = ways.flatMap((way) => distinct.map((filling) => [...new Set([...way, ...filling])].sort()));
    // A group that cannot be filled, or in too many ways, is left as it is: what is held is then the core of it.
    if (distinct.length === 0) continue;
    const kept = alike(catalogue, joined, linking);
    cut ||= kept.length > MOST_CHOICES;
    ways = kept.slice(0, MOST_CHOICES);
  }
  return { ways: ways.filter((way) => way.length > 0), cut };
}

/** A group that only some deliveries have is open to whoever took one of these. */
const forEveryone = (programme: Programme): Programme => ({
  ...programme,
  stages: programme.stages.map(({ groups = [], ...stage }) => ({
    ...stage,
    groups: groups.map(({ deliveries: _, ...group }) => group),
  })),
});

/** One of all that count alike, in order of their modules. */
function alike(catalogue: Catalogue, ways: readonly Id[][], linking: ReadonlySet<Id>): Id[][] {
  const distinct = new Map<string, Id[]>();
  for (const way of [...ways].sort((a, b) => (a.join(',') < b.join(',') ? -1 : 1))) {
    const key = way
      .map((id) => (linking.has(id) ? id : contentOf(catalogue, id)))
      .sort()
      .join('|');
    if (!distinct.has(key)) distinct.set(key, way);
  }
  return [...distinct.values()];
}

function contentOf({ modules }: Catalogue, id: Id): string {
  const module = modules.get(id);
  return ['', module?.credits, module?.level, module?.theoryHours, module?.practiceHours, module?.institution].join(
    ' ',
  );
}
