import type { Assessment } from '../../src/domain/assessment.js';
import type { ProofBranch, ProofLeaf, ProofTree } from '../../src/domain/certificate.js';
import type { Dice } from '../support/dice.js';

export type Path = (string | number)[];

/** Parts that no proof covers: optima of their own, which the check says it does not prove. */
const UNPROVEN = /^(certificate|proof$|bands|limitSets|limitSetsCut|limits\.\d+\.gain|stranded\.ways|stranded\.cut)/;

/** Every value at the ends of an assessment that follows from its claims, with its path. */
export function ends(value: unknown, path: Path = []): Path[] {
  if (UNPROVEN.test(path.join('.'))) return [];
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) =>
    ends(inner, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

/** Every list in an assessment that follows from its claims, with its path. */
export function lists(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || UNPROVEN.test(path.join('.'))) return [];
  const inner = Object.entries(value).flatMap(([name, one]) =>
    lists(one, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return Array.isArray(value) && value.length > 0 ? [path, ...inner] : inner;
}

export const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], value);

export function put(value: unknown, path: Path, instead: unknown): void {
  (at(value, path.slice(0, -1)) as Record<string | number, unknown>)[path.at(-1)!] = instead;
}

/** Another value of the same sort. */
export function another(value: unknown, dice: Dice): unknown {
  if (typeof value === 'number') return value + dice.one([-1, -0.5, 0.5, 1, 10, 20]);
  if (typeof value === 'boolean') return !value;
  if (value === null) return dice.one<unknown>([0, 1, 'something']);
  return dice.one<unknown>([`${String(value)} `, String(value).slice(1) || 'x', null]);
}

/** Every node of the trees of a certificate. */
export const nodes = ({ certificate }: Assessment): ProofTree[] =>
  certificate!.proofs.flatMap(({ tree, refuted }) => [...refuted, tree].flatMap(below));

const below = (tree: ProofTree): ProofTree[] =>
  'on' in tree ? [tree, ...below(tree.zero), ...below(tree.one)] : [tree];

const isLeaf = (node: ProofTree): node is ProofLeaf => 'prices' in node;
const isBranch = (node: ProofTree): node is ProofBranch => 'on' in node;

/** A change of one thing in a certificate, by chance; null where there is nothing of the sort to change. */
export type Forgery = (assessment: Assessment, dice: Dice) => Assessment | null;

const priced = (assessment: Assessment): ProofLeaf[] =>
  nodes(assessment)
    .filter(isLeaf)
    .filter(({ prices }) => prices.length > 0);
const branches = (assessment: Assessment): ProofBranch[] => nodes(assessment).filter(isBranch);
const implying = (assessment: Assessment): ProofTree[] => nodes(assessment).filter(({ implied }) => implied?.length);

const changing =
  <T>(all: (assessment: Assessment) => T[], change: (one: T, dice: Dice, assessment: Assessment) => void): Forgery =>
  (assessment, dice) => {
    const some = all(assessment);
    if (some.length === 0) return null;
    change(dice.one(some), dice, assessment);
    return assessment;
  };

const fraction = (text: string): [number, number] => {
  const [n = '0', d = '1'] = text.split('/');
  return [Number(n), Number(d)];
};

/** Changes of a certificate, each of which may or may not leave it a proof. */
export const FORGERIES: Record<string, Forgery> = {
  'a price is another': changing(priced, ({ prices }, dice) => {
    const price = dice.one(prices);
    const [n, d] = fraction(price[1]);
    price[1] = dice.one([
      `${n + 1}/${d}`,
      `${Math.max(0, n - 1)}/${d}`,
      `${n}/${d + 1}`,
      `${2 * n}/${d}`,
      `${n}/${2 * d}`,
      '0',
      '7',
    ]);
  }),
  'a price is a hair under': changing(priced, ({ prices }, dice) => {
    const price = dice.one(prices);
    const [n, d] = fraction(price[1]);
    price[1] = `${n * 1000000 - 1}/${d * 1000000}`;
  }),
  'a price is under zero': changing(priced, ({ prices }, dice) => {
    const price = dice.one(prices);
    price[1] = `-${price[1]}`;
  }),
  'a price is left out': changing(priced, ({ prices }, dice) => {
    prices.splice(dice.whole(0, prices.length - 1), 1);
  }),
  'a price is given twice': changing(priced, ({ prices }, dice) => {
    prices.push([...dice.one(prices)]);
  }),
  'a price is that of another row': changing(priced, ({ prices }, dice, assessment) => {
    const names = priced(assessment).flatMap((leaf) => leaf.prices.map(([name]) => name));
    dice.one(prices)[0] = dice.one([...names, 'limit nobody/nothing credits', 'one stage', '']);
  }),
  'a row beside has a price': changing(
    (assessment) => nodes(assessment).filter(isLeaf),
    ({ prices }, dice, assessment) => {
      const names = priced(assessment).flatMap((leaf) => leaf.prices.map(([name]) => name));
      prices.push([dice.one([...names, 'one stage', 'begins most']), dice.one(['1/4194304', '1', '3/7'])]);
    },
  ),
  'a leaf refutes': changing(
    (assessment) => nodes(assessment).filter(isLeaf),
    (leaf) => {
      if (leaf.refutes) delete leaf.refutes;
      else leaf.refutes = true;
    },
  ),
  'another choice is told apart': changing(branches, (node, dice, assessment) => {
    node.on = dice.one([
      ...branches(assessment).map(({ on }) => on),
      ...assessment.claims.map(({ id }) => id),
      'nothing',
    ]);
  }),
  'two cases change places': changing(branches, (node) => {
    [node.zero, node.one] = [node.one, node.zero];
  }),
  'a case is left out': changing(branches, (node, dice) => {
    const left: Partial<ProofBranch> = node;
    if (dice.chance(0.5)) delete left.zero;
    else delete left.one;
  }),
  'a case stands for both': changing(branches, (node, dice, assessment) => {
    const instead = dice.one([node.zero, node.one]);
    for (const proof of assessment.certificate!.proofs) if (proof.tree === node) proof.tree = instead;
    node.zero = instead;
    node.one = instead;
  }),
  'what follows is the reverse': changing(implying, ({ implied }, dice) => {
    const one = dice.one(implied!);
    one[1] = one[1] === 1 ? 0 : 1;
  }),
  'what follows is left out': changing(implying, ({ implied }, dice) => {
    implied!.splice(dice.whole(0, implied!.length - 1), 1);
  }),
  'what follows is of another row': changing(implying, ({ implied }, dice, assessment) => {
    const names = implying(assessment).flatMap((node) => node.implied!.map(([, , row]) => row));
    dice.one(implied!)[2] = dice.one([...names, 'target nothing']);
  }),
  'what follows is of another variable': changing(implying, ({ implied }, dice, assessment) => {
    const names = implying(assessment).flatMap((node) => node.implied!.map(([variable]) => variable));
    dice.one(implied!)[0] = dice.one([...names, 'nothing']);
  }),
  'what follows changes places': changing(implying, ({ implied }) => {
    implied!.reverse();
  }),
  'less is said to be possible': changing(
    ({ certificate }) => certificate!.proofs,
    (proof, dice) => {
      proof.credits -= dice.one([0.5, 5, 20]);
    },
  ),
  'more is said to be possible': changing(
    ({ certificate }) => certificate!.proofs,
    (proof, dice) => {
      if (dice.chance(0.5)) proof.credits += dice.one([0.5, 5, 20]);
      else proof.entryStage += 1;
    },
  ),
  'a delivery has no proof': changing(
    ({ certificate }) => [certificate!.proofs],
    (proofs, dice) => {
      proofs.splice(dice.whole(0, proofs.length - 1), 1);
    },
  ),
  'a proof is of another delivery': changing(
    ({ certificate }) => certificate!.proofs,
    (proof, dice) => {
      proof.delivery = dice.one(['elsewhere', null, '']);
    },
  ),
  'progress is said to be otherwise': changing(
    ({ certificate }) => certificate!.proofs,
    (proof, dice) => {
      proof.progress = dice.one(
        (['STANDS', 'LAPSES', 'NOTHING_FITS'] as const).filter((state) => state !== proof.progress),
      );
    },
  ),
  'a refutation is left out': changing(
    ({ certificate }) => certificate!.proofs.filter(({ refuted }) => refuted.length > 0),
    (proof) => {
      proof.refuted.pop();
    },
  ),
  'proofs of deliveries change places': changing(
    ({ certificate }) => [certificate!.proofs],
    (proofs) => {
      proofs.reverse();
    },
  ),
};
