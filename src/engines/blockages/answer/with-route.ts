import type { WithRoute } from '../../../domain/blockage-answer.js';
import type { Told } from '../judging/admitted.js';
import type { Judged } from '../judging/region.js';
import type { Names } from '../names.js';

/** Who has a route at all, where it was asked (spec 6.2). */
export function withRouteOf(names: Names, judged: readonly Judged[]): WithRoute {
  const people = (told: Told): number =>
    judged.reduce((sum, { profile, route }) => sum + (route === told ? profile.people : 0), 0);
  if (judged.every(({ route }) => route === undefined))
    return { asked: false, people: null, open: null, says: NOT_ASKED };
  const [having, open] = [people('YES'), people('OPEN')];
  const rest = open > 0 ? ` Of ${names.people(open)} more it could not be told: the searches ran out.` : '';
  return {
    asked: true,
    people: having,
    open,
    says: `${names.people(having)} have a route to the register by the ways of study allowed, places left aside.${rest}`,
  };
}

const NOT_ASKED =
  'Who has a route was not asked: it takes a search for each kind of cohort. Ask for it with the question.';
