import type { IntoRow } from '../../../domain/credit-into.js';
import type { Id } from '../../../domain/fact.js';
import type { Outcome } from '../../../domain/provision.js';
import type { Agreement, Mapping } from '../../../domain/recognition.js';
import { textOf, validIn } from '../../../domain/time.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { notCredited } from '../reasons.js';
import type { Setting } from '../setting.js';
import type { Solution } from '../solve.js';
import { creditsOf, listed, sentence } from '../words.js';
import { type Link, linkId } from './candidates.js';
import type { Carrying } from './carried.js';
import { holderWords } from './holders.js';
import { named, titleOf } from './names.js';

/** What becomes of each link that concerns the holders of an award, by what the best claims of each say; anyone comes first. */
export function rowsOf(catalogue: Catalogue, links: readonly Link[], holders: readonly Carrying[]): IntoRow[] {
  const [anyone] = holders;
  if (!anyone) return [];
  const reasons = new Map(notCredited(anyone.solution).map(({ module, sentence: says }) => [module, says]));
  const held = new Set(holders.flatMap(({ solution }) => [...solution.setting.holdings.sources.keys()]));
  return links
    .filter((link) => concerns(link, held))
    .map((link) => {
      const id = linkId(link);
      const user = holders.find(({ solution }) => solution.used.some((claim) => rowIdsOf(claim.id).includes(id)));
      const says = user ? whatFor(catalogue, id, user) : whyNot(catalogue, link, anyone.solution, reasons, links);
      return { ...contentOf(catalogue, link), used: user !== undefined, says };
    });
}

/** Whether a holder has something that the link asks; the core of an award may have changed since. */
const concerns = (link: Link, held: ReadonlySet<Id>): boolean =>
  link.kind === 'agreement' ||
  (link.kind === 'identity' ? held.has(link.module) : link.row.sources.some((source) => held.has(source)));

/** `30 credits carried, together with b for those registered as nursing associate.` */
function whatFor(catalogue: Catalogue, id: string, { solution, holder }: Carrying): string {
  const claim = solution.used.find((one) => rowIdsOf(one.id).includes(id))!;
  const others = claim.rows.flatMap((row) => (row.id === id ? [] : [row.id]));
  const joined = others.length ? ` together with ${listed(others)}` : '';
  const who = holderWords(catalogue, holder).join(' and ');
  return `${creditsOf(claim.credits)} carried${joined}${who ? `, by those ${who}` : ''}.`;
}

/** Ids of the rows a claim rests on, read from its own: parts are joined by `+`, choices follow in brackets, stages after `@`. */
const rowIdsOf = (claim: string): Id[] => claim.split('+').map((part) => part.replace(/[@[].*$/, ''));

function whyNot(
  catalogue: Catalogue,
  link: Link,
  { claims, setting }: Solution,
  reasons: ReadonlyMap<Id, string>,
  links: readonly Link[],
): string {
  const id = linkId(link);
  const standing = claims.standing.find((claim) => rowIdsOf(claim.id).includes(id));
  if (standing) {
    const left = standing.targets.find((target) => reasons.has(target));
    return left === undefined ? 'What it covers is credited without it.' : (reasons.get(left) ?? '');
  }
  const refused = claims.refused.find((claim) => rowIdsOf(claim.id).includes(id));
  const plain = link.kind === 'identity' ? null : outOfUse(link.row, setting);
  if (plain) return plain;
  if (refused) return sentence(refused.says());
  if (link.kind === 'identity') return `It is not taught to those who start in ${textOf(setting.start)}.`;
  if (link.kind === 'agreement') return 'It opens nothing that is taught to those who start then.';
  const { sources, choose = sources.length } = link.row;
  const missing = sources.filter((source) => !setting.holdings.sources.has(source));
  const titles = listed(missing.map((source) => titleOf(catalogue, source)));
  if (sources.length - missing.length < choose)
    return choose < sources.length
      ? `It asks any ${choose} of its sources; not held: ${titles}.`
      : `It asks ${titles} as well.`;
  const lacking = lackingBeside(catalogue, link.row, links, setting);
  return lacking.length
    ? `It covers a part, and nothing held covers the rest: ${listed(lacking)}.`
    : 'It covers a part, which is not needed.';
}

/** Why a row counts for nobody in the start month, by its status and dates; null where it counts. */
function outOfUse(row: Mapping | Agreement, { include, start }: Setting): string | null {
  if (row.status === 'refused' || row.status === 'withdrawn') return sentence(row.status);
  if (row.status === 'proposed' && include !== 'PROPOSED') return 'Proposed, not agreed.';
  return validIn(row, start) ? null : `Not in force in ${textOf(start)}.`;
}

/** Outcomes of the target of a row for a part that no row in use covers whose sources are held. */
function lackingBeside(
  catalogue: Catalogue,
  { targets: [target = ''] }: Mapping,
  links: readonly Link[],
  setting: Setting,
): string[] {
  const covered = new Set(
    links.flatMap((link) =>
      link.kind === 'mapping' &&
      link.row.targets[0] === target &&
      outOfUse(link.row, setting) === null &&
      link.row.sources.every((source) => setting.holdings.sources.has(source))
        ? (link.row.outcomes ?? [])
        : [],
    ),
  );
  return (catalogue.modules.get(target)?.outcomes ?? []).flatMap(({ id, text }) => (covered.has(id) ? [] : [text]));
}

function contentOf(catalogue: Catalogue, link: Link): Omit<IntoRow, 'used' | 'says'> {
  const id = linkId(link);
  if (link.kind === 'identity') {
    const shared = named(catalogue, link.module);
    return {
      ...{ id, kind: link.kind, sources: [shared], targets: [shared], choose: null, stage: null, outcomes: [] },
      ...{ strength: 'guaranteed', status: 'agreed', basis: null, source: null },
    };
  }
  const { row } = link;
  const { strength, status, basis, source } = row;
  if (link.kind === 'agreement')
    return {
      ...{
        id,
        kind: link.kind,
        sources: [named(catalogue, link.row.award)],
        choose: null,
        targets: [],
        stage: link.row.stage,
      },
      ...{ outcomes: [], strength, status, basis, source },
    };
  return {
    ...{ id, kind: link.kind, stage: null, outcomes: outcomesOf(catalogue, link.row, true) },
    choose: someOf(link.row),
    sources: link.row.sources.map((one) => named(catalogue, one)),
    targets: link.row.targets.map((one) => named(catalogue, one)),
    ...{ strength, status, basis, source },
  };
}

/** How many of its sources are enough for a mapping; null where all are needed. */
export const someOf = ({ choose, sources }: Mapping): number | null =>
  choose !== undefined && choose < sources.length ? choose : null;

/** Outcomes that a row for a part of its target covers, or those that it leaves; none where it covers the whole. */
export function outcomesOf(
  { modules }: Catalogue,
  { outcomes, targets = [] }: { outcomes?: Id[]; targets?: Id[] },
  covered: boolean,
): Outcome[] {
  const all = modules.get(targets[0] ?? '')?.outcomes ?? [];
  if (!outcomes || all.every(({ id }) => outcomes.includes(id))) return [];
  return all.filter(({ id }) => outcomes.includes(id) === covered);
}
