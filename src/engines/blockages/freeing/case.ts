import type { Id } from '../../../domain/fact.js';
import type { Cohort } from '../../../domain/funding.js';
import { type Catalogue, modulesOf } from '../../../graph/catalogue.js';
import { entryVerdict } from '../../entry/judge.js';
import { isNominated } from '../judging/door.js';
import { heldBy } from '../judging/held.js';
import { withLevers } from '../levers/apply.js';
import type { WorkedLever } from '../levers/worked.js';
import type { Terms } from '../terms.js';
import { creditSetsAt } from './credit-sets.js';
import type { Door, Doorway } from './doors.js';
import type { Known } from './known.js';
import { Local } from './local.js';
import { minimalSets } from './minimal-sets.js';
import { type Freeing, type LeverSets, minimised, unions } from './union.js';

const TESTS = 2_000;
const NONE: Freeing = { sets: [], cut: false };

/**
 * One cohort at one programme, with the levers generated for it: what frees it there (spec 6.1, *admitted*). A way to the
 * door, then through the entry rules, then with credit; each is asked of what it hangs on, and remembered for all alike.
 */
export class Case {
  #local: Local | undefined;
  readonly #crediting: readonly WorkedLever[];
  readonly #admitting: readonly WorkedLever[];
  readonly #letIn = new Map<string, boolean>();
  readonly #gained = new Map<string, Cohort>();
  #cut = false;

  constructor(
    readonly known: Known,
    readonly terms: Terms,
    readonly cohort: Cohort,
    readonly programme: Id,
    readonly levers: readonly WorkedLever[],
    readonly most: number,
  ) {
    this.#crediting = levers.filter((lever) => this.#credits(lever));
    this.#admitting = levers.filter(({ kind }) => ADMITTING.has(kind));
  }

  /** Every inclusion-minimal set of levers that lets the cohort through at this programme. */
  freeing(): Freeing {
    const { known, terms, programme } = this;
    if (isOutOfReach(known.catalogue, programme, terms.standard.credits)) return NONE;
    const { doorways, cut } = known.doorways(programme, this.levers, this.cohort, this.most);
    this.#cut = cut;
    const sets = doorways.flatMap((doorway) => doorway.doors.flatMap((door) => this.#by(doorway, door)));
    return { sets: minimised(sets), cut: this.#cut };
  }

  /** What lets the cohort join by a door, which is asked for credit first: most often there is no way to it. */
  #by(doorway: Doorway, door: Door): LeverSets {
    const { at } = doorway;
    const working = (lever: WorkedLever): boolean =>
      this.terms.first + lever.leadMonths <= at.start && !door.levers.includes(lever);
    const credit = this.#credit(doorway, door, this.#crediting.filter(working));
    if (credit.length === 0) return [];
    const entry = this.#entry(doorway, door, this.#admitting.filter(working));
    if (entry.length === 0) return [];
    const ways = unions(unions([door.levers.map(({ id }) => id)], entry, this.most), credit, this.most);
    const crediting = this.#crediting.filter(working);
    return ways.filter((way) => this.#carries(way, credit, doorway, door, crediting));
  }

  #credit(doorway: Doorway, door: Door, levers: readonly WorkedLever[]): LeverSets {
    const { terms, cohort } = this;
    const named = levers.map((lever) => ({ name: nameOf(lever.id, cohort), months: lever.extends?.months }));
    const { sets, cut } = this.known.credit(cohort, door.moment, doorway.at, named, () => {
      const found = creditSetsAt(
        this.#rows,
        terms,
        doorway.at,
        door.levers,
        levers,
        (lever) => this.#isUnsteady(lever),
        this.most,
        this.known,
      );
      return { ...found, sets: found.sets.map((set) => set.map((id) => nameOf(id, cohort))) };
    });
    this.#cut ||= cut;
    const ids = new Map(named.map(({ name }, place) => [name, levers[place]!.id]));
    return sets.map((set) => set.map((name) => ids.get(name)!).sort());
  }

  #entry(doorway: Doorway, door: Door, levers: readonly WorkedLever[]): LeverSets {
    const worked = (things: readonly number[]): WorkedLever[] => things.map((thing) => levers[thing]!);
    const isLetIn = (things: readonly number[]) =>
      this.#isLetIn(doorway, door, worked(things)) ? ('YES' as const) : ('NO' as const);
    const { sets, cut } = minimalSets(levers.length, isLetIn, { most: this.most, tests: TESTS });
    this.#cut ||= cut;
    return sets.map((set) =>
      worked(set)
        .map(({ id }) => id)
        .sort(),
    );
  }

  #isLetIn({ at, original }: Doorway, door: Door, levers: readonly WorkedLever[]): boolean {
    const { known, terms, cohort } = this;
    const ground = known.ground(this.programme);
    const { doors, rules, delivery: find } = ground.with([...door.levers, ...levers].sort(byId));
    const delivery = find(at.delivery)!;
    const nominated = isNominated(doors, delivery, cohort, terms, at.start);
    const [gains, accepts] = ['gain', 'accept'].map((kind) => levers.filter((lever) => lever.kind === kind));
    const key = [nominated, original, at.start, at.stage, ...[...gains!, ...accepts!].map(({ id }) => id)].join(' ');
    const before = this.#letIn.get(key);
    if (before !== undefined) return before;
    const holdings = heldBy(known.catalogue, this.#with(gains!), terms, at.start, nominated);
    const programme = known.catalogue.programmes.get(this.programme)!;
    const asked = { programme, delivery, start: at.start, stage: at.stage };
    const letIn = entryVerdict(known.catalogue, holdings, asked, rules).verdict !== 'NOT_MET';
    this.#letIn.set(key, letIn);
    return letIn;
  }

  /** The cohort once it has gained something. */
  #with(gains: readonly WorkedLever[]): Cohort {
    if (gains.length === 0) return this.cohort;
    const key = gains.map(({ id }) => id).join(' ');
    const rows = { ...this.known.catalogue.rows, cohorts: [this.cohort] };
    const found = this.#gained.get(key) ?? withLevers(rows, gains).cohorts[0]!;
    this.#gained.set(key, found);
    return found;
  }

  /** Asked again where a way holds more of what bears on credit than the set it is made of, and more is not always more. */
  #carries(
    way: readonly Id[],
    credit: LeverSets,
    { at }: Doorway,
    door: Door,
    crediting: readonly WorkedLever[],
  ): boolean {
    const own = crediting.filter(({ id }) => way.includes(id));
    const unsteady = own.filter((lever) => this.#isUnsteady(lever)).length;
    if (unsteady === 0 || credit.some((set) => set.length === own.length && own.every(({ id }) => set.includes(id))))
      return true;
    const carries = creditSetsAt(this.#rows, this.terms, at, [...door.levers, ...own], [], () => false, 0, this.known);
    if (carries.sets.length === 0) this.#cut = true;
    return carries.sets.length > 0;
  }

  get #rows(): Local {
    this.#local ??= new Local(this.known.catalogue, this.programme, this.cohort, this.levers);
    return this.#local;
  }

  /** Whether a lever can change what credit is carried. */
  #credits({ kind, offer, edits }: WorkedLever): boolean {
    if (kind === 'gain') return offer !== undefined && this.#givesCredit(offer);
    if (kind !== 'supervise') return CREDITING.has(kind);
    // The practice of modules that are neither held nor taught, nor may be gained, counts nowhere here.
    const { catalogue } = this.known;
    const gained = this.levers.flatMap((lever) => (lever.offer === undefined ? [] : lever.offer));
    const taught = [this.programme, ...gained].flatMap((id) => modulesOf(catalogue.programmes.get(id)!));
    const { sources } = this.known.holdings(this.cohort.learner);
    return edits.some((edit) => edit.op === 'alter' && (sources.has(edit.id) || taught.includes(edit.id)));
  }

  #givesCredit(offer: Id): boolean {
    const { catalogue } = this.known;
    const given = catalogue.programmes.get(offer);
    return (
      given !== undefined &&
      (modulesOf(given).length > 0 || catalogue.qualifications.get(given.award)?.creditsByLevel !== undefined)
    );
  }

  #isUnsteady({ kind }: WorkedLever): boolean {
    if (kind === 'supervise' || kind === 'gain') return true;
    return (kind === 'lift' || kind === 'extend') && this.#hasProgress;
  }

  get #hasProgress(): boolean {
    const held = this.known.holdings(this.cohort.learner);
    return (
      held.enrolled.has(this.programme) ||
      [...held.sources.values()].some(({ studiedOn }) => studiedOn.has(this.programme))
    );
  }
}

/** Whether a programme does not teach so much that anyone could carry the credits asked. */
function isOutOfReach({ programmes, modules }: Catalogue, programme: Id, credits: number): boolean {
  const taught = new Set(modulesOf(programmes.get(programme)!));
  return [...taught].reduce((sum, id) => sum + (modules.get(id)?.credits ?? 0), 0) < credits;
}

/** The name of a lever that is a cohort's own, as others alike have it too. */
const nameOf = (id: Id, cohort: Cohort): string => id.replace(`gain:${cohort.id}:`, 'gain::');

const byId = (a: WorkedLever, b: WorkedLever): number => (a.id < b.id ? -1 : 1);

const ADMITTING: ReadonlySet<WorkedLever['kind']> = new Set(['accept', 'gain', 'nominate', 'support']);
const CREDITING: ReadonlySet<WorkedLever['kind']> = new Set(['agree', 'lift', 'extend', 'supervise']);
