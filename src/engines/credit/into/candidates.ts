import type { Id } from '../../../domain/fact.js';
import type { Programme } from '../../../domain/provision.js';
import type { Agreement, Mapping, Scope } from '../../../domain/recognition.js';
import { type AwardForm, formId, formsHolding, formsOf, stageOf } from '../../../graph/awards.js';
import { type Catalogue, modulesOf } from '../../../graph/catalogue.js';

/** What links an award with the programme asked about: a row, or a module that stands in both. */
export type Link =
  | { kind: 'mapping'; row: Mapping }
  | { kind: 'agreement'; row: Agreement }
  | { kind: 'identity'; module: Id };

/** An award whose holders may carry something, with all that links it. */
export interface Candidate {
  readonly form: AwardForm;
  readonly links: readonly Link[];
}

/** What links anything with a programme, or with one module of it; in order of ids. */
export function linksInto(catalogue: Catalogue, programme: Programme, module?: Id): Link[] {
  const inside = new Set(modulesOf(programme));
  const asked = module === undefined ? [...inside] : [module];
  const mappings = new Set(asked.flatMap((target) => catalogue.mappingsInto.get(target) ?? []));
  const before = module === undefined ? 0 : stageOf(programme, module);
  return [
    ...(catalogue.agreementsInto.get(programme.id) ?? [])
      .filter(({ stage }) => stage > before)
      .map((row): Link => ({ kind: 'agreement', row })),
    ...[...mappings]
      .filter(({ targets }) => targets.every((target) => inside.has(target)))
      .map((row): Link => ({ kind: 'mapping', row })),
    ...asked.map((shared): Link => ({ kind: 'identity', module: shared })),
  ].sort((a, b) => (linkId(a) < linkId(b) ? -1 : 1));
}

/** The id of the row, or `=module` as a claim of identity has it. */
export const linkId = (link: Link): string => (link.kind === 'identity' ? `=${link.module}` : link.row.id);

/**
 * Awards that some link reaches, in order of ids: found from the links to their sources to the awards that hold them, never by
 * going through all programmes. What was studied on the programme itself is progress there, and no award to carry.
 */
export function candidatesFor(catalogue: Catalogue, programme: Programme, links: readonly Link[]): Candidate[] {
  const found = new Map<string, { form: AwardForm; links: Set<Link> }>();
  for (const link of links)
    for (const form of reached(catalogue, link)) {
      if (form.programme?.id === programme.id || !admits(link, form)) continue;
      const id = formId(form);
      const candidate = found.get(id) ?? { form, links: new Set() };
      found.set(id, candidate);
      candidate.links.add(link);
    }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { form, links: own }]) => ({ form, links: [...own] }));
}

function reached(catalogue: Catalogue, link: Link): AwardForm[] {
  switch (link.kind) {
    case 'agreement':
      return formsOf(catalogue, link.row.award);
    case 'mapping':
      return link.row.sources.flatMap((source) => formsHolding(catalogue, source));
    case 'identity':
      return formsHolding(catalogue, link.module);
  }
}

/** Whether a row that names awards names this one: it can be for nobody else who holds just one. */
function admits(link: Link, { qualification, programme, stage }: AwardForm): boolean {
  const scope: Scope = link.kind === 'identity' ? {} : (link.row.scope ?? {});
  const whole = stage === undefined ? programme?.id : undefined;
  return !scope.awards || scope.awards.some((award) => award === qualification || award === whole);
}
