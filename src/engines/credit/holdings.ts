import type { Id } from '../../domain/fact.js';
import type { Held, HoldingAward, Holdings } from '../../domain/holding.js';
import type { HeldAward, HeldModule, Learner } from '../../domain/learner.js';
import type { Programme } from '../../domain/provision.js';
import { type Month, monthOf } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { coreOf } from './curriculum.js';

/**
 * What a learner holds: modules of their own and those that their awards expand to (core modules and the options
 * named). A module held more than once is one: its own record before an award's, the latest date with its mark, spent
 * on every award that holds it. An award's mark is not its modules': it counts only where they are not known. Throws a RangeError for an unknown code or a source without any date.
 */
export function holdingsOf(catalogue: Catalogue, learner: Learner): Holdings {
  const awards = (learner.awards ?? []).map((award) => expand(catalogue, award));
  const records = new Map<Id, HeldModule[]>();
  for (const record of learner.modules ?? [])
    records.set(record.module, [...(records.get(record.module) ?? []), record]);
  const ids = new Set([...records.keys(), ...awards.flatMap(({ sources }) => sources)]);
  const sources = new Map([...ids].map((id) => [id, source(catalogue, id, records.get(id) ?? [], awards)]));
  return {
    sources,
    awards,
    granted: new Map(),
    enrolled: new Map((learner.enrolments ?? []).map(({ programme, on }) => [programme, monthOf(on)])),
    experience: learner.experience ?? [],
    ...(learner.employment ? { employment: learner.employment } : {}),
    learner,
  };
}

function expand(catalogue: Catalogue, held: HeldAward): HoldingAward {
  const programme = catalogue.programmes.get(held.programme ?? held.award);
  const stages = held.stage ?? programme?.stages.length ?? 0;
  const given = programme && held.award === programme.id ? awardAfter(programme, stages) : held.award;
  const qualification = catalogue.qualifications.get(given);
  if (!qualification && !programme) throw new RangeError(`award "${held.award}" is not in the catalogue`);
  const on = held.on === undefined ? undefined : monthOf(held.on);
  const modules = programme ? [...coreOf(programme, stages, on), ...optionsOf(programme, held)] : [];
  const whole = modules.length === 0 && qualification?.creditsByLevel ? [qualification.id] : modules;
  return {
    qualification: qualification?.id ?? NONE,
    complete: stages >= (programme?.stages.length ?? 0),
    level: qualification?.level ?? 0,
    sources: whole,
    ...(programme ? { programme: programme.id } : {}),
    ...(on === undefined ? {} : { on }),
    ...(held.mark === undefined ? {} : { mark: held.mark }),
    ...(held.grade === undefined ? {} : { grade: held.grade }),
  };
}

/** What a programme gives to who leaves after so many stages: its award, or the exit award of the stage. */
const awardAfter = ({ stages, award }: Programme, done: number): Id =>
  done >= stages.length ? award : (stages[done - 1]?.exitAward ?? NONE);

/** Stages done that give no award: their modules are held all the same. */
const NONE = '';

/** Options named that are options of the programme's stages done. */
function optionsOf(programme: Programme, { options = [], stage = programme.stages.length }: HeldAward): Id[] {
  const known = new Set(
    programme.stages
      .slice(0, stage)
      .flatMap(({ groups = [] }) =>
        groups.flatMap(({ members }) =>
          members.flatMap((member) => (typeof member === 'string' ? [member] : member.modules)),
        ),
      ),
  );
  return options.filter((option) => known.has(option));
}

function source(catalogue: Catalogue, id: Id, records: readonly HeldModule[], awards: readonly HoldingAward[]): Held {
  const holders = awards.filter(({ sources }) => sources.includes(id));
  const dated: { on?: Month; mark?: number; compensated?: boolean }[] = records.length
    ? records.map(({ on, mark, compensated }) =>
        defined({ on: on === undefined ? on : monthOf(on), mark, compensated }),
      )
    : holders.map(({ on, mark, qualification }) => defined({ on, mark: id === qualification ? mark : undefined }));
  const latest = dated.reduce((a, b) => ((b.on ?? -1) > (a.on ?? -1) ? b : a));
  const on = latest.on ?? latestOf(holders);
  if (on === undefined)
    throw new RangeError(`"${id}" is held without a date: give the month in which it or its award was achieved`);
  return {
    id,
    on,
    since: Number.NEGATIVE_INFINITY,
    compensated: latest.compensated ?? false,
    ...(latest.mark === undefined ? {} : { mark: latest.mark }),
    awards: new Set(
      holders.flatMap(({ qualification, programme, complete }) =>
        programme && complete ? [qualification, programme] : [qualification],
      ),
    ),
    spentAt: new Set(holders.filter(({ qualification }) => qualification !== NONE).map(({ level }) => level)),
    studiedOn: new Set([...records, ...holders].flatMap(({ programme }) => programme ?? [])),
    ...contentOf(catalogue, id),
  };
}

const latestOf = (awards: readonly HoldingAward[]): Month | undefined =>
  awards.reduce<Month | undefined>(
    (latest, { on }) => (on !== undefined && on > (latest ?? -1) ? on : latest),
    undefined,
  );

/** Credits, levels and hours of a module, or of an award whose modules are not known. */
export function contentOf(
  catalogue: Catalogue,
  id: Id,
): Pick<Held, 'title' | 'credits' | 'creditsByLevel' | 'institution' | 'theoryHours' | 'practiceHours'> {
  const module = catalogue.modules.get(id);
  if (module)
    return {
      title: module.title,
      credits: module.credits,
      creditsByLevel: new Map([[module.level, module.credits]]),
      institution: module.institution,
      ...defined({ theoryHours: module.theoryHours, practiceHours: module.practiceHours }),
    };
  const award = catalogue.qualifications.get(id);
  if (!award) throw new RangeError(`module "${id}" is not in the catalogue`);
  const levels = Object.entries(award.creditsByLevel ?? {}).map(
    ([level, credits]) => [Number(level), credits] as const,
  );
  return {
    title: award.name,
    credits: levels.reduce((sum, [, credits]) => sum + credits, 0),
    creditsByLevel: new Map(levels),
    ...defined({ theoryHours: award.theoryHours, practiceHours: award.practiceHours }),
  };
}

/** The fields that are given. */
const defined = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
