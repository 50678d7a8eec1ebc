import type { Finding } from './finding.js';
import { boundOf, type Priced } from './leaf.js';
import type { Rows } from './rows/table.js';

const PRICE = /^(\d+)(?:\/0*([1-9]\d*))?$/;

/** What a walk through a tree of a proof comes to. */
export interface Walked {
  /** The greatest worth that a leaf leaves possible; -Infinity where all leaves refute. */
  bound: number;
  /** Names of the rows it rests on. */
  rests: Set<string>;
  findings: Finding[];
}

/**
 * Walks a tree of case distinctions and judges each leaf by the rows that the catalogue gives: no set of claims that
 * keeps them is worth more than the bound. What is not a proof is a finding. The tree may be anything that was read.
 */
export function walk(tree: unknown, rows: Rows, worth: ReadonlyMap<string, number>, where: string): Walked {
  const fixed = new Map<string, 0 | 1>();
  const findings: Finding[] = [];
  const rests = new Set<string>();
  const refuse = (at: string, says: string): number => {
    findings.push({ where: at, says });
    return Number.NEGATIVE_INFINITY;
  };

  /** The bound of what is left of a tree, and every fixing undone. */
  const visit = (node: unknown, at: string): number => {
    if (!isObject(node)) return refuse(at, 'a case of the proof is missing here.');
    const follow: string[] = [];
    const goesOn = imply(node.implied, at, follow);
    const bound = !goesOn ? Number.NEGATIVE_INFINITY : 'prices' in node ? leaf(node, at) : branch(node, at);
    for (const variable of follow) fixed.delete(variable);
    return bound;
  };

  /** Fixes what follows row by row, and lists it; false where something does not follow, or nothing is left here. */
  const imply = (implied: unknown, at: string, follow: string[]): boolean => {
    const stop = (says: string): boolean => {
      refuse(`${at}.implied`, says);
      return false;
    };
    if (implied === undefined || implied === null) return true;
    if (!Array.isArray(implied)) return stop('this is no list of what follows.');
    for (const entry of implied) {
      const [variable, value, name] = Array.isArray(entry) ? entry : [];
      if (typeof variable !== 'string' || (value !== 0 && value !== 1) || typeof name !== 'string')
        return stop('an entry is not a variable, the value 0 or 1, and a row.');
      const row = rows.find(name);
      if (!row) return stop(`the catalogue gives no row "${name}".`);
      if (!decides(row, variable, value, fixed)) return stop(`"${name}" does not make "${variable}" ${value}.`);
      rests.add(name);
      const settled = fixed.get(variable);
      if (settled === value) continue;
      // Fixed the other way already, the row cannot be kept: there is nothing here.
      if (settled !== undefined) return false;
      fixed.set(variable, value);
      follow.push(variable);
    }
    return true;
  };

  const branch = ({ on, zero, one }: Record<string, unknown>, at: string): number => {
    if (typeof on !== 'string' || !(fixed.has(on) || rows.has(on)))
      return refuse(at, `the proof tells cases of "${String(on)}" apart, and there is no such choice.`);
    const settled = fixed.get(on);
    if (settled !== undefined) return settled === 1 ? visit(one, `${at}.one`) : visit(zero, `${at}.zero`);
    fixed.set(on, 0);
    const without = visit(zero, `${at}.zero`);
    fixed.set(on, 1);
    const having = visit(one, `${at}.one`);
    fixed.delete(on);
    return Math.max(without, having);
  };

  const leaf = ({ prices, refutes }: Record<string, unknown>, at: string): number => {
    if (!Array.isArray(prices)) return refuse(`${at}.prices`, 'this is no list of prices.');
    const priced: Priced[] = [];
    for (const entry of prices) {
      const [name, price] = Array.isArray(entry) ? entry : [];
      const [, n, d = '1'] = PRICE.exec(String(price)) ?? [];
      if (typeof name !== 'string' || typeof price !== 'string' || n === undefined)
        return refuse(`${at}.prices`, 'an entry is not a row and a price at or above zero, written as 2/3.');
      const row = rows.find(name);
      if (!row) return refuse(`${at}.prices`, `the catalogue gives no row "${name}".`);
      priced.push({ row, n, d });
      rests.add(name);
    }
    if (refutes !== true) return boundOf(priced, worth, fixed);
    const sum = boundOf(priced, new Map(), fixed);
    return sum < 0 ? Number.NEGATIVE_INFINITY : refuse(at, 'these prices do not prove that nothing fits here.');
  };

  return { bound: visit(tree, where), rests, findings };
}

/** Whether a row cannot be kept with the variable at the other value, whatever is chosen of those not fixed. */
function decides(
  { terms, most }: { terms: readonly (readonly [string, number])[]; most: number },
  variable: string,
  value: 0 | 1,
  fixed: ReadonlyMap<string, 0 | 1>,
): boolean {
  let least = 0;
  for (const [name, coefficient] of terms) {
    const at = name === variable ? 1 - value : fixed.get(name);
    least += at === undefined ? Math.min(0, coefficient) : at * coefficient;
  }
  return least > most;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
