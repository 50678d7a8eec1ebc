import type { Exceptions, Limit, LimitKind } from '../../src/domain/limits.js';
import type { Policy } from '../../src/domain/recognition.js';
import { textOf } from '../../src/domain/time.js';
import * as make from '../support/rows.js';
import type { Draft } from './credit-cases-draft.js';

/** Every kind, those that seldom bite more than once. */
const KINDS: LimitKind[] = [
  'share',
  'credits',
  'level',
  'level',
  'stage',
  'stage',
  'stage',
  'module',
  'experiential',
  'experiential',
  'experiential',
  'hours',
  'residency',
  'minimum',
  'whole-stages',
  'mark',
  'mark',
  'mark',
  'currency',
  'currency',
  'currency',
  'span',
  'span',
  'single-use',
  'single-use',
];

/** Where the programme states hours, a limit on them is likely. */
const HOURS: LimitKind[] = Array.from({ length: 8 }, () => 'hours');

/** Three policies with some limits in all: a regulator's, the institution's, the programme's. */
export function policiesFor(draft: Draft): Policy[] {
  const { dice, start, size } = draft;
  const limits = dice
    .some(draft.hours ? [...KINDS, ...HOURS] : KINDS, dice.whole(...size.limits))
    .map((kind, at) => limitOf(draft, kind, `l${at + 1}`))
    .map((limit) => ({
      ...limit,
      ...dice.maybe(0.06, () =>
        dice.one([{ from: textOf(start + 1) }, { to: textOf(start - 1) }, { to: textOf(start) }]),
      ),
      ...dice.maybe(0.06, () => ({ awards: [dice.one(['honours', 'fdsc'])] })),
      ...dice.maybe(0.4, () => ({ exceptions: exceptionsOf(draft, limit) })),
    }));
  const scopes = [{ registerParts: ['nurse'] }, { institutions: ['university'] }, { programmes: ['degree'] }];
  return scopes.map((scope, at) =>
    make.policy(
      `p${at + 1}`,
      limits.filter((_, index) => index % scopes.length === at),
      {
        ...scope,
        ...dice.maybe(0.05, () => ({ programmes: ['foundation'] })),
      },
    ),
  );
}

/** A span from enrolment and leave to use twice are not about whose credit it is: no exception for own credit there. */
function exceptionsOf({ dice }: Draft, limit: Limit): Exceptions {
  const personal: Exceptions[] = [{ apprenticeships: true }, { registrations: ['midwife'] }];
  const impersonal =
    (limit.kind === 'span' && limit.since === 'enrolment') || (limit.kind === 'single-use' && limit.allow === true);
  return dice.one(impersonal ? personal : [...personal, { ownCredit: true }, { ownCredit: true }]);
}

function limitOf(draft: Draft, kind: LimitKind, id: string): Limit {
  const { dice, degree, targets, currency, size } = draft;
  const whole = degree.credits ?? 0;
  const some = (): number => size.scale * dice.one([0, 10, 15, 20, 20, 30, 40]);
  switch (kind) {
    case 'share':
      return { id, kind, fraction: dice.one(['1/4', '1/3', '1/2', '2/3']) };
    case 'credits':
      return { id, kind, credits: some() + dice.one([0, 7.5, 5]) };
    case 'level':
      return { id, kind, level: dice.one(targets.flat()).level, credits: some() };
    case 'stage':
      return { id, kind, stage: dice.one([1, 2, 'final']), credits: some() };
    case 'module':
      return { id, kind, modules: dice.some(targets.flat(), dice.whole(1, 2)).map((module) => module.id) };
    case 'experiential':
      return {
        id,
        kind,
        ...(dice.chance(0.5)
          ? { fraction: dice.one(['0', '1/6', '1/4']) }
          : { credits: size.scale * dice.one([0, 10, 20]) }),
      };
    case 'hours':
      return { id, kind, ...hoursLimit(draft) };
    case 'residency':
      return { id, kind, credits: Math.max(0, whole - some()) };
    case 'minimum':
      return { id, kind, credits: size.scale * dice.one([20, 30, 40, 60, 80]) };
    case 'whole-stages':
      return { id, kind };
    case 'mark':
      return {
        id,
        kind,
        ...(dice.chance(0.6) ? { mark: dice.one([40, 45, 50, 60]) } : {}),
        ...dice.maybe(0.5, () => ({ refuseCompensated: true })),
      };
    case 'currency':
      return { id, kind, months: currency, ...dice.maybe(0.12, () => ({ remedy: 'a statement of currency' })) };
    case 'span':
      return { id, kind, months: dice.one([18, 24, 36, 48, 60]), since: dice.one(['enrolment', 'oldest-source']) };
    case 'single-use':
      return { id, kind, ...dice.one([{ allow: true }, { refuseSpent: true }]) };
  }
}

/** A cap, a floor that the programme reaches with little or nothing to spare, seldom one above its hours, or both. */
function hoursLimit({ dice, degree, size }: Draft) {
  const under = (hours = 0): number =>
    Math.max(0, hours - size.scale * dice.one(dice.chance(0.12) ? [-10, -50] : [0, 20, 50]));
  const cap = {
    cap: dice.one(['1/4', '1/3', '1/2']),
    ...dice.maybe(0.4, () => ({ of: dice.one(['theory', 'practice'] as const) })),
  };
  const floor = {
    floor: {
      ...dice.maybe(0.5, () => ({ theory: under(degree.theoryHours) })),
      practice: under(degree.practiceHours),
    },
  };
  return dice.one([cap, floor, floor, { ...cap, ...floor }]);
}
