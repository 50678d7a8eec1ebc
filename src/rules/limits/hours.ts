import { HOUR_KINDS, type HourKind } from '../../domain/claim.js';
import { figure } from '../../domain/figure.js';
import { floorOf, fractionOf } from '../../domain/fraction.js';
import type { HoursLimit } from '../../domain/limits.js';
import type { Cap, Yardstick } from './cap.js';

const stated = (programme: Yardstick, kind: HourKind): number | undefined =>
  kind === 'theory' ? programme.theoryHours : programme.practiceHours;

/** At most a fraction of the programme's theory hours, and of its practice hours, may be credited. */
export function hoursCaps({ cap, of }: HoursLimit, programme: Yardstick): (Cap & { kind: HourKind })[] {
  if (cap === undefined) return [];
  return HOUR_KINDS.flatMap((kind) => {
    const whole = stated(programme, kind);
    if (whole === undefined || (of !== undefined && of !== kind)) return [];
    return [
      {
        kind,
        unit: `${kind} hours` as const,
        counts: (claim) => (claim.kind === 'hours' ? 0 : claim.hours[kind]),
        most: floorOf(fractionOf(cap), whole),
        says: `at most ${cap} of the programme's ${figure(whole)} ${kind} hours`,
      } satisfies Cap & { kind: HourKind },
    ];
  });
}

/** Hours credited plus hours still to study must reach a figure. */
export interface HoursFloor {
  readonly kind: HourKind;
  /** Hours by which the targets' hours may exceed what the claims give: the programme's less the floor. */
  readonly slack: number;
  readonly least: number;
  readonly says: string;
}

export function hoursFloors({ floor }: HoursLimit, programme: Yardstick): HoursFloor[] {
  return HOUR_KINDS.flatMap((kind) => {
    const least = floor?.[kind];
    const whole = stated(programme, kind);
    if (least === undefined || whole === undefined) return [];
    return [
      { kind, least, slack: whole - least, says: `at least ${figure(least)} ${kind} hours, credited and studied` },
    ];
  });
}
