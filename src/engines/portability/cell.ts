import type { Id } from '../../domain/fact.js';
import type { Carriage, PortabilityCell, PortabilityQuestion } from '../../domain/portability.js';
import type { Programme } from '../../domain/provision.js';
import { type Month, textOf } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import type { Candidate, Link } from '../credit/into/candidates.js';
import { type Carrying, carriesMore, carryingOf } from '../credit/into/carried.js';
import { type Holder, holderWords, specialHolders } from '../credit/into/holders.js';
import { named } from '../credit/into/names.js';
import { choicesOf } from '../credit/into/options.js';
import { rowOf } from '../credit/row.js';

/** What a holder carries who starts in a month. */
interface Found {
  readonly start: Month;
  readonly carrying: Carrying;
}

/**
 * What one who holds just this award carries into a programme: with the options that carry most, in the best of the
 * months asked, and as a holder for whom a row or a limit makes a difference. Null where the award brings nothing to
 * claim with.
 */
export function cellOf(
  catalogue: Catalogue,
  programme: Programme,
  candidate: Candidate,
  question: PortabilityQuestion,
): PortabilityCell | null {
  const asking = new Asking(catalogue, programme, candidate, question);
  const anyone = asking.best({});
  if (!anyone) return null;
  const more = asking
    .special(anyone)
    .flatMap((holder) => asking.best(holder) ?? [])
    .filter(({ carrying }) => carriesMore(carrying, anyone.carrying))
    .reduce<Found | undefined>(better, undefined);
  const parts = [...(catalogue.partsOf.get(programme.id) ?? [])].sort();
  return {
    ...carriageOf(catalogue, anyone),
    ...{ programme: named(catalogue, programme.id), institution: named(catalogue, programme.institution) },
    ...{ registerParts: parts.map((part) => named(catalogue, part)), programmeCredits: programme.credits ?? null },
    own: candidate.form.programme?.institution === programme.institution,
    conditional: more
      ? { who: holderWords(catalogue, more.carrying.holder).join(' and '), carriage: carriageOf(catalogue, more) }
      : null,
    choicesCut: asking.choicesCut,
  };
}

/** One award asked of one programme, with every choice of options in every month. */
class Asking {
  choicesCut = false;
  readonly #linking: ReadonlySet<Id>;

  constructor(
    readonly catalogue: Catalogue,
    readonly programme: Programme,
    readonly candidate: Candidate,
    readonly question: PortabilityQuestion,
  ) {
    this.#linking = new Set(candidate.links.flatMap(sourcesOf));
  }

  /** What such a holder carries at the most; the earliest month of equals, the core alone before options. */
  best(holder: Holder): Found | undefined {
    const { include, start: first, months = 1 } = this.question;
    const { form } = this.candidate;
    let best: Found | undefined;
    for (let start = first; start < first + months; start++) {
      const { ways, cut } = choicesOf(this.catalogue, form, start - 1, this.#linking);
      this.choicesCut ||= cut;
      const asked = { programme: this.programme.id, start, ...(include ? { include } : {}) };
      for (const options of [[], ...ways]) {
        const carrying = carryingOf(this.catalogue, asked, form, options, holder);
        if (carrying) best = better(best, { start, carrying });
      }
    }
    return best;
  }

  /** The holders for whom a row in force in some month asked, or a limit, makes a difference. */
  special({ carrying }: Found): Holder[] {
    const { include, start: first, months = 1 } = this.question;
    const { form, links } = this.candidate;
    const { policies } = carrying.solution.setting;
    const found = new Map<string, Holder>();
    for (let start = first; start < first + months; start++)
      for (const holder of specialHolders(this.catalogue, form, links, policies, {
        start,
        ...(include ? { include } : {}),
      }))
        found.set(JSON.stringify(holder), holder);
    return [...found.values()];
  }
}

const better = (best: Found | undefined, next: Found): Found =>
  best && !carriesMore(next.carrying, best.carrying) ? best : next;

const sourcesOf = (link: Link): Id[] =>
  link.kind === 'mapping' ? link.row.sources : link.kind === 'identity' ? [link.module] : [];

function carriageOf(catalogue: Catalogue, { start, carrying }: Found): Carriage {
  const { solution, options } = carrying;
  const { credits, entryStage, monthsLeft, delivery, proof } = rowOf(solution);
  return {
    ...{ credits, bound: solution.bound.credits, proof, entryStage, monthsLeft, delivery },
    ...{ start: textOf(start), options: options.map((id) => named(catalogue, id)) },
  };
}
