import type { Rows } from '../../src/domain/catalogue.js';
import type { Id } from '../../src/domain/fact.js';
import type { HeldAward, HeldModule, Learner } from '../../src/domain/learner.js';
import type { Programme, Qualification } from '../../src/domain/provision.js';
import { type Month, monthOf, validIn } from '../../src/domain/time.js';

/** Hours, theory and practice apart. */
export interface Hours {
  theory: number;
  practice: number;
}

/** One held module, or an award without a module list, as a source of claims. */
export interface Held {
  id: Id;
  on: Month;
  mark?: number;
  compensated?: boolean;
  /** Credits at each level. */
  credits: { level: number; credits: number }[];
  hours?: Hours;
  /** Who taught it; an award without a module list has no institution. */
  institution?: Id;
  /** Programmes on which it was studied. */
  studiedOn: Id[];
  /** Every name of every held award that holds it. */
  awards: Id[];
  /** Levels of the awards it is spent on. */
  spentLevels: number[];
}

/** A held award: the names an agreement may give it, and the held modules it consists of. */
export interface HeldAwardParts {
  names: Id[];
  holds: Id[];
}

export interface Holdings {
  held: Map<Id, Held>;
  awards: HeldAwardParts[];
}

interface AwardReading {
  award: HeldAward;
  names: Id[];
  level: number;
  programme?: Programme;
  modules: Id[];
}

/** What a learner holds, awards expanded. Throws where nothing dates a module, as the question is then invalid. */
export function holdingsOf(rows: Rows, learner: Learner): Holdings {
  const readings = (learner.awards ?? []).map((award) => readAward(rows, award));
  const own = learner.modules ?? [];
  const ids = new Set([...own.map(({ module }) => module), ...readings.flatMap(({ modules }) => modules)]);
  const held = new Map<Id, Held>();
  for (const id of ids) {
    const records = own.filter(({ module }) => module === id);
    const holders = readings.filter(({ modules }) => modules.includes(id));
    held.set(id, heldOnce(rows, id, records, holders));
  }
  return { held, awards: readings.map(({ names, modules }) => ({ names, holds: modules })) };
}

/** A module held more than once is one: its own record before an award's, the latest date with its mark. */
function heldOnce(rows: Rows, id: Id, records: HeldModule[], holders: AwardReading[]): Held {
  const awardDates = holders.flatMap(({ award }) => (award.on ? [monthOf(award.on)] : []));
  const latestAward = awardDates.length ? Math.max(...awardDates) : undefined;
  const source = sourceOf(rows, id);
  const dated = records.length
    ? records.map(({ on, mark, compensated }) => ({ on: on ? monthOf(on) : latestAward, mark, compensated }))
    : holders.map(({ award }) => ({
        on: award.on ? monthOf(award.on) : undefined,
        mark: source.isAward ? award.mark : undefined,
        compensated: undefined,
      }));
  const latest = dated.reduce((best, next) => ((next.on ?? -1) > (best.on ?? -1) ? next : best));
  if (latest.on === undefined) throw new Error(`${id}: give the month in which it was gained`);
  return {
    id,
    on: latest.on,
    ...(latest.mark === undefined ? {} : { mark: latest.mark }),
    ...(latest.compensated === undefined ? {} : { compensated: latest.compensated }),
    credits: source.credits,
    ...(source.hours ? { hours: source.hours } : {}),
    ...(source.institution === undefined ? {} : { institution: source.institution }),
    studiedOn: [
      ...records.flatMap(({ programme }) => (programme ? [programme] : [])),
      ...holders.flatMap(({ programme }) => (programme ? [programme.id] : [])),
    ],
    awards: holders.flatMap(({ names }) => names),
    spentLevels: holders.map(({ level }) => level),
  };
}

function sourceOf(rows: Rows, id: Id): Pick<Held, 'credits' | 'hours' | 'institution'> & { isAward: boolean } {
  const found = rows.modules.find((module) => module.id === id);
  if (found) {
    const { level, credits, institution } = found;
    return { credits: [{ level, credits }], ...statedHours(found), institution, isAward: false };
  }
  const award = rows.qualifications.find((qualification) => qualification.id === id);
  if (!award) throw new Error(`${id}: neither a module nor a qualification of the catalogue`);
  const credits = Object.entries(award.creditsByLevel ?? {}).map(([level, n]) => ({
    level: Number(level),
    credits: n,
  }));
  return { credits, ...statedHours(award), isAward: true };
}

/** A thing states hours if it gives either; what it leaves out is then none. */
export function statedHours(row: { theoryHours?: number; practiceHours?: number }): { hours?: Hours } {
  if (row.theoryHours === undefined && row.practiceHours === undefined) return {};
  return { hours: { theory: row.theoryHours ?? 0, practice: row.practiceHours ?? 0 } };
}

/** The names, level and modules of a held award; one without a module list is one source with its own id. */
function readAward(rows: Rows, award: HeldAward): AwardReading {
  const programme = rows.programmes.find(({ id }) => id === (award.programme ?? award.award));
  const named = rows.qualifications.find(({ id }) => id === award.award);
  if (!programme) {
    if (!named) throw new Error(`${award.award}: neither a programme nor a qualification of the catalogue`);
    return { award, names: [named.id], level: named.level, modules: named.creditsByLevel ? [named.id] : [] };
  }
  const last = award.stage ?? programme.stages.length;
  const final = last >= programme.stages.length;
  const exit = rows.qualifications.find(({ id }) => id === programme.stages[last - 1]?.exitAward);
  const names = named ? [named.id] : [];
  if (final && (!named || named.id === programme.award)) names.push(programme.id, programme.award);
  if (!final && exit) names.push(exit.id);
  return { award, names, level: levelOf(programme, final, named ?? exit), programme, modules: taken(programme, award) };
}

const levelOf = (programme: Programme, final: boolean, other: Qualification | undefined): number =>
  final && other === undefined ? programme.level : (other?.level ?? programme.level);

/** Core modules of the stages done, as the curriculum was when the award was gained, and the options named. */
function taken(programme: Programme, { on, stage, options }: HeldAward): Id[] {
  const stages = programme.stages.slice(0, stage ?? programme.stages.length);
  const core = stages.flatMap((block) =>
    (block.core ?? []).flatMap((entry) => {
      if (typeof entry === 'string') return [entry];
      return on === undefined || validIn(entry, monthOf(on)) ? [entry.module] : [];
    }),
  );
  return [...new Set([...core, ...(options ?? [])])];
}
