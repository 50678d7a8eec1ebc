import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { parse } from 'yaml';
import type { BlockageAnswer } from '../domain/blockage-answer.js';
import { Answering } from './answer.js';
import { blockageSheets } from './blockages-table.js';
import { csvOut } from './csv-out.js';
import { serviceOf } from './data.js';
import { ANSWERED, type Io, PROBLEM, WrongUse } from './io.js';
import { DATA, JSON_OUT } from './options.js';
import type { Options } from './questions.js';
import { tableFor } from './tables.js';
import { titlesOf } from './titles.js';
import type { Wire } from './wire.js';

const collected = (text: string, before: string[] = []): string[] => [...before, text];
const several = (flags: string, says: string): Option =>
  new Option(flags, `${says}; may be repeated`).argParser(collected);
const number = (text: string): number => {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('Write a number.');
};
const numbers = (text: string, before: number[] = []): number[] => [...before, number(text)];
const mode = (text: string, before: unknown[] = []): unknown[] => {
  const [pace, employment, ...more] = text.split('/');
  if (!pace || !employment || more.length > 0) throw new InvalidArgumentError('Write it as part-time/beside.');
  return [...before, { pace, employment }];
};

/** Adds the command that asks where progression is blocked. */
export function addBlockageCommand(program: Command, io: Io, ended: (status: number) => void): void {
  const command = program
    .command('blockages')
    .description(
      'where progression is blocked in a region, by what and whose, and the changes that free the most people',
    );
  const options = [
    new Option('--region <id>', 'the region, by its id or without letb-, as north-west'),
    several('--register-part <id>', 'the register part in mind'),
    new Option(
      '--first <month>',
      'first of twelve months in which one may start, as 2026-09; this month where not given',
    ),
    new Option('--credits <n>', 'credits that count as through; 120 where not given').argParser(number),
    new Option('--stage <n>', 'the stage that must be joined at the least; 2 where not given').argParser(number),
    new Option(
      '--registered-within <months>',
      'count as through who can be registered in so many months, not who is let in',
    ).argParser(number),
    new Option('--with-routes', 'ask who has a route at all, too: takes seconds'),
    new Option('--searches <n>', 'searches for routes at the most; 400 where not given').argParser(number),
    several('--cohort <id>', 'only this cohort of the dataset'),
    new Option('--cohorts <file>', 'cohorts of your own: a YAML or JSON list of id, name, people, learner and seeks'),
    new Option('--mode <pace/employment>', 'a way of studying allowed, as part-time/beside; may be repeated').argParser(
      mode,
    ),
    new Option('--kilometres <n>', 'so far from home is within reach too').argParser(number),
    new Option('--nominated', 'employers nominate for every delivery'),
    several('--kind <kind>', 'only levers of this kind, as accept'),
    several('--owner <role>', 'only what these have in their power, as commissioner'),
    several('--without <lever>', 'leave this lever out'),
    new Option('--budget <n>', 'so many levers, up to 10; 1, 2, 3 and 5 where not given; may be repeated').argParser(
      numbers,
    ),
    new Option('--csv <folder>', 'write every table for spreadsheets into this folder'),
  ];
  for (const option of [...options, DATA, JSON_OUT]) command.addOption(option);
  command.action(async (given: Options) => ended(await blockages(given, io)));
}

async function blockages(given: Options, io: Io): Promise<number> {
  if (given.region === undefined) throw new WrongUse('Which region? Name it with --region, as north-west.');
  if (given.registerPart === undefined) throw new WrongUse('Which register part? Name it with --register-part.');
  const service = serviceOf(String(given.data), io);
  const region = String(given.region);
  const question = {
    region: service.catalogue.regions.has(`letb-${region}`) ? `letb-${region}` : region,
    ...known({
      ...{ registerParts: given.registerPart, first: given.first, credits: given.credits, stage: given.stage },
      ...{ cohorts: given.cohort, modes: given.mode, kilometres: given.kilometres, nominated: given.nominated },
      ...{ registeredWithin: given.registeredWithin, routes: given.withRoutes, searches: given.searches },
      ...{ kinds: given.kind, owners: given.owner, remove: given.without, budgets: given.budget },
      own: given.cohorts === undefined ? undefined : cohortsIn(String(given.cohorts)),
    }),
  };
  const payload = await new Answering(service).ask('blockages', question);
  const found = payload.blockages as Wire<BlockageAnswer> | null | undefined;
  if (found && given.csv !== undefined) for (const line of written(found, String(given.csv))) io.out(line);
  else if (given.json) io.out(JSON.stringify(payload, null, 2));
  else for (const line of tableFor('blockages', payload, titlesOf(service.catalogue))) io.out(line);
  return payload.problems.length > 0 ? PROBLEM : ANSWERED;
}

/** Writes each table of an answer into a folder, as a file of its name. Throws WrongUse where there is no such folder. */
function written(found: Wire<BlockageAnswer>, folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new WrongUse(`There is no folder ${folder}: name one that is there, with --csv.`);
  const sheets = blockageSheets(found);
  return [...sheets.keys()].map((table) => csvOut(sheets, { csv: join(folder, `${table}.csv`), table }));
}

function cohortsIn(file: string): unknown {
  if (!existsSync(file) || !statSync(file).isFile())
    throw new WrongUse(`There is no file ${file}: name a YAML or JSON list of cohorts with --cohorts.`);
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch {
    throw new WrongUse(`The file ${file} is neither YAML nor JSON: write a list of cohorts.`);
  }
}

const known = (options: Options): Options =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
