import { exempt, ofKind } from '../../engines/credit/setting.js';
import { type Ground, type Lay, nameOf, type Term, terms } from './row.js';
import { reachings } from './stages.js';

/** The variable that says that the stage reached is the first. */
const BEGINS = 'begins';

/** Where a span is judged, exactly one stage is taken as reached: the first where no other is. */
export function beginsRows(ground: Ground, lay: Lay): void {
  if (!isJudged(ground) || ground.world.joined !== undefined) return;
  const all = [BEGINS, ...reachings(ground).map(({ flag }) => flag)];
  lay('begins least', -1, () => all.map((flag): Term => [flag, -1]));
  lay('begins most', 1, () => all.map((flag): Term => [flag, 1]));
}

const isJudged = ({ setting }: Ground): boolean =>
  setting.delivery !== undefined && ofKind(setting.limits, 'span').length > 0;

/**
 * At most n months from first enrolment, or from the oldest source of each claim, to the start month plus the months
 * of the stages from the one reached and of assessment, less those that fall away (spec 3.3).
 */
export function spanRows(ground: Ground, lay: Lay): void {
  const { setting, standing } = ground;
  const { enrolled } = ground.world;
  const { delivery, start, limits } = setting;
  if (!delivery || !isJudged(ground)) return;
  for (const { flag, stage } of stagesJudged(ground)) {
    const months = delivery.months.slice(stage - 1).reduce((sum, own) => sum + own, delivery.assessmentMonths ?? 0);
    const fallsAway = (): Term[] =>
      setting.stages.slice(stage - 1).flatMap(({ number }) => shorter(ground, number).map((one): Term => [one, -1]));
    for (const one of ofKind(limits, 'span')) {
      const judge = (from: string, since: number, claims: readonly string[]): void => {
        const held = flag === null ? claims : [...claims, flag];
        const name = `span ${nameOf(one)} ${from}`;
        const over = start - since + months - one.limit.months;
        if (over > 0)
          lay(name, over * (held.length - 1), () => [
            ...fallsAway(),
            ...held.map((variable): Term => [variable, over]),
          ]);
      };
      const from = flag ?? `join ${stage}`;
      if (one.limit.since === 'enrolment') judge(from, enrolled, []);
      else
        for (const claim of standing.values())
          if (claim.sources.length > 0 && !exempt(one.limit, claim))
            judge(`${from} ${claim.id}`, Math.min(...claim.sources.map(({ on }) => on)), [claim.id]);
    }
  }
}

/** The stages from which spans are judged, each with the variable that says so; none for the one that a leg joins. */
const stagesJudged = (ground: Ground): { flag: string | null; stage: number }[] =>
  ground.world.joined === undefined
    ? [{ flag: BEGINS, stage: 1 }, ...reachings(ground)]
    : [{ flag: null, stage: ground.world.joined.stage }];

/** Months of a stage that may fall away where it is paced by module and states credits: a variable each. */
function shorter({ setting }: Ground, stage: number): string[] {
  const { delivery, stages } = setting;
  if (delivery?.paced !== 'module' || !stages[stage - 1]?.credits) return [];
  return Array.from({ length: delivery.months[stage - 1] ?? 0 }, (_, index) => `shorter ${stage} ${index + 1}`);
}

/** d months fall away only where d/months of the stage's credits are credited or progress. */
export function shorterRows(ground: Ground, lay: Lay): void {
  if (!isJudged(ground)) return;
  const { setting, standing, progress } = ground;
  for (const { number, credits = 0, modules } of setting.stages) {
    const variables = shorter(ground, number);
    const months = variables.length;
    const studied = [...progress.keys()].filter((module) => modules.has(module));
    const have = studied.reduce((sum, module) => sum + (setting.catalogue.modules.get(module)?.credits ?? 0), 0);
    for (const [index, variable] of variables.entries()) {
      const needed = 2 * credits * (index + 1);
      lay(variable, Math.min(needed, 2 * months * have), () => [
        [variable, needed],
        ...terms(standing.values(), ({ creditsByStage }) => -2 * months * (creditsByStage.get(number) ?? 0)),
      ]);
    }
  }
}
