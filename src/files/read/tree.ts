import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import { KINDS, type Kind } from '../../domain/catalogue.js';
import { suggestion } from '../../domain/nearest.js';
import type { Problem } from '../../domain/problem.js';
import type { Path } from '../shape/flaw.js';
import { hasType, quoted } from '../shape/words.js';
import type { Content } from './content.js';

/** A YAML or JSON text as plain values that still know their lines. */
export interface Tree {
  value: unknown;
  lineOf(path: Path): number | undefined;
  problems: Problem[];
}

/** Parses YAML, and JSON as the YAML that it is. Repeated keys and runaway aliases are problems. */
export function parseTree(text: string, file: string): Tree {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = [...document.errors, ...document.warnings].map((error) => syntaxProblem(error, lines, file));
  const lineOf = (path: Path) => lineAt(document, lines, path);
  if (problems.length > 0) return { value: undefined, lineOf, problems };
  visit(document, {
    Alias: (_, node) => {
      if (node.resolve(document)) return;
      const message = `nothing above is called \`&${node.source}\`, so \`*${node.source}\` stands for nothing: write the value out, or put text that begins with an asterisk in quotes.`;
      problems.push({ code: 'SYNTAX', message, file, line: lines.linePos(node.range?.[0] ?? 0).line });
    },
  });
  if (problems.length > 0) return { value: undefined, lineOf, problems };
  try {
    return { value: document.toJS({ maxAliasCount: 100 }), lineOf, problems };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const message = 'aliases in this file (`*name`) stand for far more than is written: write the rows out.';
    return { value: undefined, lineOf, problems: [{ code: 'RUNAWAY_ALIASES', message, file, line: 1 }] };
  }
}

/** The rows of a YAML or JSON file of a dataset. */
export function readTree(text: string, file: string): Content {
  const { value, lineOf, problems } = parseTree(text, file);
  if (problems.length > 0) return { rows: [], problems, unread: true };
  const problem = (code: string, message: string, path: Path): void => {
    problems.push({
      code,
      message,
      file,
      line: lineOf(path) ?? 1,
      ...(path.length > 0 ? { field: path.join('.') } : {}),
    });
  };
  const content: Content = { rows: [], problems };
  if (!hasType(value, 'object')) {
    const found = value === null ? 'nothing' : quoted(value);
    problem(
      'NOT_A_DATASET',
      `this file holds ${found}: it must be a mapping from kinds to lists of rows, such as \`modules:\` and below it \`- id: ...\`.`,
      [],
    );
    return { ...content, unread: true };
  }
  for (const [key, inner] of Object.entries(value as object)) {
    if (key === 'defaults') content.defaults = { value: inner, lineOf: (path) => lineOf([key, ...path]) };
    else if (!(KINDS as readonly string[]).includes(key))
      problem(
        'UNKNOWN_KIND',
        `there is no kind of row called \`${key}\`.${suggestion(key, KINDS) || ` The kinds are ${KINDS.join(', ')}.`}`,
        [key],
      );
    else if (!Array.isArray(inner))
      problem(
        'WRONG_TYPE',
        `\`${key}\` is ${inner === null ? 'empty' : quoted(inner)}: it must be a list of rows, each after a hyphen.`,
        [key],
      );
    else
      content.rows.push({
        kind: key as Kind,
        rows: inner.map((row, index) => ({ value: row, lineOf: (path) => lineOf([key, index, ...path]) })),
      });
  }
  return content;
}

/** The line of what stands at a path; where nothing does, of the innermost thing that it would stand in. */
function lineAt(document: Document, lines: LineCounter, path: Path): number | undefined {
  let node: unknown = document.contents;
  let offset = (node as Node | null)?.range?.[0];
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(part));
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(part)] as Node | undefined;
      if (!item) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

const SYNTAX: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'this field is given twice in the same row: keep one of the two',
  TAB_AS_INDENT: 'this line is indented with a tab: indent with spaces',
  MULTIPLE_DOCS: 'a second document begins here (`---`): put it into a file of its own',
  BAD_INDENT: 'this line is indented in a way that fits nothing above it: line it up with its neighbours',
  BAD_ALIAS: 'this alias stands for nothing: write the value out',
  MISSING_CHAR: 'a character is missing here, such as a closing quote or bracket or the colon after a field name',
  UNEXPECTED_TOKEN:
    'this does not belong here: text that holds a colon, or begins with a quote, bracket, `&`, `*`, `@` or `%`, needs quotes around it',
  BLOCK_AS_IMPLICIT_KEY: 'two fields stand on one line: put text that holds a colon and a space in quotes',
  MULTILINE_IMPLICIT_KEY: 'a field name goes over several lines: a colon may be missing above',
  TAG_RESOLVE_FAILED: 'tags (`!name`) mean nothing here: leave it out',
};

function syntaxProblem(error: YAMLError, lines: LineCounter, file: string): Problem {
  const message = `${SYNTAX[error.code] ?? `this cannot be read: ${error.message.split('\n')[0]}`}.`;
  return {
    code: error.code === 'DUPLICATE_KEY' ? 'DUPLICATE_FIELD' : 'SYNTAX',
    message,
    file,
    line: lines.linePos(error.pos[0]).line,
  };
}
