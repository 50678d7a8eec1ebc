import type { Id } from '../../../domain/fact.js';
import type { Learner } from '../../../domain/learner.js';
import type { Include } from '../../../domain/questions.js';
import type { Policy } from '../../../domain/recognition.js';
import { type Month, textOf, validIn } from '../../../domain/time.js';
import type { AwardForm } from '../../../graph/awards.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { named } from '../words.js';
import type { Link } from './candidates.js';
import { titleOf } from './names.js';

/** Who holds an award, where that matters: registered, or on the staff of an employer. */
export interface Holder {
  readonly registration?: Id;
  readonly employer?: string;
}

/** `with the registration ‘Nursing associate’`, `on the staff of Southend University Hospital`: what makes a holder special; nothing for anyone. */
export const holderWords = (catalogue: Catalogue, { registration, employer }: Holder): string[] => [
  ...(registration === undefined ? [] : [`with the registration ‘${titleOf(catalogue, registration)}’`]),
  ...(employer === undefined
    ? []
    : [`on the staff of ${catalogue.institutions.get(employer)?.name ?? named(employer)}`]),
];

/** A learner who holds just this award, gained in a month, with these options; no mark is known. */
export const holderOf = (
  { qualification, programme, stage }: AwardForm,
  gained: Month,
  options: readonly Id[],
  { registration, employer }: Holder,
): Learner => ({
  awards: [
    {
      award: programme?.id ?? qualification,
      on: textOf(gained),
      ...(stage === undefined ? {} : { stage }),
      ...(options.length ? { options: [...options] } : {}),
    },
  ],
  ...(registration === undefined ? {} : { registrations: [{ part: registration, status: 'current' }] }),
  ...(employer === undefined ? {} : { employment: { employer } }),
});

/**
 * The holders for whom an award may carry more than for anyone: those whom a row in force is only for, and, where the award leads
 * to a registration, those so registered from whom a policy lifts a limit.
 */
export function specialHolders(
  catalogue: Catalogue,
  form: AwardForm,
  links: readonly Link[],
  policies: readonly Policy[],
  { start, include = 'AGREED' }: { start: Month; include?: Include },
): Holder[] {
  const found = new Map<string, Holder>();
  const note = (registrations: readonly (Id | undefined)[], employers: readonly (string | undefined)[]): void => {
    for (const registration of registrations)
      for (const employer of employers) {
        const holder = {
          ...(registration === undefined ? {} : { registration }),
          ...(employer === undefined ? {} : { employer }),
        };
        if (registration !== undefined || employer !== undefined) found.set(JSON.stringify(holder), holder);
      }
  };
  for (const link of links) {
    if (link.kind === 'identity' || !validIn(link.row, start)) continue;
    const { status, scope } = link.row;
    if (status === 'agreed' || (status === 'proposed' && include === 'PROPOSED'))
      note(scope?.registrations ?? [undefined], scope?.employers ?? [undefined]);
  }
  const led = form.programme && form.stage === undefined ? catalogue.partsOf.get(form.programme.id) : undefined;
  const lifted = policies.flatMap(({ limits }) => limits.flatMap(({ exceptions }) => exceptions?.registrations ?? []));
  note(
    [...new Set(lifted)].filter((part) => led?.has(part)),
    [undefined],
  );
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, holder]) => holder);
}
