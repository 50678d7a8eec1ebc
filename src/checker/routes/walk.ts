import type { Assessment } from '../../domain/assessment.js';
import type { Leg } from '../../domain/route.js';
import { type Month, monthOf, textOf } from '../../domain/time.js';
import { settingOf } from '../../engines/credit/setting.js';
import { judgeAssessment } from '../check.js';
import type { Finding } from '../finding.js';
import { Worlds } from '../world.js';
import { heldOn } from './held.js';
import { hindrances, isElsewhere, legsTo, type Place } from './leg.js';
import type { Taken } from './taken.js';
import type { Terms } from './terms.js';

/** The legs of a route taken one after the other; it ends with the first that cannot be. */
export interface Walked {
  readonly legs: Taken[];
  readonly findings: Finding[];
  /** What certificates of legs leave unproven, in sentences. */
  readonly unproven: string[];
}

/** Takes the legs of a route as they were read: each from what is held after those before it, with its own credit judged. */
export function walk(terms: Terms, read: readonly unknown[], where: string): Walked {
  const walked: Walked = { legs: [], findings: [], unproven: [] };
  for (const [index, leg] of read.entries()) {
    const at = `${where}.legs[${index}]`;
    const taken = take(terms, walked.legs, leg, at, walked);
    if (!taken) break;
    walked.findings.push(...sequence(terms, walked.legs, taken).map((says) => ({ where: at, says })));
    walked.legs.push(taken);
  }
  return walked;
}

function take(terms: Terms, before: readonly Taken[], leg: unknown, where: string, walked: Walked): Taken | null {
  const refuse = (at: string, says: string): null => {
    walked.findings.push({ where: at, says });
    return null;
  };
  if (!isLeg(leg)) return refuse(where, 'this is no leg: it has no delivery, first month, stages or options.');
  const delivery = terms.catalogue.deliveries.get(leg.delivery);
  const programme = terms.catalogue.programmes.get(delivery?.programme ?? '');
  const start = monthIn(leg.start);
  if (!delivery || !programme) return refuse(`${where}.delivery`, `the catalogue has no delivery "${leg.delivery}".`);
  if (start === null || start < terms.first)
    return refuse(`${where}.start`, `${leg.start} is no month from ${textOf(terms.first)} on.`);
  const [from, to] = [leg.fromStage, leg.toStage];
  if (!(1 <= from && from <= to && to <= programme.stages.length))
    return refuse(`${where}.fromStage`, `${delivery.id} has no stages ${from} to ${to}.`);
  const place: Place = { programme, delivery, start, stage: from, holdings: heldOn(terms, before, start) };
  const { says, subjectTo } = hindrances(terms, place);
  walked.findings.push(...says.map((one) => ({ where, says: `${one}.` })));
  if (isElsewhere(terms, delivery, from, to))
    refuse(where, 'it has placement blocks outside the own workplace, and none are allowed.');
  if (says.length > 0) return null;
  const credit = creditOf(terms, place, leg.assessment, `${where}.assessment`, walked);
  if (!credit) return null;
  const wanted = [...leg.options].sort().join();
  const may = (module: string): boolean => leg.options.includes(module);
  for (const taken of legsTo(terms, place, credit, subjectTo, to, may))
    if (taken.options.join() === wanted) return taken;
  return refuse(`${where}.options`, 'with these options it fills no stage exactly, or leaves nothing to study.');
}

/** The credit of a leg, judged by its certificate; null where it cannot be made out. */
function creditOf(
  { catalogue, constraints: { include }, first }: Terms,
  { programme, delivery, start, stage, holdings }: Place,
  assessment: Assessment | null,
  where: string,
  walked: Walked,
) {
  const setting = settingOf(catalogue, holdings, { programme, delivery, start, include, lodgedFrom: first });
  const worlds = new Map([[delivery.id, new Worlds(setting, stage)]]);
  if (typeof assessment !== 'object' || assessment === null || Array.isArray(assessment)) {
    walked.findings.push({ where, says: 'the leg does not say which credit it rests on.' });
    return null;
  }
  const { world, used, findings, unproven } = judgeAssessment(worlds, { programme: programme.id, start }, assessment);
  walked.findings.push(...findings.map((one) => ({ where: `${where}.${one.where}`, says: one.says })));
  walked.unproven.push(...unproven);
  return world && { world, used, lapsed: assessment.certificate?.proofs[0]?.progress !== 'STANDS' };
}

/** What is wrong with a leg after those before it. */
function sequence({ latest }: Terms, before: readonly Taken[], leg: Taken): string[] {
  const last = before.at(-1);
  const beside = before.filter(({ delivery, after }) => !delivery.concurrent && after > leg.start);
  const onward = before.find(
    ({ delivery, after, to }) => delivery === leg.delivery && after === leg.start && to + 1 === leg.from,
  );
  return [
    ...(last && (last.start > leg.start || (last.start === leg.start && last.delivery.id >= leg.delivery.id))
      ? ['legs are in order of start and delivery.']
      : []),
    ...(leg.delivery.concurrent
      ? []
      : beside.map(({ delivery }) => `it runs beside ${delivery.id}: neither is concurrent.`)),
    ...(onward ? ['it goes on with the leg before it back to back: the two are one leg.'] : []),
    ...((leg.completes ?? leg.after) > latest ? [`it ends after ${textOf(latest)}, the latest month.`] : []),
  ];
}

function isLeg(leg: unknown): leg is Leg {
  if (typeof leg !== 'object' || leg === null) return false;
  const { delivery, start, fromStage, toStage, options } = leg as Partial<Leg>;
  return (
    typeof delivery === 'string' &&
    typeof start === 'string' &&
    Number.isInteger(fromStage) &&
    Number.isInteger(toStage) &&
    Array.isArray(options) &&
    options.every((option) => typeof option === 'string')
  );
}

function monthIn(text: string): Month | null {
  try {
    return text.length === 7 ? monthOf(text) : null;
  } catch {
    return null;
  }
}
