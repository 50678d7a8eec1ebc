import type { BlockageAnswer, Count } from '../../../domain/blockage-answer.js';
import { listed } from '../../credit/words.js';
import type { Names } from '../names.js';

type Found = Omit<BlockageAnswer, 'notes' | 'summary'>;

/** What a commissioner must know besides the figures. */
export function notesOf(
  { open, beyond, proof, blocked, best, registeredWithin, withRoute }: Found,
  names: Names,
  { searches, later }: { searches: number; later: number },
): string[] {
  const assumed = names.catalogue.rows.cohorts.some(({ basis }) => basis !== 'published');
  const told = (count: Count): string => names.people(count ?? 0);
  return [
    ...(registeredWithin === null
      ? [
          'Freed counts those who would be let in with the credit asked; it does not ask whether there is a place for each.',
        ]
      : OF_ROUTES),
    ...(searches > 0 ? [`Searches for routes that were made: ${searches}.`] : []),
    ...(later > 0
      ? [
          `Levers left out because they hold only later: ${later}; a route is sought with what holds from the first month on.`,
        ]
      : []),
    ...(withRoute.asked ? [] : [withRoute.says]),
    'Every lever costs 1 and holds from the first month on where nothing else is asked; study that must come first takes its time.',
    ...(assumed ? ['Who the cohorts are and how many people they count is assumed where their rows say so.'] : []),
    'What is not in the catalogue cannot be counted on: no apprenticeship listed is none known, not none.',
    ...(beyond
      ? [`${told(beyond)} of the ${told(blocked)} blocked are freed by no set of levers of the size asked.`]
      : []),
    ...(open ? [`The search for what frees ${told(open)} people was cut: there may be more sets than are told.`] : []),
    ...(proof === 'BOUNDED' && best.some(({ proof: one }) => one === 'BOUNDED')
      ? ['Where a best set is bounded, no set frees more than its bound.']
      : []),
  ];
}

const OF_ROUTES = [
  'Freed counts those for whom a route in time would open; it does not ask whether there is a place for each.',
  'Levers are those at the programmes that lead to the register, for starts in the first twelve months; what one could gain by study first is a leg of a route, and no lever.',
  'The steps, the places and what would strand people are told of being let in with the credit asked, not of routes.',
];

export function summaryOf(
  { region, registerParts, inMind, through, blocked, best, registeredWithin }: Found,
  names: Names,
): string {
  const told = (count: Count): string => names.people(count ?? 0);
  const parts = listed(
    registerParts.map((id) => names.catalogue.registerParts.get(id)?.name ?? id),
    'or',
  );
  const [first] = best;
  const change = first?.freed
    ? ` ${first.budget === 1 ? 'One change' : `${first.budget} changes`} would free ${told(first.freed)}.`
    : '';
  const standing = registeredWithin === null ? 'are through' : `can be registered within ${registeredWithin} months`;
  return `${names.region(region)}: of ${told(inMind)} people who have ${parts} in mind ${told(through)} ${standing} and ${told(blocked)} are blocked.${change}`;
}
