import type { AwardInto, Carried, CreditInto, IntoRow, ModuleInto } from '../domain/credit-into.js';
import { columns, counted, section, words, wrapped } from './text.js';
import type { Wire } from './wire.js';

/** The answer of the API: pages of awards and modules, the rest as it is. */
export type Into = Wire<Omit<CreditInto, 'awards' | 'modules'>> & Page<AwardInto> & { modules: Page<ModuleInto> };

interface Page<Node> {
  nodes: Wire<Node>[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Which awards and modules carry into a programme, as a tutor reads it: who and how far first, then by what. */
export function intoLines(found: Into): string[] {
  const { programme, institution, module, start, nodes, modules, counts, totalCount } = found;
  const { none, under60, from60, from120 } = counts;
  return [
    `${module ? `${module.title}, of ` : ''}${programme.title}, ${institution.title}, start ${start}`,
    ...wrapped(found.summary),
    ...section('Awards, and how far they carry', nodes.length > 0 ? columns(awardRows(nodes, module !== null)) : []),
    ...(nodes.length > 0
      ? [
          '',
          `${counted(none + under60 + from60 + from120, 'award')}: 120 credits or more ${from120}, from 60 ${from60}, fewer ${under60}, none ${none}.`,
        ]
      : []),
    ...(found.pageInfo.hasNextPage
      ? [`${nodes.length} of ${totalCount} shown. More: --after ${found.pageInfo.endCursor}`]
      : []),
    ...section(
      'By what they carry',
      nodes.flatMap((award) => awardLines(award)),
    ),
    ...section(
      'Modules that are a source',
      modules.nodes.flatMap((source) => moduleLines(source)),
    ),
    ...(modules.pageInfo.hasNextPage
      ? [`  ... ${modules.totalCount} in all: ask for more with --first, or for one institution.`]
      : []),
    ...section(
      'Experience',
      found.experience.flatMap((row) => experienceLines(row)),
    ),
    ...section(
      'Institutions',
      found.institutions.length < 2
        ? []
        : columns([
            ['awards', 'none', 'under 60', '60 to 119', '120 or more', 'most', 'institution'],
            ...found.institutions.map((one) => [
              ...[one.awards, one.none, one.under60, one.from60, one.from120, one.most],
              `${one.institution?.title ?? 'not known'}${one.own ? ' (its own)' : ''}`,
            ]),
          ]),
    ),
    ...section('Rests on what is not published', restsOnLines(found)),
    ...section(
      'Notes',
      found.notes.flatMap((note) => wrapped(note, '- ')),
    ),
  ];
}

/** What the answer rests on, the awards shown among it; each once. */
function restsOnLines({ restsOn, nodes }: Into): string[] {
  const facts = new Map([...restsOn, ...nodes.flatMap((award) => award.restsOn)].map((fact) => [fact.id, fact.says]));
  return [...facts].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([id, says]) => wrapped(`${says} (${id})`, '- '));
}

/** Where a module is asked about, whether some holder is credited with it stands before the rest. */
function awardRows(awards: readonly Wire<AwardInto>[], ofModule: boolean): (string | number | null)[][] {
  const names = ['most', 'core alone', 'guaranteed', 'stage', 'months left', 'award'];
  if (!ofModule) return [names, ...awards.map(awardLine)];
  const covers = (award: Wire<AwardInto>): string => (holders(award).some((one) => one.coversModule) ? 'yes' : 'no');
  return [['covers it', ...names], ...awards.map((award) => [covers(award), ...awardLine(award)])];
}

/** Stage, months and guaranteed credits are those of the holder who carries most. */
function awardLine(award: Wire<AwardInto>): (string | number | null)[] {
  const furthest = holders(award).reduce((most, next) => (next.credits > most.credits ? next : most));
  const firm = furthest.bands.find(({ weakest }) => words(weakest) === 'guaranteed')?.credits ?? null;
  return [award.most, award.core?.credits ?? null, firm, furthest.entryStage, furthest.monthsLeft, nameOf(award)];
}

const holders = ({ core, withOptions, conditional }: Wire<AwardInto>): Wire<Carried>[] =>
  [core, withOptions, ...conditional].flatMap((one) => one ?? []);

const nameOf = ({ title, institution }: Wire<AwardInto>): string =>
  institution ? `${title}, ${institution.title}` : title;

function awardLines(award: Wire<AwardInto>): string[] {
  const shared = award.rows
    .filter(({ id, used }) => id.startsWith('=') && used)
    .map(({ sources }) => sources[0]?.title ?? '');
  const rows = award.rows.filter(({ id }) => !id.startsWith('='));
  return [
    ...wrapped(nameOf(award)),
    ...wrapped(award.summary, '    '),
    ...(shared.length > 0
      ? wrapped(`the same ${shared.length === 1 ? 'module' : 'modules'}: ${shared.join(', ')}`, '    + ')
      : []),
    ...rows.flatMap((row) => wrapped(rowSays(row), row.used ? '    + ' : '    - ')),
    ...(award.choicesCut ? ['    (not every choice of options was tried)'] : []),
  ];
}

/** `Anatomy and Physiology to Human Biology (guaranteed, worcester-ap-biology): 20 credits carried.` */
function rowSays({ id, sources, choose, targets, stage, strength, status, says }: Wire<IntoRow>): string {
  const from = choose === null ? titles(sources) : `any ${choose} of ${sources.map(({ title }) => title).join(', ')},`;
  const what = `${from} ${stage === null ? `to ${titles(targets)}` : `to stage ${stage}`}`;
  return `${what} (${[strength, ...(words(status) === 'agreed' ? [] : [status]), id].map((word) => (word === id ? id : words(word))).join(', ')}): ${says}`;
}

const titles = (things: readonly { title: string }[]): string => things.map(({ title }) => title).join(' + ');

function moduleLines({ title, credits, level, institution, ways }: Wire<ModuleInto>): string[] {
  return [
    ...wrapped(
      `${title}, ${institution?.title ?? 'not known'}: ${counted(credits, 'credit')}${level === null ? '' : ` at level ${level}`}`,
    ),
    ...ways.flatMap(({ id, targets, says, stands, strength }) =>
      wrapped(
        id.startsWith('=') ? says : `to ${titles(targets)} (${words(strength)}, ${id}): ${says}`,
        stands ? '    + ' : '    - ',
      ),
    ),
  ];
}

function experienceLines(row: Into['experience'][number]): string[] {
  const { id, settings, months, hoursPerWeek, targets, theoryHours, practiceHours, strength, says, stands } = row;
  const hours = [
    ...(theoryHours === null ? [] : [`${theoryHours} theory hours`]),
    ...(practiceHours === null ? [] : [`${practiceHours} practice hours`]),
  ];
  const gives = [...(targets.length > 0 ? [titles(targets)] : []), ...hours].join(', with ');
  const asks = `${counted(months, 'month')} of ${settings.map((one) => one.replaceAll('-', ' ')).join(' or ')}${hoursPerWeek === null ? '' : ` at ${hoursPerWeek} hours a week`}`;
  return wrapped(`${asks} to ${gives} (${words(strength)}, ${id}): ${says}`, stands ? '+ ' : '- ');
}
