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
  const told = (list: readonly Accepts[]): string => list.map((one) => words(one, applicant)).join(' or ');
  const asks = `${name} at level ${level}: ${told(accepted) || 'nothing is accepted'}${refused.length ? `; not ${told(refused)}` : ''}`;
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

/** `GCSE English, grade 4`: a qualification by its name, else a kind. */
const words = ({ qualification: id, kind = '', grade }: Accepts, { qualification }: Applicant): string =>
  `${id === undefined ? kind : (qualification(id)?.name ?? id)}${grade === undefined ? '' : `, grade ${grade}`}`;
