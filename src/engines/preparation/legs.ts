import type { PreparationLeg } from '../../domain/preparation.js';
import { spoken, textOf } from '../../domain/time.js';
import type { Solution } from '../credit/solve.js';
import { listed } from '../credit/words.js';
import type { Studied } from './held.js';
import { entryTo, neededBy } from './schedule.js';
import type { Terms } from './terms.js';

/** The modules of a preparation as legs, in order of start: what, where, when, and what each is for. */
export const legsOf = (
  terms: Terms,
  studied: readonly Studied[],
  solutions: readonly (Solution | null)[],
): PreparationLeg[] =>
  [...studied]
    .sort((a, b) => a.slot.start - b.slot.start || (a.slot.delivery.id < b.slot.delivery.id ? -1 : 1))
    .map((one) => legOf(terms, studied, solutions, one));

function legOf(
  terms: Terms,
  studied: readonly Studied[],
  solutions: readonly (Solution | null)[],
  one: Studied,
): PreparationLeg {
  const { catalogue, asked } = terms;
  const { delivery, start, after } = one.slot;
  const module = catalogue.modules.get(one.module)!;
  const usedAt = solutions.flatMap((solution, at) =>
    solution?.used.some(({ sources }) => sources.some(({ id }) => id === module.id)) ? [at] : [],
  );
  const first = neededBy(terms, studied, module.id);
  const { verdict, undecided } = entryTo(terms, studied, one);
  const institutionName = catalogue.institutions.get(module.institution)?.name ?? module.institution;
  const uses = [
    ...(usedAt.length > 0 ? [`counts at ${listed(usedAt.map((at) => `‘${asked[at]!.programme.title}’`))}`] : []),
    ...(first.length > 0 ? [`comes before ${listed(first.map((id) => `‘${catalogue.modules.get(id)!.title}’`))}`] : []),
  ];
  return {
    module: module.id,
    title: module.title,
    delivery: delivery.id,
    institution: module.institution,
    institutionName,
    distance: delivery.distance === true,
    start: textOf(start),
    end: textOf(after - 1),
    credits: module.credits,
    level: module.level,
    fee: delivery.fee.perStage?.[0] ?? 0,
    releaseDays: delivery.releaseDays,
    concurrent: delivery.concurrent === true,
    subjectTo: verdict === 'UNDECIDED',
    subjectToWhat: [...undecided],
    usedAt,
    neededBy: first,
    says: `From ${spoken(start)} to ${spoken(after - 1)} at ${institutionName}${uses.length > 0 ? `: ${uses.join('; ')}` : ''}.`,
  };
}
