import type { Id } from '../../domain/fact.js';

/** The known id that is most like the one given, if a quarter of its letters or fewer differ; ties go to the least. */
export function nearestId(id: Id, known: Iterable<Id>): Id | undefined {
  const wanted = id.toLowerCase();
  let least = Math.max(1, Math.floor(id.length / 4));
  let best: Id | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - id.length) > least) continue;
    const steps = stepsBetween(wanted, candidate.toLowerCase(), least);
    if (steps > least || (steps === least && best !== undefined && candidate >= best)) continue;
    best = candidate;
    least = steps;
  }
  return best;
}

/** Letters put in, left out or exchanged (Levenshtein); more than `most` as soon as it must be more. */
function stepsBetween(a: string, b: string, most: number): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    for (let column = 1; column <= b.length; column++) {
      const exchanged = (above[column - 1] as number) + (a[row - 1] === b[column - 1] ? 0 : 1);
      here.push(Math.min(exchanged, (above[column] as number) + 1, (here[column - 1] as number) + 1));
    }
    if (Math.min(...here) > most) return most + 1;
    above = here;
  }
  return above[b.length] as number;
}
