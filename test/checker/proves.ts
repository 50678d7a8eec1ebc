import type { Assessment } from '../../src/domain/assessment.js';
import type { DeliveryProof, ProofBranch, ProofLeaf } from '../../src/domain/certificate.js';
import type { Objective } from '../../src/domain/questions.js';
import { claimsOf } from '../../src/engines/credit/claims.js';
import { modelOf } from '../../src/engines/credit/model.js';
import { progressOf, type Setting } from '../../src/engines/credit/setting.js';

/**
 * Whether a certificate proves an assessment the best, judged apart from the checker: by the rows of the solver's own
 * model, with every price multiplied out in BigInt. Of deliveries that are not the answer only the bound is judged.
 */
export function proves(
  { certificate, delivery, credits, entryStage }: Assessment,
  settings: readonly Setting[],
  objective: Objective,
): boolean {
  const proofs = certificate?.proofs;
  if (!Array.isArray(proofs) || proofs.length !== settings.length) return false;
  return settings.every((setting) => {
    const id = setting.delivery?.id ?? null;
    const own = proofs.filter((proof) => proof?.delivery === id);
    const [proof] = own;
    if (!proof || own.length !== 1 || !bounds(proof, setting, objective)) return false;
    const most = objective === 'CREDITS' ? [proof.credits, proof.entryStage] : [proof.entryStage, proof.credits];
    const attained = objective === 'CREDITS' ? [credits, entryStage] : [entryStage, credits];
    const over = most[0]! - attained[0]! || most[1]! - attained[1]!;
    return id === delivery ? over === 0 : over <= 0;
  });
}

type World = ReturnType<typeof modelOf>;

function bounds(proof: DeliveryProof, setting: Setting, objective: Objective): boolean {
  const progress = progressOf(setting);
  const enrolled = setting.holdings.enrolled.get(setting.programme.id) ?? Math.min(setting.start, ...progress.values());
  const worlds = {
    STANDS: () => modelOf(setting, claimsOf(setting, progress).standing, progress, enrolled),
    LAPSES: () => modelOf(setting, claimsOf(setting, new Map()).standing, new Map(), setting.start),
    NOTHING_FITS: () => modelOf({ ...setting, limits: [] }, [], new Map(), setting.start),
  };
  const states = ['STANDS', 'LAPSES', 'NOTHING_FITS'] as const;
  const state = states.indexOf(proof.progress);
  if (state < 0 || !Array.isArray(proof.refuted) || proof.refuted.length !== state) return false;
  if (typeof proof.credits !== 'number' || typeof proof.entryStage !== 'number') return false;
  if (
    !states.slice(0, state).every((before, index) => leaves(proof.refuted[index], worlds[before](), null)?.length === 0)
  )
    return false;
  const world = worlds[proof.progress]();
  const { stages, stageOf, catalogue } = setting;
  const all = [...stageOf.keys()].reduce((sum, id) => sum + 2 * catalogue.modules.get(id)!.credits, 0);
  const [credit, stage] = objective === 'CREDITS' ? [stages.length, 1] : [1, all + 1];
  const worth = new Map<number, number>(world.claims.map((claim, index) => [index, 2 * claim.credits * credit]));
  for (const [variable, reached] of world.reached) worth.set(variable, (reached - 1) * stage);
  const found = leaves(proof.tree, world, worth);
  const divisor = world.claims.reduce((d, claim) => gcd(d, 2 * claim.credits), 0);
  const claimed = 2 * proof.credits * credit + (proof.entryStage - 1) * stage;
  const possible = [1, ...world.reached.map(([, reached]) => reached)];
  return (
    found?.every((bound) => {
      // No sum of credits and stage lies above what is claimed and at or under the bound.
      for (let worthIt = claimed + 1; BigInt(worthIt) <= bound; worthIt += 1)
        for (const reached of possible) {
          const halves = (worthIt - (reached - 1) * stage) / credit;
          if (Number.isInteger(halves) && halves >= 0 && halves <= all && (divisor ? halves % divisor : halves) === 0)
            return false;
        }
      return true;
    }) ?? false
  );
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Bounds of the leaves that do not refute, rounded down; null where something is no proof. */
function leaves(tree: unknown, { model }: World, worth: ReadonlyMap<number, number> | null): bigint[] | null {
  const rows = new Map(model.rows.map((row) => [row.name, row]));
  const visit = (node: unknown, fixed: ReadonlyMap<number, number>): bigint[] | null => {
    if (typeof node !== 'object' || node === null) return null;
    const { implied = [], on, zero, one, prices, refutes } = node as Partial<ProofLeaf & ProofBranch>;
    const now = new Map(fixed);
    for (const [name, value, by] of implied) {
      const row = rows.get(by);
      const variable = model.names.indexOf(name);
      if (!row || variable < 0 || (value !== 0 && value !== 1)) return null;
      const least = row.terms.reduce((sum, [at, coefficient]) => {
        const known = at === variable ? 1 - value : now.get(at);
        return sum + (known === undefined ? Math.min(coefficient, 0) : coefficient * known);
      }, 0);
      if (least <= row.most) return null;
      // Fixed the other way already, the row cannot be kept: no point is left here.
      if (now.get(variable) === 1 - value) return [];
      now.set(variable, value);
    }
    if (prices === undefined) {
      const variable = model.names.indexOf(on ?? '');
      if (variable < 0) return null;
      const settled = now.get(variable);
      const cases =
        settled === undefined
          ? [visit(zero, new Map(now).set(variable, 0)), visit(one, new Map(now).set(variable, 1))]
          : [visit(settled ? one : zero, now)];
      return cases.some((bound) => bound === null) ? null : (cases.flat() as bigint[]);
    }
    if (!Array.isArray(prices)) return null;
    const read = prices.map(([name, text]) => [rows.get(name), /^(\d+)(?:\/(\d+))?$/.exec(String(text))] as const);
    if (read.some(([row, match]) => !row || !match || (match[2] !== undefined && BigInt(match[2]) === 0n))) return null;
    const unit = read.reduce((product, [, match]) => product * BigInt(match![2] ?? 1), 1n);
    const reduced = model.names.map((_, variable) => unit * BigInt(refutes ? 0 : (worth?.get(variable) ?? 0)));
    let sum = 0n;
    for (const [row, match] of read) {
      const price = (BigInt(match![1]!) * unit) / BigInt(match![2] ?? 1);
      sum += price * BigInt(row!.most);
      for (const [variable, coefficient] of row!.terms) reduced[variable]! -= price * BigInt(coefficient);
    }
    reduced.forEach((value, variable) => {
      const known = now.get(variable);
      sum += known === undefined ? (value > 0n ? value : 0n) : BigInt(known) * value;
    });
    if (refutes) return sum < 0n ? [] : null;
    if (!worth) return null;
    return [sum >= 0n ? sum / unit : -((-sum + unit - 1n) / unit)];
  };
  return visit(tree, new Map());
}
