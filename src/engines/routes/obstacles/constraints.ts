import { poundsText } from '../../../domain/money.js';
import type { Constraints } from '../../../domain/questions.js';
import { spoken } from '../../../domain/time.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { listed } from '../../credit/words.js';
import type { Asked } from '../ask.js';
import type { Candidate } from './candidate.js';

/** Every way of studying. */
export const ALL_MODES: NonNullable<Constraints['modes']> = (['full-time', 'part-time'] as const).flatMap((pace) =>
  (['none', 'apprenticeship', 'beside'] as const).map((employment) => ({ pace, employment })),
);

/** What the asker can manage, each thing as a candidate to be given up: what is asked, and what holds where nothing is. */
export function constraintCandidates({ question: { constraints = {} }, terms }: Asked): Candidate[] {
  const { catalogue, nominated } = terms;
  const candidate = (name: string, says: string, change: (constraints: Constraints) => Constraints): Candidate => ({
    obstacle: { id: `constraint:${name}`, kind: 'constraint', says, programme: null, conditions: [] },
    lift: (world) => {
      world.constraints = change(world.constraints);
    },
  });
  const given = (Object.keys(SAID) as Given[]).filter(
    (name) => constraints[name] !== undefined && constraints[name] !== false,
  );
  return [
    candidate('modes', constraints.modes ? 'the ways of studying allowed' : 'part-time routes only', (all) => ({
      ...all,
      modes: ALL_MODES,
    })),
    ...(nominated
      ? []
      : [candidate('nominated', 'no nomination by an employer', (all) => ({ ...all, nominated: true }))]),
    ...(constraints.include === 'PROPOSED'
      ? []
      : [candidate('include', 'agreed mappings and agreements only', (all) => ({ ...all, include: 'PROPOSED' }))]),
    ...given.map((name) =>
      candidate(name, SAID[name](constraints, catalogue), (all) => {
        const { [name]: _, ...rest } = all;
        return rest;
      }),
    ),
  ];
}

type Given =
  | 'releaseDays'
  | 'noPlacementsElsewhere'
  | 'institutions'
  | 'regions'
  | 'kilometres'
  | 'budget'
  | 'latest'
  | 'legs';

const SAID: Record<Given, (constraints: Constraints, catalogue: Catalogue) => string> = {
  releaseDays: ({ releaseDays }) => `at most ${releaseDays} release days a week`,
  noPlacementsElsewhere: () => 'no placement outside the own workplace',
  institutions: ({ institutions = [] }, catalogue) =>
    `only ${listed(
      institutions.map((id) => catalogue.institutions.get(id)?.name ?? id),
      'or',
    )}`,
  regions: ({ regions = [] }, catalogue) =>
    `only in ${listed(
      regions.map((id) => catalogue.regions.get(id)?.name ?? id),
      'or',
    )}`,
  kilometres: ({ kilometres }) => `at most ${kilometres} kilometres from home`,
  budget: ({ budget = 0 }) => `at most ${poundsText(budget)} from the learner`,
  latest: ({ latest = 0 }) => `nothing may end after ${spoken(latest)}`,
  legs: ({ legs }) => `at most ${legs} ${legs === 1 ? 'leg' : 'legs'}`,
};
