import type { Id } from '../../domain/fact.js';
import type { Grant, Held, HoldingAward, Holdings } from '../../domain/holding.js';
import { type Month, textOf, validIn } from '../../domain/time.js';
import { contentOf } from '../../engines/credit/holdings.js';
import type { StageTaken, Taken } from './taken.js';
import { givesUpJob, stageOfModules, type Terms } from './terms.js';

/**
 * What is held in a month by whom has taken these legs (spec 5.1, "What is held"). All that has happened by then is gone
 * through month by month; within one month stages end first, then awards are given, then study begins.
 */
export function heldOn(terms: Terms, legs: readonly Taken[], month: Month): Holdings {
  const ledger = new Ledger(terms);
  const moments = new Set(
    legs.flatMap(({ start, stages, after, completes }) => [
      start,
      after,
      completes ?? after,
      ...stages.map((stage) => stage.after),
    ]),
  );
  for (const now of [...moments].filter((moment) => moment <= month).sort((a, b) => a - b)) {
    for (const leg of legs) for (const stage of leg.stages) if (stage.after === now) ledger.stageEnds(leg, stage);
    for (const leg of legs) {
      if (leg.completes === now) ledger.awardGiven(leg, leg.programme.award, leg.programme.level, now, true);
      if (leg.after === now && leg.to < leg.programme.stages.length) ledger.stepsOff(leg, now);
    }
    for (const leg of legs) if (leg.start === now) ledger.begins(leg);
  }
  return ledger.at(legs, month);
}

/** What a route has left behind at one programme since progress last lapsed. */
interface Behind {
  readonly gained: Map<Id, number>;
  /** Sources of the assessments it rests on. */
  readonly restsOn: Set<Id>;
}

class Ledger {
  readonly #sources: Map<Id, Held>;
  readonly #awards: HoldingAward[];
  readonly #granted: Map<Id, ReadonlyMap<Id, Grant>>;
  readonly #enrolled: Map<Id, Month>;
  readonly #behind = new Map<Id, Behind>();

  constructor(private readonly terms: Terms) {
    const { sources, awards, granted, enrolled } = terms.holdings;
    this.#sources = new Map(sources);
    this.#awards = [...awards];
    this.#granted = new Map(granted);
    this.#enrolled = new Map(enrolled);
  }

  /** Credit granted is recorded at the programme; where progress lapsed, what was recorded there is gone. */
  begins({ programme: { id }, start, used, lapsed, world }: Taken): void {
    if (lapsed) {
      for (const held of [...this.#sources.values()])
        if (held.studiedOn.has(id))
          this.#put({ ...held, studiedOn: new Set([...held.studiedOn].filter((other) => other !== id)) });
      this.#granted.delete(id);
      this.#behind.delete(id);
    }
    this.#enrolled.set(id, world.enrolled);
    this.#granted.set(id, new Map([...(this.#granted.get(id) ?? []), ...grantsOf(used, start)]));
    for (const { sources } of used) for (const source of sources) this.#at(id).restsOn.add(source.id);
  }

  /** Modules of a stage are held from the month after it; of a module held twice the later date counts, with its mark. */
  stageEnds({ programme: { id } }: Taken, { stage, after, gained }: StageTaken): void {
    const { catalogue, constraints } = this.terms;
    for (const { module, on, studied } of gained) {
      const known = this.#sources.get(module);
      const mark = studied ? constraints.assumedMark : undefined;
      const fresh: Held = {
        id: module,
        ...contentOf(catalogue, module),
        on,
        since: after,
        compensated: false,
        ...(mark === undefined ? {} : { mark }),
        awards: known?.awards ?? new Set(),
        spentAt: known?.spentAt ?? new Set(),
        studiedOn: known?.studiedOn ?? new Set(),
      };
      const kept = known && known.on > on ? known : fresh;
      this.#put(studied ? { ...kept, studiedOn: new Set([...kept.studiedOn, id]) } : kept);
      this.#at(id).gained.set(module, stage);
    }
  }

  /** Who leaves after a stage has its exit award, where it gives one. */
  stepsOff(leg: Taken, now: Month): void {
    const exit = this.terms.catalogue.qualifications.get(leg.programme.stages[leg.to - 1]?.exitAward ?? '');
    if (exit) this.awardGiven(leg, exit.id, exit.level, now, false);
  }

  /** An award expands to the modules held of the stages done; they, and the sources its credit rests on, are spent on it. */
  awardGiven({ programme, to }: Taken, award: Id, level: number, now: Month, complete: boolean): void {
    const qualification = this.terms.catalogue.qualifications.get(award);
    if (!qualification) return;
    const { gained, restsOn } = this.#at(programme.id);
    const stageOf = stageOfModules(programme);
    const expands = new Set([
      ...[...this.#sources.values()]
        .filter(({ id, studiedOn }) => studiedOn.has(programme.id) && (stageOf.get(id) ?? to + 1) <= to)
        .map(({ id }) => id),
      ...[...gained].filter(([, stage]) => stage <= to).map(([module]) => module),
    ]);
    const grade = complete ? programme.grade : undefined;
    this.#awards.push({
      qualification: qualification.id,
      programme: programme.id,
      complete,
      level,
      sources: [...expands],
      on: now,
      since: now,
      ...(grade === undefined ? {} : { grade }),
    });
    const names = complete ? [qualification.id, programme.id] : [qualification.id];
    for (const id of new Set([...expands, ...restsOn])) {
      const held = this.#sources.get(id);
      if (!held) continue;
      const awards = expands.has(id) ? new Set([...held.awards, ...names]) : held.awards;
      this.#put({ ...held, awards, spentAt: new Set([...held.spentAt, level]) });
    }
  }

  /** Experience grows in months outside full-time study; who completes a set on the way is registered at once. */
  at(legs: readonly Taken[], month: Month): Holdings {
    const { holdings, first } = this.terms;
    const { learner } = holdings;
    const away = legs.filter(({ delivery }) => givesUpJob(delivery));
    const months = Array.from({ length: Math.max(0, month - first) }, (_, index) => first + index);
    const grown = months.filter((now) => !away.some(({ start, after }) => start <= now && now < after)).length;
    const registered = legs.flatMap((leg) => this.#registeredBy(leg, month));
    const registrations = [...(learner.registrations ?? []), ...registered];
    return {
      ...holdings,
      sources: this.#sources,
      awards: this.#awards,
      granted: this.#granted,
      enrolled: this.#enrolled,
      experience: holdings.experience.map((one) => (one.ongoing ? { ...one, months: one.months + grown } : one)),
      learner: registered.length > 0 ? { ...learner, registrations } : learner,
    };
  }

  #registeredBy({ programme: { id }, completes }: Taken, month: Month) {
    if (completes === null || completes > month) return [];
    const { catalogue } = this.terms;
    const complete = new Set(this.#awards.filter((award) => award.complete).map(({ programme }) => programme));
    return [...(catalogue.partsOf.get(id) ?? [])]
      .filter((part) =>
        catalogue
          .waysTo(part)
          .some(
            (way) =>
              way.programmes.includes(id) &&
              way.programmes.every((one) => complete.has(one)) &&
              validIn(way, completes),
          ),
      )
      .map((part) => ({ part, status: 'current' as const, since: textOf(completes) }));
  }

  #at(programme: Id): Behind {
    const behind = this.#behind.get(programme) ?? { gained: new Map(), restsOn: new Set() };
    this.#behind.set(programme, behind);
    return behind;
  }

  #put(held: Held): void {
    this.#sources.set(held.id, held);
  }
}

/** The credit that claims grant: each target with the month of entry and the date of its oldest source. */
export const grantsOf = (used: Taken['used'], start: Month): Map<Id, Grant> =>
  new Map(
    used.flatMap(({ sources, targets }) => {
      const oldest = sources.length > 0 ? Math.min(...sources.map(({ on }) => on)) : start;
      return targets.map((target) => [target, { on: start, oldest }] as const);
    }),
  );
