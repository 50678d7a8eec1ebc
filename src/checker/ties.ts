import type { Claim } from '../domain/claim.js';
import type { Id } from '../domain/fact.js';
import { compareLists } from '../domain/order.js';
import type { Finding } from './finding.js';
import { broken, doneWith } from './kept.js';
import { stagesReached } from './reached.js';
import type { World } from './world.js';
import type { Reach } from './worth.js';

/**
 * Claims that, in place of those they exclude, come to as many credits and as high a stage and are better by the later
 * parts of the objective (spec 3.4); and claims that could be left out. This does not prove the answer the first of all
 * equals, as it looks one exchange far; but it finds whoever put in a claim that is only as good.
 */
export function exchangeFindings(world: World, used: readonly Claim[], attained: Reach): Finding[] {
  return firstOf(exchanges(world, used), (claims) => compareTies(claims, used) < 0)
    .filter((claims) => isAllowed(world, claims, attained.entryStage))
    .map((claims) => {
      const added = claims.filter((claim) => !used.includes(claim)).map(({ id }) => id);
      const left = used.filter((claim) => !claims.includes(claim)).map(({ id }) => id);
      const says = `without ${left.join(', ')}${added.length > 0 ? `, and with ${added.join(', ')},` : ''}`;
      return {
        where: 'claims',
        says: `${says} it is as much, and comes first by strength, held modules, claims or ids.`,
      };
    });
}

/** Exchanges that are judged by every limit at the most. */
const MOST_JUDGED = 100;

function firstOf(all: Iterable<Claim[]>, fits: (claims: Claim[]) => boolean): Claim[][] {
  const found: Claim[][] = [];
  for (const claims of all) {
    if (fits(claims)) found.push(claims);
    if (found.length === MOST_JUDGED) break;
  }
  return found;
}

/** Sets of claims with the same credits, an exchange away: one claim in place of others, or two in place of one. */
function* exchanges({ standing, setting }: World, used: readonly Claim[]): Generator<Claim[]> {
  const marks = new Map([...standing.values()].map((claim) => [claim, marksOf(claim, setting.reusable)]));
  const users = new Map<string, Claim[]>();
  for (const claim of used) for (const mark of marks.get(claim)!) users.set(mark, [...(users.get(mark) ?? []), claim]);
  const free: Claim[] = [];
  const insteadOf = new Map<Claim, Claim[]>(used.map((claim) => [claim, []]));
  for (const idle of used) if (idle.credits === 0) yield used.filter((claim) => claim !== idle);
  for (const claim of standing.values()) {
    if (insteadOf.has(claim)) continue;
    const excluded = new Set(marks.get(claim)!.flatMap((mark) => users.get(mark) ?? []));
    const [one] = excluded;
    if (!one) free.push(claim);
    else if (excluded.size === 1) insteadOf.get(one)!.push(claim);
    else if (creditsOf([...excluded]) === claim.credits) yield [...used.filter((other) => !excluded.has(other)), claim];
  }
  for (const [one, rivals] of insteadOf) {
    const others = [...rivals, ...free];
    for (const [index, first] of others.entries()) {
      if (first.credits === one.credits) yield [...used.filter((claim) => claim !== one), first];
      if (index >= rivals.length) continue;
      for (const second of others.slice(index + 1))
        if (first.credits + second.credits === one.credits && !meet(marks.get(first)!, marks.get(second)!))
          yield [...used.filter((claim) => claim !== one), first, second];
    }
  }
}

const creditsOf = (claims: readonly Claim[]): number => claims.reduce((sum, { credits }) => sum + credits, 0);

const meet = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((mark) => others.includes(mark));

/** What only one claim may have: its targets, and its sources where they are not for more than one. */
const marksOf = ({ targets, sources }: Claim, reusable: boolean): string[] => [
  ...targets.map((id) => `target ${id}`),
  ...(reusable ? [] : sources.map(({ id }) => `held ${id}`)),
];

/** Whether these claims keep every limit and reach the stage. */
export function isAllowed(world: World, claims: readonly Claim[], stage: number): boolean {
  const reached = stagesReached(world.setting, doneWith(world, claims));
  const highest = Math.max(1, ...reached);
  const from = world.joined?.stage ?? highest;
  return highest >= stage && (from === 1 || reached.includes(from)) && broken(world, claims, from).length === 0;
}

/** Below 0 where `a` comes before `b`: guaranteed credits, those and precedent ones, held modules, claims, then ids. */
export function compareTies(a: readonly Claim[], b: readonly Claim[]): number {
  const credits = (claims: readonly Claim[], firm: (claim: Claim) => boolean): number =>
    claims.reduce((sum, claim) => sum + (firm(claim) ? claim.credits : 0), 0);
  const guaranteed = ({ strength }: Claim): boolean => strength === 'guaranteed';
  const firm = ({ strength }: Claim): boolean => strength !== 'discretion';
  const held = (claims: readonly Claim[]): number =>
    new Set(claims.flatMap(({ sources }) => sources.map(({ id }): Id => id))).size;
  const ids = (claims: readonly Claim[]): string[] => claims.map(({ id }) => id).sort();
  return (
    credits(b, guaranteed) - credits(a, guaranteed) ||
    credits(b, firm) - credits(a, firm) ||
    held(a) - held(b) ||
    a.length - b.length ||
    compareLists(ids(a), ids(b))
  );
}
