import { KINDS, type Rows } from '../domain/catalogue.js';
import type { Id } from '../domain/fact.js';
import type { Delivery, Programme } from '../domain/provision.js';
import type { EntryRule, Policy } from '../domain/recognition.js';
import { Catalogue, type RegistrationRoute } from './catalogue.js';

/** What an overlay changes; all else is shared with the catalogue below it. */
export interface Laid {
  /** Rows of credit that are gone, by id. */
  readonly withoutCredit?: ReadonlySet<Id>;
  /** Deliveries as they are now, `null` for one that is gone; of modules offered singly too. */
  readonly deliveries?: ReadonlyMap<Id, Delivery | null>;
  /** Entry rules as they are now. */
  readonly rules?: ReadonlyMap<Id, EntryRule>;
  /** A policy that holds for every programme besides its own. */
  readonly policy?: Policy;
}

const NO_ROWS = Object.fromEntries(KINDS.map((kind) => [kind, []])) as unknown as Rows;

/**
 * A catalogue with few things changed, made in a fraction of the time that compiling the changed rows would take: who
 * supposes one thing after another away needs one for each. Nothing of the catalogue below is altered.
 */
export class Overlay extends Catalogue {
  readonly #below: Catalogue;
  readonly #policy: readonly Policy[];
  readonly #changed: ReadonlyMap<Id, EntryRule>;

  constructor(
    below: Catalogue,
    { withoutCredit = new Set(), deliveries = new Map(), rules = new Map(), policy }: Laid,
  ) {
    super(NO_ROWS);
    this.#below = below;
    this.#policy = policy ? [policy] : [];
    this.#changed = rules;
    const { rows } = below;
    const stays = ({ id }: { id: Id }): boolean => !withoutCredit.has(id);
    const fewer = <T extends { id: Id }>(all: readonly T[]): T[] =>
      withoutCredit.size > 0 && !all.every(stays) ? all.filter(stays) : (all as T[]);
    const lessIn = <T extends { id: Id }>(groups: ReadonlyMap<Id, T[]>, gone: boolean): ReadonlyMap<Id, T[]> =>
      gone ? new Map([...groups].map(([key, all]) => [key, fewer(all)])) : groups;
    const mappings = fewer(rows.mappings);
    const agreements = fewer(rows.agreements);
    const experienceMappings = fewer(rows.experienceMappings);
    const changed = mappings !== rows.mappings;
    const byExperience = experienceMappings !== rows.experienceMappings;
    Object.assign(this, {
      ...publicOf(below),
      rows: {
        ...rows,
        mappings,
        agreements,
        experienceMappings,
        deliveries: laidOver(rows.deliveries, deliveries),
        entryRules: rules.size > 0 ? rows.entryRules.map((rule) => rules.get(rule.id) ?? rule) : rows.entryRules,
      },
      mappingsInto: lessIn(below.mappingsInto, changed),
      mappingsFrom: lessIn(below.mappingsFrom, changed),
      agreementsInto: lessIn(below.agreementsInto, agreements !== rows.agreements),
      experienceInto: lessIn(below.experienceInto, byExperience),
      experienceHours: lessIn(below.experienceHours, byExperience),
      ...(deliveries.size > 0 ? runAs(below, deliveries) : {}),
    });
  }

  override policiesFor(programme: Programme): Policy[] {
    const own = this.#below.policiesFor(programme);
    return this.#policy.length > 0 ? [...own, ...this.#policy] : own;
  }

  override rulesFor(programme: Programme): ReturnType<Catalogue['rulesFor']> {
    const known = this.#below.rulesFor(programme);
    return this.#changed.size > 0 ? known.map((rule) => this.#changed.get(rule.id) ?? rule) : known;
  }

  override waysTo(part: Id): RegistrationRoute[] {
    return this.#below.waysTo(part);
  }
}

/** The fields of a catalogue that anyone may read: its maps. */
const publicOf = (catalogue: Catalogue): Partial<Catalogue> => ({ ...catalogue });

const laidOver = (rows: Delivery[], deliveries: Laid['deliveries'] & object): Delivery[] =>
  deliveries.size > 0
    ? rows.flatMap((row) => {
        const now = deliveries.get(row.id);
        return now === null ? [] : (now ?? row);
      })
    : rows;

/** The deliveries as they are now, by id and by programme, in order of ids. */
function runAs(below: Catalogue, changed: Laid['deliveries'] & object): Pick<Catalogue, 'deliveries' | 'deliveriesOf'> {
  const deliveries = new Map(below.deliveries);
  const deliveriesOf = new Map(below.deliveriesOf);
  for (const [id, now] of changed) {
    const programme = below.deliveries.get(id)?.programme;
    if (now) deliveries.set(id, now);
    else deliveries.delete(id);
    if (programme !== undefined) deliveriesOf.set(programme, laidOver(deliveriesOf.get(programme) ?? [], changed));
  }
  return { deliveries, deliveriesOf };
}
