import { KINDS, type Kind, type Rows } from '../../domain/catalogue.js';
import { type Flaw, nameOfPath, type Path } from '../shape/flaw.js';
import type { Finding } from './known.js';

interface Bounds {
  least?: number;
  most?: number;
  whole?: boolean;
}
type Bounded = readonly [path: string, bounds: Bounds];

const COUNT = { least: 1, whole: true };
const AGE = { least: 0, most: 120, whole: true };
const WEEK = { least: 0, most: 168 };
const PERCENT = { least: 0, most: 100 };
const AMOUNT = { least: 0 };

const LEARNER: readonly Bounded[] = [
  ['awards.*.mark', PERCENT],
  ['awards.*.stage', COUNT],
  ['modules.*.mark', PERCENT],
  ['experience.*.months', AMOUNT],
  ['experience.*.hoursPerWeek', WEEK],
  ['employment.hoursPerWeek', WEEK],
  ['band', { least: 1, most: 9, whole: true }],
  ['careerFrameworkLevel', { least: 1, most: 9, whole: true }],
  ['loanEntitlement', AMOUNT],
];
const RECOGNITION: readonly Bounded[] = [
  ['hours.theory', AMOUNT],
  ['hours.practice', AMOUNT],
  ['scope.years.*', { least: 1900, most: 2200, whole: true }],
];

/** Where a number stands that the types leave open, and between what it must lie. */
const BOUNDS: Partial<Record<Kind, readonly Bounded[]>> = {
  modules: [['unsupervisedHours', AMOUNT]],
  programmes: [['stages.*.groups.*.choose.members', COUNT]],
  deliveries: [['months.*', COUNT]],
  qualifications: [
    ['theoryHours', AMOUNT],
    ['practiceHours', AMOUNT],
  ],
  mappings: RECOGNITION,
  agreements: RECOGNITION,
  experienceMappings: [...RECOGNITION, ['hoursPerWeek', WEEK]],
  entryRules: [
    ['minimumAge', AGE],
    ['maximumAge', AGE],
    ['stages.*', COUNT],
  ],
  funding: [
    ['minimumAge', AGE],
    ['maximumAge', AGE],
  ],
  tariffs: [['points.*.points', AMOUNT]],
  cohorts: LEARNER.map(([path, bounds]) => [`learner.${path}`, bounds] as const),
};

/** Numbers that the engines count with lie where they mean something. */
export function* numbers(rows: Rows): Iterable<Finding> {
  for (const kind of KINDS)
    for (const row of rows[kind]) for (const flaw of outOfBounds(row, BOUNDS[kind] ?? [])) yield { ...flaw, kind, row };
}

/** The same of a learner, without repeating the number. */
export const learnerNumbers = (learner: object): Flaw[] => [
  ...outOfBounds(learner, LEARNER, (path) => `${nameOfPath(path)} is no possible number`),
];

function* outOfBounds(
  row: object,
  bounded: readonly Bounded[],
  names = (path: Path, value: number): string => `${nameOfPath(path)} is ${value}`,
): Iterable<Flaw> {
  for (const [pattern, { least, most, whole }] of bounded)
    for (const [path, value] of found(row, pattern.split('.'), [])) {
      if (typeof value !== 'number') continue;
      const inside =
        (least === undefined || value >= least) &&
        (most === undefined || value <= most) &&
        (!whole || Number.isInteger(value));
      if (inside) continue;
      const range = most === undefined ? ` of ${least} or more` : ` from ${least} to ${most}`;
      yield {
        code: 'OUT_OF_RANGE',
        path,
        message: `${names(path, value)}: it must be a ${whole ? 'whole ' : ''}number${range}.`,
      };
    }
}

/** What stands at a path in which `*` is any key or index. */
function* found(value: unknown, [key, ...deeper]: readonly string[], path: Path): Iterable<[Path, unknown]> {
  if (key === undefined) yield [path, value];
  else if (typeof value === 'object' && value !== null)
    for (const [own, inner] of key === '*'
      ? Object.entries(value)
      : [[key, (value as Record<string, unknown>)[key]] as const])
      yield* found(inner, deeper, [...path, Array.isArray(value) ? Number(own) : own]);
}
