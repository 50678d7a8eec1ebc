import type { Id } from './fact.js';
import type { Held } from './holding.js';
import type { Agreement, ExperienceMapping, Mapping, Strength } from './recognition.js';

/** Hours, theory and practice apart. */
export interface Hours {
  readonly theory: number;
  readonly practice: number;
}

/** Theory, then practice: the order in which hours are always told. */
export const HOUR_KINDS = ['theory', 'practice'] as const;
export type HourKind = (typeof HOUR_KINDS)[number];

/** Where a claim comes from (spec 3.2). */
export type ClaimKind = 'mapping' | 'agreement' | 'experience' | 'outcomes' | 'identity' | 'hours';
export type ClaimRow = Mapping | Agreement | ExperienceMapping;

/** A claim that stands: it is used whole or not at all. */
export interface Claim {
  readonly id: string;
  readonly kind: ClaimKind;
  /** The catalogue rows it rests on; none for identity. */
  readonly rows: readonly ClaimRow[];
  readonly sources: readonly Held[];
  /** True if any of its sources is experience. */
  readonly experiential: boolean;
  /** Target modules, without those already covered by progress. */
  readonly targets: readonly Id[];
  readonly credits: number;
  readonly creditsByLevel: ReadonlyMap<number, number>;
  readonly creditsByStage: ReadonlyMap<number, number>;
  readonly strength: Strength;
  /** Hours it gives; for a claim of hours alone the most it can give. */
  readonly hours: Hours;
  /** Hours of its targets. */
  readonly targetHours: Hours;
  /** All its sources were taught by the institution that runs the programme. */
  readonly own: boolean;
  /** What an assessment must say of it: a missing mark, a soft currency with its remedy, hours assumed. */
  readonly flags: readonly string[];
}

/** Strengths from the firmest to the weakest. */
export const STRENGTHS = ['guaranteed', 'precedent', 'discretion'] as const satisfies readonly Strength[];
