import type { Rows } from '../../src/domain/catalogue.js';
import type { Limit } from '../../src/domain/limits.js';
import type { Delivery } from '../../src/domain/provision.js';
import { monthOf } from '../../src/domain/time.js';
import * as make from '../support/rows.js';

/**
 * A degree of two stages of 60 credits. Three modules of 20 credits each are held and mapped to the three of stage 1,
 * which all must be done to join stage 2, where it is open. Worth of a claim: 40 half credits times two stages, 80; of
 * joining stage 2: 1.
 */
export function degree(limits: Limit[], open: number[] = [1], deliveries = [delivery('rn-pt', { open })]): Rows {
  const modules = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'].map((id) => make.module(id));
  return make.rowsWith({
    institutions: [make.institution('university'), make.institution('college')],
    qualifications: [make.qualification('honours')],
    modules: [...modules, ...['c1', 'c2', 'c3'].map((id) => make.module(id, { level: 5 }))],
    programmes: [
      make.programme('rn', {
        credits: 120,
        stages: [
          { credits: 60, core: ['b1', 'b2', 'b3'] },
          { credits: 60, core: ['c1', 'c2', 'c3'] },
        ],
      }),
    ],
    deliveries,
    mappings: [1, 2, 3].map((n) => make.mapping(`m${n}`, [`a${n}`], [`b${n}`])),
    policies: [make.policy('house', limits)],
  });
}

export const learner = { modules: ['a1', 'a2', 'a3'].map((module) => ({ module, on: '2026-01' })) };
export const question = { learner, programme: 'rn', start: monthOf('2026-09') };

/** A delivery of it, of so many months a stage, that can be joined at these stages. */
export const delivery = (id: string, { open = [1], months = 12, ...over }: Partial<Run> = {}): Delivery =>
  make.delivery(id, 'rn', {
    months: [months, months],
    entryPoints: open.map((stage) => make.entryPoint(stage)),
    ...over,
  });

interface Run {
  open: number[];
  months: number;
  paced: Delivery['paced'];
}
