import type { Id } from '../../domain/fact.js';
import type { Agreement, Mapping, Scope } from '../../domain/recognition.js';
import { validIn } from '../../domain/time.js';
import { monthsCounted } from './near.js';
import type { Setting } from './setting.js';
import type { Solution } from './solve.js';
import type { Offer } from './supply.js';

/** How some modules of a programme could come to be covered, were more held. */
export interface Coverable {
  /** Modules that would help: they themselves, and sources of what is mapped to them. */
  readonly wanted: ReadonlySet<Id>;
  /** Awards whose holders join late enough. */
  readonly awards: ReadonlySet<Id>;
  /**
   * What could be covered with some offers held besides: progress, what claims cover that stand already, and what rows
   * reach whose sources would all be held. No more than these can be credited then; whether they are, limits and
   * choices of options decide, and asking again.
   */
  readonly after: (offers: readonly Offer[]) => ReadonlySet<Id>;
}

/** How modules of the stages before one, all that are no progress, could be covered. */
export function coverableBefore(solution: Solution, targets: readonly Id[], stage: number): Coverable {
  const { setting, claims, progress } = solution;
  const { catalogue, programme } = setting;
  const agreements = (catalogue.agreementsInto.get(programme.id) ?? []).filter(
    (row) => row.stage >= stage && counts(row, setting),
  );
  const ways = targets.map((target) => waysTo(setting, target));
  const already = new Set([...progress.keys(), ...claims.standing.flatMap((claim) => claim.targets)]);
  const before = setting.stages.slice(0, stage - 1).flatMap(({ modules }) => [...modules]);
  return {
    wanted: new Set(ways.flatMap(({ target, mappings }) => [target, ...mappings.flatMap(({ sources }) => sources)])),
    awards: new Set(agreements.map(({ award }) => award)),
    after: (offers) => {
      if (agreements.some((row) => offers.some((offer) => opens(row, offer)))) return new Set([...already, ...before]);
      const covered = ways
        .filter((way) => !already.has(way.target) && isCovered(way, setting, offers))
        .map(({ target }) => target);
      return new Set([...already, ...covered]);
    },
  };
}

/** Whether the award of an offer is the one that an agreement is for, and within its scope. */
const opens = ({ award, scope }: Agreement, offer: Offer): boolean =>
  offer.awards.includes(award) && (!scope?.awards || scope.awards.some((one) => offer.awards.includes(one)));

const waysTo = (setting: Setting, target: Id) => ({
  target,
  mappings: (setting.catalogue.mappingsInto.get(target) ?? []).filter((row) => counts(row, setting)),
  experience: (setting.catalogue.experienceInto.get(target) ?? []).filter(
    (row) => counts(row, setting) && monthsCounted(row, setting) >= row.months,
  ),
  outcomes: (setting.catalogue.modules.get(target)?.outcomes ?? []).map(({ id }) => id),
});

function isCovered(
  { target, mappings, experience, outcomes }: ReturnType<typeof waysTo>,
  setting: Setting,
  offers: readonly Offer[],
): boolean {
  if (isHeld(target, undefined, setting, offers)) return true;
  const rows = [...mappings.filter((row) => isMet(row, setting, offers)), ...experience];
  const reached = new Set(rows.flatMap((row) => row.outcomes ?? outcomes));
  return rows.some((row) => !row.outcomes) || (rows.length > 0 && outcomes.every((id) => reached.has(id)));
}

const isMet = ({ sources, choose, scope }: Mapping, setting: Setting, offers: readonly Offer[]): boolean =>
  sources.filter((id) => isHeld(id, scope, setting, offers)).length >= (choose ?? sources.length);

/** Whether a module would be held, and gained in an award that the scope covers. */
function isHeld(id: Id, scope: Scope | undefined, { holdings }: Setting, offers: readonly Offer[]): boolean {
  const fits = (awards: Iterable<Id>): boolean =>
    !scope?.awards || [...awards].some((award) => scope.awards!.includes(award));
  const held = holdings.sources.get(id);
  return (
    (held !== undefined && fits(held.awards)) || offers.some(({ brings, awards }) => brings.has(id) && fits(awards))
  );
}

/** Whether a row counts for this learner, this programme and this start, whatever is held. */
function counts(row: { status: string; scope?: Scope; from?: string; to?: string }, setting: Setting): boolean {
  const { include, start, holdings, programme, catalogue } = setting;
  const { employers, registrations, registerParts } = row.scope ?? {};
  const registered = (holdings.learner.registrations ?? []).filter(({ status }) => status === 'current');
  const parts = catalogue.partsOf.get(programme.id);
  return (
    (row.status === 'agreed' || (include === 'PROPOSED' && row.status === 'proposed')) &&
    validIn(row, start) &&
    (!employers || employers.includes(holdings.employment?.employer ?? '')) &&
    (!registrations || registered.some(({ part }) => registrations.includes(part))) &&
    (!registerParts || registerParts.some((part) => parts?.has(part)))
  );
}
