import { suggestion } from '../../domain/nearest.js';
import { type Flaw, nameOfPath, type Path } from './flaw.js';
import { resolved, type Schema } from './schema.js';
import { hasType, meant, quoted } from './words.js';

/** The check of one shape, which a branch is tried by. */
type Explain = (value: unknown, schema: Schema, root: Schema, path: Path) => Flaw[];

/** What keeps a value from being any of several shapes, told against the one it was meant to be. */
export function explainBranches(value: unknown, shape: Schema, root: Schema, path: Path, explain: Explain): Flaw[] {
  const branches = (shape.anyOf ?? []).map((branch) => resolved(branch, root));
  const tag = tagOf(branches);
  if (tag !== undefined && hasType(value, 'object'))
    return explainTagged(value as Record<string, unknown>, tag, branches, shape, root, path, explain);
  const wanted = tag === undefined ? branches.map(meant).join(' or ') : `a mapping with \`${tag}\``;
  const none: Flaw = {
    code: 'WRONG_TYPE',
    path,
    message: `${nameOfPath(path)} is ${quoted(value)}: it must be ${wanted}.`,
  };
  const tried = branches
    .filter((branch) => hasTypeOf(value, branch))
    .map((branch) => explain(value, branch, root, path));
  if (
    tried.length === 0 ||
    tried.every(([flaw]) => flaw?.code === 'UNKNOWN_CHOICE' && flaw.path.length === path.length)
  )
    return [none];
  return tried.reduce((best, flaws) =>
    flaws.length < best.length || (flaws.length === best.length && depth(flaws) > depth(best)) ? flaws : best,
  );
}

/** The field that tells the shapes of a union apart: one of constant value in each. */
function tagOf(branches: readonly Schema[]): string | undefined {
  return ['kind', 'op'].find((field) => branches.every((branch) => branch.properties?.[field]?.const !== undefined));
}

function explainTagged(
  value: Record<string, unknown>,
  tag: string,
  branches: readonly Schema[],
  shape: Schema,
  root: Schema,
  path: Path,
  explain: Explain,
): Flaw[] {
  const tags = branches.map((branch) => String(branch.properties?.[tag]?.const));
  const given = value[tag];
  const found = branches[tags.indexOf(String(given))];
  if (found && typeof given === 'string') return explain(value, found, root, path);
  const noun = (shape.title ?? 'entry').toLowerCase();
  const at = [...path, tag];
  if (given === undefined)
    return [
      {
        code: 'MISSING_FIELD',
        path: at,
        message: `\`${tag}\` is missing: say which kind of ${noun} this is, one of ${tags.join(', ')}.`,
      },
    ];
  const message = `unknown kind of ${noun} ${quoted(given)}: use one of ${tags.join(', ')}.${typeof given === 'string' ? suggestion(given, tags) : ''}`;
  return [{ code: 'UNKNOWN_CHOICE', path: at, message }];
}

/** Flaws deep within a shape mean that its outer form was right. */
const depth = (flaws: readonly Flaw[]): number =>
  Math.max(
    0,
    ...flaws.map(({ code, path }) => path.length - (code === 'MISSING_FIELD' || code === 'UNKNOWN_FIELD' ? 1 : 0)),
  );

function hasTypeOf(value: unknown, branch: Schema): boolean {
  if (branch.type !== undefined)
    return hasType(value, branch.type) || (branch.type === 'integer' && hasType(value, 'number'));
  return true;
}
