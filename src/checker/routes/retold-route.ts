import type { Claim } from '../../domain/claim.js';
import { STRENGTHS } from '../../domain/claim.js';
import type { Basis, Fact } from '../../domain/fact.js';
import { poundsText } from '../../domain/money.js';
import type { BasisShare, Route, StrengthShare } from '../../domain/route.js';
import { textOf } from '../../domain/time.js';
import { unpublished } from '../../engines/credit/rests-on.js';
import { fitting } from '../../engines/entry/judge.js';
import { heldOn } from './held.js';
import type { Measured } from './measures.js';
import { paidBy } from './paid.js';
import { practiceHoursOf } from './retold-leg.js';
import type { Taken } from './taken.js';
import { givesUpJob, type Terms } from './terms.js';

/** A route as it should be told of its legs. Legs are judged one by one; what it hangs on is taken as it is read. */
export function retoldRoute(terms: Terms, { legs, sums }: Measured, reachedBy: string[], read: Route): Route {
  const { part, first } = terms;
  const used = legs.flatMap((leg) => leg.used);
  const strengths = strengthsOf(used);
  const facts = factsOf(terms, legs);
  const practice = legs.flatMap((leg) => practiceHoursOf(terms, leg) ?? []);
  const away = legs.filter(({ delivery }) => givesUpJob(delivery));
  const assumed = [...unpublished(facts), ...read.legs.flatMap(({ assessment }) => assessment?.restsOn ?? [])];
  return {
    registerPart: part.id,
    registerPartName: part.name,
    first: textOf(first),
    months: sums.MONTHS,
    registered: textOf(first + sums.MONTHS),
    learnerPart: sums.LEARNER_PART / 100,
    totalFees: sums.TOTAL_FEES / 100,
    releaseDays: sums.RELEASE_DAYS,
    creditsStudied: sums.CREDITS_STUDIED,
    institutions: sums.INSTITUTIONS,
    reachedBy,
    legs: read.legs,
    strength: strengths.at(-1)?.strength ?? null,
    strengths,
    bases: basesOf(facts),
    restsOn: [...new Map(assumed.map((one) => [one.id, one])).values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    practiceHours: practice.length > 0 ? practice.reduce((sum, hours) => sum + hours, 0) : null,
    payKept: away.length === 0,
    monthsWithoutPay: away.reduce((sum, { start, after }) => sum + after - start, 0),
    fragility: read.fragility,
    summary: summaryOf(terms, legs, sums.MONTHS, sums.LEARNER_PART / 100),
  };
}

/** Credits and claims by strength, the firmest first. */
const strengthsOf = (used: readonly Claim[]): StrengthShare[] =>
  STRENGTHS.map((strength) => ({ strength, of: used.filter((claim) => claim.strength === strength) }))
    .filter(({ of }) => of.length > 0)
    .map(({ strength, of }) => ({
      strength,
      credits: of.reduce((sum, { credits }) => sum + credits, 0),
      claims: of.length,
    }));

/** Everything a route rests on, each row once: what is studied, rows of credit, modules, policies, entry and funding rules. */
function factsOf(terms: Terms, legs: readonly Taken[]): Fact[] {
  const { catalogue, constraints } = terms;
  const rows = legs.flatMap(({ programme, delivery, start, from, used, world }, index): Fact[] => {
    const holdings = heldOn(terms, legs.slice(0, index), start);
    const asked = { programme, delivery, start, stage: from, entryRoute: constraints.entryRoute };
    const named = used.flatMap(({ sources, targets }) => [...targets, ...sources.map(({ id }) => id)]);
    return [
      ...[programme, delivery],
      ...used.flatMap((claim) => claim.rows),
      ...named.flatMap((id) => catalogue.modules.get(id) ?? catalogue.qualifications.get(id) ?? []),
      ...world.setting.policies,
      ...fitting(catalogue, holdings, asked),
    ];
  });
  const funding = paidBy(terms, legs).flatMap((payments) => payments.flatMap(({ rule }) => rule ?? []));
  return [...new Map([...rows, ...funding].map((fact) => [fact.id, fact])).values()];
}

function basesOf(facts: readonly Fact[]): BasisShare[] {
  const bases: Basis[] = ['published', 'assumed', 'illustrative'];
  const isOf = ({ basis, assumed }: Fact): Basis =>
    basis === 'published' && Object.keys(assumed ?? {}).length > 0 ? 'assumed' : basis;
  return bases
    .map((basis) => ({ basis, facts: facts.filter((fact) => isOf(fact) === basis).length }))
    .filter((share) => share.facts > 0);
}

function summaryOf({ catalogue, part }: Terms, legs: readonly Taken[], months: number, pounds: number): string {
  if (legs.length === 0) return `The register part ${part.name} is reached already.`;
  const steps = legs.map(({ programme, start, from, subjectTo }) => {
    const where = catalogue.institutions.get(programme.institution)?.name ?? programme.institution;
    const stage = from > 1 ? ` at stage ${from}` : '';
    const subject = subjectTo.length > 0 ? ' (subject to)' : '';
    return `${programme.title}, ${where}, from ${textOf(start)}${stage}${subject}`;
  });
  return `${months} months to ${part.name}: ${steps.join('; then ')}. The learner pays ${poundsText(pounds)}.`;
}
