import type { Learner } from '../domain/learner.js';
import type { Problem } from '../domain/problem.js';
import type { Catalogue } from '../graph/catalogue.js';
import { MOST_HELD, tellOfHoldings, tellOfProgramme } from './learner/holding-problems.js';
import { Telling, type When } from './learner/telling.js';

const HOURS_OF_A_WEEK = 168;
const MONTHS_OF_A_LIFE = 1200;
const NO_LIMIT = Number.POSITIVE_INFINITY;

/**
 * Everything about a learner that keeps questions from being answered: codes the catalogue does not hold, numbers and
 * months that cannot be, credit without a date, a module held twice. Nothing held is dated later than the month as of
 * which is asked, or in which study would start. Fields are paths such as `learner.modules[3].on`. Nothing of the learner is repeated but ids.
 */
export function learnerProblems(catalogue: Catalogue, learner: Learner, when: When): Problem[] {
  const telling = new Telling();
  tellOfHoldings(catalogue, learner, when, telling);
  tellOfWork(learner, telling);
  tellOfStanding(catalogue, learner, when, telling);
  tellOfPerson(catalogue, learner, when, telling);
  return telling.problems;
}

function tellOfWork({ experience = [], employment }: Learner, telling: Telling): void {
  if (telling.fits(experience, 'learner.experience', MOST_HELD))
    for (const [index, { setting, months, hoursPerWeek }] of experience.entries()) {
      const field = `learner.experience[${index}]`;
      if (setting.trim() === '')
        telling.tell('EMPTY_TEXT', `${field}.setting`, 'no setting is given: say where the experience was gained.');
      telling.within(months, `${field}.months`, 0, MONTHS_OF_A_LIFE, 'months of experience');
      telling.within(hoursPerWeek, `${field}.hoursPerWeek`, 0, HOURS_OF_A_WEEK, 'hours per week');
    }
  telling.within(employment?.hoursPerWeek, 'learner.employment.hoursPerWeek', 0, HOURS_OF_A_WEEK, 'hours per week');
}

function tellOfStanding(catalogue: Catalogue, learner: Learner, when: When, telling: Telling): void {
  const { registrations = [], enrolments = [] } = learner;
  if (telling.fits(registrations, 'learner.registrations', MOST_HELD))
    for (const [index, { part, since }] of registrations.entries()) {
      const field = `learner.registrations[${index}]`;
      telling.known(
        part,
        `${field}.part`,
        'a register part',
        (id) => catalogue.registerParts.has(id),
        () => catalogue.registerParts.keys(),
      );
      telling.past(since, `${field}.since`, when);
    }
  if (telling.fits(enrolments, 'learner.enrolments', MOST_HELD))
    for (const [index, { programme, on }] of enrolments.entries()) {
      const field = `learner.enrolments[${index}]`;
      tellOfProgramme(catalogue, programme, `${field}.programme`, telling);
      telling.past(on, `${field}.on`, when);
    }
}

function tellOfPerson(catalogue: Catalogue, learner: Learner, when: When, telling: Telling): void {
  const { born, home, band, careerFrameworkLevel, loanEntitlement } = learner;
  telling.past(born, 'learner.born', when);
  telling.within(home?.latitude, 'learner.home.latitude', -90, 90, 'degrees north');
  telling.within(home?.longitude, 'learner.home.longitude', -180, 180, 'degrees east');
  if ((home?.latitude === undefined) !== (home?.longitude === undefined))
    telling.tell(
      'MISSING_FIELD',
      home?.latitude === undefined ? 'learner.home.latitude' : 'learner.home.longitude',
      'a point needs both latitude and longitude: give both, or neither.',
    );
  if (home?.region !== undefined)
    telling.known(
      home.region,
      'learner.home.region',
      'a region',
      (id) => catalogue.regions.has(id),
      () => catalogue.regions.keys(),
    );
  telling.within(band, 'learner.band', 1, 9, 'a pay band');
  telling.within(careerFrameworkLevel, 'learner.careerFrameworkLevel', 1, 9, 'a level of the career framework');
  telling.within(loanEntitlement, 'learner.loanEntitlement', 0, NO_LIMIT, 'pounds');
}
