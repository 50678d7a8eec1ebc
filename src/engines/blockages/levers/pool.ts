import type { AskedLever, BlockageQuestion } from '../../../domain/blockage.js';
import type { Id } from '../../../domain/fact.js';
import type { Cohort } from '../../../domain/funding.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { Names } from '../names.js';
import type { Profile } from '../population.js';
import type { Terms } from '../terms.js';
import { Levers } from './all.js';
import type { WorkedLever } from './worked.js';

/** All levers of a question, and where each bears. */
export class LeverPool {
  readonly all: ReadonlyMap<Id, WorkedLever>;
  /** Levers left out because they hold only later, and a route is sought in one catalogue. */
  readonly later: number;
  /** What a cohort gains, by the cohort. */
  readonly gains = new Map<Id, WorkedLever[]>();
  readonly #found: Levers;
  readonly #at = new Map<Id, Set<Id>>();
  /** Levers that change a rule or a policy, by the row. */
  readonly #changing = new Map<Id, Set<Id>>();
  readonly #asked: readonly Id[];
  readonly #shared = new Map<Id, readonly WorkedLever[]>();

  constructor(
    readonly catalogue: Catalogue,
    terms: Terms,
    question: BlockageQuestion,
    blocked: readonly { profile: Profile; programmes: readonly Id[] }[],
  ) {
    this.#found = new Levers(catalogue, terms);
    const all = new Map<Id, WorkedLever>();
    const where = new Map<Id, Set<Id>>();
    const { kinds, remove = [], add = [] } = question.levers ?? {};
    const [wanted, removed] = [kinds && new Set(kinds), new Set(remove)];
    for (const { profile, programmes } of blocked)
      for (const id of programmes)
        for (const lever of this.#found.at(profile, id)) {
          if (removed.has(lever.id) || (wanted && !wanted.has(lever.kind))) continue;
          // What is gained by study is a leg of a route.
          if (terms.registeredWithin !== undefined && lever.kind === 'gain') continue;
          push(this.#at, id, lever.id);
          const known = all.get(lever.id);
          if (!known) all.set(lever.id, lever);
          for (const programme of lever.programmes) push(where, lever.id, programme);
        }
    // Found at several programmes, it bears on all of them.
    for (const [id, programmes] of where) all.set(id, { ...all.get(id)!, programmes: [...programmes].sort() });
    const names = new Names(catalogue, terms.first);
    this.#asked = add.map(({ id }) => id);
    for (const lever of add) all.set(lever.id, askedLever(names, lever, question.region));
    const known = [...all]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, lever]) => [id, priced(lever, question)] as const);
    const counted = known.filter(([, { leadMonths }]) => terms.registeredWithin === undefined || leadMonths === 0);
    this.all = new Map(counted);
    this.later = known.length - counted.length;
    for (const lever of this.all.values()) {
      for (const edit of lever.edits)
        if (edit.op === 'alter' && (edit.kind === 'policies' || edit.kind === 'entryRules'))
          push(this.#changing, edit.id, lever.id);
      if (lever.kind === 'gain') this.gains.set(ownerOf(lever), [...(this.gains.get(ownerOf(lever)) ?? []), lever]);
    }
  }

  /** The levers that bear on a cohort at a programme, by id: those found there, those on its rules and policies, and the asker's own. */
  at(programme: Id, cohort: Cohort): WorkedLever[] {
    const held = this.#found.holdings(cohort.learner);
    const found = this.#at.get(programme);
    const own = (this.gains.get(cohort.id) ?? []).filter(({ id }) => found?.has(id));
    const shared = this.#sharedAt(programme).filter((lever) => lever.concerns?.(cohort, held) ?? true);
    return own.length > 0 ? [...shared, ...own].sort((a, b) => (a.id < b.id ? -1 : 1)) : shared;
  }

  /** All but what single cohorts gain. */
  #sharedAt(programme: Id): readonly WorkedLever[] {
    const known = this.#shared.get(programme);
    if (known) return known;
    const row = this.catalogue.programmes.get(programme)!;
    const rules = [...this.catalogue.policiesFor(row), ...this.catalogue.rulesFor(row)];
    const ids = new Set([
      ...(this.#at.get(programme) ?? []),
      ...rules.flatMap(({ id }) => [...(this.#changing.get(id) ?? [])]),
      ...this.#asked,
    ]);
    const levers = [...ids].sort().flatMap((id) => this.all.get(id) ?? []);
    const shared = levers.filter(({ kind }) => kind !== 'gain');
    this.#shared.set(programme, shared);
    return shared;
  }
}

function push(lists: Map<Id, Set<Id>>, key: Id, id: Id): void {
  const list = lists.get(key);
  if (list) list.add(id);
  else lists.set(key, new Set([id]));
}

/** The cohort that gains, which is the row that is altered. */
const ownerOf = ({ edits }: WorkedLever): Id => edits.flatMap((edit) => (edit.op === 'alter' ? edit.id : []))[0]!;

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
