/** Something that is wrong with what was given, told to the person who can mend it. */
export interface Problem {
  /** What kind of problem it is, such as `UNKNOWN_ID`. */
  code: string;
  /** What is wrong, why, and how to mend it, in a sentence or two. */
  message: string;
  /** Where in what was given: `modules.oh-m07.credits`. */
  field?: string;
  /** The file it stands in, as a path below the folder that was read. */
  file?: string;
  /** Line of the file, from 1. */
  line?: number;
}
