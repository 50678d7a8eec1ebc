import type { Id } from '../../src/domain/fact.js';
import type { Learner } from '../../src/domain/learner.js';
import type { Delivery, Programme, Qualification } from '../../src/domain/provision.js';
import { type Month, monthOf, textOf } from '../../src/domain/time.js';
import type { Claim } from './credit-oracle-claims.js';
import { type Held, type HeldAwardParts, type Holdings, statedHours } from './credit-oracle-held.js';
import type { AwardHeld } from './entry-oracle.js';
import { isFullTime, type World } from './route-oracle-world.js';

/** A module that is held once a stage has ended. */
export interface Gain {
  module: Id;
  /** Last month of the stage; of a credited module the date of its oldest source. */
  on: Month;
  /** False: it was credited inside the stage. */
  studied: boolean;
}

/** Credit granted on entering a programme: when, and the date of its oldest source. */
export interface Grant {
  on: Month;
  oldest: Month;
}

/** A leg that has its place in a route. */
export interface PlacedLeg {
  start: Month;
  delivery: Delivery;
  programme: Programme;
  from: number;
  to: number;
  options: Id[];
  subjectTo: boolean;
  claims: Claim[];
  entryStage: number;
  /** For each stage studied, the first month after it and what is held from then. */
  stages: { stage: number; after: Month; gains: Gain[] }[];
  /** First month after study. */
  after: Month;
  /** Month in which the programme is complete, where the leg completes it. */
  completes: Month | null;
  creditsStudied: number;
  /** Pence. */
  fee: number;
  claimFees: number;
  /** All progress lapsed when it began. */
  lapsed: boolean;
  /** First enrolment on the programme, as it counts from this leg on. */
  enrolled: Month;
  granted: Map<Id, Grant>;
}

/** What a route has left behind at one programme. */
interface Record {
  enrolled: Month | undefined;
  granted: Map<Id, Grant>;
  /** Held modules that were progress before it lapsed, or were credited inside its stages: no identity claim there. */
  barred: Set<Id>;
  /** Modules gained on it, with their stage. */
  gained: Map<Id, number>;
  /** Sources of the assessments that stand behind it. */
  sources: Set<Id>;
}

/** All that is held in a month. */
export interface Situation {
  month: Month;
  learner: Learner;
  holdings: Holdings;
  awards: AwardHeld[];
  /** Month from which a module, or an award by each of its names, is held. */
  since: Map<Id, Month>;
  records: Map<Id, Record>;
}

/** What is held in this month by whom has gone this way so far; legs are in order of start. */
export function situationAt(world: World, legs: readonly PlacedLeg[], month: Month): Situation {
  const held = new Map([...world.held.held].map(([id, row]) => [id, copy(row)]));
  const parts: HeldAwardParts[] = [...world.held.awards];
  const awards = [...world.awards];
  const since = new Map<Id, Month>();
  const records = new Map<Id, Record>();
  const events = legs.flatMap((leg) => [
    { at: leg.start, order: 2, happens: () => enter(leg) },
    ...leg.stages.map((stage) => ({ at: stage.after, order: 0, happens: () => gain(leg, stage) })),
    ...(leg.completes === null ? [] : [{ at: leg.completes, order: 1, happens: () => complete(leg) }]),
    ...(exitAwardOf(world, leg) ? [{ at: leg.after, order: 1, happens: () => stepOff(leg) }] : []),
  ]);
  for (const { happens } of events.filter(({ at }) => at <= month).sort((a, b) => a.at - b.at || a.order - b.order))
    happens();
  return { month, learner: learnerAt(world, legs, month), holdings: { held, awards: parts }, awards, since, records };

  function recordOf(programme: Id): Record {
    const known = records.get(programme);
    if (known) return known;
    const fresh = {
      enrolled: undefined,
      granted: new Map(),
      barred: new Set<Id>(),
      gained: new Map(),
      sources: new Set<Id>(),
    };
    records.set(programme, fresh);
    return fresh;
  }

  function enter(leg: PlacedLeg): void {
    const record = recordOf(leg.programme.id);
    if (leg.lapsed) {
      for (const row of held.values()) if (row.studiedOn.includes(leg.programme.id)) record.barred.add(row.id);
      for (const row of held.values()) row.studiedOn = row.studiedOn.filter((id) => id !== leg.programme.id);
      record.granted.clear();
      record.gained.clear();
      record.sources.clear();
    }
    record.enrolled = leg.enrolled;
    for (const [id, grant] of leg.granted) record.granted.set(id, grant);
    for (const { sources } of leg.claims) for (const id of sources) record.sources.add(id);
  }

  function gain(leg: PlacedLeg, { stage, after, gains }: PlacedLeg['stages'][number]): void {
    const record = recordOf(leg.programme.id);
    for (const { module, on, studied } of gains) {
      const before = held.get(module);
      if (!before || on >= before.on) {
        const { assumedMark } = world.constraints;
        held.set(module, {
          ...heldModule(world, module),
          on,
          ...(studied && assumedMark !== undefined ? { mark: assumedMark } : {}),
          studiedOn: before?.studiedOn ?? [],
          awards: before?.awards ?? [],
          spentLevels: before?.spentLevels ?? [],
        });
        since.set(module, after);
      }
      record.gained.set(module, stage);
      if (studied) record.barred.delete(module);
      else record.barred.add(module);
      const now = held.get(module)!;
      if (studied && !now.studiedOn.includes(leg.programme.id)) now.studiedOn = [...now.studiedOn, leg.programme.id];
    }
  }

  function complete({ programme, completes }: PlacedLeg): void {
    const qualification = world.rows.qualifications.find(({ id }) => id === programme.award);
    if (!qualification || completes === null) return;
    give(programme, programme.stages.length, [programme.id, qualification.id], programme.level, completes);
    const { id, grade } = programme;
    awards.push({ qualification, programme: id, on: completes, ...(grade !== undefined && { grade }) });
  }

  function stepOff(leg: PlacedLeg): void {
    const qualification = exitAwardOf(world, leg)!;
    give(leg.programme, leg.to, [qualification.id], qualification.level, leg.after);
    awards.push({ qualification, on: leg.after });
  }

  /** The award expands to the modules held of its stages; they, and the sources its credit rests on, are spent on it. */
  function give(programme: Programme, last: number, names: Id[], level: number, on: Month): void {
    const record = recordOf(programme.id);
    const earlier = [...held.values()].filter(
      ({ id, studiedOn }) => studiedOn.includes(programme.id) && stageOf(programme, id) <= last,
    );
    const gained = [...record.gained].filter(([, stage]) => stage <= last).map(([id]) => id);
    const holds = [...new Set([...earlier.map(({ id }) => id), ...gained])];
    parts.push({ names, holds });
    for (const name of names) since.set(name, Math.min(on, since.get(name) ?? on));
    for (const id of holds) held.get(id)!.awards.push(...names);
    for (const id of new Set([...holds, ...record.sources])) held.get(id)?.spentLevels.push(level);
  }
}

const copy = (row: Held): Held => ({
  ...row,
  studiedOn: [...row.studiedOn],
  awards: [...row.awards],
  spentLevels: [...row.spentLevels],
});

/** Who steps off after a stage that gives an award. */
function exitAwardOf(world: World, { programme, to }: PlacedLeg): Qualification | undefined {
  if (to === programme.stages.length) return undefined;
  return world.rows.qualifications.find(({ id }) => id === programme.stages[to - 1]?.exitAward);
}

function stageOf(programme: Programme, module: Id): number {
  const index = programme.stages.findIndex(
    ({ core, groups }) =>
      (core ?? []).some((entry) => (typeof entry === 'string' ? entry : entry.module) === module) ||
      (groups ?? []).some(({ members }) =>
        members.some((member) => (typeof member === 'string' ? member === module : member.modules.includes(module))),
      ),
  );
  return index < 0 ? Number.POSITIVE_INFINITY : index + 1;
}

function heldModule(world: World, id: Id): Pick<Held, 'id' | 'credits' | 'institution' | 'hours'> {
  const row = world.modules.get(id);
  if (!row) throw new Error(`${id}: no such module`);
  const { level, credits, institution } = row;
  return { id, credits: [{ level, credits }], institution, ...statedHours(row) };
}

/** What goes on grows month by month, but not in months of full-time study outside employment. */
function learnerAt(world: World, legs: readonly PlacedLeg[], month: Month): Learner {
  const { learner } = world.question;
  const away = legs.filter(({ delivery }) => isFullTime(delivery));
  let grown = 0;
  for (let at = world.first; at < month; at++) if (!away.some(({ start, after }) => start <= at && at < after)) grown++;
  return {
    ...learner,
    ...(learner.experience
      ? {
          experience: learner.experience.map((spell) =>
            spell.ongoing ? { ...spell, months: spell.months + grown } : spell,
          ),
        }
      : {}),
    ...(learner.employment ? { employment: { ...learner.employment, nominated: world.nominated } } : {}),
  };
}

/** The learner with the first enrolment on a programme as it counts now. */
export function enrolledOn({ learner, records }: Situation, programme: Id): Learner {
  const enrolled = records.get(programme)?.enrolled;
  if (enrolled === undefined) return learner;
  const others = (learner.enrolments ?? []).filter((row) => row.programme !== programme);
  return { ...learner, enrolments: [...others, { programme, on: textOf(enrolled) }] };
}

/** First enrolment given for a programme, if any. */
export function enrolmentGiven(learner: Learner, programme: Id): Month | undefined {
  const given = (learner.enrolments ?? []).filter((row) => row.programme === programme).map(({ on }) => monthOf(on));
  return given.length ? Math.min(...given) : undefined;
}
