import type { Id } from '../../../domain/fact.js';
import type { Module, Programme, Stage } from '../../../domain/provision.js';
import type { Agreement, ExperienceMapping, Mapping } from '../../../domain/recognition.js';
import { everValid } from '../../../domain/time.js';
import { modulesOf } from '../../../graph/catalogue.js';
import { awardsGiven } from '../../entry/suppliers.js';
import type { Terms } from '../legs.js';
import type { Plan, PlannedLeg } from '../plan.js';
import type { Relevance } from '../towards/relevance.js';

/**
 * How many credits are studied in all, at the least, by whoever completes a set: each module that the set's programmes
 * ask of everyone is studied there, unless it is credited; what is not credited by what was held from the first, or by
 * what a plan gives, is credited by what a further programme gives, and that must be studied as well. So a further
 * programme spares at most what of the set it could cover less what of it must itself be studied.
 */
export class CreditsAtLeast {
  /** Modules that the set asks of everyone and nothing held from the first can cover, with their credits. */
  readonly #needed: ReadonlyMap<Id, number>;
  /** Stages that state credits and no modules: they are always studied. By programme. */
  readonly #bare: readonly { readonly programme: Id; readonly stage: number; readonly credits: number }[];
  /** What the best so many further programmes could spare together, what is studied for it taken off. */
  readonly #spared: readonly number[];
  /** What the best so many further programmes could cover together. */
  readonly #coverable: readonly number[];
  /** The least that a credit of the set can cost the learner, in pence, and what a loan may pay of all. */
  readonly #rate: number;
  readonly #loan: number;
  /** By award: what of the set agreements cover for its holders. */
  readonly #agreed = new Map<Id, Id[]>();
  /** How many further programmes teach a module. */
  readonly #taught = new Map<Id, number>();
  readonly #covered = new WeakMap<PlannedLeg, ReadonlySet<Id>>();
  readonly #byModule = new Map<Id, readonly Id[]>();

  constructor(
    private readonly terms: Terms,
    { offered }: Relevance,
    set: readonly Id[],
    legs: number,
  ) {
    const { programmes } = terms.catalogue;
    const members = set.map((id) => programmes.get(id)!);
    this.#needed = this.#notCoveredFrom(members);
    this.#bare = members.flatMap(({ id, stages }) =>
      stages.flatMap(({ core = [], groups = [], credits = 0 }, index) =>
        core.length === 0 && groups.length === 0 && credits > 0 ? [{ programme: id, stage: index + 1, credits }] : [],
      ),
    );
    for (const { id, stages } of members)
      for (const { award, stage } of (terms.catalogue.agreementsInto.get(id) ?? []).filter((row) =>
        this.#counts(row),
      )) {
        const modules = modulesOf({ stages: stages.slice(0, stage - 1) }).filter((one) => this.#needed.has(one));
        this.#agreed.set(award, [...(this.#agreed.get(award) ?? []), ...modules]);
      }
    const others = [...offered.keys()].filter((id) => !set.includes(id)).map((id) => programmes.get(id)!);
    for (const module of others.flatMap((other) => [...new Set(modulesOf(other))]))
      this.#taught.set(module, (this.#taught.get(module) ?? 0) + 1);
    const could = others.map((other) => this.#spares(other));
    const best = (of: (one: { net: number; all: number }) => number): number[] => {
      const sorted = could.map(of).sort((one, other) => other - one);
      return Array.from({ length: legs + 1 }, (_, count) => sum(sorted.slice(0, count)));
    };
    this.#spared = best(({ net }) => net);
    this.#coverable = best(({ all }) => all);
    const rates = members.flatMap(({ id }) =>
      (offered.get(id) ?? []).map((delivery) => terms.legsAtLeast.perCredit(delivery)),
    );
    this.#rate = rates.length ? Math.min(...rates) : 0;
    this.#loan = Math.round((terms.holdings.learner.loanEntitlement ?? 0) * 100);
  }

  /** Credits that any route studies in all, and pence that the learner pays, that begins with a plan and has at most so many legs to come. */
  after({ legs, creditsStudied, learnerPart }: Plan, left: number): { credits: number; learnerPart: number } {
    const covered = legs.map((leg) => this.#coveredBy(leg));
    let open = 0;
    for (const [module, credits] of this.#needed) if (!covered.some((some) => some.has(module))) open += credits;
    for (const { programme, stage, credits } of this.#bare)
      if (!legs.some((leg) => leg.programme.id === programme && leg.from <= stage && stage <= leg.to)) open += credits;
    // The last of the legs to come is of the set.
    const further = Math.max(0, left - 1);
    const ofTheSet = Math.max(0, open - this.#coverable[further]!);
    return {
      credits: creditsStudied + Math.max(0, open - this.#spared[further]!),
      // A payer's part is rounded down, leg by leg: never to the learner's good.
      learnerPart: learnerPart + Math.max(0, Math.floor(ofTheSet * this.#rate) - this.#loan - further - 1),
    };
  }

  #notCoveredFrom(members: readonly Programme[]): Map<Id, number> {
    const { catalogue, holdings } = this.terms;
    const needed = new Map<Id, number>();
    const own = new Set(members.flatMap(modulesOf));
    const given = new Set(
      members.flatMap((member) => [member.id, ...awardsGiven(catalogue, member).map(({ award }) => award.id)]),
    );
    const held = new Set(holdings.awards.flatMap(({ qualification, programme }) => [qualification, programme ?? '']));
    for (const member of members) {
      const agreed = (catalogue.agreementsInto.get(member.id) ?? []).filter(
        (row) => this.#counts(row) && (held.has(row.award) || given.has(row.award)),
      );
      const covered = Math.max(0, ...agreed.map(({ stage }) => stage - 1));
      for (const stage of member.stages.slice(covered))
        for (const { id, credits } of this.#certain(stage.core ?? [])) needed.set(id, credits);
    }
    const times = new Map<Id, number>();
    for (const module of members.flatMap(({ stages }) => stages.flatMap((stage) => stage.core ?? [])))
      if (typeof module === 'string') times.set(module, (times.get(module) ?? 0) + 1);
    for (const id of [...needed.keys()]) {
      const rows = (catalogue.mappingsInto.get(id) ?? []).filter((row) => this.#counts(row));
      if (
        times.get(id)! > 1 ||
        holdings.sources.has(id) ||
        (catalogue.experienceInto.get(id) ?? []).some((row) => this.#counts(row)) ||
        rows.some(
          ({ sources, choose = sources.length }) =>
            sources.filter((source) => holdings.sources.has(source)).length >= choose ||
            sources.some((one) => own.has(one)),
        )
      )
        needed.delete(id);
    }
    return needed;
  }

  #counts(row: Mapping | Agreement | ExperienceMapping): boolean {
    const { first, latest, constraints } = this.terms;
    return (
      (row.status === 'agreed' || (constraints.include === 'PROPOSED' && row.status === 'proposed')) &&
      everValid(row, first, latest)
    );
  }

  /** What a programme could at most cover of the set; and that less what must be studied for it. */
  #spares(programme: Programme): { net: number; all: number } {
    const toStudy = this.#toStudy(programme);
    const covers = programme.stages.map((stage) =>
      modulesOf({ stages: [stage] }).flatMap((module) => this.#coveredByModule(module)),
    );
    const awards = programme.stages.map((_, index) => this.#coveredByAwards(programme, index + 1));
    const all = this.#creditsOf(new Set([...covers, ...awards].flat()));
    if (covers.length > MOST_STAGES) return { net: all, all };
    let net = 0;
    for (let chosen = 1; chosen < 1 << covers.length; chosen++) {
      const isChosen = (_: unknown, index: number): boolean => ((chosen >> index) & 1) === 1;
      const covered = new Set([...covers.filter(isChosen), ...awards.filter(isChosen)].flat());
      net = Math.max(net, this.#creditsOf(covered) - sum(toStudy.filter(isChosen)));
    }
    return { net, all };
  }

  /** By stage: credits of a programme that someone on the way must study; of what several teach, each its part. */
  #toStudy({ id, stages }: Programme): number[] {
    const { catalogue } = this.terms;
    const agreed = (catalogue.agreementsInto.get(id) ?? []).filter((row) => this.#counts(row));
    const covered = Math.max(0, ...agreed.map(({ stage }) => stage - 1));
    return stages.map(({ core = [], groups = [], credits = 0 }, index) =>
      core.length === 0 && groups.length === 0
        ? credits
        : index < covered
          ? 0
          : sum(
              this.#certain(core).map((module) =>
                this.#isStudied(module.id) ? module.credits / this.#taught.get(module.id)! : 0,
              ),
            ),
    );
  }

  /** Core modules that do not come and go with dates or deliveries. */
  #certain(core: NonNullable<Stage['core']>): Module[] {
    return core.flatMap((entry) => {
      const module = typeof entry === 'string' ? this.terms.catalogue.modules.get(entry) : undefined;
      return module && module.from === undefined && module.to === undefined ? [module] : [];
    });
  }

  /** Whether a module is held by nobody who has not studied it. */
  #isStudied(module: Id): boolean {
    const { catalogue, holdings } = this.terms;
    const rows = [...(catalogue.mappingsInto.get(module) ?? []), ...(catalogue.experienceInto.get(module) ?? [])];
    return !holdings.sources.has(module) && !rows.some((row) => this.#counts(row));
  }

  #creditsOf(modules: Iterable<Id>): number {
    return sum([...modules].map((id) => this.#needed.get(id)!));
  }

  #coveredBy(leg: PlannedLeg): ReadonlySet<Id> {
    const known = this.#covered.get(leg);
    if (known) return known;
    const found = new Set([
      ...leg.stages.flatMap(({ gains }) => gains.flatMap(({ module }) => this.#coveredByModule(module))),
      ...this.#coveredByAwards(leg.programme, leg.to),
    ]);
    this.#covered.set(leg, found);
    return found;
  }

  /** What of the set a module held could have a part in covering, itself among it. */
  #coveredByModule(module: Id): readonly Id[] {
    const known = this.#byModule.get(module);
    if (known) return known;
    const rows = (this.terms.catalogue.mappingsFrom.get(module) ?? []).filter((row) => this.#counts(row));
    const found = [module, ...rows.flatMap(({ targets }) => targets)].filter((id) => this.#needed.has(id));
    this.#byModule.set(module, found);
    return found;
  }

  /** What of the set agreements could cover for those who leave a programme after a stage. */
  #coveredByAwards(programme: Programme, stage: number): readonly Id[] {
    const { catalogue } = this.terms;
    const { stages } = programme;
    const names = awardsGiven(catalogue, programme).flatMap((given) => (given.stage === stage ? [given.award.id] : []));
    if (stage === stages.length) names.push(programme.id);
    return names.flatMap((award) => this.#agreed.get(award) ?? []);
  }
}

/** Of a programme of more stages than these, all that it could cover is thought to be spared. */
const MOST_STAGES = 8;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
