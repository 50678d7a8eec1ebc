import type { Claim } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import type { Held } from '../../domain/holding.js';
import type { Delivery } from '../../domain/provision.js';
import type { Mapping } from '../../domain/recognition.js';
import { type Month, yearOf } from '../../domain/time.js';
import { lodgeMonths } from '../credit/claim-terms.js';
import { claimsOf } from '../credit/claims.js';
import { type CreditModel, modelOf } from '../credit/model.js';
import { progressOf, rulingsOf, type Setting, settingOf } from '../credit/setting.js';
import { sourcesPass } from '../credit/standing.js';
import { studiedOnce, withSources } from './held.js';
import { usefulAt } from './relevant.js';
import type { Asked, Terms } from './terms.js';

/** A claim that may come to stand at a target, with the modules that must be studied for it. */
export interface Usable {
  readonly claim: Claim;
  readonly needs: readonly Id[];
}

/** One way to join a target: a delivery, with progress or without. */
export interface Way {
  /** Place of the target in the question. */
  readonly at: number;
  readonly delivery: Delivery;
  readonly setting: Setting;
  readonly usable: readonly Usable[];
  readonly credit: CreditModel;
  /** Whether the way is open is for the assessment itself to say: progress lapses only where nothing fits with it. */
  readonly doubtful: boolean;
  /** Rows whose choices were too many to be tried all. */
  readonly cut: readonly Id[];
}

/**
 * The ways to join a target once modules are studied. Claims are those that would stand were all relevant modules held as
 * well as they ever can be; what each needs is said beside it. No set of modules reaches a target in any other way.
 */
export function waysOf(terms: Terms, at: number, relevant: readonly Id[]): Way[] {
  const asked = terms.asked[at]!;
  return asked.deliveries.flatMap((delivery) => waysBy(terms, at, asked, delivery, relevant));
}

function waysBy(terms: Terms, at: number, asked: Asked, delivery: Delivery, relevant: readonly Id[]): Way[] {
  const { catalogue, holdings, include, first } = terms;
  const { programme, target } = asked;
  const useful = usefulAt(terms, programme, delivery, target.intake);
  const inTime = relevant.filter((id) => useful.has(id) && terms.offer.earliest(id) <= target.intake);
  const settingWith = (added: readonly Held[]): Setting => {
    const held = withSources(terms, added, target.intake);
    const common = { programme, delivery, start: target.intake, include, lodgedFrom: first };
    const plain = settingOf(catalogue, held, common);
    return settingOf(catalogue, held, { ...common, leading: leadingTo(plain) });
  };
  const ideal = (id: Id): Held => studiedOnce(terms, id, { on: target.intake - 1, since: Number.NEGATIVE_INFINITY });
  const setting = settingWith(inTime.map(ideal));
  const again = inTime.filter((id) => holdings.sources.has(id));
  const before = again.length > 0 ? settingWith(inTime.filter((id) => !holdings.sources.has(id)).map(ideal)) : null;
  const progress = progressOf(setting);
  const enrolled = holdings.enrolled.get(programme.id) ?? Math.min(target.intake, ...progress.values());
  const build = (stands: ReadonlyMap<Id, Month>, since: Month, doubtful: boolean): Way => {
    const found = [setting, ...(before ? [before] : [])].map((one) => claimsOf(one, stands));
    const usable = usableOf(
      terms,
      setting,
      found.flatMap(({ standing }) => standing),
      new Set(inTime),
      target.stage,
    );
    const credit = modelOf(
      setting,
      usable.map(({ claim }) => claim),
      stands,
      since,
      { stage: target.stage },
    );
    return { at, delivery, setting, usable, credit, doubtful, cut: found.flatMap(({ cut }) => cut) };
  };
  const stands = build(progress, enrolled, false);
  if (!mayLapse(stands)) return [stands];
  const nothing = { ...setting, limits: [] };
  const free = modelOf(nothing, [], new Map(), target.intake, { stage: target.stage });
  return [
    { ...stands, doubtful: true },
    build(new Map(), target.intake, true),
    { at, delivery, setting: nothing, usable: [], credit: free, doubtful: true, cut: [] },
  ];
}

/** Whether even no claims might break a limit, so that progress lapses. */
const mayLapse = ({ credit: { model } }: Way): boolean =>
  model.rows.some(({ name, most }) => most < 0 && !name.startsWith('join'));

/** Mappings into the programme from what is held; without the years in which sources must have been gained, which are asked of each. */
const leadingTo = ({ catalogue, stageOf, holdings }: Setting): Mapping[] => {
  const rows = [...stageOf.keys()].flatMap((module) =>
    (catalogue.mappingsInto.get(module) ?? []).filter(({ sources }) => sources.some((id) => holdings.sources.has(id))),
  );
  return [...new Set(rows)].map((row) => {
    if (!row.scope?.years) return row;
    const { years: _, ...scope } = row.scope;
    return { ...row, scope };
  });
};

/** The claims that modules studied, or held already, can make stand, each once; those that help to join the stage. */
function usableOf(
  terms: Terms,
  setting: Setting,
  claims: readonly Claim[],
  inTime: ReadonlySet<Id>,
  stage: number,
): Usable[] {
  const matters = mattering(setting, stage);
  const found = new Map<string, Usable>();
  for (const claim of claims) {
    if (found.has(claim.id) || !matters(claim)) continue;
    const needs = needsOf(terms, setting, claim, inTime);
    if (needs) found.set(claim.id, { claim, needs });
  }
  return [...found.values()].sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1));
}

/** Whether a claim can help to make the stages before one whole: by its targets, or by what it does to other limits. */
function mattering(setting: Setting, stage: number): (claim: Claim) => boolean {
  const all = ['minimum', 'hours', 'span'].some((kind) => setting.limits.some(({ limit }) => limit.kind === kind));
  return all
    ? () => true
    : ({ creditsByStage, targets }) =>
        [...creditsByStage.keys()].some((number) => number < stage) ||
        targets.some((target) => (setting.stageOf.get(target) ?? stage) < stage);
}

/** The modules that must be studied for a claim; null where one of its sources can never be held as it asks. */
function needsOf(terms: Terms, setting: Setting, claim: Claim, inTime: ReadonlySet<Id>): Id[] | null {
  const needs: Id[] = [];
  for (const { id } of claim.sources) {
    const before = terms.holdings.sources.get(id);
    if (!inTime.has(id)) {
      if (before && !isInYears(terms, claim, before)) return null;
      continue;
    }
    if (before && passes(terms, setting, claim, before)) continue;
    if (!canPass(terms, setting, claim, id)) return null;
    needs.push(id);
  }
  return needs;
}

/** Whether a module, studied in some months in which it is on offer, is held in time and as a claim asks. */
const canPass = (terms: Terms, setting: Setting, claim: Claim, id: Id): boolean =>
  terms.offer
    .of(id)
    .some(({ slots }) =>
      slots.some(
        ({ after }) =>
          after <= setting.start &&
          passes(terms, setting, claim, studiedOnce(terms, id, { on: after - 1, since: after })),
      ),
    );

/** Whether a source as it is held passes what is asked of single sources of a claim: mark, age, lodging, the years of its row. */
export function passes(terms: Terms, setting: Setting, claim: Claim, held: Held): boolean {
  const { limits, start, programme, policies } = setting;
  const rulings = rulingsOf(limits);
  return (
    sourcesPass([held], claim.own, { rulings, start, programme }) &&
    start >= Math.max(terms.first, held.since) + lodgeMonths(policies) &&
    isInYears(terms, claim, held)
  );
}

/** Whether a source was gained in the years that the rows ask which bring it in. */
function isInYears({ catalogue: { mappingsInto } }: Terms, { rows }: Claim, { id, on }: Held): boolean {
  return rows.every((row) => {
    if (!('sources' in row) || !row.sources.includes(id)) return true;
    const years = mappingsInto.get(row.targets[0]!)?.find((one) => one.id === row.id)?.scope?.years;
    return !years || (years.from <= yearOf(on) && yearOf(on) <= years.to);
  });
}
