import type { AwardInto, CreditInto, IntoQuestion } from '../../domain/credit-into.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import type { ExperienceMapping } from '../../domain/recognition.js';
import { textOf, validIn } from '../../domain/time.js';
import { type Catalogue, modulesOf } from '../../graph/catalogue.js';
import { awardInto } from './into/award.js';
import { candidatesFor, type Link, linksInto } from './into/candidates.js';
import { countsOf, institutionsOf } from './into/counts.js';
import { asksAward, asksModule } from './into/filter.js';
import { experienceInto, modulesInto } from './into/modules.js';
import { named } from './into/names.js';
import { termsOf } from './into/standing.js';
import { unpublished } from './rests-on.js';

/**
 * Which awards and modules of which institutions carry into a programme, or into a module of it, and how far. Each award is asked by
 * the credit question for one who holds just that; entry rules are not asked. Throws a RangeError for a programme, module or
 * delivery that the catalogue does not hold, or that is not the programme's.
 */
export function creditInto(catalogue: Catalogue, question: IntoQuestion): CreditInto {
  const { start, include = 'AGREED', filter = {}, module } = question;
  const programme = catalogue.programmes.get(question.programme);
  if (!programme) throw new RangeError(`programme "${question.programme}" is not in the catalogue`);
  if (module !== undefined && !modulesOf(programme).includes(module))
    throw new RangeError(`module "${module}" stands in no stage of programme "${programme.id}"`);
  const links = linksInto(catalogue, programme, module);
  const terms = termsOf(catalogue, programme, deliveriesAsked(catalogue, programme, question), start, include);
  const asked = candidatesFor(catalogue, programme, links)
    .filter(({ form }) => asksAward(catalogue, filter, form))
    .flatMap((candidate) => awardInto(catalogue, programme, question, candidate) ?? [])
    .sort(ranked);
  const { atLeast = 0 } = filter;
  const policies = catalogue.policiesFor(programme).filter((policy) => validIn(policy, start));
  return {
    programme: named(catalogue, programme.id),
    institution: named(catalogue, programme.institution),
    programmeCredits: programme.credits ?? null,
    module: module === undefined ? null : named(catalogue, module),
    start: textOf(start),
    include,
    awards: asked.filter(({ most }) => most >= atLeast),
    modules: modulesInto(catalogue, terms, links).filter((source) => asksModule(catalogue, filter, source.module)),
    experience: experienceInto(catalogue, terms, experienceFor(catalogue, programme, links, module !== undefined)),
    institutions: institutionsOf(asked),
    counts: countsOf(asked),
    ownCounts: countsOf(asked.filter(({ own }) => own)),
    restsOn: unpublished([programme, ...policies]),
    notes: notes(catalogue, programme, asked, include === 'PROPOSED'),
    summary: summaryOf(programme, asked, module === undefined ? undefined : named(catalogue, module).title),
  };
}

function deliveriesAsked(
  catalogue: Catalogue,
  { id }: Programme,
  { delivery, start }: IntoQuestion,
): (Delivery | undefined)[] {
  const own = catalogue.deliveriesOf.get(id) ?? [];
  const asked = own.filter((one) => (delivery === undefined ? validIn(one, start) : one.id === delivery));
  if (delivery !== undefined && asked.length === 0)
    throw new RangeError(`delivery "${delivery}" is not one of programme "${id}"`);
  return asked.length ? asked : [undefined];
}

/** Those that cover a module asked about; and for a whole programme those that give hours alone. */
function experienceFor(
  catalogue: Catalogue,
  { id }: Programme,
  links: readonly Link[],
  oneModule: boolean,
): ExperienceMapping[] {
  const targets = links.flatMap((link) => (link.kind === 'identity' ? [link.module] : []));
  const covering = targets.flatMap((target) => catalogue.experienceInto.get(target) ?? []);
  const hours = oneModule ? [] : (catalogue.experienceHours.get(id) ?? []);
  return [...new Set([...covering, ...hours])].filter(({ programmes }) => !programmes || programmes.includes(id));
}

/** Most first; where a module is asked about, those who have it credited before the others. */
function ranked(a: AwardInto, b: AwardInto): number {
  return (
    Number(covers(b)) - Number(covers(a)) ||
    b.most - a.most ||
    (b.core?.credits ?? 0) - (a.core?.credits ?? 0) ||
    stageOf(b) - stageOf(a) ||
    (a.id < b.id ? -1 : 1)
  );
}

const ways = ({ core, withOptions, conditional }: AwardInto) =>
  [core, withOptions, ...conditional].flatMap((one) => one ?? []);

const covers = (award: AwardInto): boolean => ways(award).some(({ coversModule }) => coversModule === true);

const stageOf = (award: AwardInto): number => Math.max(...ways(award).map(({ entryStage }) => entryStage));

function notes(catalogue: Catalogue, programme: Programme, awards: readonly AwardInto[], proposed: boolean): string[] {
  const said = [
    'This is an estimate: the institution decides. Whether holders may start at all is another question.',
    'Each award is taken as gained in the month before the start, with no mark known and nothing else held.',
  ];
  if (modulesOf(programme).length === 0)
    said.push(
      'The catalogue holds no modules of this programme, so nothing can be matched to it: ask the institution.',
    );
  if (proposed) said.push('Rows that are proposed and not yet agreed count here.');
  const cut = awards.filter(({ choicesCut }) => choicesCut).map(({ title }) => title);
  if (cut.length)
    said.push(`Not every choice of options was tried for ${[...new Set(cut)].join(', ')}: there are too many.`);
  if (awards.some(({ core, withOptions }) => [core, withOptions].some((one) => one?.proof === 'BOUNDED')))
    said.push('Some answers are bounded: no more than the bound is possible, and whether so much is was not settled.');
  if ((catalogue.experienceHours.get(programme.id) ?? []).length)
    said.push('Experience gives hours on this programme; with them an award may carry more than without.');
  return said;
}

/** `7 awards of 4 institutions carry credit into BSc Nursing, at the most 180 credits; 2 of the 7 are gained at the same institution.` */
function summaryOf(programme: Programme, awards: readonly AwardInto[], module: string | undefined): string {
  const into = module === undefined ? programme.title : `${module} of ${programme.title}`;
  const carrying = awards.filter((award) => (module === undefined ? award.most > 0 : covers(award)));
  if (carrying.length === 0) return `No award in the catalogue carries credit into ${into}.`;
  const givers = new Set(carrying.flatMap(({ institution }) => institution?.id ?? [])).size;
  const own = carrying.filter((award) => award.own).length;
  const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
  const most = Math.max(...carrying.map((award) => award.most));
  const far = module === undefined ? `, ${most} credits at the most` : '';
  return `${count(carrying.length, 'award')} of ${count(givers, 'institution')} ${carrying.length === 1 ? 'carries' : 'carry'} credit into ${into}${far}; ${own} of ${carrying.length} gained at the programme's own institution.`;
}
