import type { RestsOn } from '../../../domain/assessment.js';
import type { AwardInto, Carried, IntoQuestion } from '../../../domain/credit-into.js';
import type { Id } from '../../../domain/fact.js';
import type { Programme } from '../../../domain/provision.js';
import { type AwardForm, formId } from '../../../graph/awards.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { restsOn, unpublished } from '../rests-on.js';
import { listed, sentence } from '../words.js';
import type { Candidate, Link } from './candidates.js';
import { best, type Carrying, carriesMore, carryingOf, told } from './carried.js';
import { holderWords, specialHolders } from './holders.js';
import { institutionOf } from './names.js';
import { choicesOf } from './options.js';
import { rowsOf } from './rows.js';

/**
 * What one who holds just this award carries: with its core modules, with the options that carry most, and as a holder for whom a
 * row or a limit makes a difference. Null where the award brings nothing to claim with.
 */
export function awardInto(
  catalogue: Catalogue,
  programme: Programme,
  question: IntoQuestion,
  { form, links }: Candidate,
): AwardInto | null {
  const { ways, cut } = choicesOf(catalogue, form, question.start - 1, new Set(links.flatMap(sourcesOf)));
  const carrying = (choices: readonly (readonly Id[])[], holder = {}): Carrying[] =>
    choices.flatMap((options) => carryingOf(catalogue, question, form, options, holder) ?? []);
  const [core] = carrying([[]]);
  const chosen = best(carrying(ways));
  const anyone = best([core ?? [], chosen ?? []].flat());
  if (!anyone) return null;
  const { policies } = anyone.solution.setting;
  const special = specialHolders(catalogue, form, links, policies, question)
    .flatMap((holder) => best(carrying([[], ...ways], holder)) ?? [])
    .filter((one) => carriesMore(one, anyone));
  const tell = (one: Carrying | undefined): Carried | null =>
    one === undefined ? null : told(catalogue, one, question.module);
  const all = [anyone, ...special];
  const rows = rowsOf(catalogue, links, all);
  if (rows.length === 0) return null;
  return {
    ...aboutAward(catalogue, form, programme),
    most: Math.max(...all.map(({ solution }) => solution.credits)),
    core: tell(core),
    withOptions: tell(chosen),
    choicesTried: ways.length,
    choicesCut: cut,
    conditional: special.map((one) => told(catalogue, one, question.module)),
    rows,
    restsOn: ownFacts(form, all),
    summary: [...(core && core !== anyone ? [core] : []), ...all].map((one) => sumUp(catalogue, one)).join(' '),
  };
}

function aboutAward(
  catalogue: Catalogue,
  form: AwardForm,
  target: Programme,
): Pick<
  AwardInto,
  'id' | 'title' | 'kind' | 'level' | 'programme' | 'stage' | 'qualification' | 'institution' | 'own'
> {
  const { programme, stage = null } = form;
  const qualification = catalogue.qualifications.get(form.qualification);
  const name = qualification?.name ?? form.qualification;
  const title = programme
    ? stage === null
      ? programme.title
      : `${name} on leaving ${programme.title} after stage ${stage}`
    : `${name}, its modules not known`;
  return {
    ...{ id: formId(form), title, kind: qualification?.kind ?? null },
    level: stage === null ? (programme?.level ?? qualification?.level ?? 0) : (qualification?.level ?? 0),
    ...{ programme: programme?.id ?? null, stage },
    qualification: qualification ? { id: qualification.id, title: qualification.name } : null,
    institution: institutionOf(catalogue, programme?.institution),
    own: programme?.institution === target.institution,
  };
}

/** What it rests on beyond what every answer about the programme does: its policies, and the programme itself. */
function ownFacts({ programme }: AwardForm, all: readonly Carrying[]): RestsOn[] {
  const found = new Map(unpublished(programme ? [programme] : []).map((fact) => [fact.id, fact]));
  for (const { solution } of all) {
    const common = new Set([solution.setting.programme, ...solution.setting.policies].map(({ id }) => id));
    for (const fact of restsOn(solution)) if (!common.has(fact.id)) found.set(fact.id, fact);
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** `180 of 360 credits, to join at stage 4.` */
function sumUp(catalogue: Catalogue, { holder, options, solution }: Carrying): string {
  const { credits, entryStage, setting, used } = solution;
  const of = setting.programme.credits === undefined ? '' : ` of ${setting.programme.credits}`;
  const sources = new Map(used.flatMap((claim) => claim.sources.map(({ id, title }) => [id, title] as const)));
  const taken = options.flatMap((id) => sources.get(id) ?? []);
  const who = [
    ...holderWords(catalogue, holder),
    ...(taken.length ? [`with the option${taken.length === 1 ? '' : 's'} ${listed(taken)}`] : []),
  ].join(' and ');
  const join = entryStage > 1 ? `to join at stage ${entryStage}` : 'to join at the beginning';
  const says = credits > 0 ? `${credits}${of} credits, ${join}` : entryStage > 1 ? `no credit, ${join}` : 'no credit';
  return sentence(who ? `${who}: ${says}` : says);
}
const sourcesOf = (link: Link): Id[] =>
  link.kind === 'mapping' ? link.row.sources : link.kind === 'identity' ? [link.module] : [];
