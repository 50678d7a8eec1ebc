import type { Portability } from '../../domain/portability.js';

type Answered = Omit<Portability, 'notes' | 'summary'>;

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** `Of 24 awards 15 carry a year or more into some of 107 programmes, 3 of them at their own institution alone; 9 into none.` */
export function summaryOf({ awardsKnown, programmesKnown, withReach, withoutReach, ownOnly }: Answered): string {
  const into = `the ${count(programmesKnown, 'pre-registration programme')} whose modules or agreements are known`;
  const alone = `${ownOnly} of them at ${ownOnly === 1 ? 'its' : 'their'} own institution alone`;
  return `Of ${count(awardsKnown, 'award')} whose modules are known ${withReach} ${withReach === 1 ? 'carries' : 'carry'} a year or more into some of ${into}, ${alone}; ${withoutReach} into none.`;
}

/** What a reader must know before the figures are used. */
export function notesOn(answer: Answered): string[] {
  const { start, months, include, awards, programmes, programmesKnown, awardsKnown } = answer;
  const cells = awards.flatMap((award) => award.cells);
  const said = [
    'This is an estimate: the institution decides. Whether holders may start at all is another question.',
    `Each award is taken as gained in the month before the start, with all its modules, no mark known, and nothing else held; options are those that carry most.`,
    months === 1
      ? `Entry stages are those open in ${start}: a programme that takes entrants in another month is joined at stage 1 here. Ask for several months to see the best of them.`
      : `Of the ${months} months from ${start} on the one that carries furthest counts.`,
  ];
  if (programmesKnown < programmes)
    said.push(
      `Of ${count(programmes, 'programme')} the catalogue holds modules or agreements of ${programmesKnown}; into the others nothing can be matched, which is not known rather than none.`,
    );
  if (awardsKnown < awards.length)
    said.push(
      `Of ${count(awards.length, 'award')} the catalogue holds modules of ${awardsKnown}; how far the others carry is not known.`,
    );
  if (include === 'PROPOSED') said.push('Rows that are proposed and not yet agreed count here.');
  if (cells.some(({ conditional }) => conditional))
    said.push(
      'Some programmes take more of holders with a registration or of an employer: that is shown beside, and not counted in the reach.',
    );
  if (cells.some(({ choicesCut }) => choicesCut))
    said.push('Not every choice of options was tried for every award: there are too many.');
  if (cells.some(({ proof }) => proof === 'BOUNDED'))
    said.push('Some answers are bounded: no more than the bound is possible, and whether so much is was not settled.');
  return said;
}
