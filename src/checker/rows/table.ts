import type { World } from '../world.js';
import { groupRows, heldRows, targetRows, usesRows } from './claims.js';
import { floorRows, limitRows, minimumRows } from './limits.js';
import { type Ground, groundOf, type Lay, type Row, type Term } from './row.js';
import { beginsRows, shorterRows, spanRows } from './span.js';
import { reachRows, wholeRows } from './stages.js';

type Family = (ground: Ground, lay: Lay) => void;

/** Which rows there are, by the first word of their names. */
const FAMILIES: ReadonlyMap<string, Family> = new Map<string, Family>([
  ['target', targetRows],
  ['held', heldRows],
  ['uses', usesRows],
  ['group', groupRows],
  ['limit', limitRows],
  ['floor', floorRows],
  ['minimum', minimumRows],
  ['whole', wholeRows],
  ['reach', reachRows],
  ['one', reachRows],
  ['begins', beginsRows],
  ['span', spanRows],
  ['shorter', shorterRows],
]);

/** In which rows a variable that is no claim stands, by the first word of its name. */
const OF_VARIABLES: ReadonlyMap<string, string> = new Map([
  ['uses', 'uses'],
  ['take', 'group'],
  ['given', 'minimum'],
  ['whole', 'whole'],
  ['reach', 'reach'],
  ['begins', 'begins'],
  ['shorter', 'shorter'],
]);

/** The rows that every allowed set of claims keeps, found by name; worked out from the catalogue when they are asked. */
export class Rows {
  readonly #ground: Ground;
  readonly #laid = new Map<Family, Map<string, Row>>();

  constructor(world: World) {
    this.#ground = groundOf(world);
  }

  /** The row of this name; nothing where the catalogue gives none. */
  find(name: string): Row | undefined {
    return this.#family(firstWord(name)).get(name);
  }

  /** Whether there is a variable of this name: a claim that stands, or one that a row speaks of. */
  has(variable: string): boolean {
    if (this.#ground.standing.has(variable)) return true;
    const family = this.#family(OF_VARIABLES.get(firstWord(variable)) ?? '');
    return [...family.values()].some(({ terms }) => terms.some(([name]) => name === variable));
  }

  #family(word: string): Map<string, Row> {
    const family = FAMILIES.get(word);
    if (!family) return new Map();
    const known = this.#laid.get(family);
    if (known) return known;
    const rows = new Map<string, Row>();
    family(this.#ground, (name, most, terms) => rows.set(name, new LazyRow(most, terms)));
    this.#laid.set(family, rows);
    return rows;
  }
}

class LazyRow implements Row {
  #terms: readonly Term[] | undefined;

  constructor(
    readonly most: number,
    private readonly workOut: () => Term[],
  ) {}

  get terms(): readonly Term[] {
    this.#terms ??= this.workOut();
    return this.#terms;
  }
}

const firstWord = (name: string): string => name.split(' ', 1)[0] ?? '';
