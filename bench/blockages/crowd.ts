import type { Rows } from '../../src/domain/catalogue.js';
import type { Condition } from '../../src/domain/conditions.js';
import type { Cohort } from '../../src/domain/funding.js';
import type { Learner } from '../../src/domain/learner.js';
import type { Delivery, Programme } from '../../src/domain/provision.js';
import type { EntryRule } from '../../src/domain/recognition.js';
import { Dice } from '../../test/support/dice.js';
import * as make from '../../test/support/rows.js';

const [INSTITUTIONS, REGIONS] = [150, 13];

/**
 * The seeds with the deliveries of so many programmes in place of their own, and so many profiles of 50 people each in the mean; the same for
 * the same seed. Programmes are copies of the seeds' pre-registration programmes at made-up institutions, one delivery
 * each; each has an entry rule of the seeds' own, with other tariff points, beside the rules of its register part.
 */
export function crowd(seeds: Rows, programmes: number, profiles: number, seed = 2026): Rows {
  const dice = new Dice(seed);
  const models = seeds.programmes.filter(({ leadsTo }) => leadsTo?.length);
  const own = seeds.entryRules.filter((rule) => rule.programmes ?? rule.institutions);
  const made = Array.from({ length: programmes }, (_, at) => {
    const programme = programmeOf(dice.one(models), at, dice);
    return { programme, delivery: deliveryOf(programme, at, dice), rule: ruleOf(dice.one(own), at, dice) };
  });
  const regions = Array.from({ length: REGIONS }, (_, at) => make.region(`region${at}`));
  return {
    ...seeds,
    regions,
    institutions: Array.from({ length: INSTITUTIONS }, (_, at) =>
      make.institution(`university${at}`, { place: { region: `region${at % REGIONS}` } }),
    ),
    // Those of the seeds are kept, for who holds their awards; nobody runs them.
    programmes: [...seeds.programmes, ...made.map((one) => one.programme)],
    deliveries: made.map(({ delivery }) => delivery),
    agreements: [],
    mappings: [],
    entryRules: [
      ...seeds.entryRules.filter((rule) => !rule.programmes && !rule.institutions && !rule.deliveries),
      ...made.map(({ rule }) => rule),
    ],
    cohorts: Array.from({ length: profiles }, (_, at) => cohortOf(seeds, at, dice)),
  };
}

const programmeOf = (model: Programme, at: number, dice: Dice): Programme => ({
  ...model,
  id: `programme${at}`,
  institution: `university${dice.whole(0, INSTITUTIONS - 1)}`,
});

const deliveryOf = ({ stages }: Programme, at: number, dice: Dice): Delivery =>
  make.delivery(`delivery${at}`, `programme${at}`, {
    employment: dice.one(['apprenticeship', 'beside']),
    months: stages.map(() => 18),
    distance: dice.chance(0.2),
    nomination: dice.chance(0.2),
    entryPoints: [
      make.entryPoint(1, { months: dice.one([[9], [9], [9, 1], [1, 4, 9]]) as never }),
      ...(stages.length > 1 ? [make.entryPoint(2, { months: [9] })] : []),
    ],
  });

const ruleOf = (model: EntryRule, at: number, dice: Dice): EntryRule => {
  const { institutions: _, deliveries: __, ...rest } = model;
  const points = dice.whole(6, 17) * 8;
  return { ...rest, id: `rule${at}`, programmes: [`programme${at}`], rule: withPoints(model.rule, points) };
};

const withPoints = (condition: Condition, points: number): Condition =>
  'of' in condition
    ? { ...condition, of: condition.of.map((child) => withPoints(child, points)) }
    : condition.kind === 'tariff'
      ? { ...condition, points }
      : condition;

/**
 * The same with credit to carry: the seeds' mappings, for the copies teach the same modules, their agreements for the
 * copies of the programmes they are for, and their institutions' policies at universities by chance; beside the made
 * programmes the seeds' classes of less than a year are on offer, in regions by chance. Awards were gained in July.
 */
export function creditCrowd(seeds: Rows, programmes: number, profiles: number, seed = 2026): Rows {
  const rows = crowd(seeds, programmes, profiles, seed);
  const dice = new Dice(seed + 1);
  const made = rows.programmes.slice(seeds.programmes.length);
  const models = new Map(seeds.programmes.map((model) => [JSON.stringify(model.stages) + model.title, model.id]));
  const agreements = made.flatMap((programme) => {
    const model = models.get(JSON.stringify(programme.stages) + programme.title);
    return seeds.agreements
      .filter((agreement) => agreement.programme === model)
      .map((agreement) => ({ ...agreement, id: `${agreement.id}-${programme.id}`, programme: programme.id }));
  });
  const leading = new Set(seeds.programmes.filter(({ leadsTo }) => leadsTo?.length).map(({ id }) => id));
  const classes = seeds.deliveries
    .filter(({ programme, months }) => !leading.has(programme) && months.reduce((sum, own) => sum + own, 0) < 12)
    .map((delivery) => ({ ...delivery, place: { region: `region${dice.whole(0, REGIONS - 1)}` } }));
  const julyOf = (on: string): string => `${on.slice(0, 4)}-07`;
  return {
    ...rows,
    deliveries: [...rows.deliveries, ...classes],
    mappings: seeds.mappings,
    agreements,
    policies: seeds.policies.map((policy) =>
      policy.institutions ? { ...policy, institutions: dice.some(rows.institutions, 5).map(({ id }) => id) } : policy,
    ),
    cohorts: rows.cohorts.map(({ learner: { awards = [], ...learner }, ...cohort }) => ({
      ...cohort,
      learner: {
        ...learner,
        awards: awards.map(({ on, ...award }) => ({ ...award, ...(on !== undefined && { on: julyOf(on) }) })),
      },
    })),
  };
}

/** A learner of the seeds' cohorts with other grades, dates, experience, employment and declarations, in a region by chance. */
function cohortOf(seeds: Rows, at: number, dice: Dice): Cohort {
  const model = dice.one(seeds.cohorts.filter(({ seeks }) => seeks.length > 0));
  const parts = seeds.registerParts.map(({ id }) => id);
  return {
    ...model,
    id: `cohort${at}`,
    name: `cohort ${at}`,
    people: dice.whole(1, 99),
    region: `region${dice.whole(0, REGIONS - 1)}`,
    seeks: dice.chance(0.7) ? model.seeks : dice.some(parts, 2),
    learner: learnerOf(model.learner, dice),
  };
}

function learnerOf(model: Learner, dice: Dice): Learner {
  const on = (): string => `${dice.whole(2012, 2026)}-0${dice.whole(1, 8)}`;
  const gcse = (subject: string) => ({ award: `gcse-${subject}`, grade: dice.one(['3', '4', '4', '5', '6']) });
  return {
    awards: [
      ...(model.awards ?? [])
        .filter(({ award }) => !award.startsWith('gcse-') && dice.chance(0.9))
        .map((award) => ({ ...award, on: on() })),
      ...dice.some([gcse('english'), gcse('maths'), gcse('science'), { award: 'nvq3', on: on() }], dice.whole(1, 4)),
    ],
    experience: [
      {
        setting: dice.one(['acute-care', 'imaging', 'care']),
        months: dice.whole(0, 20) * 6,
        hoursPerWeek: dice.one([15, 30, 37.5]),
        ongoing: dice.chance(0.7),
      },
    ],
    employment: { sector: 'health', hoursPerWeek: dice.one([20, 30, 37.5]), nominated: dice.chance(0.4) },
    declarations: { 'good-character': true, ...dice.maybe(0.8, () => ({ dbs: dice.chance(0.97) })) },
    born: `${dice.whole(1970, 2008)}-0${dice.whole(1, 9)}`,
  };
}
