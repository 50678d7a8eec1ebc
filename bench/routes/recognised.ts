import type { Id } from '../../src/domain/fact.js';
import type { Agreement, Mapping } from '../../src/domain/recognition.js';
import type { Dice } from '../../test/support/dice.js';
import * as make from '../../test/support/rows.js';
import type { Studies, Study } from './studies.js';

/** What is recognised of what; and, by institution, the programmes whose awards it knows. */
export interface Recognition {
  readonly agreements: Agreement[];
  readonly mappings: Mapping[];
  readonly known: ReadonlyMap<Id, readonly Id[]>;
}

const isKnown = ({ modules }: Study): boolean => modules.length > 0;

/**
 * Agreements let holders of a foundation degree join the institution's own degrees at stage 2, where the modules of the
 * degree are known; now and then those of another institution. Foundation degrees whose modules are known are mapped,
 * module by module, to each own degree and to none to four others; certificates to one own degree whole, modules
 * offered singly to one or two degrees.
 */
export function recognised(all: readonly Studies[], dice: Dice): Recognition {
  const found = new Recognising(all, dice);
  for (const studies of all) found.of(studies);
  return found;
}

class Recognising implements Recognition {
  readonly agreements: Agreement[] = [];
  readonly mappings: Mapping[] = [];
  readonly known = new Map<Id, Id[]>();
  readonly #degrees: readonly Study[];

  constructor(
    all: readonly Studies[],
    private readonly dice: Dice,
  ) {
    this.#degrees = all.flatMap(({ degrees }) => degrees).filter(isKnown);
    for (const { institution, foundations, certificates } of all)
      this.known.set(
        institution,
        [...foundations, ...certificates].map(({ programme }) => programme.id),
      );
  }

  of({ degrees, foundations, certificates, singles }: Studies): void {
    const { dice } = this;
    const own = degrees.filter(isKnown);
    for (const foundation of foundations) {
      const others = dice.some(this.#degrees, dice.whole(0, 4));
      for (const degree of own) this.#agree(foundation, degree, 'guaranteed');
      for (const degree of others) {
        if (!dice.chance(0.3)) continue;
        this.#agree(foundation, degree, 'precedent');
        this.known.get(degree.programme.institution)!.push(foundation.programme.id);
      }
      if (isKnown(foundation)) for (const degree of [...own, ...others]) this.#map(foundation, degree);
    }
    const [certificate, diploma] = certificates;
    for (const degree of own.slice(0, 1)) this.#map(certificate!, degree);
    for (const degree of own.slice(1)) this.#agree(diploma!, degree, 'precedent');
    for (const { id } of singles)
      for (const { modules } of dice.some(this.#degrees, dice.whole(1, 2)))
        this.#put([id], [dice.one(modules.slice(0, 6)).id]);
  }

  #agree({ programme: from }: Study, { programme: to }: Study, strength: Agreement['strength']): void {
    this.agreements.push(make.agreement(`${from.id}>${to.id}`, from.id, to.id, 2, { strength }));
  }

  /** Each of three to six modules of the first stage for one of the same stage; of the second, for some of its second. */
  #map({ modules: from }: Study, { modules: to }: Study): void {
    const { dice } = this;
    const first = dice.whole(3, 6);
    for (let at = 0; at < first; at++) this.#put([from[at]!.id], [to[at]!.id]);
    for (const { id } of dice.some(from.slice(6), dice.whole(0, 3)))
      this.#put([id], [dice.one(dice.chance(0.6) ? to.slice(6, 12) : to.slice(first, 6).concat(to[6]!)).id]);
  }

  #put(sources: Id[], targets: Id[]): void {
    const strength = this.dice.one(['guaranteed', 'precedent', 'discretion'] as const);
    this.mappings.push(make.mapping(`m${this.mappings.length}`, sources, targets, { strength }));
  }
}
