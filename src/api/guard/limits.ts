import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { DEFAULT_PAGE, MOST_A_PAGE } from '../paging.js';

/** What one request may ask. */
export interface Limits {
  readonly depth: number;
  readonly aliases: number;
  readonly cost: number;
  readonly page: number;
}

/** What one request may ask where the deployment sets nothing else. */
export const LIMITS = {
  /** Fields within fields. */
  depth: 12,
  /** Fields under another name, so that they can be asked again and again. */
  aliases: 30,
  /** Words and signs of the document. */
  tokens: 5_000,
  /** Rows read, pages multiplied, with what the questions themselves take. */
  cost: 20_000,
  /** Entries of one page. */
  page: MOST_A_PAGE,
  /** Bytes of the request's body, as the parser of bodies is told. */
  body: '1mb',
} as const;

interface Weight {
  depth: number;
  aliases: number;
  cost: number;
}

/** Throws the limits that an operation breaks, all of them, before anything is executed. */
export function holdToLimits(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limits: Limits,
): void {
  const root = schema.getRootType(operation.operation);
  if (!root) return;
  const weight = new Scales(document, variables, limits.page).weigh(operation.selectionSet, root);
  const broken = (['depth', 'aliases', 'cost'] as const).filter((measure) => weight[measure] > limits[measure]);
  if (broken.length === 0) return;
  const says = broken.map((measure) => `${measure} ${Math.min(weight[measure], 1e9)}, at most ${limits[measure]}`);
  throw new GraphQLError(
    `This request asks too much at once: ${says.join('; ')}. Ask for smaller pages, or in parts.`,
    {
      extensions: { code: 'REQUEST_TOO_LARGE', http: { status: 400 } },
    },
  );
}

/** Weighs selections; each fragment once, however often it is spread. */
class Scales {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #weighed = new Map<string, Weight>();

  constructor(
    document: DocumentNode,
    readonly variables: Readonly<Record<string, unknown>>,
    readonly mostAPage: number,
  ) {
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  weigh({ selections }: SelectionSetNode, parent: GraphQLOutputType): Weight {
    const total: Weight = { depth: 0, aliases: 0, cost: 0 };
    for (const selection of selections) {
      const weight =
        selection.kind === Kind.FIELD
          ? this.#field(selection, parent)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? this.weigh(selection.selectionSet, parent)
            : this.#spread(selection.name.value, parent);
      total.depth = Math.max(total.depth, weight.depth);
      total.aliases += weight.aliases;
      total.cost += weight.cost;
    }
    return total;
  }

  #spread(name: string, parent: GraphQLOutputType): Weight {
    const known = this.#weighed.get(name);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    const weight = fragment ? this.weigh(fragment.selectionSet, parent) : { depth: 0, aliases: 0, cost: 0 };
    this.#weighed.set(name, weight);
    return weight;
  }

  #field(node: FieldNode, parent: GraphQLOutputType): Weight {
    const aliases = node.alias ? 1 : 0;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    // Questions about the schema itself are held by the library's own rule.
    if (!field) return { depth: 0, aliases, cost: 1 };
    const own = (field.extensions as { cost?: number }).cost ?? 0;
    const type = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(type)) return { depth: 1, aliases, cost: own };
    const inner = this.weigh(node.selectionSet, type as GraphQLObjectType);
    const times = field.args.some(({ name }) => name === 'after') ? this.#pageSize(node) : 1;
    return { depth: inner.depth + 1, aliases: aliases + inner.aliases, cost: own + 1 + times * inner.cost };
  }

  /** How many entries a page may have; a size that cannot be is refused where it is read. */
  #pageSize(node: FieldNode): number {
    const value = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    const asked =
      value?.kind === Kind.INT
        ? Number(value.value)
        : value?.kind === Kind.VARIABLE
          ? this.variables[value.name.value]
          : undefined;
    return typeof asked === 'number' ? Math.min(Math.max(asked, 1), this.mostAPage) : DEFAULT_PAGE;
  }
}
