import type { Id } from '../../../domain/fact.js';
import type { Programme } from '../../../domain/provision.js';
import type { Constraints } from '../../../domain/questions.js';
import { everValid } from '../../../domain/time.js';
import { modulesOf } from '../../../graph/catalogue.js';
import type { Start } from '../held-on-the-way.js';

/** What credit could at best spare of a stage, whatever is studied on the way. */
export interface StageCreditable {
  /** Whether it can ever be whole: a stage that states credits and has no module known never is. */
  readonly known: boolean;
  /** Whether claims alone could cover all that everyone must take. */
  readonly coverable: boolean;
  /** Credits that whoever studies it must study at the least. */
  readonly toStudy: number;
}

/** Stage by stage, what of a programme could be credited if all that `offered` teaches were held as well. */
export function creditable(
  { catalogue, holdings, first, latest, constraints: { include } }: Start & { readonly constraints: Constraints },
  offered: ReadonlyMap<Id, unknown>,
  programme: Programme,
): StageCreditable[] {
  const counts = (row: { status: string; from?: string; to?: string }): boolean =>
    (row.status === 'agreed' || (include === 'PROPOSED' && row.status === 'proposed')) && everValid(row, first, latest);
  const agreed = (catalogue.agreementsInto.get(programme.id) ?? []).filter(counts);
  const covered = Math.max(0, ...agreed.map(({ stage }) => stage - 1));
  const times = new Map<Id, number>();
  for (const module of programme.stages.flatMap((stage) => [...new Set(modulesOf({ ...programme, stages: [stage] }))]))
    times.set(module, (times.get(module) ?? 0) + 1);
  const canBe = (module: Id): boolean =>
    times.get(module)! > 1 ||
    holdings.sources.has(module) ||
    (catalogue.programmesOfModule.get(module) ?? []).some((id) => id !== programme.id && offered.has(id)) ||
    (catalogue.mappingsInto.get(module) ?? []).some(counts) ||
    (catalogue.experienceInto.get(module) ?? []).some(counts);
  return programme.stages.map(({ credits, core = [], groups = [] }, index): StageCreditable => {
    const bare = core.length === 0 && groups.length === 0;
    // Modules that come and go with dates or deliveries are nobody's for certain.
    const certain = core.flatMap((entry) => {
      const module = typeof entry === 'string' ? catalogue.modules.get(entry) : undefined;
      return module && module.from === undefined && module.to === undefined ? [module] : [];
    });
    const left = index < covered ? [] : certain.filter(({ id }) => !canBe(id));
    return {
      known: !bare || !credits,
      coverable: (!bare || !credits) && left.length === 0,
      toStudy: bare ? (credits ?? 0) : left.reduce((sum, module) => sum + module.credits, 0),
    };
  });
}
