import type { Rows } from '../domain/catalogue.js';
import type { CourseReleases } from '../domain/course-release.js';
import type { Day } from '../domain/time.js';
import { readReleases } from '../files/releases/read.js';
import { Catalogue } from '../graph/catalogue.js';
import { buildGraph } from '../graph/walk-build.js';
import type { CatalogueGraph } from '../graph/walk-types.js';
import { LIMITS, type Limits } from './guard/limits.js';

/** How head counts of an analyst's own cohorts leave the service: none under 10 and others in fives, or as they are. */
export type SmallNumbers = 'protected' | 'exact';

/** What questions are asked of: a catalogue, its graph, and the day on which it is. */
export class Service {
  readonly catalogue: Catalogue;
  #graph: CatalogueGraph | undefined;
  #releases: CourseReleases | undefined;

  /** `now` tells today; the only clock. `limits` are what one request may ask. Throws a RangeError for rows that are no catalogue. */
  constructor(
    rows: Rows,
    readonly now: () => Day,
    readonly limits: Limits = LIMITS,
    readonly smallNumbers: SmallNumbers = 'protected',
  ) {
    this.catalogue = new Catalogue(rows);
  }

  /** The catalogue as a graph, drawn when it is first walked. */
  get graph(): CatalogueGraph {
    this.#graph ??= buildGraph(this.catalogue.rows);
    return this.#graph;
  }

  /** The releases of the national course data that come with the package, read when they are first asked about. */
  get releases(): CourseReleases {
    this.#releases ??= readReleases();
    return this.#releases;
  }
}

/** What every resolver is given. */
export interface Context {
  service: Service;
  /** Names the request in the log, and to whoever asked where something went wrong. */
  requestId: string;
}
