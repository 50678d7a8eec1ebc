/** Where a value stands within a row: field names and, in lists, indexes from 0. */
export type Path = readonly (string | number)[];

/** Something wrong within a value, not yet placed in a file. */
export interface Flaw {
  code: string;
  path: Path;
  message: string;
}

/** `limits.2.fraction` */
export const textOfPath = (path: Path): string => path.join('.');

/** The field a path ends at, as a reader calls it: `months` for `months.3`, with the number that an index means. */
export function nameOfPath(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'what stands here';
  if (typeof last === 'string') return `\`${last}\``;
  const list = path.findLast((part) => typeof part === 'string');
  return list === undefined ? `entry ${last + 1}` : `entry ${last + 1} of \`${list}\``;
}
