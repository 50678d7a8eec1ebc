import type { Id } from '../domain/fact.js';
import type { Programme } from '../domain/provision.js';
import type { ExperienceMapping, Mapping } from '../domain/recognition.js';
import { type Catalogue, modulesOf } from './catalogue.js';
import { Pairs, type SparseRows } from './sparse-rows.js';

/** What is held, as far as it can lead somewhere. */
export interface Holder {
  /** Modules held, and awards whose modules are not known. */
  readonly sources: Iterable<Id>;
  /** Qualifications held and programmes completed, for which agreements are made. */
  readonly awards: Iterable<Id>;
  /** Programmes one is enrolled on or was granted credit on. */
  readonly begun: Iterable<Id>;
  /** Months of evidenced experience in all, and whether it is what a mapping asks. */
  readonly experienceMonths: number;
  readonly hasExperience: (row: ExperienceMapping) => boolean;
}

/** What leads to a programme. */
export interface Lead {
  /** The mappings whose sources are held, by their numbers, in any order. */
  readonly rows: number[];
  /** For each of them its one source; undefined where it has several. */
  readonly sources: (Id | undefined)[];
  /** Nothing else leads there, and each of these is for whoever holds its sources, and covers its targets whole. */
  simple: boolean;
}

/** The programmes to which something held leads, by place. */
export type Leads = ReadonlyMap<number, Lead>;

/**
 * A catalogue turned around: from a thing held to the mappings that take it, and on to the programmes that teach what
 * these cover, over compressed sparse rows. Programmes are known by their place in the catalogue's list; modules offered
 * singly are not among them. It knows only the catalogue: dates, statuses and scopes are asked of what it finds.
 */
export class Inverted {
  readonly programmes: readonly Programme[];
  readonly placeOf: ReadonlyMap<Id, number>;
  readonly mappings: readonly Mapping[];
  /** Modules and awards by number. */
  readonly #numberOf = new Map<Id, number>();
  readonly #taking: SparseRows;
  /** 1 for a mapping that is agreed, so that it stands, if it does, for all who hold all its sources. */
  readonly plain: Uint8Array;
  /** 1 for a mapping that is for whoever holds its sources, and covers its targets whole. */
  readonly #simple: Uint8Array;
  /** How many of its sources a mapping needs held; 0 where it has but one. */
  readonly #needed: Uint16Array;
  readonly #leading: SparseRows;
  readonly #teaching: SparseRows;
  readonly #agreed = new Map<Id, Set<number>>();
  /** Experience mappings with targets, those that ask fewest months first, each with the programmes it leads to. */
  readonly #experience: readonly { row: ExperienceMapping; places: readonly number[] }[];

  constructor({ rows }: Catalogue) {
    this.programmes = rows.programmes;
    this.placeOf = new Map(rows.programmes.map(({ id }, place) => [id, place]));
    for (const { id } of rows.modules) this.#number(id);
    this.#teaching = this.#teachers();
    this.mappings = rows.mappings;
    this.#needed = new Uint16Array(rows.mappings.length);
    this.#simple = Uint8Array.from(rows.mappings, (row) => (isSimple(row) ? 1 : 0));
    this.plain = Uint8Array.from(rows.mappings, (row, at) => (this.#simple[at] && isPlain(row) ? 1 : 0));
    const taking = new Pairs();
    const leading = new Pairs();
    rows.mappings.forEach(({ sources, choose, targets }, at) => {
      const distinct = sources.length > 1 ? [...new Set(sources)] : sources;
      for (const source of distinct) taking.add(this.#number(source), at);
      this.#needed[at] = distinct.length === 1 ? 0 : Math.min(choose ?? distinct.length, distinct.length);
      for (const place of this.#teachersOfAll(targets)) leading.add(at, place);
    });
    this.#taking = taking.listed(this.#numberOf.size);
    this.#leading = leading.listed(rows.mappings.length);
    for (const { award, programme } of rows.agreements) {
      const place = this.placeOf.get(programme);
      if (place === undefined) continue;
      const known = this.#agreed.get(award);
      if (known) known.add(place);
      else this.#agreed.set(award, new Set([place]));
    }
    this.#experience = rows.experienceMappings
      .filter(({ targets }) => targets?.length)
      .map((row) => ({ row, places: this.#placesFor(row) }))
      .sort((a, b) => a.row.months - b.row.months);
  }

  /**
   * Where what is held leads: by mappings whose sources are held (of "n of", so many), by agreements for an award held,
   * by experience, to programmes that teach a module held, and to those begun. No claim and no progress can arise
   * elsewhere, but claims of hours alone, which are never used by themselves.
   */
  leadsFrom({ sources, awards, begun, experienceMonths, hasExperience }: Holder): Leads {
    const leads = new Map<number, Lead>();
    const touch = (place: number): void => {
      leadTo(leads, place).simple = false;
    };
    const heldOf = new Map<number, number>();
    for (const source of sources) {
      const number = this.#numberOf.get(source);
      if (number === undefined) continue;
      for (const row of this.#taking.of(number)) {
        const needed = this.#needed[row]!;
        const held = needed === 0 ? 0 : (heldOf.get(row) ?? 0) + 1;
        if (needed > 0) heldOf.set(row, held);
        if (held !== needed) continue;
        for (const place of this.#leading.of(row)) {
          const lead = leadTo(leads, place);
          lead.rows.push(row);
          lead.sources.push(needed === 0 ? source : undefined);
          if (!this.#simple[row]) lead.simple = false;
        }
      }
      if (number + 1 < this.#teaching.starts.length) this.#teaching.of(number).forEach(touch);
    }
    for (const award of awards) this.#agreed.get(award)?.forEach(touch);
    for (const programme of begun) {
      const place = this.placeOf.get(programme);
      if (place !== undefined) touch(place);
    }
    for (const { row, places } of this.#experience) {
      if (row.months > experienceMonths) break;
      if (hasExperience(row)) places.forEach(touch);
    }
    return leads;
  }

  #number(id: Id): number {
    const known = this.#numberOf.get(id);
    if (known !== undefined) return known;
    this.#numberOf.set(id, this.#numberOf.size);
    return this.#numberOf.size - 1;
  }

  /** The programmes that teach each module, whatever the curriculum. */
  #teachers(): SparseRows {
    const pairs = new Pairs();
    this.programmes.forEach((programme, place) => {
      for (const module of new Set(modulesOf(programme))) pairs.add(this.#number(module), place);
    });
    return pairs.listed(this.#numberOf.size);
  }

  /** The programmes that teach all these modules: a claim needs every target of a row in the curriculum. */
  #teachersOfAll(modules: readonly Id[]): number[] {
    const [first, ...others] = modules.map((module) => {
      const number = this.#numberOf.get(module);
      return number === undefined || number + 1 >= this.#teaching.starts.length ? NOWHERE : this.#teaching.of(number);
    });
    return [...(first ?? NOWHERE)].filter((place) => others.every((places) => places.includes(place)));
  }

  #placesFor({ targets = [], programmes }: ExperienceMapping): number[] {
    const places = this.#teachersOfAll(targets);
    return programmes ? places.filter((place) => programmes.includes(this.programmes[place]!.id)) : places;
  }
}

const NOWHERE = new Int32Array();

const isPlain = ({ status, choose }: Mapping): boolean => status === 'agreed' && choose === undefined;

const isSimple = ({ scope, outcomes }: Mapping): boolean => !scope && !outcomes;

function leadTo(leads: Map<number, Lead>, place: number): Lead {
  const known = leads.get(place);
  if (known) return known;
  const lead = { rows: [], sources: [], simple: true };
  leads.set(place, lead);
  return lead;
}

const inversions = new WeakMap<Catalogue, Inverted>();

/** The inversion of a catalogue, compiled when it is first asked for. */
export function invertedOf(catalogue: Catalogue): Inverted {
  const known = inversions.get(catalogue);
  if (known) return known;
  const inverted = new Inverted(catalogue);
  inversions.set(catalogue, inverted);
  return inverted;
}
