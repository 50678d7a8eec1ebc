import type { Qualification } from '../../domain/provision.js';
import type { Flaw, Path } from '../shape/flaw.js';

/** A grade is compared on the scale of its qualification: it must stand on one. */
export function* offScale(
  grade: string,
  path: Path,
  named: readonly Qualification[],
  needsScale: boolean,
): Iterable<Flaw> {
  const scales = named.flatMap(({ grades }) => (grades ? [grades.flat()] : []));
  if (named.length === 0 || scales.some((scale) => scale.includes(grade)) || (!needsScale && scales.length === 0))
    return;
  const ids = named
    .slice(0, 3)
    .map(({ id }) => `\`${id}\``)
    .join(', ');
  const message =
    scales.length === 0
      ? `the grade \`${grade}\` cannot be compared, since ${ids} ${named.length === 1 ? 'has' : 'have'} no scale: give \`grades\` there, from best to least, or leave the grade out.`
      : `\`${grade}\` is no grade of ${ids}: its grades are ${(scales[0] ?? []).join(', ')}.`;
  yield { code: 'UNKNOWN_GRADE', path, message };
}
