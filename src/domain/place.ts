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
