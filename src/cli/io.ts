/** Where a command writes, and what it may know of its surroundings. */
export interface Io {
  /** Writes a line of the answer. */
  out: (line: string) => void;
  /** Writes a line about what went wrong. */
  err: (line: string) => void;
  env: Readonly<Record<string, string | undefined>>;
  /** Today, as a day. */
  now: () => string;
  /** Resolves when the command is asked to end. */
  untilStopped: () => Promise<void>;
}

/** How a command ends: answered; answered with a problem; used wrongly. */
export const ANSWERED = 0;
export const PROBLEM = 1;
export const WRONG_USE = 2;

/** A command that was used wrongly, with a sentence for the user. */
export class WrongUse extends Error {}

/** An answer that could not be given, with the problems, one a line. */
export class NoAnswer extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}
