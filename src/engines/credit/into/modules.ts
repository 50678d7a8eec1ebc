import type { ExperienceInto, ModuleInto, ModuleWay } from '../../../domain/credit-into.js';
import type { Id } from '../../../domain/fact.js';
import type { ExperienceMapping, Mapping } from '../../../domain/recognition.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { creditsOf, listed, sentence } from '../words.js';
import type { Link } from './candidates.js';
import { givesMore } from './levels.js';
import { institutionOf, named, titleOf } from './names.js';
import { outcomesOf, someOf } from './rows.js';
import { objections, type Terms } from './standing.js';

/** Modules taught elsewhere that are a source of credit, each with the ways in which it is; in order of institution, title and id. */
export function modulesInto(catalogue: Catalogue, terms: Terms, links: readonly Link[]): ModuleInto[] {
  const found = new Map<Id, ModuleWay[]>();
  const note = (module: Id, way: ModuleWay): void => void found.set(module, [...(found.get(module) ?? []), way]);
  for (const link of links) {
    if (link.kind === 'mapping')
      for (const source of link.row.sources) note(source, mappingWay(catalogue, terms, link.row, source));
    if (link.kind === 'identity' && isElsewhere(catalogue, terms, link.module))
      note(link.module, sharedWay(catalogue, terms, link.module));
  }
  return [...found]
    .map(([id, ways]) => ({ ...aboutModule(catalogue, id), ways }))
    .sort(
      (a, b) =>
        inOrder(a.institution?.title ?? '', b.institution?.title ?? '') ||
        inOrder(a.title, b.title) ||
        inOrder(a.module, b.module),
    );
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether a module of the programme also stands in another one, or is offered singly. */
const isElsewhere = ({ programmesOfModule }: Catalogue, { programme }: Terms, module: Id): boolean =>
  (programmesOfModule.get(module) ?? []).some((id) => id !== programme.id);

function aboutModule(catalogue: Catalogue, id: Id): Omit<ModuleInto, 'ways'> {
  const module = catalogue.modules.get(id);
  return {
    module: id,
    title: titleOf(catalogue, id),
    institution: institutionOf(catalogue, module?.institution),
    credits: module?.credits ?? 0,
    level: module?.level ?? null,
  };
}

function mappingWay(catalogue: Catalogue, terms: Terms, row: Mapping, source: Id): ModuleWay {
  const { id, sources, targets, strength, status, basis, source: read } = row;
  const outcomes = outcomesOf(catalogue, row, true);
  const more = outcomes.length ? null : givesMore(catalogue, row);
  const against = objections(catalogue, terms, row);
  if (more)
    against.push(
      `gives more than it takes: ${creditsOf(more.given)}${more.level > 1 ? ` at level ${more.level} or above` : ''} for ${more.taken}`,
    );
  const others = sources.filter((other) => other !== source);
  const chosen = someOf(row);
  return {
    ...{ id, kind: 'mapping', outcomes, strength, status, basis, source: read, choose: chosen },
    targets: targets.map((target) => named(catalogue, target)),
    together: others.map((other) => named(catalogue, other)),
    inForce: terms.inForce(row),
    standsByLevel: outcomes.length ? null : more === null,
    stands: against.length === 0,
    says: against.length
      ? sentence(listed(against))
      : how(
          catalogue,
          others,
          chosen,
          outcomes.map(({ text }) => text),
        ),
  };
}

/** `With A and B; covers washing hands, the rest to be shown otherwise.` */
function how(catalogue: Catalogue, others: readonly Id[], choose: number | null, outcomes: readonly string[]): string {
  const titles = listed(others.map((id) => titleOf(catalogue, id)));
  const company =
    others.length === 0
      ? 'by itself'
      : choose === null
        ? `with ${titles}`
        : choose === 1
          ? 'by itself'
          : `any ${choose} of it and ${titles}`;
  return sentence(
    outcomes.length ? `${company}; covers ${listed(outcomes)}, and the rest must be shown otherwise` : company,
  );
}

function sharedWay(catalogue: Catalogue, terms: Terms, module: Id): ModuleWay {
  const taught = terms.taught([module]);
  return {
    ...{
      id: `=${module}`,
      kind: 'identity',
      targets: [named(catalogue, module)],
      together: [],
      choose: null,
      outcomes: [],
    },
    ...{ strength: 'guaranteed', status: 'agreed', inForce: true, standsByLevel: true, basis: null, source: null },
    stands: taught,
    says: taught ? 'The same module stands in this programme.' : 'It is not taught to those who start then.',
  };
}

/** Experience that covers modules of the programme, or gives hours on it; in order of ids. */
export function experienceInto(
  catalogue: Catalogue,
  terms: Terms,
  rows: readonly ExperienceMapping[],
): ExperienceInto[] {
  return [...rows]
    .sort((a, b) => inOrder(a.id, b.id))
    .map((row) => {
      const {
        id,
        settings,
        months,
        hoursPerWeek,
        targets = [],
        hours,
        strength,
        status,
        evidence = [],
        basis,
        source,
      } = row;
      const against = objections(catalogue, terms, row);
      return {
        ...{ id, settings, months, hoursPerWeek: hoursPerWeek ?? null, strength, status, evidence, basis, source },
        targets: targets.map((target) => named(catalogue, target)),
        outcomes: outcomesOf(catalogue, row, true),
        theoryHours: hours?.theory ?? null,
        practiceHours: hours?.practice ?? null,
        stands: against.length === 0,
        says: against.length ? sentence(listed(against)) : 'Where it is evidenced.',
      };
    });
}
