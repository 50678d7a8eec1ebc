import type { Id } from '../domain/fact.js';
import type { Programme } from '../domain/provision.js';
import { type Catalogue, SINGLE } from './catalogue.js';

/** An award as it can be held: a whole programme's, one on leaving it after a stage, or a qualification whose modules are not known. */
export interface AwardForm {
  readonly qualification: Id;
  readonly programme?: Programme;
  /** The last stage done, for an exit award. */
  readonly stage?: number;
}

/** What a form is called by: the programme, `programme@stage`, or the qualification. */
export const formId = ({ qualification, programme, stage }: AwardForm): string =>
  programme ? (stage === undefined ? programme.id : `${programme.id}@${stage}`) : qualification;

/** Awards of a programme whose holders have done a stage: on leaving after it or later, and the whole one. */
export function formsFrom(programme: Programme, stage: number): AwardForm[] {
  if (programme.award === SINGLE) return [];
  const exits = programme.stages.flatMap(({ exitAward }, index) =>
    exitAward !== undefined && index + 1 >= stage && index + 1 < programme.stages.length
      ? [{ qualification: exitAward, programme, stage: index + 1 }]
      : [],
  );
  return [...exits, { qualification: programme.award, programme }];
}

/** Awards that hold a module, by the first stage in which it stands, as core or as an option. */
export function formsHolding({ programmes, programmesOfModule }: Catalogue, module: Id): AwardForm[] {
  return (programmesOfModule.get(module) ?? []).flatMap((id) => {
    const programme = programmes.get(id);
    return programme ? formsFrom(programme, stageOf(programme, module)) : [];
  });
}

/** The first stage in which a module stands, whatever the curriculum; past the last where it stands in none. */
export function stageOf({ stages }: Programme, module: Id): number {
  const index = stages.findIndex(
    ({ core = [], groups = [] }) =>
      core.some((entry) => (typeof entry === 'string' ? entry : entry.module) === module) ||
      groups.some(({ members }) =>
        members.some((member) => (typeof member === 'string' ? member === module : member.modules.includes(module))),
      ),
  );
  return index < 0 ? stages.length + 1 : index + 1;
}

/** Awards that are this one by name: of the programme itself, or all that give the qualification, and it by itself. */
export function formsOf(catalogue: Catalogue, award: Id): AwardForm[] {
  const programme = catalogue.programmes.get(award);
  const whole = programme && programme.award !== SINGLE ? [{ qualification: programme.award, programme }] : [];
  const bare = catalogue.qualifications.get(award)?.creditsByLevel ? [{ qualification: award }] : [];
  return [...whole, ...(giving(catalogue).get(award) ?? []), ...bare];
}

const remembered = new WeakMap<Catalogue, ReadonlyMap<Id, AwardForm[]>>();

/** Who gives each qualification, gone through once for a catalogue. */
function giving(catalogue: Catalogue): ReadonlyMap<Id, AwardForm[]> {
  const known = remembered.get(catalogue);
  if (known) return known;
  const found = new Map<Id, AwardForm[]>();
  for (const programme of catalogue.rows.programmes)
    for (const form of formsFrom(programme, 1)) {
      const forms = found.get(form.qualification);
      if (forms) forms.push(form);
      else found.set(form.qualification, [form]);
    }
  remembered.set(catalogue, found);
  return found;
}
