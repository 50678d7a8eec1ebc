import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judgeProof } from '../../src/checker/bound.js';
import { checkAssessment } from '../../src/checker/check.js';
import { worldsAsked } from '../../src/checker/world.js';
import type { Assessment } from '../../src/domain/assessment.js';
import type { CreditQuestion } from '../../src/domain/questions.js';
import { monthOf } from '../../src/domain/time.js';
import { assess, bestSolution } from '../../src/engines/credit/assess.js';
import { claimsOf } from '../../src/engines/credit/claims.js';
import { holdingsOf } from '../../src/engines/credit/holdings.js';
import { loadDataset } from '../../src/files/dataset.js';
import { loadLearner } from '../../src/files/learner-file.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { CLASSES, instanceOf } from './instances.js';
import { median, table, timed } from './measure.js';

/**
 * How long the checker takes beside the solver, in memory, catalogue loaded and JSON parsed. Both sides of each pair run
 * in turn, often enough to be measured; medians of ratios. Three pairs:
 * the certificate alone / the search alone, with the claims known to both;
 * the certificate with its claims derived anew / the best solution, from what is held to the claims used;
 * the whole check / the whole answer.
 */
const INSTANCES = Number(process.env.INSTANCES ?? 20);
const ROUNDS = 5;

interface Case {
  catalogue: Catalogue;
  question: CreditQuestion;
  assessment: Assessment;
}

interface Ratios {
  bare: number;
  claims: number;
  whole: number;
  checkMs: number;
  assessMs: number;
  accepted: boolean;
}

const caseOf = (catalogue: Catalogue, question: CreditQuestion): Case => ({
  catalogue,
  question,
  assessment: JSON.parse(JSON.stringify(assess(catalogue, question))),
});

/** Milliseconds of the processor that one run takes, over as many runs as fill a few; a busy machine matters less so. */
function often(run: () => unknown): number {
  let runs = 0;
  let spent = 0;
  const begun = process.cpuUsage();
  do {
    run();
    runs += 1;
    const { user, system } = process.cpuUsage(begun);
    spent = (user + system) / 1000;
  } while (spent < 4);
  return spent / runs;
}

function measured({ catalogue, question, assessment }: Case): Ratios {
  const { objective = 'CREDITS' } = question;
  const proofs = assessment.certificate!.proofs;
  const known = worldsAsked(catalogue, question);
  const judge = (worlds: typeof known): void => {
    for (const proof of proofs)
      judgeProof(worlds.get(proof.delivery)!, proof, objective, proof.delivery === assessment.delivery, '');
  };
  judge(known);
  const holdings = holdingsOf(catalogue, question.learner);
  const settings = proofs.map((proof) => known.get(proof.delivery)!.of(proof.progress));
  const derive = (): void => {
    for (const { setting, progress } of settings) claimsOf(setting, progress);
  };
  const rounds = Array.from({ length: ROUNDS }, () => ({
    bare: often(() => judge(known)),
    derive: often(derive),
    claims: often(() => judge(worldsAsked(catalogue, question))),
    solve: often(() => bestSolution(catalogue, holdings, question)),
    check: often(() => checkAssessment(catalogue, { question, assessment })),
    assess: often(() => assess(catalogue, question)),
  }));
  const of = (ratio: (round: (typeof rounds)[number]) => number): number => median(rounds.map(ratio));
  return {
    bare: of(({ bare, solve, derive }) => bare / Math.max(solve - derive, Number.EPSILON)),
    claims: of(({ claims, solve }) => claims / solve),
    whole: of(({ check, assess }) => check / assess),
    checkMs: of(({ check }) => check),
    assessMs: of(({ assess }) => assess),
    accepted: checkAssessment(catalogue, { question, assessment }).ok,
  };
}

/** The questions that the learners of the dataset ask of one programme. */
function seeds(): Case[] {
  const folder = fileURLToPath(new URL('../../seeds/england', import.meta.url));
  const catalogue = new Catalogue(loadDataset(folder).rows);
  return readdirSync(join(folder, 'learners')).flatMap((file) => {
    const { learner } = loadLearner(join(folder, 'learners', basename(file)));
    return (learner?.questions ?? [])
      .filter(({ ask }) => ask === 'credit')
      .map((asked) =>
        caseOf(catalogue, {
          ...(asked as { programme: string }),
          learner: learner!.learner,
          start: monthOf(String(asked.start)),
        }),
      );
  });
}

function row(name: string, cases: Case[]): (string | number)[] {
  const all = cases.map(measured);
  const accepted = all.filter((one) => one.accepted).length;
  const of = (pick: (one: Ratios) => number): number => median(all.map(pick));
  return [
    name,
    `${accepted}/${all.length}`,
    of(({ bare }) => bare),
    of(({ claims }) => claims),
    of(({ whole }) => whole),
    of(({ checkMs }) => checkMs),
    of(({ assessMs }) => assessMs),
  ];
}

const heading = ['class', 'accepted', 'certificate/search', 'with claims', 'check/answer', 'check ms', 'answer ms'];
const { ms, result } = timed(() => [
  heading,
  row('seeds', seeds()),
  ...CLASSES.map((kind) =>
    row(
      kind.name,
      Array.from({ length: INSTANCES }, (_, seed) => {
        const { rows, question } = instanceOf(kind, seed + 1);
        return caseOf(new Catalogue(rows), question);
      }),
    ),
  ),
]);
process.stdout.write(`${table(result)}\n${Math.round(ms / 1000)} s\n`);
