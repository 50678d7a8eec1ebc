import type { Checked } from '../checker/check.js';
import { counted, section, wrapped } from './text.js';

/** A check of a saved assessment, or of another answer, for people: what is proven and what is not, or what is wrong and where. */
export function checkedLines({ ok, findings, proven, notProven }: Checked, what: 'assessment' | 'answer'): string[] {
  if (ok)
    return [
      `The ${what} is right.`,
      ...section('Proven', bulleted(proven)),
      ...section('Said, and not proven by the certificate', bulleted(notProven)),
    ];
  return [
    `The ${what} is not right: ${counted(findings.length, 'finding')}.`,
    ...findings.flatMap(({ where, says }) => wrapped(says, `${where}: `)),
  ];
}

const bulleted = (sentences: readonly string[]): string[] => sentences.flatMap((sentence) => wrapped(sentence, '- '));
