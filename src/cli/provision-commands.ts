import { type Command, InvalidArgumentError, Option } from 'commander';
import type { AwardReach } from '../domain/portability.js';
import type { ChangePair, Provision } from '../domain/provision-change.js';
import { Answering, type Payload } from './answer.js';
import { type Change, changeSheets } from './change-table.js';
import { csvOut, type Sheets } from './csv-out.js';
import { serviceOf } from './data.js';
import { ANSWERED, type Io, PROBLEM, WrongUse } from './io.js';
import { DATA, JSON_OUT } from './options.js';
import { portabilitySheets } from './portability-table.js';
import { provisionSheets } from './provision-table.js';
import type { Options } from './questions.js';
import type { Ask } from './selection.js';
import { tableFor } from './tables.js';
import type { Wire } from './wire.js';

const collected = (text: string, before: string[] = []): string[] => [...before, text];
const several = (flags: string, says: string): Option =>
  new Option(flags, `${says}; may be repeated`).argParser(collected);
const nation = (text: string, before: string[] = []): string[] => {
  const found = ['England', 'Scotland', 'Wales', 'Northern Ireland'].find(
    (known) => known.toLowerCase() === text.toLowerCase().replaceAll('-', ' '),
  );
  if (!found) throw new InvalidArgumentError('Choose one of england, scotland, wales, northern-ireland.');
  return [...before, found];
};
const OUT = [
  new Option('--csv <file>', 'write a table for spreadsheets into this file'),
  new Option('--table <name>', 'with --csv: which table; the first of them where not given'),
];

/** Adds the commands about provision and portability, which are asked without a learner. */
export function addProvisionCommands(program: Command, io: Io, ended: (status: number) => void): void {
  const command = (
    name: string,
    says: string,
    options: readonly Option[],
    act: (given: Options) => Promise<number>,
  ) => {
    const made = program.command(name).description(says);
    for (const option of [...options, ...OUT, DATA, JSON_OUT]) made.addOption(option);
    made.action(async (given: Options) => ended(await act(given)));
  };
  command(
    'provision',
    'which register parts are run where and how; with --between, what was lost and gained between two releases',
    [
      new Option('--between <years...>', 'two releases of the national course data, as 2018 2025'),
      new Option('--release <year>', 'the courses of one release; those of the dataset where not given'),
      several('--register-part <id>', 'only this register part'),
      several('--region <id>', 'only this region; courses at distance are shown too'),
      several('--pace <pace>', 'with --between: only full-time or part-time'),
      new Option('--nation <name>', 'with --between: only providers of this nation; may be repeated').argParser(nation),
      new Option('--as-of <day>', 'the day as of which the dataset is asked, as 2026-09-01; today where not given'),
    ],
    (given) => (given.between === undefined ? provision(given, io) : change(given, io)),
  );
  command(
    'portability',
    'how far foundation degrees carry into pre-registration programmes',
    [
      new Option('--start <month>', 'month in which study would start, as 2026-09; this month where not given'),
      new Option('--months <n>', 'so many months from then on are tried, 1 to 12; 1 where not given').argParser(Number),
      several('--award <id>', 'only this award, by the programme that gives it'),
      several('--institution <id>', 'only awards of this institution'),
      several('--kind <kind>', 'awards of this kind instead of foundation degrees, as HND'),
      several('--register-part <id>', 'only programmes that help to reach it'),
      several('--into <id>', 'only programmes of this institution'),
      new Option('--include <which>', 'agreed (default) or proposed mappings and agreements').choices([
        'agreed',
        'proposed',
      ]),
    ],
    (given) => portability(given, io),
  );
}

async function provision(given: Options, io: Io): Promise<number> {
  const { release, registerPart, region, asOf, pace, nation: nations } = given;
  if (pace ?? nations) throw new WrongUse('Paces and nations are chosen between two releases: add --between.');
  const question = known({ release, registerParts: registerPart, regions: region, asOf });
  const payload = await new Answering(serviceOf(String(given.data), io)).ask('provision', question);
  const found = payload.provision as Wire<Provision> | null;
  return told('provision', payload, given, io, found ? provisionSheets(found) : undefined);
}

async function change(given: Options, io: Io): Promise<number> {
  const { between, registerPart, region, pace, nation: nations, release } = given;
  const [from, to, ...more] = between as string[];
  if (from === undefined || to === undefined || more.length > 0)
    throw new WrongUse('Between which releases? Name two, the earlier one first: --between 2018 2025.');
  if (release !== undefined) throw new WrongUse('Give --release for one release, or --between for two.');
  const question = known({ from, to, registerParts: registerPart, regions: region, modes: pace, nations });
  const payload = await allPages('provisionChange', question, given, io);
  const found = payload.change as Change | null;
  const sheets = found ? changeSheets(found, payload.nodes as Wire<ChangePair>[]) : undefined;
  return told('provisionChange', payload, given, io, sheets);
}

async function portability(given: Options, io: Io): Promise<number> {
  const { start, months, award, institution, kind, registerPart, into, include } = given;
  const question = known({
    ...{ start, months, awards: award, institutions: institution, kinds: kind, registerParts: registerPart, into },
    include: typeof include === 'string' ? include.toUpperCase() : undefined,
  });
  const payload = await allPages('portability', question, given, io);
  const sheets = payload.portability ? portabilitySheets(payload.nodes as Wire<AwardReach>[]) : undefined;
  return told('portability', payload, given, io, sheets);
}

/** The answer with the entries of all its pages. */
async function allPages(ask: Ask, question: Options, { data }: Options, io: Io): Promise<Payload> {
  const answering = new Answering(serviceOf(String(data), io));
  const first = await answering.ask(ask, { ...question, first: 100 });
  const nodes = [...((first.nodes as unknown[] | undefined) ?? [])];
  for (let page = first; isMore(page); nodes.push(...(page.nodes as unknown[])))
    page = await answering.ask(ask, { ...question, first: 100, after: (page.pageInfo as PageInfo).endCursor });
  const { edges: _, pageInfo: __, ...rest } = first;
  return { ...rest, nodes } as Payload;
}

type PageInfo = { hasNextPage: boolean; endCursor: string };
const isMore = ({ pageInfo }: Payload): boolean => (pageInfo as PageInfo | undefined)?.hasNextPage ?? false;

/** Prints the answer as a table or as JSON, or writes a table of it as CSV; its problems are told in any case. */
function told(ask: Ask, payload: Payload, given: Options, io: Io, sheets: Sheets | undefined): number {
  if (given.csv === undefined && given.table !== undefined)
    throw new WrongUse('A table is named for a file: add --csv.');
  const written = sheets && given.csv !== undefined ? csvOut(sheets, given) : undefined;
  if (given.json) io.out(JSON.stringify(payload, null, 2));
  else if (written === undefined) for (const line of tableFor(ask, payload)) io.out(line);
  else io.out(written);
  return payload.problems.length > 0 ? PROBLEM : ANSWERED;
}

const known = (options: Options): Options =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
