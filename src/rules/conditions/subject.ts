import type { Accepts, SubjectCondition } from '../../domain/conditions.js';
import { type Applicant, awardsOf, type Finding, reaches, type Shown } from './applicant.js';

/** A subject at a level, proved by what is on the accepted list; what is on the considered list only a person can settle. */
export function subject(condition: SubjectCondition, applicant: Applicant): Finding {
  const { subject: name, level, accepted, considered = [], refused = [] } = condition;
  const shown = awardsOf(applicant).filter(
    ({ qualification }) => qualification.level >= level && concerns(qualification.subject, name),
  );
  const on = (list: readonly Accepts[]) => shown.find((one) => list.some((accepts) => fits(accepts, one)));
  const barred = shown.filter((one) => refused.some((accepts) => fits(accepts, one)));
  const open = (list: readonly Accepts[]) =>
    shown.find((one) => !barred.includes(one) && list.some((accepts) => fits(accepts, one)));
  const asks = `${name} at level ${level}: ${accepted.map(told).join(' or ') || 'nothing is accepted'}${refused.length ? `; not ${refused.map(told).join(', ')}` : ''}`;
  const proof = open(accepted);
  if (proof) return { verdict: 'MET', asks, finds: `${proof.qualification.name} is accepted` };
  const doubtful = open(considered);
  if (doubtful)
    return { verdict: 'UNDECIDED', asks, finds: `${doubtful.qualification.name} is considered case by case` };
  const denied = on(refused);
  return {
    verdict: 'NOT_MET',
    asks,
    finds: denied ? `${denied.qualification.name} is refused` : `no accepted proof of ${name} is held`,
  };
}

const concerns = (held: string | undefined, asked: string): boolean => held === undefined || held === asked;

function fits({ qualification, kind, grade }: Accepts, shown: Shown): boolean {
  const named = qualification === undefined || qualification === shown.qualification.id;
  return (
    named &&
    (kind === undefined || kind === shown.qualification.kind) &&
    (qualification !== undefined || kind !== undefined) &&
    reaches(shown, grade)
  );
}

const told = ({ qualification, kind, grade }: Accepts): string =>
  `${qualification ?? kind ?? ''}${grade ? ` grade ${grade}` : ''}`;
