import { HOUR_KINDS } from '../../src/domain/claim.js';
import { fractionOf } from '../../src/domain/fraction.js';
import type { HoursLimit, Limit } from '../../src/domain/limits.js';
import type { Module } from '../../src/domain/provision.js';
import type { Term } from '../support/program.js';
import { type Claim, totalHours } from './credit-oracle-claims.js';
import { creditsOf } from './credit-oracle-frame.js';
import type { CreditProgram } from './credit-program.js';

/** Every limit of 3.3 that adds up over the claims used, as sums; `span` is kept where stages are. */
export function keepLimits(program: CreditProgram): void {
  for (const limit of program.frame.limits) keep(program, limit, countedUnder(limit, program.claims));
  keepHours(program);
}

/** Exempt credit is neither held back nor counted. */
const countedUnder = ({ exceptions }: Limit, claims: readonly Claim[]): Claim[] =>
  claims.filter(({ own }) => !(exceptions?.ownCredit && own));

function keep(program: CreditProgram, limit: Limit, claims: Claim[]): void {
  const { sums, frame } = program;
  const all = frame.programme.credits ?? 0;
  const credits = program.over(claims, (claim) => claim.credits);
  const atMost = (terms: Term[], most: number): void => sums.atMost(terms, most);
  const share = (terms: Term[], fraction: string): void => {
    const { n, d } = fractionOf(fraction);
    atMost(
      terms.map(([column, amount]): Term => [column, amount * d]),
      n * all,
    );
  };
  const where = (counts: (module: Module) => boolean): Term[] =>
    program.over(claims, ({ targets }) =>
      creditsOf(
        frame,
        targets.filter((id) => counts(frame.modules.get(id)!)),
      ),
    );
  switch (limit.kind) {
    case 'share':
      share(credits, limit.fraction);
      break;
    case 'credits':
      atMost(credits, limit.credits);
      break;
    case 'level':
      atMost(
        where(({ level }) => level === limit.level),
        limit.credits,
      );
      break;
    case 'stage': {
      const stage = limit.stage === 'final' ? frame.stages.length : limit.stage;
      atMost(
        where(({ id }) => frame.stageOf.get(id) === stage),
        limit.credits,
      );
      break;
    }
    case 'module':
      atMost(
        program.over(claims, ({ targets }) => targets.filter((id) => limit.modules.includes(id)).length),
        0,
      );
      break;
    case 'experiential': {
      const gained = program.over(
        claims.filter(({ experiential }) => experiential),
        (claim) => claim.credits,
      );
      if (limit.credits !== undefined) atMost(gained, limit.credits);
      if (limit.fraction !== undefined) share(gained, limit.fraction);
      break;
    }
    case 'residency':
      // Held back is what is claimed; where nothing is, all of the programme is left, however little that is.
      atMost([...credits, [program.any(claims), Math.max(0, limit.credits - all)]], Math.max(0, all - limit.credits));
      break;
    case 'minimum': {
      const some = program.any(claims.filter((claim) => claim.credits > 0));
      atMost([[some, limit.credits], ...credits.map(([column, n]): Term => [column, -n])], 0);
      break;
    }
    case 'whole-stages':
      for (const stage of frame.stages) {
        const inside = claims.filter(({ targets }) => targets.some((id) => stage.modules.includes(id)));
        if (inside.length > 0) program.requireWhole(program.any(inside), [stage]);
      }
      break;
    case 'hours':
    case 'span':
    case 'mark':
    case 'currency':
    case 'single-use':
      break;
  }
}

/**
 * Caps and floors of hours, with one amount of hours alone for each kind: it makes good what other claims fall short
 * of under every floor, no more than the claims of hours alone can give, and stays under every cap with them.
 */
function keepHours(program: CreditProgram): void {
  const { frame, sums } = program;
  const limits = frame.limits.filter((limit): limit is HoursLimit => limit.kind === 'hours');
  for (const of of HOUR_KINDS) {
    const whole = frame.programme[`${of}Hours`];
    if (whole === undefined) continue;
    const alone = program.claims.filter(({ kind }) => kind === 'hours');
    const good = sums.column(
      alone.reduce((sum, { hours }) => sum + hours[of], 0),
      false,
    );
    sums.atMost([[good, 1], ...program.over(alone, ({ hours }) => -hours[of])], 0);
    for (const limit of limits) {
      const claims = countedUnder(limit, program.claims).filter(({ kind }) => kind !== 'hours');
      const given = program.over(claims, ({ hours }) => hours[of]);
      if (limit.cap !== undefined && (limit.of ?? of) === of) {
        const { n, d } = fractionOf(limit.cap);
        sums.atMost(
          [...given, [good, 1] as const].map(([column, hours]): Term => [column, hours * d]),
          n * whole,
        );
      }
      const floor = limit.floor?.[of];
      if (floor === undefined) continue;
      const short = program.over(claims, (claim) => totalHours(frame, claim.targets)[of] - claim.hours[of]);
      // A floor above the programme's own hours holds back whatever is claimed, but for claims that give more than they take.
      if (floor > whole) sums.atMost([...short, [program.any(claims), floor - whole]], 0);
      else sums.atMost([...short, [good, -1]], whole - floor);
    }
  }
}
