import { existsSync, statSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { addBlockageCommand } from './blockages.js';
import { answerMany, answerOne, check, checkSaved, serveUntilStopped } from './commands.js';
import { ANSWERED, type Io, NoAnswer, PROBLEM, WRONG_USE, WrongUse } from './io.js';
import { ABOUT_LEARNER, DATA, JSON_OUT, OF_CREDIT, OF_ENTRY, OF_ROUTES } from './options.js';
import { OF_PREPARE, prepareQuestion } from './prepare-question.js';
import { addProvisionCommands } from './provision-commands.js';
import { creditQuestion, entryQuestion, type Options, routesQuestion } from './questions.js';
import type { Ask } from './selection.js';

/**
 * Runs the command line and gives its exit status: 0 answered, 1 answered with a problem (no route, an unknown code, a
 * dataset with problems), 2 used wrongly. Throws what is nobody's fault but ours.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let status = ANSWERED;
  const program = commands(io, (ended) => {
    status = ended;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? ANSWERED : WRONG_USE;
    if (error instanceof WrongUse) {
      io.err(error.message);
      return WRONG_USE;
    }
    if (error instanceof NoAnswer) {
      for (const line of error.lines) io.err(line);
      return PROBLEM;
    }
    throw error;
  }
}

function commands(io: Io, ended: (status: number) => void): Command {
  const program = new Command('stepladder')
    .description('Credit, entry and shortest part-time routes from assistant practitioner to registered professional.')
    .addHelpText('after', '\nExit status: 0 answered; 1 answered with a problem; 2 used wrongly.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text.trimEnd()), writeErr: (text) => io.err(text.trimEnd()) });

  const asks = (
    name: string,
    says: string,
    options: typeof OF_CREDIT,
    read: (given: Options) => { ask: Ask; question: Options },
  ) => {
    const command = program.command(name).description(says);
    for (const option of [...options, ...ABOUT_LEARNER, DATA, JSON_OUT]) command.addOption(option);
    command.action(async (given: Options) => {
      ended(
        typeof given.questions === 'string'
          ? await answerMany(given.questions, given, io)
          : await answerOne(read(given), given, io),
      );
    });
  };
  asks('credit', 'the most credit a learner can carry into a programme, or into each one', OF_CREDIT, creditQuestion);
  asks('entry', 'whether a learner may start a programme at all', OF_ENTRY, entryQuestion);
  asks('routes', "a learner's unbeaten routes to a register part", OF_ROUTES, routesQuestion);
  asks('prepare', 'the fewest modules to study first for one or several targets', OF_PREPARE, prepareQuestion);
  addBlockageCommand(program, io, ended);
  addProvisionCommands(program, io, ended);

  program
    .command('ask <file>')
    .description('answers a file of questions, one JSON object a line: {"ask": "credit", "learnerFile": ...}')
    .addOption(DATA)
    .action(async (file: string, given: Options) => ended(await answerMany(file, given, io)));
  program
    .command('check [path]')
    .description(
      'checks the dataset in a folder, or a saved answer (credit or routes --json) in a file, without the solver',
    )
    .addOption(DATA)
    .addOption(JSON_OUT)
    .action((path: string | undefined, given: Options) => {
      const saved = path !== undefined && existsSync(path) && statSync(path).isFile();
      ended(saved ? checkSaved(path, given, io) : check(path ?? String(given.data), given, io));
    });
  program
    .command('serve')
    .description('serves the API and its explorer; HOST and PORT may be set in the environment')
    .addOption(DATA)
    .option('--host <address>', 'address to listen on; 127.0.0.1 where not given')
    .option('--port <n>', 'port to listen on; 4000 where not given')
    .action(async (given: Options) => ended(await serveUntilStopped(given, io)));
  return program;
}
