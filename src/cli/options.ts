import { InvalidArgumentError, Option } from 'commander';
import { ENGLAND } from './data.js';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const matching =
  (pattern: RegExp, rule: string) =>
  (text: string): string => {
    if (pattern.test(text)) return text;
    throw new InvalidArgumentError(rule);
  };
const month = matching(MONTH, 'Write the month as 2026-09.');
const day = matching(DAY, 'Write the day as 2026-09-01.');

const number = (text: string): number => {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('Write a number.');
};
const whole = (text: string): number => {
  const value = number(text);
  if (Number.isInteger(value)) return value;
  throw new InvalidArgumentError('Write a whole number.');
};
const collected = (text: string, before: string[] = []): string[] => [...before, text];
const chosen =
  (...choices: string[]) =>
  (text: string): string => {
    const choice = text.toUpperCase().replaceAll('-', '_');
    if (choices.includes(choice)) return choice;
    throw new InvalidArgumentError(
      `Choose one of ${choices.map((each) => each.toLowerCase().replaceAll('_', '-')).join(', ')}.`,
    );
  };
const mode = (text: string, before: object[] = []): object[] => {
  const [pace, employment = 'none'] = text.split('/');
  const fits = /^(full|part)-time$/.test(pace ?? '') && /^(none|apprenticeship|beside)$/.test(employment);
  if (!fits)
    throw new InvalidArgumentError('Write it as part-time/beside, full-time/none, part-time/apprenticeship ...');
  return [...before, { pace, employment }];
};

const option = (flags: string, says: string, read?: (text: string, before: never) => unknown): Option => {
  const made = new Option(flags, says);
  return read ? made.argParser(read as never) : made;
};

const REGISTER_PARTS = option(
  '--register-part <id>',
  'only programmes that help to reach it; may be repeated',
  collected,
);
const INSTITUTIONS = option('--institution <id>', 'only this institution; may be repeated', collected);
const REGIONS = option('--region <id>', 'only study in this region, or at distance; may be repeated', collected);
const KILOMETRES = option('--kilometres <n>', 'only study within so many kilometres of home, or at distance', number);
const START = option(
  '--start <month>',
  'month in which study would start, as 2026-09; this month where not given',
  month,
);
const INCLUDE = option(
  '--include <which>',
  'agreed (default) or proposed mappings and agreements',
  chosen('AGREED', 'PROPOSED'),
);
const DELIVERY = option('--delivery <id>', 'one of its deliveries');
const ENTRY_ROUTE = option('--entry-route <name>', 'the entry route applied by, such as access');

/** Options of every command that reads a dataset. */
export const DATA = new Option('--data <folder>', 'folder of the dataset').default(ENGLAND, 'the dataset of England');
export const JSON_OUT = option('--json', 'print what the API answers, as JSON');

/** Options of every question. */
export const ABOUT_LEARNER = [
  option('--learner <file>', "the learner: a YAML or JSON file, or the id of one in the dataset's learners"),
  option('--as-of <day>', 'the day as of which is asked, as 2026-09-01; today where not given', day),
  option('--questions <file>', 'a file of questions instead, one JSON object a line; answered one a line'),
];

export const OF_CREDIT = [
  option('--programme <id>', 'the programme'),
  DELIVERY,
  START,
  option('--objective <which>', 'credits (default) or entry', chosen('CREDITS', 'ENTRY')),
  INCLUDE,
  option('--across', 'ask it of every programme that fits the options below'),
  option('--into <programme>', 'ask instead which awards and modules carry into it, and how far; no learner is needed'),
  option('--module <id>', 'with --into: only what covers this module of it'),
  option('--kind <kind>', 'with --into: only awards of this kind, as FdSc; may be repeated', collected),
  option('--at-least <credits>', 'with --into: only awards that carry so many credits', number),
  REGISTER_PARTS,
  INSTITUTIONS,
  REGIONS,
  option('--pace <pace>', 'only full-time or part-time; may be repeated', collected),
  option('--employment <how>', 'only none, apprenticeship or beside; may be repeated', collected),
  KILOMETRES,
  option(
    '--sort <by>',
    'credits (default), entry-stage, months-left or fee',
    chosen('CREDITS', 'ENTRY_STAGE', 'MONTHS_LEFT', 'FEE'),
  ),
  option('--first <n>', 'so many of a list, 1 to 100; 20 where not given', whole),
  option('--after <cursor>', 'go on after the page before'),
];

export const OF_ENTRY = [
  option('--programme <id>', 'the programme'),
  DELIVERY,
  START,
  option('--stage <n>', 'the stage to be joined', whole),
  ENTRY_ROUTE,
];

export const OF_ROUTES = [
  option('--register-part <id>', 'the register part to be reached; several are told side by side', collected),
  option('--first <month>', 'first month of the route, as 2026-09; this month where not given', month),
  option('--mode <pace/employment>', 'a way of studying, as part-time/beside; may be repeated', mode),
  option('--release-days <n>', 'release days a week at the most', number),
  option('--own-workplace', 'no placement block outside the own workplace'),
  INSTITUTIONS,
  REGIONS,
  KILOMETRES,
  option('--budget <pounds>', 'pounds that the learner pays at the most', number),
  option('--latest <month>', 'nothing ends later than this month', month),
  option('--nominated', 'the employer will nominate'),
  option('--not-nominated', 'the employer will not nominate'),
  option('--assumed-mark <percent>', 'mark assumed for modules not yet studied', number),
  INCLUDE,
  option('--legs <n>', 'legs at the most; 5 where not given', whole),
  ENTRY_ROUTE,
  option(
    '--criterion <name>',
    'months, learner-part, total-fees, credits-studied, release-days or institutions; may be repeated',
    (text: string, before: string[] = []) => [
      ...before,
      chosen('MONTHS', 'LEARNER_PART', 'TOTAL_FEES', 'CREDITS_STUDIED', 'RELEASE_DAYS', 'INSTITUTIONS')(text),
    ],
  ),
  option('--profile [months]', 'from which of so many first months it is shortest; of 24 where not given', whole),
  option('--full', 'a route in full, as it is handed to a person: steps, credit, costs, dates, what it hangs on'),
  option('--mermaid', 'a route as a Mermaid chart'),
  option('--svg <file>', 'writes a picture of a route into a file, as SVG'),
  option('--route <n>', 'which route of the list is handed over or drawn; the first where not given', whole),
];
