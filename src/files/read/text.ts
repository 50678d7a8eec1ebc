import { readFileSync, statSync } from 'node:fs';

/** The largest file that is read, in bytes. */
export const LARGEST = 50 * 1024 * 1024;

/** The text of a file, or why it cannot be read as text and what to do about it. */
export type Text = { text: string } | { code: string; message: string; line?: number };

/** Reads a file as UTF-8, with or without a byte order mark; never reads one that is too large. */
export function readText(file: string): Text {
  const { size } = statSync(file);
  if (size > LARGEST)
    return {
      code: 'TOO_LARGE',
      message: `this file has ${Math.ceil(size / 1048576)} MB, and at most 50 MB are read: split it into several files.`,
    };
  const bytes = readFileSync(file);
  const named = encodingOf(bytes);
  if (named) return { code: 'WRONG_ENCODING', message: `this file is written in ${named}: save it as UTF-8.` };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === ''
      ? { code: 'EMPTY_FILE', message: 'this file is empty: write rows in it, or delete it.' }
      : { text };
  } catch {
    return {
      code: 'WRONG_ENCODING',
      message: 'this line holds bytes that are not UTF-8 (it may be Windows-1252): save the file as UTF-8.',
      line: lineOfBadByte(bytes),
    };
  }
}

function encodingOf(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16 (little-endian)';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16 (big-endian)';
  return bytes.subarray(0, 1000).includes(0) ? 'UTF-16 or is not text at all' : undefined;
}

function lineOfBadByte(bytes: Buffer): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let from = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(10, from);
    try {
      decoder.decode(bytes.subarray(from, end === -1 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end === -1) return line;
    from = end + 1;
  }
}
