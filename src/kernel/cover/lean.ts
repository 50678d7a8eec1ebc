import type { Row, Term } from '../binary-model.js';

/** Rows with as few variables as do, and where the value of each variable that was taken out is found. */
export interface Lean {
  readonly rows: readonly Row[];
  /** Variables taken out, each with those that it is the sum of. */
  readonly replaced: ReadonlyMap<number, readonly number[]>;
}

/** What joins the names of rows that were added up. */
export const SUM = ' + ';

/**
 * Takes out of rows what only says the same again. `own` tells variables that gain nothing and stand in no other rows.
 * - A row that cannot be broken while others let one variable of many be 1 goes.
 * - "At most one" of own variables goes where they are only asked for by one row that wants one of them: more are not needed.
 * - An own variable that one row asks for, and one row holds to at most some others, is replaced by these: it costs
 *   nothing to set it as high as it may be. The row that asks for it is then the sum of both, and so is its name.
 * Each assignment of the other variables that the rows allow is allowed after, and none besides.
 */
export function lean(rows: readonly Row[], own: (variable: number) => boolean): Lean {
  const left = withoutPacking(withoutImplied(rows), own);
  const standing = occurrences(left, own);
  const gone = new Set<number>();
  const added = new Map<number, number[]>();
  const replaced = new Map<number, readonly number[]>();
  for (const [variable, places] of standing) {
    if (places.length !== 2) continue;
    const asking = places.find((place) => coefficientOf(left[place]!, variable) === -1);
    const holding = places.find((place) => isHolding(left[place]!, variable, own));
    if (asking === undefined || holding === undefined || asking === holding) continue;
    // Several that are 1 stand for one variable only where no more than one is asked for.
    if (left[holding]!.terms.length > 2 && !wantsOne(left[asking]!)) continue;
    replaced.set(
      variable,
      left[holding]!.terms.filter(([other]) => other !== variable).map(([other]) => other),
    );
    gone.add(holding);
    added.set(asking, [...(added.get(asking) ?? []), holding]);
  }
  const kept = left.flatMap((row, place) => {
    if (gone.has(place)) return [];
    const others = added.get(place);
    return others
      ? [
          sumOf(
            row,
            others.map((other) => left[other]!),
          ),
        ]
      : [row];
  });
  return { rows: kept, replaced };
}

/** Without the rows that hold wherever each "at most one" does: each variable counts with the first of these it stands in. */
function withoutImplied(rows: readonly Row[]): Row[] {
  const groupOf = new Map<number, number>();
  const packing = rows.map(isPacking);
  rows.forEach(({ terms }, place) => {
    if (packing[place]) for (const [variable] of terms) if (!groupOf.has(variable)) groupOf.set(variable, place);
  });
  return rows.filter(({ terms, most }, place) => {
    if (packing[place]) return true;
    let greatest = 0;
    const ofGroup = new Map<number, number>();
    for (const [variable, coefficient] of terms) {
      const group = groupOf.get(variable);
      if (group === undefined) greatest += Math.max(0, coefficient);
      else ofGroup.set(group, Math.max(0, coefficient, ofGroup.get(group) ?? 0));
    }
    for (const one of ofGroup.values()) greatest += one;
    return greatest > most;
  });
}

/** Whether a row says "at most one of these". */
const isPacking = ({ terms, most }: Row): boolean => most === 1 && terms.every(([, coefficient]) => coefficient === 1);

/** Whether a row says "at least one of these". */
const wantsOne = ({ terms, most }: Row): boolean => most === -1 && terms.every(([, coefficient]) => coefficient === -1);

/** Without each "at most one" whose variables are asked for by one row alone, which wants one of them and nothing else. */
function withoutPacking(rows: readonly Row[], own: (variable: number) => boolean): Row[] {
  const standing = occurrences(rows, own);
  const asking = (variable: number): number[] =>
    (standing.get(variable) ?? []).filter((place) => coefficientOf(rows[place]!, variable) < 0);
  return rows.filter((row) => {
    const { terms } = row;
    if (!isPacking(row) || !terms.every(([variable]) => own(variable))) return true;
    const [place] = terms.length > 0 ? asking(terms[0]![0]) : [];
    return (
      place === undefined ||
      !wantsOne(rows[place]!) ||
      !rows[place]!.terms.every(([variable]) => own(variable)) ||
      !terms.every(([variable]) => asking(variable).every((one) => one === place)) ||
      !rows[place]!.terms.every(([variable]) => asking(variable).length === 1)
    );
  });
}

/** The rows in which each own variable stands, by their places. */
function occurrences(rows: readonly Row[], own: (variable: number) => boolean): Map<number, number[]> {
  const standing = new Map<number, number[]>();
  rows.forEach(({ terms }, place) => {
    for (const [variable] of terms) {
      if (!own(variable)) continue;
      const places = standing.get(variable);
      if (places) places.push(place);
      else standing.set(variable, [place]);
    }
  });
  return standing;
}

const coefficientOf = ({ terms }: Row, variable: number): number =>
  terms.find(([other]) => other === variable)?.[1] ?? 0;

/** Whether a row holds one own variable to at most the sum of others that are not own. */
const isHolding = ({ terms, most }: Row, variable: number, own: (variable: number) => boolean): boolean =>
  most === 0 &&
  terms.length > 1 &&
  terms.every(([other, coefficient]) => (other === variable ? coefficient === 1 : coefficient === -1 && !own(other)));

function sumOf(row: Row, others: readonly Row[]): Row {
  const sums = new Map<number, number>();
  for (const { terms } of [row, ...others])
    for (const [variable, coefficient] of terms) sums.set(variable, (sums.get(variable) ?? 0) + coefficient);
  const terms = [...sums]
    .filter(([, coefficient]) => coefficient !== 0)
    .map(([variable, sum]): Term => [variable, sum]);
  const names = [row, ...others].map(({ name }) => name);
  return { name: names.join(SUM), terms, most: [row, ...others].reduce((sum, { most }) => sum + most, 0) };
}
