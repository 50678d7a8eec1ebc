import type { Id } from './fact.js';

/** A point on the ground, in degrees (WGS 84). */
export interface Place {
  name?: string;
  /** @minimum -90
   * @maximum 90 */
  latitude?: number;
  /** @minimum -180
   * @maximum 180 */
  longitude?: number;
  /** The region it lies in. */
  region?: Id;
  /** Postcode district, such as `NE29`. */
  district?: string;
}

const EARTH_RADIUS_KM = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres along the ground between two places (haversine); undefined where either has no coordinates. */
export function kilometresBetween(a: Place | undefined, b: Place | undefined): number | undefined {
  if (a?.latitude === undefined || a.longitude === undefined || b?.latitude === undefined || b.longitude === undefined)
    return undefined;
  const north = Math.sin(radians(b.latitude - a.latitude) / 2);
  const east = Math.sin(radians(b.longitude - a.longitude) / 2);
  const h = north * north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east * east;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h));
}
