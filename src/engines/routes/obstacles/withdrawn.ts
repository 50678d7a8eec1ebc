import type { Delivery } from '../../../domain/provision.js';
import { monthOf, textOf } from '../../../domain/time.js';
import type { Asked } from '../ask.js';
import type { Candidate } from './candidate.js';

/** Deliveries of the programmes that reach the part which take nobody in any more at some time of the question, each to be kept. */
export function withdrawnCandidates({ question, terms: { catalogue, latest } }: Asked): Candidate[] {
  const finals = new Set(catalogue.waysTo(question.registerPart).flatMap(({ programmes }) => programmes));
  return [...finals]
    .flatMap((id) => catalogue.deliveriesOf.get(id) ?? [])
    .flatMap((delivery): Candidate[] => {
      const last = lastEntry(delivery);
      if (last === undefined || last >= latest) return [];
      const programme = catalogue.programmes.get(delivery.programme)!;
      const where = catalogue.institutions.get(programme.institution)?.name ?? programme.institution;
      const manner = delivery.employment === 'apprenticeship' ? 'apprenticeship' : delivery.pace;
      const what = `${programme.title}, ${manner}, ${where}`;
      return [
        {
          obstacle: {
            id: `withdrawn:${delivery.id}`,
            kind: 'delivery',
            says: `${what}, takes nobody in after ${textOf(last)}`,
            programme: programme.id,
            conditions: [],
          },
          lift: ({ deliveries }) => deliveries.set(delivery.id, kept(deliveries.get(delivery.id) ?? delivery)),
          repairs: () => ({
            byLearner: [],
            bySystem: [{ rule: delivery.id, owner: where, change: `go on running ${what}` }],
          }),
        },
      ];
    });
}

/** The last month in which anyone may enter, where the row states one. */
function lastEntry({ to, lastEntry: last }: Delivery): number | undefined {
  const ends = [to, last].flatMap((day) => (day === undefined ? [] : [monthOf(day.length === 4 ? `${day}-12` : day)]));
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

const kept = ({ to: _, lastEntry: __, ...delivery }: Delivery): Delivery => delivery;
