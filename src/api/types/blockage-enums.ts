import type { LeverKind, OwnerRole } from '../../domain/blockage.js';
import type { FunnelStep, PlaceUse, Stranding } from '../../domain/blockage-answer.js';
import { enumOf } from './enum-of.js';

export const LeverKindEnum = enumOf<LeverKind>()('LeverKind', 'What a lever does.', {
  accept: 'A rule takes a kind of qualification as proof of a subject.',
  agree: 'Something held is recognised: what is proposed, an award up to a stage, an award for a module.',
  lift: 'A limit on credit falls.',
  extend: 'A limit on the age of credit, or on the time to completion, is lengthened.',
  open: 'A stage, a delivery in the region, or something withdrawn, is opened.',
  nominate: 'Employers of the region nominate for a delivery.',
  support: 'A salary or backfill is given in the region.',
  supervise: 'Practice hours come to count.',
  gain: 'A cohort gains a qualification on offer.',
  asked: 'A change of the asker’s own.',
});

export const OwnerRoleEnum = enumOf<OwnerRole>()('OwnerRole', 'Who has a change in their power.', {
  learner: 'The learner.',
  employer: 'The employer.',
  admissions: 'The admissions of an institution.',
  validation: 'Those who validate the programmes of an institution.',
  regulator: 'A regulator, or another body that lays down rules for all.',
  commissioner: 'Whoever commissions education and training in the region.',
});

export const FunnelStepEnum = enumOf<FunnelStep['step']>()('FunnelStep', 'A step that people pass at one delivery.', {
  IN_MIND: 'A register part in mind.',
  IN_REACH: 'A delivery within reach that opens.',
  ENTRY_MET: 'Let in, or subject to what only a person can say.',
  ANY_CREDIT: 'Any credit.',
  CREDIT_120: '120 credits, a full-time year.',
  CREDIT_240: '240 credits, two full-time years.',
});

export const PlaceKindEnum = enumOf<PlaceUse['kind']>()('PlaceKind', 'What has places.', {
  'entry point': 'An entry point of a delivery.',
  pool: 'Shared places, such as practice placements.',
});

export const StrandingKindEnum = enumOf<Stranding['kind']>()('StrandingKind', 'What might be withdrawn.', {
  delivery: 'A delivery.',
  mapping: 'A mapping.',
  agreement: 'An agreement.',
  experience: 'An experience mapping.',
  support: 'A salary or backfill.',
});
