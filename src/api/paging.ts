import type { Problem } from '../domain/problem.js';
import { ArgsType, type ClassType, Field, Int, ObjectType } from './decorators.js';

export const MOST_A_PAGE = 100;
export const DEFAULT_PAGE = 20;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'How many entries, 1 to 100; 20 where not given.' })
  first?: number;
  @Field(() => String, {
    nullable: true,
    description: 'The cursor after which to go on: `endCursor` of the page before.',
  })
  after?: string;
}

@ObjectType({ description: 'Where a page stands in its list.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'Whether there is something before this page.' })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first entry; none on an empty page.' })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the last entry; none on an empty page.' })
  endCursor!: string | null;
}

/** A page of a list. */
export interface Page<Node> {
  nodes: Node[];
  edges: { cursor: string; node: Node }[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** The connection class for pages of a type; `plural` says what its entries are. */
export function connectionOf<Node extends object>(
  node: ClassType<Node>,
  name: string,
  plural: string,
): ClassType<Page<Node>> {
  @ObjectType(`${name}Edge`, { description: `One of ${plural}, with its cursor.`, simpleResolvers: true })
  class Edge {
    @Field(() => String, { description: 'Where it stands in the list, opaque.' })
    cursor!: string;
    @Field(() => node, { description: 'The entry itself.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${plural}.`, simpleResolvers: true })
  class Connection implements Page<Node> {
    @Field(() => [node], { description: 'The entries of the page.' })
    nodes!: Node[];
    @Field(() => [Edge], { description: 'The entries of the page, each with its cursor.' })
    edges!: Edge[];
    @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
    pageInfo!: PageInfo;
    @Field(() => Int, { description: 'How many entries the whole list has.' })
    totalCount!: number;
  }
  return Connection;
}

/** What is wrong with the arguments of a page, `after` apart, which only the list can judge. */
export function pageProblems({ first }: PageArgs, most = MOST_A_PAGE): Problem[] {
  if (first === undefined || first === null || (first >= 1 && first <= most)) return [];
  return [{ code: 'OUT_OF_RANGE', field: 'first', message: `a page has 1 to ${most} entries: ask for so many.` }];
}

/** A list that is read from some entry on, so that it need not be laid out whole. */
export interface Listing<Node> {
  readonly length: number;
  /** The entries after the one of a key, or from the first on, so many at the most; undefined where no entry has the key. */
  after: (key: string | undefined, most: number) => readonly Node[] | undefined;
}

/** The page asked of a list whose entries have a key of their own; nothing where `after` is no cursor of the list. */
export function pageOf<Node>(
  list: readonly Node[],
  key: (node: Node) => string,
  args: PageArgs,
): Page<Node> | undefined {
  const after = (wanted: string | undefined, most: number): readonly Node[] | undefined => {
    const begin = wanted === undefined ? 0 : list.findIndex((node) => key(node) === wanted) + 1;
    return begin === 0 && wanted !== undefined ? undefined : list.slice(begin, begin + most);
  };
  return pageOfListing({ length: list.length, after }, key, args);
}

/** The page asked of a list that is read only as far as the page goes; nothing where `after` is no cursor of the list. */
export function pageOfListing<Node>(
  list: Listing<Node>,
  key: (node: Node) => string,
  { first, after }: PageArgs,
): Page<Node> | undefined {
  const size = first ?? DEFAULT_PAGE;
  const wanted = after === undefined || after === null ? undefined : keyOf(after);
  const entries = wanted === NO_KEY ? undefined : list.after(wanted, size + 1);
  if (!entries) return undefined;
  const nodes = entries.slice(0, size);
  const cursor = (at: number): string | null => (nodes.length > 0 ? cursorOf(key(nodes.at(at)!)) : null);
  return {
    nodes,
    // Most ask for the nodes alone.
    get edges() {
      return nodes.map((node) => ({ cursor: cursorOf(key(node)), node }));
    },
    totalCount: list.length,
    pageInfo: {
      hasNextPage: entries.length > size,
      hasPreviousPage: wanted !== undefined,
      startCursor: cursor(0),
      endCursor: cursor(-1),
    },
  };
}

/** The page of a list without entries. */
export const emptyPage = (): Page<never> => ({
  nodes: [],
  edges: [],
  totalCount: 0,
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
});

const cursorOf = (key: string): string => Buffer.from(key).toString('base64url');

/** No entry's key: a cursor that was not made here. */
const NO_KEY = '';

function keyOf(cursor: string): string {
  const key = Buffer.from(cursor, 'base64url').toString();
  return cursorOf(key) === cursor ? key : NO_KEY;
}
