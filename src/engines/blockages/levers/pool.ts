import type { AskedLever, BlockageQuestion } from '../../../domain/blockage.js';
import type { Id } from '../../../domain/fact.js';
import type { Cohort } from '../../../domain/funding.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { Names } from '../names.js';
import type { Profile } from '../population.js';
import type { Terms } from '../terms.js';
import { leversAt } from './all.js';
import type { WorkedLever } from './worked.js';

/** All levers of a question, and where each bears. */
export class LeverPool {
  readonly all: ReadonlyMap<Id, WorkedLever>;
  /** Levers left out because they hold only later, and a route is sought in one catalogue. */
  readonly later: number;
  readonly #at = new Map<Id, Set<Id>>();

  constructor(
    readonly catalogue: Catalogue,
    terms: Terms,
    question: BlockageQuestion,
    blocked: readonly { profile: Profile; programmes: readonly Id[] }[],
  ) {
    const all = new Map<Id, WorkedLever>();
    const { kinds, remove = [], add = [] } = question.levers ?? {};
    for (const { profile, programmes } of blocked)
      for (const id of programmes) {
        const at = this.#at.get(id) ?? new Set<Id>();
        this.#at.set(id, at);
        for (const lever of leversAt(catalogue, terms, profile.asked, catalogue.programmes.get(id)!)) {
          if (remove.includes(lever.id) || (kinds && !kinds.includes(lever.kind))) continue;
          // What is gained by study is a leg of a route.
          if (terms.registeredWithin !== undefined && lever.kind === 'gain') continue;
          at.add(lever.id);
          all.set(lever.id, merged(all.get(lever.id), lever));
        }
      }
    const names = new Names(catalogue, terms.first);
    for (const lever of add) all.set(lever.id, askedLever(names, lever, question.region));
    const known = [...all]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, lever]) => [id, priced(lever, question)] as const);
    const counted = known.filter(([, { leadMonths }]) => terms.registeredWithin === undefined || leadMonths === 0);
    this.all = new Map(counted);
    this.later = known.length - counted.length;
  }

  /** The levers that bear on a cohort at a programme: those found there, those on its rules and policies, and the asker's own. */
  at(programme: Id, cohort: Cohort): WorkedLever[] {
    const found = this.#at.get(programme) ?? new Set<Id>();
    const row = this.catalogue.programmes.get(programme)!;
    const rules = new Set([...this.catalogue.policiesFor(row), ...this.catalogue.rulesFor(row)].map(({ id }) => id));
    return [...this.all.values()].filter(
      (lever) =>
        (found.has(lever.id) ||
          lever.kind === 'asked' ||
          lever.edits.some(
            (edit) =>
              edit.op === 'alter' && (edit.kind === 'policies' || edit.kind === 'entryRules') && rules.has(edit.id),
          )) &&
        (lever.concerns?.(cohort) ?? true),
    );
  }
}

/** One lever found for several cohorts or programmes. */
function merged(known: WorkedLever | undefined, found: WorkedLever): WorkedLever {
  if (!known) return found;
  const one = known.concerns;
  const other = found.concerns;
  const { concerns: _, ...rest } = known;
  return {
    ...rest,
    programmes: [...new Set([...known.programmes, ...found.programmes])].sort(),
    ...(one && other && { concerns: (cohort: Cohort) => one(cohort) || other(cohort) }),
  };
}

/** A lever with the cost and lead that the asker gives it: by its id before by its kind. A lead that study takes is not shortened. */
function priced(lever: WorkedLever, { levers }: BlockageQuestion): WorkedLever {
  const terms = levers?.terms ?? [];
  const own = [...terms.filter(({ kind }) => kind === lever.kind), ...terms.filter((one) => one.lever === lever.id)];
  const cost = own.findLast((one) => one.cost !== undefined)?.cost ?? lever.cost;
  const lead = own.findLast((one) => one.leadMonths !== undefined)?.leadMonths ?? lever.leadMonths;
  return { ...lever, cost, leadMonths: lever.kind === 'gain' ? Math.max(lead, lever.leadMonths) : lead };
}

const askedLever = (names: Names, lever: AskedLever, region: Id): WorkedLever => ({
  id: lever.id,
  kind: 'asked',
  says: lever.says,
  owner: { role: lever.owner, name: lever.owner === 'commissioner' ? names.commissioner(region) : lever.owner },
  cost: lever.cost ?? 1,
  leadMonths: lever.leadMonths ?? 0,
  programmes: [],
  source: null,
  edits: lever.changes.map((change) => ({ op: 'change', change })),
});
