import type { Rows } from '../../src/domain/catalogue.js';
import { Dice } from '../../test/support/dice.js';
import * as make from '../../test/support/rows.js';
import { classes, QUALIFICATIONS } from './classes.js';
import { recognised } from './recognised.js';
import { entryRulesOf, funding, policiesOf } from './rules.js';
import { PROFESSIONS, type Study, studiesOf } from './studies.js';

/** Stages that one institution runs: five degrees of three, three foundation degrees and a diploma of two, four of one. */
const OF_ONE = 27;
const REGIONS = 9;

/**
 * A made-up country with about so many stages of programmes, the same for the same seed. Institutions in nine regions run
 * pre-registration degrees for four professions (a nurse's twice), foundation degrees, a certificate, a diploma, a top-up
 * and modules offered singly. Modules are known where seeds know them, of two degrees in five and three foundation degrees
 * in five, and only there is anything recognised (see recognised.ts).
 */
export function country(stages: number, seed = 2027): Rows {
  const dice = new Dice(seed);
  const all = Array.from({ length: Math.round(stages / OF_ONE) }, (_, at) => studiesOf(`hei${at}`, dice));
  const { agreements, mappings, known } = recognised(all, dice);
  const studies: Study[] = [
    ...all.flatMap((own) => [...own.degrees, ...own.foundations, ...own.certificates, ...own.topUps]),
    ...classes(),
  ];
  return make.rowsWith({
    regions: Array.from({ length: REGIONS }, (_, at) => make.region(`region${at}`)),
    institutions: [
      ...all.map(({ institution }, at) =>
        make.institution(institution, { place: { region: `region${at % REGIONS}` } }),
      ),
      make.institution('college'),
    ],
    registerParts: PROFESSIONS.map((part) => make.registerPart(part)),
    qualifications: QUALIFICATIONS,
    modules: [...studies, ...all.map(({ singles }) => ({ modules: singles }))].flatMap(({ modules }) => modules),
    programmes: studies.map(({ programme }) => programme),
    deliveries: studies.flatMap(({ deliveries }) => deliveries),
    mappings,
    agreements,
    policies: policiesOf(all, dice),
    entryRules: all.flatMap((own) => entryRulesOf(own, known.get(own.institution)!, dice)),
    funding: funding(),
  });
}
