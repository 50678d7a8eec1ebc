import type { Id } from '../../domain/fact.js';
import type { Grant, Held, HoldingAward, Holdings } from '../../domain/holding.js';
import type { Programme } from '../../domain/provision.js';
import type { Month } from '../../domain/time.js';
import { textOf, validIn } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { contentOf } from '../credit/holdings.js';
import type { Solution } from '../credit/solve.js';
import { isFullTime, type PlannedLeg, type StudiedStage } from './plan.js';

/** What a route begins with, and what stays the same along it. */
export interface Start {
  readonly catalogue: Catalogue;
  readonly holdings: Holdings;
  readonly first: Month;
  /** Nothing ends later than this month. */
  readonly latest: Month;
  /** Mark assumed of modules studied on the way. */
  readonly assumedMark: number | undefined;
}

/** All that is held in a month by whom has gone this way so far (spec 5.1, "What is held"). Legs are in order of start. */
export const heldAt = (start: Start, legs: readonly PlannedLeg[], month: Month): Holdings =>
  grownUntil(start, legs, month, happenedBy(start, legs, month));

/** What is held after all that has happened by a month, but for experience that grows. */
export function happenedBy(start: Start, legs: readonly PlannedLeg[], month: Month): Holdings {
  const holding = new Holding(start);
  const events = legs.flatMap((leg) => [
    ...leg.stages.map((stage) => ({ at: stage.after, order: 0, happens: () => holding.gain(leg, stage) })),
    ...(leg.completes === null
      ? []
      : [{ at: leg.completes, order: 1, happens: () => holding.complete(leg, leg.completes!) }]),
    ...(leg.to < leg.programme.stages.length ? [{ at: leg.after, order: 1, happens: () => holding.stepOff(leg) }] : []),
    { at: leg.start, order: 2, happens: () => holding.enter(leg) },
  ]);
  for (const { happens } of events.filter(({ at }) => at <= month).sort((a, b) => a.at - b.at || a.order - b.order))
    happens();
  return holding.at(month, legs);
}

/** Ongoing experience grows month by month, but not during full-time study outside employment. */
export function grownUntil({ first }: Start, legs: readonly PlannedLeg[], month: Month, held: Holdings): Holdings {
  if (!held.experience.some(({ ongoing }) => ongoing)) return held;
  const away = legs.filter(({ delivery }) => isFullTime(delivery));
  let grown = 0;
  for (let at = first; at < month; at++) if (!away.some(({ start, after }) => start <= at && at < after)) grown++;
  const experience = held.experience.map((spell) =>
    spell.ongoing ? { ...spell, months: spell.months + grown } : spell,
  );
  return { ...held, experience };
}

/** What is held, growing event by event; copies only what it changes. */
class Holding {
  readonly #sources: Map<Id, Held>;
  readonly #awards: HoldingAward[];
  readonly #granted: Map<Id, ReadonlyMap<Id, Grant>>;
  readonly #enrolled: Map<Id, Month>;
  /** Programme to sources of the assessments it rests on. */
  readonly #restsOn = new Map<Id, Set<Id>>();
  readonly #gainedOn = new Map<Id, Map<Id, number>>();

  constructor(private readonly start: Start) {
    const { sources, awards, granted, enrolled } = start.holdings;
    this.#sources = new Map(sources);
    this.#awards = [...awards];
    this.#granted = new Map(granted);
    this.#enrolled = new Map(enrolled);
  }

  /** On entry, credit granted is recorded at the programme; if progress lapsed, what was recorded goes. */
  enter({ programme, solution, start }: PlannedLeg): void {
    const { id } = programme;
    const before = [...(this.#granted.get(id)?.keys() ?? []), ...this.#studiedOn(id)];
    const lapsed = solution.progress.size === 0 && solution.enrolled === start && before.length > 0;
    if (lapsed) {
      for (const module of this.#studiedOn(id))
        this.#change(module, (held) => ({ studiedOn: new Set([...held.studiedOn].filter((one) => one !== id)) }));
      this.#granted.delete(id);
      this.#restsOn.delete(id);
      this.#gainedOn.delete(id);
    }
    this.#enrolled.set(id, solution.enrolled);
    const granted = new Map(this.#granted.get(id));
    for (const [target, grant] of grantsOf(solution)) granted.set(target, grant);
    this.#granted.set(id, granted);
    const sources = this.#restsOn.get(id) ?? new Set<Id>();
    for (const claim of solution.used) for (const source of claim.sources) sources.add(source.id);
    this.#restsOn.set(id, sources);
  }

  /** A stage's modules are held from the month after it ends; those credited in it keep the date of their oldest source. */
  gain({ programme }: PlannedLeg, { stage, after, gains }: StudiedStage): void {
    const gained = this.#gainedOn.get(programme.id) ?? new Map<Id, number>();
    for (const { module, on, studied } of gains) {
      const before = this.#sources.get(module);
      const { assumedMark } = this.start;
      const base =
        before && before.on > on
          ? before
          : {
              id: module,
              ...contentOf(this.start.catalogue, module),
              on,
              since: after,
              compensated: false,
              ...(studied && assumedMark !== undefined ? { mark: assumedMark } : {}),
            };
      this.#sources.set(module, {
        ...base,
        awards: before?.awards ?? new Set(),
        spentAt: before?.spentAt ?? new Set(),
        studiedOn: studied ? new Set([...(before?.studiedOn ?? []), programme.id]) : (before?.studiedOn ?? new Set()),
      });
      gained.set(module, stage);
    }
    this.#gainedOn.set(programme.id, gained);
  }

  complete(leg: PlannedLeg, on: Month): void {
    const { programme } = leg;
    const qualification = this.start.catalogue.qualifications.get(programme.award);
    if (qualification)
      this.#give(leg, {
        qualification: qualification.id,
        complete: true,
        level: programme.level,
        on,
        since: on,
        ...(programme.grade === undefined ? {} : { grade: programme.grade }),
      });
  }

  stepOff(leg: PlannedLeg): void {
    const exit = this.start.catalogue.qualifications.get(leg.programme.stages[leg.to - 1]?.exitAward ?? '');
    if (exit)
      this.#give(leg, { qualification: exit.id, complete: false, level: exit.level, on: leg.after, since: leg.after });
  }

  /** The award expands to the modules held of the stages done; they, and the sources its credit rests on, are spent on it. */
  #give({ programme, to }: PlannedLeg, award: Omit<HoldingAward, 'sources' | 'programme'>): void {
    const stages = stagesOf(programme);
    const earlier = [...this.#studiedOn(programme.id)].filter(
      (module) => (stages.get(module) ?? Number.POSITIVE_INFINITY) <= to,
    );
    const gained = [...(this.#gainedOn.get(programme.id) ?? [])]
      .filter(([, stage]) => stage <= to)
      .map(([module]) => module);
    const sources = [...new Set([...earlier, ...gained])];
    this.#awards.push({ ...award, programme: programme.id, sources });
    const names = award.complete ? [award.qualification, programme.id] : [award.qualification];
    for (const module of sources) this.#change(module, (held) => ({ awards: new Set([...held.awards, ...names]) }));
    for (const module of new Set([...sources, ...(this.#restsOn.get(programme.id) ?? [])]))
      this.#change(module, (held) => ({ spentAt: new Set([...held.spentAt, award.level]) }));
  }

  #studiedOn(programme: Id): Id[] {
    return [...this.#sources.values()].filter(({ studiedOn }) => studiedOn.has(programme)).map(({ id }) => id);
  }

  #change(module: Id, change: (held: Held) => Partial<Held>): void {
    const held = this.#sources.get(module);
    if (held) this.#sources.set(module, { ...held, ...change(held) });
  }

  /** The holdings in a month, with registrations that completed sets give. */
  at(month: Month, legs: readonly PlannedLeg[]): Holdings {
    const { holdings, catalogue } = this.start;
    const registrations = legs.flatMap((leg) =>
      leg.completes !== null && leg.completes <= month ? registered(catalogue, this.#awards, leg, leg.completes) : [],
    );
    const { learner } = holdings;
    return {
      ...holdings,
      sources: this.#sources,
      awards: this.#awards,
      granted: this.#granted,
      enrolled: this.#enrolled,
      learner: registrations.length
        ? { ...learner, registrations: [...(learner.registrations ?? []), ...registrations] }
        : learner,
    };
  }
}

/** The credit that an assessment grants: each target with the month of entry and the date of its oldest source. */
export const grantsOf = ({ used, setting: { start } }: Solution): Map<Id, Grant> =>
  new Map(
    used.flatMap(({ targets, sources }) => {
      const oldest = sources.length ? Math.min(...sources.map(({ on }) => on)) : start;
      return targets.map((target) => [target, { on: start, oldest }] as const);
    }),
  );

/** Who completes a set of programmes on the way may register on its part, and is taken to do so at once. */
function registered(catalogue: Catalogue, awards: readonly HoldingAward[], { programme }: PlannedLeg, on: Month) {
  const complete = new Set(awards.flatMap((award) => (award.complete && award.programme ? [award.programme] : [])));
  return [...(catalogue.partsOf.get(programme.id) ?? [])]
    .filter((part) =>
      catalogue
        .waysTo(part)
        .some(
          (way) =>
            validIn(way, on) && way.programmes.includes(programme.id) && way.programmes.every((id) => complete.has(id)),
        ),
    )
    .map((part) => ({ part, status: 'current' as const, since: textOf(on) }));
}

const STAGES = new WeakMap<Programme, ReadonlyMap<Id, number>>();

/** The stage in which each module stands, whatever the curriculum. */
function stagesOf(programme: Programme): ReadonlyMap<Id, number> {
  const known = STAGES.get(programme);
  if (known) return known;
  const found = new Map(
    programme.stages.flatMap(({ core = [], groups = [] }, index) => [
      ...core.map((entry) => [typeof entry === 'string' ? entry : entry.module, index + 1] as const),
      ...groups.flatMap(({ members }) =>
        members.flatMap((member) =>
          (typeof member === 'string' ? [member] : member.modules).map((module) => [module, index + 1] as const),
        ),
      ),
    ]),
  );
  STAGES.set(programme, found);
  return found;
}
