import type { Accepts, Condition } from '../../domain/conditions.js';
import type { Id } from '../../domain/fact.js';
import type { Programme, Qualification } from '../../domain/provision.js';
import { type Catalogue, modulesOf } from '../../graph/catalogue.js';

/** An award that a programme gives, and the stage after which it gives it. */
export interface Given {
  readonly award: Qualification;
  readonly stage: number;
}

/** What a programme gives: its award after its last stage, and the exit awards of its stages. */
export function awardsGiven(catalogue: Catalogue, { award, stages }: Programme): Given[] {
  const given = [
    { id: award, stage: stages.length },
    ...stages.map(({ exitAward = '' }, index) => ({ id: exitAward, stage: index + 1 })),
  ];
  return given.flatMap(({ id, stage }) => {
    const qualification = catalogue.qualifications.get(id);
    return qualification ? [{ award: qualification, stage }] : [];
  });
}

/** The programmes that can help to meet a condition, each with the stages after which it does. */
export function suppliersOf(catalogue: Catalogue, condition: Condition): ReadonlyMap<Id, readonly number[]> {
  const known = REMEMBERED.get(catalogue) ?? new Map<Condition, Map<Id, readonly number[]>>();
  REMEMBERED.set(catalogue, known);
  const found = known.get(condition) ?? new Map(supplying(catalogue, condition));
  known.set(condition, found);
  return found;
}

const REMEMBERED = new WeakMap<Catalogue, Map<Condition, Map<Id, readonly number[]>>>();

function* supplying(catalogue: Catalogue, condition: Condition): Iterable<[Id, readonly number[]]> {
  for (const alike of classesOf(catalogue)) {
    const shared = asksOfAwardsAlone(condition) ? suppliedAfter(catalogue, alike[0]!, condition) : undefined;
    for (const programme of alike) {
      const stages = shared ?? suppliedAfter(catalogue, programme, condition);
      if (stages.length > 0) yield [programme.id, stages];
    }
  }
}

/** Whether programmes that give the same awards after the same stages help alike. */
const asksOfAwardsAlone = (condition: Condition): boolean =>
  condition.kind === 'subject' || condition.kind === 'tariff' || (condition.kind === 'award' && !condition.awards);

const CLASSES = new WeakMap<Catalogue, Programme[][]>();

/** Programmes that give the same awards, of the same grade, after the same stages. */
function classesOf(catalogue: Catalogue): readonly Programme[][] {
  const known = CLASSES.get(catalogue);
  if (known) return known;
  const classes = new Map<string, Programme[]>();
  for (const programme of catalogue.programmes.values()) {
    const { award, grade = '', stages } = programme;
    const name = [award, grade, ...stages.map(({ exitAward = '' }) => exitAward)].join('|');
    const alike = classes.get(name);
    if (alike) alike.push(programme);
    else classes.set(name, [programme]);
  }
  const found = [...classes.values()];
  CLASSES.set(catalogue, found);
  return found;
}

/** The stages of a programme after which it can help to meet a condition. */
function suppliedAfter(catalogue: Catalogue, programme: Programme, condition: Condition): number[] {
  const after = (suits: (award: Qualification) => boolean): number[] =>
    awardsGiven(catalogue, programme).flatMap(({ award, stage }) => (suits(award) ? [stage] : []));
  switch (condition.kind) {
    case 'subject':
      return after(
        (award) =>
          award.level >= condition.level &&
          (award.subject === undefined || award.subject === condition.subject) &&
          [...condition.accepted, ...(condition.considered ?? [])].some((accepts) =>
            isAccepted(accepts, award, programme.grade),
          ),
      );
    case 'award':
      return after(
        (award) =>
          (!condition.kinds || condition.kinds.includes(award.kind)) &&
          (!condition.awards || condition.awards.some((id) => id === award.id || id === programme.id)) &&
          (condition.minimumLevel === undefined || award.level >= condition.minimumLevel) &&
          (condition.grade === undefined ||
            isAccepted({ qualification: award.id, grade: condition.grade }, award, programme.grade)),
      );
    case 'credits':
      return programme.stages.flatMap((stage, index) =>
        modulesOf({ ...programme, stages: [stage] }).some(
          (id) => (catalogue.modules.get(id)?.level ?? 0) >= condition.level,
        )
          ? [index + 1]
          : [],
      );
    case 'registration':
      return condition.status !== 'lapsed' &&
        [...(catalogue.partsOf.get(programme.id) ?? [])].some((part) => condition.parts.includes(part))
        ? [programme.stages.length]
        : [];
    case 'tariff':
      return after(({ id, kind }) =>
        catalogue.rows.tariffs.some(({ points }) =>
          points.some((row) => row.qualification === id || row.kind === kind),
        ),
      );
    case 'experience':
    case 'employment':
    case 'declaration':
    case 'judgement':
    case 'all':
    case 'any':
    case 'atLeast':
      return [];
  }
}

function isAccepted(
  { qualification, kind, grade }: Accepts,
  { id, kind: own, grades = [] }: Qualification,
  given: string | undefined,
): boolean {
  if (qualification !== undefined ? qualification !== id : kind !== own) return false;
  if (grade === undefined) return true;
  const rank = (label: string | undefined): number =>
    grades.findIndex((labels) => label !== undefined && labels.includes(label));
  return rank(given) >= 0 && rank(given) <= rank(grade);
}
