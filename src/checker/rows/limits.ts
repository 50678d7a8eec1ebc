import type { Claim } from '../../domain/claim.js';
import { exempt, ofKind, yardstick } from '../../engines/credit/setting.js';
import { hoursFloors } from '../../rules/limits/hours.js';
import { caps } from '../../rules/limits/index.js';
import { type Ground, type Lay, nameOf, type Term, terms } from './row.js';

/** What a limit counts of all claims but exempt ones stays at or under its figure (spec 3.3). */
export function limitRows({ setting, standing }: Ground, lay: Lay): void {
  for (const one of setting.limits)
    for (const { unit, counts, most } of caps(one.limit, yardstick(setting)))
      lay(`limit ${nameOf(one)} ${unit}`, Math.floor(2 * most), () =>
        terms(standing.values(), (claim) => (exempt(one.limit, claim) ? 0 : 2 * counts(claim))),
      );
}

/**
 * What the claims fall short of in hours, less what claims of hours alone may make good, stays within what the
 * programme has above the floor; and the hours made good stay, with those given, under every cap (spec 3.3).
 */
export function floorRows({ setting, standing }: Ground, lay: Lay): void {
  const claims = [...standing.values()];
  for (const one of ofKind(setting.limits, 'hours'))
    for (const { kind, slack } of hoursFloors(one.limit, yardstick(setting))) {
      const short = (claim: Claim): number =>
        exempt(one.limit, claim) || claim.kind === 'hours' ? 0 : 2 * (claim.targetHours[kind] - claim.hours[kind]);
      const alone = claims.filter((claim) => claim.kind === 'hours');
      const name = `floor ${nameOf(one)} ${kind}`;
      if (slack < 0) {
        // Above the programme's own hours: it binds where anything is claimed under it.
        const some = `claimed under ${name}`;
        lay(name, 0, () => [...terms(claims, short), [some, -2 * slack]]);
        for (const claim of claims)
          if (!exempt(one.limit, claim) && claim.kind !== 'hours')
            lay(`${name} claimed ${claim.id}`, 0, () => [
              [claim.id, 1],
              [some, -1],
            ]);
        continue;
      }
      lay(name, 2 * slack, () => [...terms(claims, short), ...terms(alone, ({ hours }) => -2 * hours[kind])]);
      if (alone.length === 0) continue;
      for (const other of setting.limits)
        for (const { unit, counts, most } of caps(other.limit, yardstick(setting)))
          if (unit === `${kind} hours`)
            lay(`floor ${nameOf(one)} ${kind} with ${nameOf(other)}`, 2 * (most + slack), () =>
              terms(claims, (claim) => short(claim) + (exempt(other.limit, claim) ? 0 : 2 * counts(claim))),
            );
    }
}

/** A total under n credits is not given: the variable "given" is 1 where anything is, and then the total reaches n. */
export function minimumRows({ setting, standing }: Ground, lay: Lay): void {
  for (const one of ofKind(setting.limits, 'minimum')) {
    const name = nameOf(one);
    const counted = [...standing.values()].filter((claim) => !exempt(one.limit, claim) && claim.credits > 0);
    lay(`minimum ${name}`, 0, () => [
      ...terms(counted, ({ credits }) => -2 * credits),
      [`given ${name}`, 2 * one.limit.credits] satisfies Term,
    ]);
    for (const { id } of counted)
      lay(`minimum ${name} ${id}`, 0, () => [
        [id, 1],
        [`given ${name}`, -1],
      ]);
  }
}
