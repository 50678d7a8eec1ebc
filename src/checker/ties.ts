import type { Claim } from '../domain/claim.js';
import type { Id } from '../domain/fact.js';
import { compareLists } from '../domain/order.js';
import type { Finding } from './finding.js';
import { broken, doneWith } from './kept.js';
import { stageReached } from './reached.js';
import type { World } from './world.js';
import type { Reach } from './worth.js';

/**
 * Claims that, in place of those they exclude, come to as many credits and as high a stage and are better by the later
 * parts of the objective (spec 3.4); and claims that could be left out. This does not prove the answer the first of all
 * equals, as it looks one exchange far; but it finds whoever put in a claim that is only as good.
 */
export function exchangeFindings(world: World, used: readonly Claim[], attained: Reach): Finding[] {
  const { standing, setting } = world;
  const users = usersOf(used, setting.reusable);
  const candidates: [says: string, claims: Claim[]][] = used
    .filter(({ credits }) => credits === 0)
    .map((idle) => [`${idle.id} could be left out`, used.filter((claim) => claim !== idle)]);
  for (const claim of standing.values()) {
    if (used.includes(claim)) continue;
    const excluded = new Set(marks(claim, setting.reusable).flatMap((mark) => users.get(mark) ?? []));
    const beside = used.filter((other) => !excluded.has(other));
    const credits = beside.reduce((sum, other) => sum + other.credits, claim.credits);
    if (credits === attained.credits)
      candidates.push([`${claim.id} would do as well in place of what it excludes`, [...beside, claim]]);
  }
  return candidates
    .filter(([, claims]) => compareTies(claims, used) < 0 && isAllowed(world, claims, attained.entryStage))
    .map(([says]) => ({ where: 'claims', says: `${says}, and comes first by strength, held modules, claims or ids.` }));
}

/** What only one claim may have: its targets, and its sources where they are not for more than one. */
const marks = ({ targets, sources }: Claim, reusable: boolean): string[] => [
  ...targets.map((id) => `target ${id}`),
  ...(reusable ? [] : sources.map(({ id }) => `held ${id}`)),
];

function usersOf(used: readonly Claim[], reusable: boolean): Map<string, Claim[]> {
  const users = new Map<string, Claim[]>();
  for (const claim of used)
    for (const mark of marks(claim, reusable)) users.set(mark, [...(users.get(mark) ?? []), claim]);
  return users;
}

/** Whether these claims keep every limit and reach the stage. */
export function isAllowed(world: World, claims: readonly Claim[], stage: number): boolean {
  const reached = stageReached(world.setting, doneWith(world, claims));
  return reached >= stage && broken(world, claims, reached).length === 0;
}

/** Below 0 where `a` comes before `b`: guaranteed credits, those and precedent ones, held modules, claims, then ids. */
function compareTies(a: readonly Claim[], b: readonly Claim[]): number {
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
