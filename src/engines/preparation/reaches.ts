import { ofKind, settingOf } from '../credit/setting.js';
import { compareSolutions, type Solution, solve } from '../credit/solve.js';
import { heldWith, type Studied, studiedOnce } from './held.js';
import type { Terms } from './terms.js';
import { passes, type Usable, type Way } from './ways.js';

/** A way to a target, and the claims that were found to lead there. */
export interface Claimed {
  readonly way: Way;
  readonly used: readonly Usable[];
}

/**
 * Whether a target is reached once modules are studied in their months. Where the claims found stand with what is then
 * held, they show it; else the target's own assessment tells.
 */
export const reaches = (terms: Terms, at: number, studied: readonly Studied[], found: readonly Claimed[]): boolean =>
  found.some((claimed) => claimed.way.at === at && stand(terms, studied, claimed)) ||
  assessmentAt(terms, at, studied) !== null;

/** Whether claims found of modules held ideally stand with what is truly held, so that nothing else need be asked. */
function stand(terms: Terms, studied: readonly Studied[], { way, used }: Claimed): boolean {
  const { setting, doubtful } = way;
  const again = studied.some(({ module }) => terms.holdings.sources.has(module));
  const bySource = ofKind(setting.limits, 'span').some(({ limit }) => limit.since === 'oldest-source');
  if (doubtful || again || bySource || used.length === 0) return false;
  const inTime = new Map(
    studied.filter(({ slot }) => slot.after <= setting.start).map((one) => [one.module, one.slot]),
  );
  return used.every(({ claim, needs }) =>
    needs.every((id) => {
      const slot = inTime.get(id);
      return (
        slot !== undefined &&
        passes(terms, setting, claim, studiedOnce(terms, id, { on: slot.after - 1, since: slot.after }))
      );
    }),
  );
}

/** The credit with which a target is joined once modules are studied: the best of its deliveries; null where none can be joined so. */
export function assessmentAt({ catalogue, ...terms }: Terms, at: number, studied: readonly Studied[]): Solution | null {
  const { target, programme, deliveries } = terms.asked[at]!;
  const start = target.intake;
  const held = heldWith({ catalogue, ...terms }, studied, start);
  const { include, first } = terms;
  return deliveries.reduce<Solution | null>((best, delivery) => {
    const setting = settingOf(catalogue, held, { programme, delivery, start, include, lodgedFrom: first });
    const found = solve(setting, 'CREDITS', { stage: target.stage });
    return found && (!best || compareSolutions(found, best, 'CREDITS') < 0) ? found : best;
  }, null);
}
