import type { Id } from '../../domain/fact.js';
import type { HoldingAward } from '../../domain/holding.js';
import type { Agreement } from '../../domain/recognition.js';
import { fillingsOfAll } from './curriculum.js';
import type { Setting } from './setting.js';
import type { Draft } from './standing.js';

/**
 * For each agreement and each award held that it names, and each stage j up to the one it opens, one draft for each exact filling of
 * the option groups of the stages before j (spec 3.2).
 */
export function agreementDrafts(
  setting: Setting,
  progress: ReadonlyMap<Id, unknown>,
  cut: Id[],
  most: number,
): Draft[] {
  const { catalogue, programme, holdings } = setting;
  const rows = holdings.awards.length > 0 ? (catalogue.agreementsInto.get(programme.id) ?? []) : [];
  return rows.flatMap((row) => {
    const held = holdings.awards.filter((award) => isAward(award, row) && award.sources.length > 0);
    const distinct = new Map(held.map((award) => [[...award.sources].sort().join(','), award]));
    return [...distinct.values()].flatMap((award) => stages(row, award, setting, progress, cut, most));
  });
}

const isAward = ({ qualification, programme, complete }: HoldingAward, { award }: Agreement): boolean =>
  qualification === award || (complete && programme === award);

function stages(
  row: Agreement,
  award: HoldingAward,
  { stages, holdings }: Setting,
  progress: ReadonlyMap<Id, unknown>,
  cut: Id[],
  most: number,
): Draft[] {
  const sources = award.sources.map((id) => holdings.sources.get(id)!);
  const drafts: Draft[] = [];
  for (let join = 2; join <= Math.min(row.stage, stages.length); join++) {
    const before = stages.slice(0, join - 1);
    const groups = before.flatMap((stage) => stage.groups);
    const grouped = new Set(groups.flatMap(({ modules }) => [...modules]));
    const fixed = new Set([...progress.keys()].filter((module) => grouped.has(module)));
    const ways = fillingsOfAll(groups, fixed, most);
    if (!ways) cut.push(row.id);
    for (const options of ways ?? [])
      drafts.push({
        id: groups.length ? `${row.id}@${join}[${options.join(',')}]` : `${row.id}@${join}`,
        kind: 'agreement',
        rows: [row],
        sources,
        experiential: false,
        stated: [...before.flatMap(({ core }) => core), ...options],
      });
  }
  return drafts;
}
