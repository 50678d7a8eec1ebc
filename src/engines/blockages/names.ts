import { type LeverOwner, OWNERS, type OwnerRole } from '../../domain/blockage.js';
import type { Id } from '../../domain/fact.js';
import type { DatedName, Programme } from '../../domain/provision.js';
import { type Month, validIn } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { protectedCount } from './answer/small-numbers.js';

/** Titles and dated names, as sentences about levers use them. */
export class Names {
  constructor(
    readonly catalogue: Catalogue,
    readonly month: Month,
    /** Whether head counts are told as they may leave the service. */
    readonly protects = false,
  ) {}

  /** A head count as it is told. */
  people(count: number): string {
    return this.count(count)?.toString() ?? 'fewer than 10';
  }

  /** A head count as it may be given; null where it is too small to be. */
  count(count: number): number | null {
    return this.protects ? protectedCount(count) : count;
  }

  institution(id: Id): string {
    const institution = this.catalogue.institutions.get(id);
    return institution ? this.#dated(institution) : id;
  }

  region(id: Id): string {
    return this.catalogue.regions.get(id)?.name ?? id;
  }

  /** Who answers for education and training in a region in the month asked. */
  commissioner(region: Id): string {
    const row = this.catalogue.regions.get(region);
    return row ? this.#dated(row) : region;
  }

  module(id: Id): string {
    return `‘${this.catalogue.modules.get(id)?.title ?? id}’`;
  }

  /** An award as people call it: of a programme with who gives it, or a qualification. */
  award(id: Id): string {
    const programme = this.catalogue.programmes.get(id);
    if (programme) return this.study(programme);
    return this.catalogue.qualifications.get(id)?.name ?? id;
  }

  /** A programme by its title, with the institution that runs it. */
  study({ title, institution }: Programme): string {
    return `${title} (${this.institution(institution)})`;
  }

  /** A delivery: its programme, how it is run, and where. */
  delivery(id: Id): string {
    const delivery = this.catalogue.deliveries.get(id);
    const programme = delivery && this.catalogue.programmes.get(delivery.programme);
    if (!delivery || !programme) return id;
    const how = delivery.employment === 'apprenticeship' ? 'apprenticeship' : delivery.pace;
    const where = delivery.distance ? 'at distance' : (delivery.place?.name ?? '');
    return `${programme.title} (${this.institution(programme.institution)}, ${[how, where].filter(Boolean).join(', ')})`;
  }

  /** The regulators of the register parts that a programme helps to reach. */
  regulators(programme: Programme): string[] {
    const parts = [...(this.catalogue.partsOf.get(programme.id) ?? [])];
    return [...new Set(parts.flatMap((part) => this.catalogue.registerParts.get(part)?.regulator ?? []))];
  }

  #dated({ name, names }: { name: string; names?: DatedName[] }): string {
    return names?.find((dated) => validIn(dated, this.month))?.name ?? name;
  }
}

/**
 * Whose a row is to change: the part that its owner plays, where the row says one; a body that it names speaks for
 * itself, as a regulator does; else the part that such rows are left to.
 */
export function ownerOf(names: Names, written: string | undefined, otherwise: OwnerRole, of: Owned): LeverOwner {
  const role = OWNERS.find((known) => known === written);
  if (role || written === undefined) return owner(names, role ?? otherwise, of);
  return { role: 'regulator', name: written };
}

/** What an owner is the owner of. */
interface Owned {
  readonly programme: Programme;
  readonly region: Id;
}

/** A part played, with the name of who plays it in the month asked. */
export function owner(names: Names, role: OwnerRole, { programme, region }: Owned): LeverOwner {
  switch (role) {
    case 'learner':
      return { role, name: 'the learner' };
    case 'employer':
      return { role, name: `employers in ${names.region(region)}` };
    case 'admissions':
    case 'validation':
      return { role, name: `${role}, ${names.institution(programme.institution)}` };
    case 'regulator':
      return { role, name: names.regulators(programme).join(' and ') || 'the regulator' };
    case 'commissioner':
      return { role, name: names.commissioner(region) };
  }
}
