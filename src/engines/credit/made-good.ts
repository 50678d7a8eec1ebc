import { type Claim, HOUR_KINDS, type HourKind } from '../../domain/claim.js';
import { caps } from '../../rules/limits/index.js';
import { exempt, type Setting, yardstick } from './setting.js';

/** Hours that claims of hours alone make good, by claim, in order of ids: all they can, and never more than falls short. */
export function madeGood(setting: Setting, used: readonly Claim[]): Map<string, Record<HourKind, number>> {
  const given = new Map<string, Record<HourKind, number>>();
  for (const kind of HOUR_KINDS) {
    const others = used.filter((claim) => claim.kind !== 'hours');
    let room = others.reduce((sum, { targetHours, hours }) => sum + targetHours[kind] - hours[kind], 0);
    for (const { limit } of setting.limits)
      for (const { unit, counts, most } of caps(limit, yardstick(setting)))
        if (unit === `${kind} hours`)
          room = Math.min(
            room,
            most - others.reduce((sum, claim) => sum + (exempt(limit, claim) ? 0 : counts(claim)), 0),
          );
    for (const claim of used) {
      if (claim.kind !== 'hours') continue;
      const amount = Math.max(0, Math.min(room, claim.hours[kind]));
      room -= amount;
      given.set(claim.id, { ...(given.get(claim.id) ?? { theory: 0, practice: 0 }), [kind]: amount });
    }
  }
  return given;
}
