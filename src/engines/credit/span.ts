import type { Claim } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import type { Month } from '../../domain/time.js';
import type { Term } from '../../kernel/binary-model.js';
import { exempt, ofKind, type Setting } from './setting.js';
import { type Coverage, HALVES } from './wholeness.js';

interface Spanned {
  readonly setting: Setting;
  readonly claims: readonly Claim[];
  readonly variables: readonly number[];
  readonly coverage: Coverage;
  readonly progress: ReadonlyMap<Id, Month>;
  readonly enrolled: Month;
  readonly reached: readonly (readonly [variable: number, stage: number])[];
  /** The stage joined, where it is asked; else the one reached. */
  readonly joined: number | undefined;
}

/**
 * At most n months from first enrolment, or from the oldest credited source, to completion: the start month, the
 * months of the stages from the one reached, and those of assessment. Without a delivery there are no months to judge.
 */
export function keepSpan(spanned: Spanned): void {
  const { setting, claims, variables, coverage, enrolled, reached, joined } = spanned;
  const spans = ofKind(setting.limits, 'span');
  const { delivery, start } = setting;
  if (spans.length === 0 || !delivery) return;
  const { model } = coverage;
  const shorter = setting.stages.map((_, index) => shortenings(spanned, index));
  const froms = joined === undefined ? entries(model, reached) : [[null, joined] as const];
  for (const [flag, stage] of froms) {
    const months =
      delivery.months.slice(stage - 1).reduce((sum, own) => sum + own, 0) + (delivery.assessmentMonths ?? 0);
    const saved = shorter
      .slice(stage - 1)
      .flat()
      .map((variable): Term => [variable, -1]);
    for (const { limit, policy } of spans) {
      const judged = (since: Month, condition: readonly number[], of = ''): void => {
        const slack = limit.months - (start - since) - months;
        if (slack >= 0) return;
        const held = flag === null ? condition : [...condition, flag];
        model.atMost(
          `span ${policy}/${limit.id} ${flag === null ? `join ${stage}` : model.names[flag]}${of}`,
          [...saved, ...held.map((variable): Term => [variable, -slack])],
          slack - slack * held.length,
        );
      };
      if (limit.since === 'enrolment') judged(enrolled, []);
      else
        claims.forEach((claim, i) => {
          if (claim.sources.length > 0 && !exempt(limit, claim))
            judged(Math.min(...claim.sources.map(({ on }) => on)), [variables[i]!], ` ${claim.id}`);
        });
    }
  }
}

/** Exactly one stage is taken as reached, the first where no other is. */
function entries(model: Coverage['model'], reached: Spanned['reached']): (readonly [number, number])[] {
  const first = model.variable('begins');
  const all = [[first, 1] as const, ...reached];
  model.atLeast(
    'begins least',
    all.map(([flag]): Term => [flag, 1]),
    1,
  );
  model.atMost(
    'begins most',
    all.map(([flag]): Term => [flag, 1]),
    1,
  );
  return all;
}

/**
 * Paced by module, a stage's months shrink in proportion to the credits still to study, rounded up: variable d says
 * that d months fall away, which needs d/months of its credits to be credited or progress.
 */
function shortenings({ setting, claims, variables, coverage, progress }: Spanned, index: number): number[] {
  const { delivery, stages } = setting;
  const stage = stages[index]!;
  const months = delivery?.months[index] ?? 0;
  if (delivery?.paced !== 'module' || !stage.credits) return [];
  const done = [...progress.keys()]
    .filter((module) => stage.modules.has(module))
    .reduce((sum, module) => sum + coverage.creditsOf(module), 0);
  return Array.from({ length: months }, (_, i) => {
    const name = `shorter ${stage.number} ${i + 1}`;
    const variable = coverage.model.variable(name);
    const credited = claims.map(
      (claim, c): Term => [variables[c]!, HALVES * months * (claim.creditsByStage.get(stage.number) ?? 0)],
    );
    const needed = HALVES * stage.credits! * (i + 1);
    coverage.model.atLeast(name, [...credited, [variable, -needed]], -Math.min(needed, HALVES * months * done));
    return variable;
  });
}
