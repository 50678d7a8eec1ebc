import type { Chance, Places, PlaceUse } from '../../../domain/blockage-answer.js';
import type { Id } from '../../../domain/fact.js';
import type { Cohort } from '../../../domain/funding.js';
import type { Delivery } from '../../../domain/provision.js';
import { fairFlow } from '../../../kernel/flow/fair.js';
import { Flow } from '../../../kernel/flow/flow.js';
import type { Judged } from '../judging/region.js';
import type { Standing } from '../judging/standing.js';
import type { Names } from '../names.js';

/**
 * People as a flow into entry points with places for the twelve months (spec 6.2): from each cohort that is through to
 * every entry point at which it meets the standard, and on through the pool that the point draws on, and a larger one.
 */
export function placesOf(names: Names, judged: readonly Judged[]): Places {
  const placing = new Placing(names);
  for (const { profile, standings } of judged) for (const cohort of profile.cohorts) placing.join(cohort, standings);
  return placing.answer();
}

const SOURCE = 0;
const SINK = 1;

type Room = Omit<PlaceUse, 'taken' | 'worthOneMore'>;

/** The network of one question: cohorts, entry points and pools as they come up. */
class Placing {
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #capacity: number[] = [];
  /** What an arc stands for: a cohort, or places. */
  readonly #cohorts = new Map<number, Cohort>();
  readonly #rooms = new Map<number, Room>();
  /** The node from which one goes into an entry point or pool. */
  readonly #doors = new Map<string, number>();
  #nodes = 2;

  constructor(readonly names: Names) {}

  join(cohort: Cohort, standings: readonly Standing[]): void {
    const open = standings.filter(({ points }) => points.length > 0);
    if (open.length === 0 || cohort.people === 0) return;
    const node = this.#nodes++;
    this.#cohorts.set(this.#arc(SOURCE, node, cohort.people), cohort);
    for (const { delivery, points } of open)
      for (const point of points) this.#arc(node, this.#pointDoor(delivery, point), Number.POSITIVE_INFINITY);
  }

  answer(): Places {
    const network = {
      nodes: this.#nodes,
      source: SOURCE,
      sink: SINK,
      from: this.#from,
      to: this.#to,
      capacity: this.#capacity,
    };
    const flow = new Flow(network);
    const worth = flow.worthOfOneMore();
    const use = ([arc, room]: [number, Room]): PlaceUse => ({
      ...room,
      taken: flow.on(arc),
      worthOneMore: worth[arc] === 1,
    });
    const uses = [...this.#rooms]
      .map(use)
      .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : (a.stage ?? 0) - (b.stage ?? 0)));
    const through = [...this.#cohorts.values()].reduce((sum, { people }) => sum + people, 0);
    const bottleneck = flow.cut('sink').arcs.flatMap((arc) => {
      const room = this.#rooms.get(arc);
      return room ? [use([arc, room])] : [];
    });
    const chances = fairFlow(network).flatMap(({ share, arcs }) =>
      arcs.flatMap((arc): Chance[] => {
        const { id, name, people } = this.#cohorts.get(arc)!;
        return [{ cohort: id, name, people, n: share.n, d: share.d }];
      }),
    );
    return {
      through,
      placed: flow.value,
      bottleneck,
      uses,
      chances,
      says: says(this.names, through, flow.value, uses, bottleneck),
    };
  }

  #arc(from: number, to: number, capacity: number): number {
    this.#from.push(from);
    this.#to.push(to);
    return this.#capacity.push(capacity) - 1;
  }

  #pointDoor(delivery: Delivery, at: number): number {
    const { stage, places, pool } = delivery.entryPoints[at]!;
    return this.#door(`point ${delivery.id} ${at}`, pool, {
      kind: 'entry point',
      id: delivery.id,
      stage,
      title: `stage ${stage} of ${this.names.delivery(delivery.id)}`,
      places: places ?? null,
    });
  }

  #poolDoor(id: Id): number {
    const pool = this.names.catalogue.rows.pools.find((row) => row.id === id);
    if (!pool) return SINK;
    const { name, places, within } = pool;
    return this.#door(`pool ${id}`, within, { kind: 'pool', id, stage: null, title: name, places });
  }

  #door(key: string, beyond: Id | undefined, room: Room): number {
    const known = this.#doors.get(key);
    if (known !== undefined) return known;
    const door = this.#nodes++;
    this.#doors.set(key, door);
    const next = beyond === undefined ? SINK : this.#poolDoor(beyond);
    this.#rooms.set(this.#arc(door, next, room.places ?? Number.POSITIVE_INFINITY), room);
    return door;
  }
}

function says(
  names: Names,
  through: number,
  placed: number,
  uses: readonly PlaceUse[],
  bottleneck: readonly PlaceUse[],
): string {
  if (through === 0) return 'Nobody is through, so nobody asks for a place.';
  const unknown = uses.filter(({ kind, places }) => kind === 'entry point' && places === null).length;
  const unlimited = unknown > 0 ? ` Of ${unknown} entry points the places are not known: they count as unlimited.` : '';
  const held =
    bottleneck.length > 0 ? ` What holds the others back: ${bottleneck.map(({ title }) => title).join('; ')}.` : '';
  return `Of ${names.people(through)} who are through, ${names.people(placed)} can be placed at the most; others apply too.${held}${unlimited}`;
}
