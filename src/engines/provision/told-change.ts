import type { ChangeCounts, ProvisionChange } from '../../domain/provision-change.js';

type Answered = Omit<ProvisionChange, 'notes' | 'summary'>;

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** `Like with like, 47 courses in 2018 and 33 in 2025 in the United Kingdom, 46 and 27 in England ...` */
export function changeSummary({ from, to, modes, rawBefore, rawAfter, counts }: Answered): string {
  const [all, england] = [
    counts.find(({ nation }) => nation === null),
    counts.find(({ nation }) => nation === 'England'),
  ];
  const what = modes.length === 1 ? `${modes[0]} courses` : 'courses';
  const ends = (own: ChangeCounts | undefined): string =>
    own
      ? `${counted(own.pairsBefore, 'pair')} of provider and register part: ${own.lost} lost, ${own.gained} gained, ${own.kept} kept`
      : '';
  return [
    `Accredited ${what} under the regulators of ${from.id} and of ${to.id}: ${rawBefore} and ${rawAfter}.`,
    `Like with like: ${all?.coursesBefore} and ${all?.coursesAfter} in the United Kingdom, ${england?.coursesBefore} and ${england?.coursesAfter} in England.`,
    `In England, of ${ends(england)}.`,
  ].join(' ');
}

/** What a reader must know before the figures are used. */
export function changeNotes({ from, to, modes, counts, countsAsCoded, apart, coverage }: Answered): string[] {
  const [all, coded] = [counts[0], countsAsCoded[0]];
  return [
    'A pair is one register part at one provider in one mode. It is kept where both releases have a course to it, whatever its code.',
    ...(all && coded && all.lost + all.gained !== coded.lost + coded.gained
      ? [
          `With accreditation codes as they stand ${coded.lost} would look lost and ${coded.gained} gained in the United Kingdom: a code that stood for two professions was split.`,
        ]
      : []),
    ...apart.map(
      ({ registerPart, regulatorBefore, regulatorAfter, counts: own }) =>
        `${registerPart.title} was under ${regulatorBefore} in ${from.id} and is under ${regulatorAfter} in ${to.id}: ${counted(own.coursesBefore, 'course')} then and ${own.coursesAfter} now are shown apart.`,
    ),
    ...(all && all.listedInBoth > 0
      ? [
          `Of what was lost or gained in the United Kingdom, ${counted(all.listedInBoth, 'pair')} has a course that both releases list, one of them without its accreditation: there the record alone may have changed.`,
        ]
      : []),
    ...coverage
      .filter(
        ({ mode, extent }) => mode === 'apprenticeship' || (extent !== 'whole' && modes.some((own) => own === mode)),
      )
      .map(({ says }) => `${says[0]?.toUpperCase()}${says.slice(1)}: what is lost here may be run so.`),
  ];
}
