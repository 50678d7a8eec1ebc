import type { BestChanges, BlockageAnswer } from '../domain/blockage-answer.js';
import { counted, few, wrapped } from './text.js';
import type { Wire } from './wire.js';

type Found = Wire<BlockageAnswer>;
type Best = Wire<BestChanges>;

/** The changes that free the most, budget by budget; a budget that adds nothing says so and is not told twice. */
export function bestLines(found: Found): string[] {
  const everyone = found.best.filter(({ within }) => within === null);
  return everyone.flatMap((best, at) => budgetLines(best, everyone[at - 1], found));
}

/** What each owner can free alone: their sets where they grow, and by name those who alone free nobody. */
export function ownerLines(found: Found): string[] {
  const owners = [...new Set(found.best.flatMap(({ within }) => within ?? []))];
  const of = (owner: string): Best[] => found.best.filter(({ within }) => within === owner);
  const idle = owners.filter((owner) => of(owner).every(({ freed, bound }) => freed === 0 && bound === 0));
  return [
    ...owners
      .filter((owner) => !idle.includes(owner))
      .flatMap((owner) => [
        `${ROLE[owner] ?? owner}:`,
        ...of(owner).flatMap((best, at) => budgetLines(best, of(owner)[at - 1], found).map((line) => `  ${line}`)),
      ]),
    ...(idle.length > 0
      ? wrapped(`Alone, none of these frees anyone: ${idle.map((owner) => ROLE[owner] ?? owner).join(', ')}.`)
      : []),
  ];
}

const ROLE: Record<string, string> = {
  LEARNER: 'learners',
  EMPLOYER: 'employers',
  ADMISSIONS: 'admissions',
  VALIDATION: 'those who validate programmes',
  REGULATOR: 'regulators',
  COMMISSIONER: 'commissioners',
};

function budgetLines(best: Best, before: Best | undefined, { levers, blocked }: Found): string[] {
  const { budget, freed, proof, bound, others, levers: chosen } = best;
  const lead = `${costs(levers) ? `cost of up to ${budget}` : `up to ${counted(budget, 'change')}`}: `;
  const open = `proven that no choice frees more than ${few(bound)}`;
  const sure = proof === 'OPTIMAL' ? 'proven the most' : open;
  if (freed === 0) return wrapped(`nobody, ${proof === 'OPTIMAL' ? 'which is proven' : open}`, lead);
  if (before && before.freed === freed && before.levers.join() === chosen.join())
    return wrapped(`no more than that, ${proof === 'OPTIMAL' ? 'which is proven' : open}`, lead);
  const more =
    others.count > 0
      ? `; ${others.counted ? '' : 'at least '}${counted(others.count, 'other choice')} ${others.count === 1 ? 'frees' : 'free'} as many`
      : '';
  const needed = chosen.length < budget && !costs(levers) ? `, and ${counted(chosen.length, 'change')} will do` : '';
  return [
    ...wrapped(`${few(freed)} of ${few(blocked)} people${needed}, ${sure}${more}`, lead),
    ...chosen.flatMap((id) => leverLines(levers.find((lever) => lever.id === id))),
  ];
}

const costs = (levers: Found['levers']): boolean => levers.some(({ cost }) => cost !== 1);

const leverLines = (lever: Found['levers'][number] | undefined): string[] =>
  lever ? [...wrapped(lever.says, '  - '), ...wrapped(`whose: ${lever.owner.name}`, '    ')] : [];
