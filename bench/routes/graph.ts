import type { Id } from '../../src/domain/fact.js';
import type { Delivery, Programme } from '../../src/domain/provision.js';
import { entryVerdict } from '../../src/engines/entry/judge.js';
import type { Terms } from '../../src/engines/routes/legs.js';
import type { Catalogue } from '../../src/graph/catalogue.js';
import { modulesIn, Supplies } from './supplies.js';

/** Stages of programmes as nodes, steps between them as arcs, in compressed sparse rows. Times in months. */
export interface StageGraph {
  /** Node of the learner, from which arcs lead to what can be joined at once; and of the register. */
  readonly learner: number;
  readonly register: number;
  /** Node to its first arc; one more than there are nodes. */
  readonly begin: Int32Array;
  /** Arc to the node it leads to, the months of study there, and the calendar months in which one can start, as bits; none: straight on. */
  readonly to: Int32Array;
  readonly months: Int32Array;
  readonly intakes: Int32Array;
  /** Arcs between stages, by what they are; those of several deliveries between two stages count as one. */
  readonly counts: Readonly<Record<ArcKind, number>>;
}

type ArcKind = 'continuation' | 'agreement' | 'credit' | 'entry';

/**
 * The graph of a catalogue for one question, with the deliveries given. From the end of a stage one goes on to the next;
 * by an agreement to the stage that it names; by mappings, or modules in common, to the first stage, and past stages that
 * they cover whole; by what an entry rule asks for to the first. Entry counts as open once anything it asks is supplied.
 */
export function stageGraph(terms: Terms, deliveries: readonly Delivery[]): StageGraph {
  return new Building(terms, deliveries).graph();
}

class Building {
  readonly #catalogue: Catalogue;
  readonly #supplies: Supplies;
  readonly #base = new Map<Id, number>();
  readonly #nodes: number;
  readonly #arcs: [from: number, to: number, months: number, intakes: number][] = [];
  readonly #counted = new Set<number>();
  readonly #counts = { continuation: 0, agreement: 0, credit: 0, entry: 0 };

  constructor(
    private readonly terms: Terms,
    private readonly deliveries: readonly Delivery[],
  ) {
    this.#catalogue = terms.catalogue;
    this.#supplies = new Supplies(this.#catalogue);
    let nodes = 0;
    for (const { id, stages } of this.#catalogue.programmes.values()) {
      this.#base.set(id, nodes);
      nodes += stages.length;
    }
    this.#nodes = nodes;
  }

  graph(): StageGraph {
    const offers = new Map<Id, Delivery[]>();
    for (const delivery of this.deliveries)
      offers.set(delivery.programme, [...(offers.get(delivery.programme) ?? []), delivery]);
    for (const [id, own] of offers) this.#into(this.#catalogue.programmes.get(id)!, own);
    return this.#rows();
  }

  #into(programme: Programme, offers: readonly Delivery[]): void {
    const { catalogue, part, holdings, first } = this.terms;
    const last = this.#node(programme.id, programme.stages.length);
    if (catalogue.waysTo(part).some(({ programmes }) => programmes.includes(programme.id)))
      for (const { assessmentMonths = 0 } of offers) this.#arcs.push([last, this.#nodes + 1, assessmentMonths, 0]);
    const awards = new Set(holdings.awards.flatMap((award) => [award.qualification, award.programme ?? '']));
    const agreements = catalogue.agreementsInto.get(programme.id) ?? [];
    const crediting = this.#crediting(programme);
    const meeting = new Set(
      catalogue
        .rulesFor(programme)
        .flatMap(({ rule }) => this.#supplies.meeting(rule))
        .map(([id, stage]) => this.#node(id, stage)),
    );
    for (const delivery of offers) {
      for (let stage = 1; stage < programme.stages.length; stage++)
        this.#arc('continuation', this.#node(programme.id, stage), delivery, stage + 1);
      for (const { award, stage } of agreements) {
        for (const [id, at] of this.#supplies.giving(award))
          this.#join('agreement', this.#node(id, at), delivery, stage);
        if (awards.has(award)) this.#join(null, this.#nodes, delivery, stage);
      }
      for (const [from, stages] of crediting) for (const stage of stages) this.#join('credit', from, delivery, stage);
      for (const from of meeting) this.#join('entry', from, delivery, 1);
      const { verdict } = entryVerdict(catalogue, holdings, { programme, delivery, start: first, stage: 1 });
      if (verdict !== 'NOT_MET') this.#join(null, this.#nodes, delivery, 1);
    }
  }

  /** Nodes after which one holds what a programme credits, the learner's own among them; each with the stages it opens. */
  #crediting(programme: Programme): Map<number, Set<number>> {
    const covered = new Map<string, { nodes: Set<number>; modules: Set<Id> }>();
    const note = (owner: string, node: number, target: Id): void => {
      const own = covered.get(owner) ?? { nodes: new Set(), modules: new Set() };
      own.nodes.add(node);
      own.modules.add(target);
      covered.set(owner, own);
    };
    const byStage = programme.stages.map((_, at) => modulesIn(programme, at + 1));
    for (const target of byStage.flat())
      for (const source of [
        target,
        ...(this.#catalogue.mappingsInto.get(target) ?? []).flatMap((row) => row.sources),
      ]) {
        if (this.terms.holdings.sources.has(source)) note('', this.#nodes, target);
        for (const [id, stage] of this.#supplies.holding(source))
          if (id !== programme.id) note(id, this.#node(id, stage), target);
      }
    const found = new Map<number, Set<number>>();
    for (const { nodes, modules } of covered.values()) {
      const partial = byStage.findIndex((own) => own.length === 0 || own.some((id) => !modules.has(id)));
      const whole = partial < 0 ? byStage.length - 1 : partial;
      for (const node of nodes) found.set(node, new Set([1, whole + 1]));
    }
    return found;
  }

  #node(programme: Id, stage: number): number {
    return this.#base.get(programme)! + stage - 1;
  }

  /** An arc for each entry point of a delivery at a stage. */
  #join(kind: ArcKind | null, from: number, delivery: Delivery, stage: number): void {
    for (const point of delivery.entryPoints)
      if (point.stage === stage)
        this.#arc(
          from === this.#nodes ? null : kind,
          from,
          delivery,
          stage,
          point.months.reduce((bits, month) => bits | (1 << (month - 1)), 0),
        );
  }

  #arc(kind: ArcKind | null, from: number, delivery: Delivery, stage: number, intakes = 0): void {
    const to = this.#node(delivery.programme, stage);
    this.#arcs.push([from, to, monthsOf(this.#catalogue, delivery, stage), intakes]);
    const pair = from * this.#nodes + to;
    if (kind && !this.#counted.has(pair)) this.#counts[kind] += 1;
    if (kind) this.#counted.add(pair);
  }

  #rows(): StageGraph {
    const begin = new Int32Array(this.#nodes + 3);
    for (const [from] of this.#arcs) begin[from + 1]! += 1;
    for (let node = 1; node < begin.length; node++) begin[node]! += begin[node - 1]!;
    const next = begin.slice();
    const [to, months, intakes] = [0, 0, 0].map(() => new Int32Array(this.#arcs.length));
    for (const [from, into, study, open] of this.#arcs) {
      const at = next[from]!++;
      to![at] = into;
      months![at] = study;
      intakes![at] = open;
    }
    const [learner, register] = [this.#nodes, this.#nodes + 1];
    return { learner, register, begin, to: to!, months: months!, intakes: intakes!, counts: this.#counts };
  }
}

/** Months of a stage; paced by module, as many as are left if all is credited that anything is mapped to. */
function monthsOf(catalogue: Catalogue, { programme, months, paced }: Delivery, stage: number): number {
  const stated = months[stage - 1]!;
  const own = catalogue.programmes.get(programme)!;
  const { credits } = own.stages[stage - 1]!;
  const modules = modulesIn(own, stage);
  if (paced === 'cohort' || !credits || modules.length === 0) return stated;
  const left = modules.filter(
    (id) => !catalogue.mappingsInto.has(id) && catalogue.programmesOfModule.get(id)!.length < 2,
  );
  const toStudy = left.reduce((sum, id) => sum + catalogue.modules.get(id)!.credits, 0);
  return Math.ceil((stated * toStudy) / credits);
}
