import { expect, test } from 'vitest';
import type { Assessment } from '../../src/domain/assessment.js';
import type { AwardInto, Carried, CreditInto, IntoQuestion } from '../../src/domain/credit-into.js';
import type { Learner } from '../../src/domain/learner.js';
import type { OptionGroup, Programme } from '../../src/domain/provision.js';
import { textOf, validIn } from '../../src/domain/time.js';
import { assess } from '../../src/engines/credit/assess.js';
import { creditInto } from '../../src/engines/credit/reverse.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { type Award, reverseCase } from './reverse-cases.js';

const CASES = process.env.LAWS === 'long' ? 1000 : 120;
const FIRST = Number(process.env.SEED ?? 1);
const seeds = Array.from({ length: CASES }, (_, index) => FIRST + index);

interface World {
  catalogue: Catalogue;
  question: IntoQuestion;
  awards: Award[];
  answer: CreditInto;
}

function world(seed: number): World {
  const { rows, question, awards } = reverseCase(seed);
  const catalogue = new Catalogue(rows);
  return { catalogue, question, awards, answer: creditInto(catalogue, question) };
}

const asked = ({ catalogue, question }: World, learner: Learner): Assessment => {
  const { programme, delivery, start, include } = question;
  return assess(catalogue, {
    learner,
    programme,
    start,
    ...(delivery ? { delivery } : {}),
    ...(include ? { include } : {}),
  });
};

const holder = (start: number, { award, stage }: Award, options: string[] = [], rest: Learner = {}): Learner => ({
  ...rest,
  awards: [{ award, on: textOf(start - 1), ...(stage ? { stage } : {}), options }],
});

/** Every way to fill the groups of an award exactly, by trying every set of members. */
function fillings({ catalogue, question }: World, { award, stage }: Award): string[][] {
  const programme = catalogue.programmes.get(award);
  const month = question.start - 1;
  const groups = (programme?.stages.slice(0, stage ?? programme.stages.length) ?? []).flatMap(
    (one) => one.groups ?? [],
  );
  return groups
    .filter((group) => validIn(group, month))
    .reduce<string[][]>(
      (ways, group) => ways.flatMap((way) => exact(catalogue, group, month).map((more) => [...way, ...more])),
      [[]],
    );
}

function exact({ modules }: Catalogue, { members, choose }: OptionGroup, month: number): string[][] {
  const open = members
    .map((member) => (typeof member === 'string' ? [member] : member.modules))
    .filter((member) => member.every((id) => validIn(modules.get(id) ?? {}, month)));
  const sets = Array.from({ length: 2 ** open.length }, (_, bits) => open.filter((_member, at) => (bits >> at) & 1));
  const credits = (set: string[][]): number => set.flat().reduce((sum, id) => sum + (modules.get(id)?.credits ?? 0), 0);
  return sets
    .filter((set) => ('members' in choose ? set.length === choose.members : credits(set) === choose.credits))
    .map((set) => [...new Set(set.flat())]);
}

const shown = ({ delivery, proof, credits, bound, entryStage, claims }: Carried | Assessment) => ({
  ...{ delivery, proof, credits, bound, entryStage },
  claims: claims.map(({ id }) => id).sort(),
});

const bandsOf = ({ bands }: Carried | Assessment) =>
  bands.map(({ weakest, delivery, credits, entryStage }) => ({ weakest, delivery, credits, entryStage }));

const rowOf = ({ answer }: World, { award, stage }: Award): AwardInto | undefined =>
  answer.awards.find(({ id }) => id === (stage ? `${award}@${stage}` : award));

test(`each award carries what the credit question says of one who holds just that, in ${CASES} random cases`, {
  timeout: 600_000,
}, () => {
  let rows = 0;
  for (const seed of seeds) {
    const here = world(seed);
    for (const award of here.awards) {
      const row = rowOf(here, award);
      if (!row?.core) continue;
      rows += 1;
      const found = asked(here, holder(here.question.start, award));
      expect(shown(row.core), `SEED=${seed} ${row.id}`).toEqual(shown(found));
      expect(bandsOf(row.core), `SEED=${seed} ${row.id}`).toEqual(bandsOf(found));
      const saved = found.monthsSaved === null ? null : monthsOf(here, found) - found.monthsSaved;
      expect(row.core.monthsLeft, `SEED=${seed} ${row.id}`).toBe(saved);
    }
  }
  expect(rows).toBeGreaterThan(CASES);
});

const monthsOf = ({ catalogue }: World, { delivery }: Assessment): number =>
  catalogue.deliveries.get(delivery ?? '')?.months.reduce((sum, months) => sum + months, 0) ?? 0;

test('no award is missing that would carry credit, and options are those that carry most', { timeout: 600_000 }, () => {
  let carrying = 0;
  let chosen = 0;
  for (const seed of seeds) {
    const here = world(seed);
    const known = new Set(here.awards.map(({ award, stage }) => (stage ? `${award}@${stage}` : award)));
    expect(
      here.answer.awards.filter(({ id }) => !known.has(id)),
      `SEED=${seed}`,
    ).toEqual([]);
    for (const award of here.awards) {
      const row = rowOf(here, award);
      const most = Math.max(
        ...fillings(here, award).map((options) => asked(here, holder(here.question.start, award, options)).credits),
        asked(here, holder(here.question.start, award)).credits,
      );
      if (most > 0) carrying += 1;
      const found = Math.max(row?.core?.credits ?? 0, row?.withOptions?.credits ?? 0);
      expect(found, `SEED=${seed} ${award.award}@${award.stage}`).toBe(most);
      if (row?.withOptions && row.withOptions.credits > (row.core?.credits ?? 0)) chosen += 1;
      expect(row?.choicesCut ?? false).toBe(false);
    }
  }
  expect(carrying).toBeGreaterThan(CASES / 2);
  expect(chosen).toBeGreaterThan(CASES / 20);
});

/** Whom the scopes of the random rows name. */
const SPECIAL: Learner[] = [
  { registrations: [{ part: 'midwife', status: 'current' }] },
  { employment: { employer: 'trust' } },
];

test('those for whom a row or a limit makes a difference are told, with what they carry', { timeout: 600_000 }, () => {
  let told = 0;
  for (const seed of seeds) {
    const here = world(seed);
    for (const award of here.awards) {
      const row = rowOf(here, award);
      for (const one of row?.conditional ?? []) {
        told += 1;
        const rest: Learner = {
          ...(one.registration ? { registrations: [{ part: one.registration.id, status: 'current' as const }] } : {}),
          ...(one.employer ? { employment: { employer: one.employer } } : {}),
        };
        const options = one.options.map(({ id }) => id);
        expect(shown(one), `SEED=${seed}`).toEqual(
          shown(asked(here, holder(here.question.start, award, options, rest))),
        );
        expect(one.credits, `SEED=${seed}`).toBeLessThanOrEqual(row?.most ?? 0);
      }
      const lifted = here.catalogue.rows.policies.some(({ limits }) =>
        limits.some(({ exceptions }) => exceptions?.registrations),
      );
      if (lifted) continue;
      for (const rest of SPECIAL) {
        const { credits } = asked(here, holder(here.question.start, award, [], rest));
        expect(row?.most ?? 0, `SEED=${seed}`).toBeGreaterThanOrEqual(credits);
      }
    }
  }
  expect(told).toBeGreaterThan(CASES / 20);
});

test('asked of one module, every award is there of which the holder has it credited', { timeout: 600_000 }, () => {
  for (const seed of seeds.slice(0, CASES / 3)) {
    const here = world(seed);
    for (const module of targetsOf(here.catalogue.programmes.get('degree'))) {
      const answer = creditInto(here.catalogue, { ...here.question, module });
      for (const award of here.awards) {
        const { claims } = asked(here, holder(here.question.start, award));
        const credited = claims.some(({ targets }) => targets.includes(module));
        expect(rowOf({ ...here, answer }, award)?.core?.coversModule ?? false, `SEED=${seed} ${module}`).toBe(credited);
      }
    }
  }
});

const targetsOf = (programme: Programme | undefined): string[] =>
  (programme?.stages ?? []).flatMap(({ core = [] }) =>
    core.map((entry) => (typeof entry === 'string' ? entry : entry.module)),
  );
