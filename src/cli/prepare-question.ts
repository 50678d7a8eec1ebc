import { InvalidArgumentError, Option } from 'commander';
import { WrongUse } from './io.js';
import type { Options } from './questions.js';
import type { Ask } from './selection.js';

const TARGET = /^([^@:]+)@(\d+):(\d{4}-(?:0[1-9]|1[0-2]))(?::(.+))?$/;

const target = (text: string, before: object[] = []): object[] => {
  const [, programme, stage, intake, delivery] = TARGET.exec(text) ?? [];
  if (programme === undefined)
    throw new InvalidArgumentError('Write it as PROGRAMME@STAGE:2027-09, or PROGRAMME@STAGE:2027-09:DELIVERY.');
  return [...before, { programme, stage: Number(stage), intake, ...(delivery === undefined ? {} : { delivery }) }];
};
const collected = (text: string, before: string[] = []): string[] => [...before, text];
const number = (text: string): number => {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('Write a number.');
};
const month = (text: string): string => {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new InvalidArgumentError('Write the month as 2026-09.');
};
const named = (flags: string, says: string, read: (text: string, before: never) => unknown): Option =>
  new Option(flags, says).argParser(read as never);

export const OF_PREPARE = [
  named('--target <programme@stage:month>', 'what to prepare for, as BSC@2:2027-09; may be repeated', target),
  new Option('--fewest <what>', 'modules (default), credits or fees').choices(['modules', 'credits', 'fees']),
  new Option('--undecided', 'one of the targets will be taken: what opens most doors, and what leaves least regret'),
  named('--first <month>', 'first month in which a module may start; this month where not given', month),
  named('--institution <id>', 'only modules of this institution; may be repeated', collected),
  named('--region <id>', 'only study in this region, or at distance; may be repeated', collected),
  named('--kilometres <n>', 'only study within so many kilometres of home, or at distance', number),
  new Option('--distance', 'only study at distance'),
  named('--release-days <n>', 'release days a week at the most', number),
  named('--assumed-mark <percent>', 'mark assumed for the modules to be studied', number),
  new Option('--include <which>', 'agreed (default) or proposed mappings and agreements').choices([
    'agreed',
    'proposed',
  ]),
  new Option('--entry-route <name>', 'the entry route applied by, such as access'),
];

/** A question of what to study first; the learner is added by who reads files. */
export function prepareQuestion(options: Options): { ask: Ask; question: Options } {
  const { target: targets, first, fewest, undecided, include, asOf } = options;
  if (targets === undefined)
    throw new WrongUse('Prepare for what? Name it with --target PROGRAMME@STAGE:2027-09; several may be named.');
  const { institution: institutions, region: regions, kilometres, distance } = options;
  const { releaseDays, assumedMark, entryRoute } = options;
  const constraints = known({ institutions, regions, kilometres, distance, releaseDays, assumedMark, entryRoute });
  const common = known({ targets, first, include: capitals(include), constraints, asOf });
  if (!undecided) return { ask: 'prepare', question: known({ ...common, fewest: capitals(fewest) }) };
  if (fewest !== undefined)
    throw new WrongUse('Before one has decided, modules are counted: take --fewest away, or take --undecided away.');
  return { ask: 'prepareUndecided', question: common };
}

const capitals = (word: unknown): string | undefined => (typeof word === 'string' ? word.toUpperCase() : undefined);

const known = (options: Options): Options =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
