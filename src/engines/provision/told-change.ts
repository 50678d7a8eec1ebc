import type { ChangeCounts, ProvisionChange } from '../../domain/provision-change.js';

type Answered = Omit<ProvisionChange, 'notes' | 'summary'>;

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** `Like with like: 47 and 33 in the United Kingdom, 46 and 27 in England. By provider and register part ... in England 22 lost ...` */
export function changeSummary({ from, to, modes, rawBefore, rawAfter, counts }: Answered): string {
  const what = modes.length === 1 ? `${modes[0]} courses` : 'courses';
  const [first, england] = [counts[0], counts.find(({ nation }) => nation === 'England')];
  const told = [...new Set([first, england])].flatMap((own) => own ?? []);
  const courses = told.map((own) => `${own.coursesBefore} and ${own.coursesAfter} in ${placeOf(own)}`);
  const pairs = told.map((own) => `${own.lost} lost, ${own.gained} gained and ${own.kept} kept in ${placeOf(own)}`);
  return [
    `Accredited ${what} under the regulators of ${from.id} and of ${to.id}: ${rawBefore} and ${rawAfter}.`,
    `Like with like: ${courses.join(', ')}.`,
    `By provider and register part: ${pairs.join('; ')}.`,
  ].join(' ');
}

const placeOf = ({ nation }: ChangeCounts): string => nation ?? 'the United Kingdom';

/** What a reader must know before the figures are used. */
export function changeNotes({ from, to, modes, counts, countsAsCoded, apart, coverage }: Answered): string[] {
  const [all, coded] = [counts[0], countsAsCoded[0]];
  return [
    'A pair is one register part at one provider in one mode. It is kept where both releases have a course to it, whatever its code.',
    ...(all && coded && all.lost + all.gained !== coded.lost + coded.gained
      ? [
          `With accreditation codes as they stand ${coded.lost} would look lost and ${coded.gained} gained in ${placeOf(coded)}: a code that stood for two professions was split.`,
        ]
      : []),
    ...apart.map(
      ({ registerPart, regulatorBefore, regulatorAfter, counts: own }) =>
        `${registerPart.title} was under ${regulatorBefore} in ${from.id} and is under ${regulatorAfter} in ${to.id}: ${counted(own.coursesBefore, 'course')} then and ${own.coursesAfter} now are shown apart.`,
    ),
    ...(all && all.listedInBoth > 0
      ? [
          `Of what was lost or gained in ${placeOf(all)}, ${counted(all.listedInBoth, 'pair')} has a course that both releases list, one of them without its accreditation: there the record alone may have changed.`,
        ]
      : []),
    ...coverage
      .filter(
        ({ mode, extent }) => mode === 'apprenticeship' || (extent !== 'whole' && modes.some((own) => own === mode)),
      )
      .map(({ says }) => `${says[0]?.toUpperCase()}${says.slice(1)}: what is lost here may be run so.`),
  ];
}
