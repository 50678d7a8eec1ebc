import type { Change } from '../../../domain/catalogue.js';
import type { ClaimRow } from '../../../domain/claim.js';
import type { Id } from '../../../domain/fact.js';
import type { Held } from '../../../domain/holding.js';
import type { HeldModule, Learner } from '../../../domain/learner.js';
import type { Delivery } from '../../../domain/provision.js';
import type { Policy } from '../../../domain/recognition.js';
import type { Fragility } from '../../../domain/route.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { type Laid, Overlay } from '../../../graph/overlay.js';
import { openPoints, type Terms } from '../legs.js';
import type { PlannedLeg } from '../plan.js';

/** One thing that may go: a row of credit, a delivery, one of its entry points, or the currency of a module held. */
export type Risk =
  | { readonly kind: 'mapping' | 'agreement' | 'experience-mapping'; readonly row: ClaimRow }
  | { readonly kind: 'delivery'; readonly delivery: Delivery }
  | { readonly kind: 'entry-point'; readonly delivery: Delivery; readonly index: number }
  | { readonly kind: 'held-module'; readonly held: Held };

/** A world without one thing. */
export interface Without {
  readonly catalogue: Catalogue;
  readonly learner: Learner;
  /** The same as changes that anyone can lay over the catalogue; none for what a learner holds. */
  readonly changes: Change[];
}

/**
 * What a route may hang on: the rows of credit that its legs use, their deliveries, the entry points by which they are
 * joined, and the modules among those held from the outset that their credit or progress rests on. Nothing else can
 * matter: what no leg makes use of can go, and each leg still has what it had.
 */
export function risksOf(terms: Terms, legs: readonly PlannedLeg[]): Risk[] {
  const rows = legs.flatMap(({ solution }) => solution.used.flatMap((claim) => claim.rows));
  const sources = legs.flatMap(({ solution }) => [
    ...solution.used.flatMap((claim) => claim.sources.map(({ id }) => id)),
    ...solution.progress.keys(),
  ]);
  const risks = [
    ...rows.map((row): Risk => ({ kind: kindOf(row), row })),
    ...legs.flatMap(({ delivery, start, from }): Risk[] => [
      { kind: 'delivery', delivery },
      ...openPoints(terms, delivery, start)
        .filter(({ stage }) => stage === from)
        .map((point): Risk => ({ kind: 'entry-point', delivery, index: delivery.entryPoints.indexOf(point) })),
    ]),
    ...sources.flatMap((id): Risk[] => {
      const held = terms.holdings.sources.get(id);
      return held ? [{ kind: 'held-module', held }] : [];
    }),
  ];
  return [...new Map(risks.map((risk) => [keyOf(risk), risk])).values()].filter((risk) => !isSingleIntake(terms, risk));
}

/** An offer of a single module has one entry point: without it there is no offer, and that is told already. */
const isSingleIntake = ({ catalogue }: Terms, risk: Risk): boolean =>
  risk.kind === 'entry-point' && catalogue.modules.has(risk.delivery.programme);

const kindOf = (row: ClaimRow): 'mapping' | 'agreement' | 'experience-mapping' =>
  'award' in row ? 'agreement' : 'settings' in row ? 'experience-mapping' : 'mapping';

/** Names a risk among all others. */
export function keyOf(risk: Risk): string {
  switch (risk.kind) {
    case 'mapping':
    case 'agreement':
    case 'experience-mapping':
      return `${risk.kind} ${risk.row.id}`;
    case 'delivery':
      return `delivery ${risk.delivery.id}`;
    case 'entry-point':
      return `entry-point ${risk.delivery.id} ${risk.index}`;
    case 'held-module':
      return `held-module ${risk.held.id}`;
  }
}

/** The id that people find the thing by. */
export function idOf(risk: Risk): Id {
  switch (risk.kind) {
    case 'mapping':
    case 'agreement':
    case 'experience-mapping':
      return risk.row.id;
    case 'delivery':
    case 'entry-point':
      return risk.delivery.id;
    case 'held-module':
      return risk.held.id;
  }
}

/** The catalogue and the learner with one thing gone. */
export function without(catalogue: Catalogue, learner: Learner, risk: Risk): Without {
  const laid = (layer: Laid, changes: Change[]): Without => ({
    catalogue: new Overlay(catalogue, layer),
    learner,
    changes,
  });
  switch (risk.kind) {
    case 'mapping':
    case 'agreement':
    case 'experience-mapping': {
      const { id } = risk.row;
      return laid({ withoutCredit: new Set([id]) }, [{ op: 'remove', kind: KINDS[risk.kind], id }]);
    }
    case 'delivery': {
      const { id, programme } = risk.delivery;
      const change: Change = catalogue.modules.has(programme)
        ? { op: 'set', kind: 'modules', id: programme, path: `offers.${id}`, value: null }
        : { op: 'remove', kind: 'deliveries', id };
      return laid({ deliveries: new Map([[id, null]]) }, [change]);
    }
    case 'entry-point': {
      const { delivery, index } = risk;
      const entryPoints = delivery.entryPoints.toSpliced(index, 1);
      return laid({ deliveries: new Map([[delivery.id, { ...delivery, entryPoints }]]) }, [
        { op: 'set', kind: 'deliveries', id: delivery.id, path: `entryPoints.${index}`, value: null },
      ]);
    }
    case 'held-module':
      return {
        catalogue: new Overlay(catalogue, { policy: LAPSES }),
        learner: asLapsed(learner, risk.held),
        changes: [],
      };
  }
}

const KINDS = {
  mapping: 'mappings',
  agreement: 'agreements',
  'experience-mapping': 'experienceMappings',
} as const satisfies Partial<Record<Fragility['kind'], Change['kind']>>;

/** The age at which everything lapses, in months: what was achieved in the year 1 has, and nothing that people hold. */
const AGES = 12_000;

/** A supposed limit on age under which only a module supposed to have lapsed is too old. */
const LAPSES: Policy = {
  id: 'supposed-to-lapse',
  name: 'Supposed to have lapsed',
  limits: [{ id: 'supposed-to-lapse', kind: 'currency', months: AGES }],
  source: { document: 'Supposed, to see what hangs on a module held' },
  basis: 'illustrative',
};

/** The learner with a module achieved so long ago that it has lapsed; all else that is known of it stays. */
function asLapsed(learner: Learner, { id, mark, compensated }: Held): Learner {
  const known = learner.modules?.filter(({ module }) => module === id) ?? [];
  const lapsed = (known.length > 0 ? known : [{ module: id }]).map(
    (record): HeldModule => ({
      ...record,
      on: '0001-01',
      ...(mark === undefined ? {} : { mark }),
      ...(compensated ? { compensated } : {}),
    }),
  );
  return { ...learner, modules: [...(learner.modules ?? []).filter(({ module }) => module !== id), ...lapsed] };
}
