import type { World } from '../world.js';
import { groupRows, heldRows, targetRows, usesRows } from './claims.js';
import { floorRows, limitRows, minimumRows } from './limits.js';
import { Ground, type Lay, type Row, type Term } from './row.js';
import { beginsRows, shorterRows, spanRows } from './span.js';
import { joinings, joinRow, oneStageRow, type Reaching, reachings, reachRows, wholeRows } from './stages.js';

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
  ['one', oneStageRow],
  ['join', joinRow],
  ['begins', beginsRows],
  ['span', spanRows],
  ['shorter', shorterRows],
]);

/** In which rows a variable that is no claim stands, by the first word of its name. */
const OF_VARIABLES: ReadonlyMap<string, string> = new Map([
  ['uses', 'uses'],
  ['take', 'group'],
  ['given', 'minimum'],
  ['claimed', 'floor'],
  ['whole', 'whole'],
  ['begins', 'begins'],
  ['shorter', 'shorter'],
]);

/** First words of the names of ways to reach a stage, or to join one. */
const WAYS: readonly string[] = ['reach', 'join'];

/** The rows that every allowed set of claims keeps, found by name; worked out from the catalogue when they are asked. */
export class Rows {
  readonly #ground: Ground;
  readonly #laid = new Map<string, Map<string, Row>>();
  #ways: readonly Reaching[] | undefined;

  constructor(world: World) {
    this.#ground = new Ground(world);
  }

  /** The row of this name; nothing where the catalogue gives none. */
  find(name: string): Row | undefined {
    const way = this.#wayOf(name);
    if (!way) return this.#family(firstWord(name)).get(name);
    const [stage, group] = firstWord(name.slice(way.flag.length + 1)).split('/');
    const part = group === undefined ? stage : `${stage}/${group}`;
    return this.#lay(`${way.flag} ${part}`, reachRows(way, part)).get(name);
  }

  /** Whether there is a variable of this name: a claim that stands, or one that a row speaks of. */
  has(variable: string): boolean {
    if (this.#ground.standing.has(variable)) return true;
    const way = this.#wayOf(variable);
    if (way?.flag === variable) return true;
    const word = OF_VARIABLES.get(firstWord(variable));
    const rows = way ? this.#lay(way.flag, reachRows(way)) : this.#family(word ?? '');
    return [...rows.values()].some(({ terms }) => terms.some(([name]) => name === variable));
  }

  /** The way to reach or join a stage that a row or variable speaks of. */
  #wayOf(name: string): Reaching | undefined {
    if (!WAYS.includes(firstWord(name))) return undefined;
    this.#ways ??= [...reachings(this.#ground), ...joinings(this.#ground)];
    return this.#ways.find(({ flag }) => name === flag || name.startsWith(`${flag} `));
  }

  #family(word: string): ReadonlyMap<string, Row> {
    const family = FAMILIES.get(word);
    return family ? this.#lay(word, family) : NONE;
  }

  #lay(key: string, family: Family): ReadonlyMap<string, Row> {
    const known = this.#laid.get(key);
    if (known) return known;
    const rows = new Map<string, Row>();
    family(this.#ground, (name, most, terms) => rows.set(name, new LazyRow(most, terms)));
    this.#laid.set(key, rows);
    return rows;
  }
}

const NONE: ReadonlyMap<string, Row> = new Map();

class LazyRow implements Row {
  #terms: readonly Term[] | undefined;

  constructor(
    private readonly figure: number,
    private readonly workOut: () => Term[],
  ) {}

  get terms(): readonly Term[] {
    this.#terms ??= this.workOut();
    return this.#terms;
  }

  /** The figure rounded down to what the coefficients can add up to. */
  get most(): number {
    const step = this.terms.reduce((divisor, [, coefficient]) => commonDivisor(divisor, coefficient), 0);
    return step > 1 ? Math.floor(this.figure / step) * step : this.figure;
  }
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : commonDivisor(b, a % b));

const firstWord = (name: string): string => name.split(' ', 1)[0] ?? '';
