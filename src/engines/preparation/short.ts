import type { Id } from '../../domain/fact.js';
import type { ShortTarget } from '../../domain/preparation.js';
import { spoken, textOf } from '../../domain/time.js';
import { openEntries } from '../credit/entries.js';
import { doneBy, type Lack, lackBefore } from '../credit/lacking.js';
import { progressOf } from '../credit/setting.js';
import { creditsOf, listed } from '../credit/words.js';
import { optimum } from './optimum.js';
import { relevantModules } from './relevant.js';
import type { Terms } from './terms.js';
import { type Way, waysOf } from './ways.js';

/**
 * The targets that nothing on offer leads into, each asked by itself, with what they are short of. Where each can be
 * prepared for by itself, all are told: what stands in the way is doing all of it in the months there are.
 */
export function shortTargets(terms: Terms): ShortTarget[] {
  const alone = terms.asked.map((_, at) => shortTarget(terms, at));
  const short = alone.filter((one) => one !== null);
  if (short.length > 0) return short;
  return terms.asked.map((_, at) =>
    told(terms, at, [], 'It can be prepared for by itself, but not together with the others in the months there are.'),
  );
}

function shortTarget(terms: Terms, at: number): ShortTarget | null {
  const asked = terms.asked[at]!;
  const { stage, intake } = asked.target;
  if (asked.deliveries.length === 0)
    return told(terms, at, [], `Stage ${stage} cannot be joined in ${spoken(intake)}${opensWhen(terms, at)}.`);
  const alone = { ...terms, asked: [asked] };
  const found = optimum(alone);
  if (found.proof !== 'NONE') return null;
  const missing = leastMissing(waysOf(alone, 0, relevantModules(alone)), stage);
  if (missing === null)
    return told(
      terms,
      at,
      [],
      `The stages before stage ${stage} cannot come out whole, or their modules are not known.`,
    );
  if (missing.length === 0)
    return told(
      terms,
      at,
      [],
      found.cuts > 0
        ? `What is on offer would cover what comes before stage ${stage}, but it cannot be studied by ${spoken(intake)}.`
        : `What is on offer would cover each module before stage ${stage}, but not all of them together: limits, choices of options, or modules that count once stand in the way.`,
    );
  const titles = missing.map((id) => `‘${terms.catalogue.modules.get(id)?.title ?? id}’`);
  const credits = missing.reduce((sum, id) => sum + (terms.catalogue.modules.get(id)?.credits ?? 0), 0);
  return told(
    terms,
    at,
    missing,
    `Nothing on offer by ${spoken(intake)} covers ${creditsOf(credits)} before stage ${stage}: ${listed(titles)}.`,
  );
}

/** The least, over the ways, that no claim covers though all that is on offer be held; null where no stage could be whole. */
function leastMissing(ways: readonly Way[], stage: number): readonly Id[] | null {
  const lacks = ways.flatMap(({ setting, usable }) => {
    const progress = progressOf(setting);
    const done = doneBy(
      usable.map(({ claim }) => claim),
      progress,
    );
    return openEntries(setting)
      .filter((point) => point.stage === stage)
      .flatMap((point) => lackBefore(setting, point, done, new Set(progress.keys())) ?? []);
  });
  const least = lacks.reduce<Lack | null>(
    (best, next) => (best && best.missing.length <= next.missing.length ? best : next),
    null,
  );
  return least?.missing ?? null;
}

/** When the stage can be joined, in the year from the month asked. */
function opensWhen({ asked, catalogue }: Terms, at: number): string {
  const { programme, target } = asked[at]!;
  const deliveries = (catalogue.deliveriesOf.get(programme.id) ?? []).filter(
    ({ id }) => target.delivery === undefined || id === target.delivery,
  );
  const months = Array.from({ length: 24 }, (_, later) => target.intake + later).filter((start) =>
    deliveries.some((delivery) => openEntries({ delivery, start }).some(({ stage }) => stage === target.stage)),
  );
  return months.length > 0 ? `: it opens in ${listed(months.map(spoken), 'or')}` : ', nor in the two years after it';
}

function told({ asked, catalogue }: Terms, at: number, missing: readonly Id[], says: string): ShortTarget {
  const { programme, target } = asked[at]!;
  return {
    target: at,
    programme: programme.id,
    stage: target.stage,
    intake: textOf(target.intake),
    missing: missing.map((id) => {
      const module = catalogue.modules.get(id);
      return { module: id, title: module?.title ?? id, credits: module?.credits ?? 0 };
    }),
    says,
  };
}
