import type { Rows } from '../../domain/catalogue.js';
import type { Id } from '../../domain/fact.js';
import type { OptionGroup, Programme, Stage } from '../../domain/provision.js';
import type { Validity } from '../../domain/time.js';
import type { Flaw, Path } from '../shape/flaw.js';
import { offScale } from './grades.js';
import type { Finding, Known } from './known.js';
import { overlap } from './validity.js';

/** A programme's stages add up, its option groups come out exact, and no module stands in it twice at a time. */
export function* curriculum({ programmes }: Rows, known: Known): Iterable<Finding> {
  for (const row of programmes)
    for (const flaw of [
      ...credits(row, known),
      ...groups(row, known),
      ...twice(row),
      ...strangers(row, known),
      ...presumed(row, known),
    ])
      yield { ...flaw, kind: 'programmes', row };
}

function* credits({ credits, stages }: Programme, known: Known): Iterable<Flaw> {
  const stated = stages.flatMap((stage) => (stage.credits === undefined ? [] : [stage.credits]));
  const sum = stated.reduce((total, stage) => total + stage, 0);
  if (credits !== undefined && stated.length === stages.length && sum !== credits)
    yield {
      code: 'CREDITS_DO_NOT_ADD_UP',
      path: ['credits'],
      message: `the stages carry ${sum} credits together and the programme states ${credits}: correct the one or the other.`,
    };
  for (const [index, stage] of stages.entries()) {
    const core = alwaysCore(stage, known);
    if (stage.credits !== undefined && core > stage.credits)
      yield {
        code: 'CREDITS_DO_NOT_ADD_UP',
        path: ['stages', index],
        message: `the core modules of stage ${index + 1} carry ${core} credits and the stage states ${stage.credits}: take modules out, date them, or correct the credits.`,
      };
  }
}

/** Credits of the core modules that are there for everyone and always. */
const alwaysCore = ({ core = [] }: Stage, known: Known): number =>
  core.reduce((sum, entry) => sum + (typeof entry === 'string' ? (known.modules.get(entry)?.credits ?? 0) : 0), 0);

function* groups({ stages }: Programme, known: Known): Iterable<Flaw> {
  for (const [index, { groups = [] }] of stages.entries())
    for (const [at, group] of groups.entries()) {
      const path = ['stages', index, 'groups', at];
      if ('members' in group.choose) {
        if (group.choose.members > group.members.length)
          yield {
            code: 'GROUP_NOT_EXACT',
            path: [...path, 'choose'],
            message: `the option group \`${group.id}\` asks for ${group.choose.members} members and has ${group.members.length}: add members or ask for fewer.`,
          };
      } else if (!comesOutExact(group, group.choose.credits, known))
        yield {
          code: 'GROUP_NOT_EXACT',
          path: [...path, 'choose'],
          message: `no members of the option group \`${group.id}\` carry exactly ${group.choose.credits} credits together, so nobody could complete it: correct the credits or the members.`,
        };
    }
}

/** Whether some members carry just these credits, found over half credits; taken for granted where a module is not known. */
function comesOutExact({ members }: OptionGroup, credits: number, known: Known): boolean {
  if (credits <= 0) return false;
  const modules = members.map((member) =>
    (typeof member === 'string' ? [member] : member.modules).map((id) => known.modules.get(id)),
  );
  if (modules.flat().includes(undefined)) return true;
  let sums = new Set([0]);
  for (const member of modules) {
    const worth = member.reduce((sum, module) => sum + (module?.credits ?? 0), 0);
    sums = new Set([...sums, ...[...sums].map((sum) => sum + worth).filter((sum) => sum <= credits)]);
  }
  return sums.has(credits);
}

interface Standing extends Validity {
  path: Path;
  place: string;
  group?: Id;
  deliveries?: Id[];
}

/** Where every module of a programme stands. */
function standings({ stages }: Programme): Map<Id, Standing[]> {
  const found = new Map<Id, Standing[]>();
  const stands = (module: Id, standing: Standing): void => {
    found.set(module, [...(found.get(module) ?? []), standing]);
  };
  for (const [index, { core = [], groups = [] }] of stages.entries()) {
    for (const [at, entry] of core.entries())
      stands(typeof entry === 'string' ? entry : entry.module, {
        ...(typeof entry === 'string' ? {} : entry),
        path: ['stages', index, 'core', at],
        place: `the core of stage ${index + 1}`,
      });
    for (const [at, { members, id, choose: _, ...group }] of groups.entries())
      for (const [position, member] of members.entries())
        for (const module of typeof member === 'string' ? [member] : member.modules)
          stands(module, {
            ...group,
            group: typeof member === 'string' ? `${id}/${position}` : id,
            path: ['stages', index, 'groups', at, 'members', position],
            place: `the option group \`${id}\``,
          });
  }
  return found;
}

function* twice(programme: Programme): Iterable<Flaw> {
  for (const [module, places] of standings(programme))
    for (const [index, here] of places.entries()) {
      const other = places
        .slice(0, index)
        .find(
          (there) =>
            overlap(here, there) &&
            meet(here.deliveries, there.deliveries) &&
            !(here.group !== undefined && here.group === there.group),
        );
      if (other)
        yield {
          code: 'MODULE_TWICE',
          path: here.path,
          message: `\`${module}\` stands here and in ${other.place} at the same time, and a module is studied once: take one away, or date them or name their deliveries so that they never meet.`,
        };
    }
}

/** Whether two limitations to deliveries leave one that both are for. */
const meet = (a: Id[] | undefined, b: Id[] | undefined): boolean => !a || !b || a.some((id) => b.includes(id));

/** The grade that a route presumes of who completes a programme stands on the scale of its award. */
function* presumed({ award, grade }: Programme, known: Known): Iterable<Flaw> {
  const qualification = known.qualifications.get(award);
  if (grade !== undefined && qualification) yield* offScale(grade, ['grade'], [qualification], true);
}

/** A part of the curriculum that is only for deliveries of other programmes is for nobody. */
function* strangers(programme: Programme, known: Known): Iterable<Flaw> {
  const own = new Set((known.deliveriesOf.get(programme.id) ?? []).map(({ id }) => id));
  const told = new Set<Id>();
  for (const places of standings(programme).values())
    for (const { deliveries = [], path } of places)
      for (const id of deliveries) {
        if (own.has(id) || told.has(id) || !known.targetsOf(id).includes('deliveries')) continue;
        told.add(id);
        yield {
          code: 'WRONG_OWNER',
          path,
          message: `\`${id}\` is a delivery of another programme, so this would be in nobody's curriculum: name a delivery of \`${programme.id}\`.`,
        };
      }
}
