import type { Claim } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import type { Limit } from '../../domain/limits.js';
import type { LimitInForce } from '../../rules/limits/cap.js';
import { caps } from '../../rules/limits/index.js';
import type { Frame } from './frame.js';
import { exempt, type Setting, yardstick } from './setting.js';
import { HALVES } from './wholeness.js';

/** A claim in numbers: what it gives, and what it adds to each sum that a limit keeps. */
export interface Item {
  readonly id: string;
  readonly credits: number;
  /** Its credits if it is guaranteed, and if it is guaranteed or rests on precedent. */
  readonly guaranteed: number;
  readonly firm: number;
  readonly targets: readonly Id[];
  /** Where its targets stand among the modules of the curriculum. */
  readonly places: readonly number[];
  readonly creditsByStage: ReadonlyMap<number, number>;
  /** All its sources were taught by the institution that runs the programme. */
  readonly own: boolean;
  /** Whether it credits in a group of options. */
  readonly optional: boolean;
  /** In halves, one for each sum. */
  readonly amounts: readonly number[];
}

export function itemOf(claim: Claim, { each }: Sums, { placeOf, optional }: Frame): Item {
  const { id, credits, strength, targets, creditsByStage, own } = claim;
  return {
    id,
    credits,
    guaranteed: strength === 'guaranteed' ? credits : 0,
    firm: strength === 'discretion' ? 0 : credits,
    targets,
    places: targets.map((target) => placeOf.get(target)!),
    creditsByStage,
    own,
    optional: targets.some((target) => optional.has(target)),
    amounts: each.map(({ limit, counts }) => (exempt(limit, claim) ? 0 : HALVES * counts(claim))),
  };
}

/** Limits as sums over claims, and the figures they are held to, one for each sum, in halves. */
export interface Sums {
  readonly each: readonly Sum[];
  readonly most: readonly number[];
  readonly least: readonly number[];
}

/** What a limit adds up over claims, with the most of it; and the least of it where there is any at all. */
interface Sum {
  readonly limit: Limit;
  readonly counts: (claim: Claim) => number;
  readonly most: number;
  readonly least: number;
}

const known = new WeakMap<readonly LimitInForce[], Sums | null>();

/** Limits as sums over claims; null where some look at more than that. */
export function sumsOf(limits: readonly LimitInForce[], programme: Pick<Setting, 'programme' | 'stages'>): Sums | null {
  const kept = known.get(limits);
  if (kept !== undefined) return kept;
  const found = limits.map(({ limit }) => ofLimit(limit, programme));
  const each = found.flatMap((sums) => sums ?? []);
  const sums = found.includes(null)
    ? null
    : { each, most: each.map(({ most }) => most), least: each.map(({ least }) => least) };
  known.set(limits, sums);
  return sums;
}

/** The sums of one limit; null where it looks at more, or forbids even to claim nothing. */
function ofLimit(limit: Limit, programme: Pick<Setting, 'programme' | 'stages'>): Sum[] | null {
  switch (limit.kind) {
    case 'minimum':
      return [
        { limit, counts: ({ credits }) => credits, most: Number.POSITIVE_INFINITY, least: HALVES * limit.credits },
      ];
    case 'mark': // these three judge claims one by one, or by pairs
    case 'currency':
    case 'single-use':
      return [];
    case 'hours':
      if (limit.floor) return null;
      break;
    case 'span':
    case 'whole-stages':
      return null;
    case 'share':
    case 'credits':
    case 'level':
    case 'stage':
    case 'module':
    case 'experiential':
    case 'residency':
      break;
  }
  const found = caps(limit, yardstick(programme));
  if (found.some(({ most }) => most < 0)) return null;
  return found.map(({ counts, most }) => ({ limit, counts, most: Math.floor(HALVES * most), least: 0 }));
}
