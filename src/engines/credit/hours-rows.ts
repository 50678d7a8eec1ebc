import type { Claim, HourKind } from '../../domain/claim.js';
import type { BinaryModel, Term } from '../../kernel/binary-model.js';
import { hoursFloors } from '../../rules/limits/hours.js';
import { caps } from '../../rules/limits/index.js';
import { exempt, ofKind, type Setting, yardstick } from './setting.js';
import { HALVES } from './wholeness.js';

/**
 * Hours credited and still to study reach the floor: shortfall of the claims, less what claims of hours alone make
 * good, stays within the programme's slack; and what is made good stays under every cap of hours.
 */
export function keepFloors(
  setting: Setting,
  claims: readonly Claim[],
  variables: readonly number[],
  model: BinaryModel,
): void {
  const programme = yardstick(setting);
  const hours = ofKind(setting.limits, 'hours');
  for (const { limit, policy } of hours)
    for (const { kind, slack } of hoursFloors(limit, programme)) {
      const short = claims.flatMap((claim, i): Term[] =>
        exempt(limit, claim) || claim.kind === 'hours'
          ? []
          : [[variables[i]!, HALVES * (claim.targetHours[kind] - claim.hours[kind])]],
      );
      const alone = claims.flatMap((claim, i): Term[] =>
        claim.kind === 'hours' && slack >= 0 ? [[variables[i]!, -HALVES * claim.hours[kind]]] : [],
      );
      const name = `floor ${policy}/${limit.id} ${kind}`;
      if (slack < 0) keepFloorAbove(short, claims, model, name, slack);
      else model.atMost(name, [...short, ...alone], HALVES * slack);
      if (alone.length > 0) keepMadeGood(setting, claims, variables, model, name, kind, short, slack);
    }
}

/** A floor above the programme's own hours holds back what falls short of it, not those who claim nothing. */
function keepFloorAbove(
  short: readonly Term[],
  claims: readonly Claim[],
  model: BinaryModel,
  name: string,
  slack: number,
): void {
  const some = model.lead(`claimed under ${name}`);
  model.atMost(name, [...short, [some, -HALVES * slack]], 0);
  for (const [variable] of short)
    model.atMost(
      `${name} claimed ${claims[variable]!.id}`,
      [
        [variable, 1],
        [some, -1],
      ],
      0,
    );
}

/** Hours made good, at least the shortfall less the slack, and hours given keep every cap together. */
function keepMadeGood(
  setting: Setting,
  claims: readonly Claim[],
  variables: readonly number[],
  model: BinaryModel,
  name: string,
  kind: HourKind,
  short: readonly Term[],
  slack: number,
): void {
  for (const { limit, policy } of setting.limits)
    for (const { unit, counts, most } of caps(limit, yardstick(setting)))
      if (unit === `${kind} hours`)
        model.atMost(
          `${name} with ${policy}/${limit.id}`,
          [
            ...short,
            ...claims.flatMap((claim, i): Term[] =>
              exempt(limit, claim) ? [] : [[variables[i]!, HALVES * counts(claim)]],
            ),
          ],
          HALVES * (most + slack),
        );
}
