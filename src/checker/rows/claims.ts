import { type Group, liesWithin, weight } from '../../engines/credit/curriculum.js';
import { claimsBy, done, type Ground, type Lay, type Term, terms } from './row.js';

/** Each target module is credited at most once (spec 3.4). */
export function targetRows({ covering }: Ground, lay: Lay): void {
  for (const [module, claims] of covering) lay(`target ${module}`, 1, () => terms(claims, () => 1));
}

/** Each held module is used by at most one claim, unless a policy allows more (spec 3.4). */
export function heldRows(ground: Ground, lay: Lay): void {
  if (ground.setting.reusable) return;
  for (const [module, claims] of claimsBy(ground, ({ sources }) => sources.map(({ id }) => id)))
    lay(`held ${module}`, 1, () => terms(claims, () => 1));
}

/** Where a policy allows a held module more than once, a variable says whether it is used at all. */
export function usesRows(ground: Ground, lay: Lay): void {
  if (!ground.setting.reusable) return;
  for (const [module, claims] of claimsBy(ground, ({ sources }) => sources.map(({ id }) => id)))
    for (const { id } of claims)
      lay(`uses ${module} ${id}`, 0, () => [
        [id, 1],
        [`uses ${module}`, -1],
      ]);
}

/** What is done in an option group lies within members that together do not exceed its number or credits (spec 3.3). */
export function groupRows(ground: Ground, lay: Lay): void {
  for (const { number, groups } of ground.setting.stages)
    for (const group of groups)
      if (!outgrown(ground, group)) keepWithin(ground, `${number}/${group.id}`, group, lay);
      else
        for (const module of group.modules)
          lay(`group ${number}/${group.id} broken ${module}`, 0, () =>
            terms(ground.covering.get(module) ?? [], () => 1),
          );
}

/** Progress alone exceeds the group: it stays, and nothing more is credited there. */
const outgrown = ({ progress }: Ground, group: Group): boolean =>
  !liesWithin(
    group,
    [...group.modules].filter((module) => progress.has(module)),
    group.choose,
  );

function keepWithin(ground: Ground, name: string, group: Group, lay: Lay): void {
  const members = [...group.members.entries()];
  lay(`group ${name}`, 2 * group.choose, () =>
    members.map(([index, member]): Term => [`take ${name}/${index}`, 2 * weight(group, member)]),
  );
  for (const module of group.modules) {
    const { terms, constant } = done(ground, module, 1);
    lay(`group ${name} ${module}`, -constant, () => [
      ...terms,
      ...members.flatMap(([index, member]): Term[] =>
        member.modules.includes(module) ? [[`take ${name}/${index}`, -1]] : [],
      ),
    ]);
  }
}
