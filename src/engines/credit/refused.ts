import type { Refusal } from './standing.js';

/** From what comes nearest to standing to what is furthest from it. */
const ORDER: readonly Refusal['code'][] = [
  'CURRENCY',
  'MARK',
  'SPENT',
  'LODGING',
  'NOT_YET_AGREED',
  'OUT_OF_SCOPE',
  'NOT_IN_FORCE',
  'NOT_IN_CURRICULUM',
  'LEVEL',
  'REFUSED',
  'NOTHING_LEFT',
];

/** Refusals that a row which lacks a source comes nearer than: it would do with more, these would not. */
const FAR: readonly Refusal['code'][] = ['NOT_IN_FORCE', 'NOT_IN_CURRICULUM', 'LEVEL', 'REFUSED', 'NOTHING_LEFT'];

export const isFar = ({ code }: Refusal): boolean => FAR.includes(code);

/** The refusal that comes nearest to standing. There must be one. */
export const nearestRefusal = (refused: readonly Refusal[]): Refusal =>
  refused.reduce((best, next) =>
    ORDER.indexOf(next.code) - ORDER.indexOf(best.code) < 0 || (next.code === best.code && next.id < best.id)
      ? next
      : best,
  );
