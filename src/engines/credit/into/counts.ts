import type { AwardInto, IntoCounts, IntoInstitution } from '../../../domain/credit-into.js';

/** How many of these awards carry none, under 60, 60 to under 120, 120 credits or more, at the most. */
export function countsOf(awards: readonly AwardInto[]): IntoCounts {
  const between = (least: number, below: number): number =>
    awards.filter(({ most }) => most >= least && most < below).length;
  return {
    none: between(0, 0.5),
    under60: between(0.5, 60),
    from60: between(60, 120),
    from120: between(120, Number.POSITIVE_INFINITY),
  };
}

/** The same for each institution; who carries most first, then by name. */
export function institutionsOf(awards: readonly AwardInto[]): IntoInstitution[] {
  const groups = new Map<string, AwardInto[]>();
  for (const award of awards) {
    const id = award.institution?.id ?? '';
    groups.set(id, [...(groups.get(id) ?? []), award]);
  }
  return [...groups.values()]
    .map((own) => ({
      institution: own[0]?.institution ?? null,
      own: own[0]?.own ?? false,
      awards: own.length,
      most: Math.max(...own.map(({ most }) => most)),
      ...countsOf(own),
    }))
    .sort((a, b) => b.most - a.most || b.from120 - a.from120 || (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** Ids part institutions of one name. */
const nameOf = ({ institution }: IntoInstitution): string => `${institution?.title ?? ''}\n${institution?.id ?? ''}`;
