import type { Rows } from '../../domain/catalogue.js';
import type { Id } from '../../domain/fact.js';
import { suggestion } from '../../domain/nearest.js';
import type { Agreement, ExperienceMapping, Mapping } from '../../domain/recognition.js';
import type { Flaw, Path } from '../shape/flaw.js';
import { type Finding, type Known, stageModules } from './known.js';

/** A mapping, agreement or experience mapping can be used for somebody. One that fails only the test of levels loads: it is reported by the linter. */
export function* recognition(rows: Rows, known: Known): Iterable<Finding> {
  for (const row of rows.mappings)
    for (const flaw of [...mapping(row), ...targets(row, known), ...outcomes(row, known), ...scoped(row, known)])
      yield { ...flaw, kind: 'mappings', row };
  for (const row of rows.agreements)
    for (const flaw of agreement(row, known)) yield { ...flaw, kind: 'agreements', row };
  for (const row of rows.experienceMappings)
    for (const flaw of [...experience(row), ...targets(row, known), ...outcomes(row, known)])
      yield { ...flaw, kind: 'experienceMappings', row };
}

function* scoped({ scope }: Mapping, known: Known): Iterable<Flaw> {
  for (const [index, award] of (scope?.awards ?? []).entries())
    yield* expandsToNothing(award, ['scope', 'awards', index], known);
}

function* mapping({ sources, targets, choose }: Mapping): Iterable<Flaw> {
  if (choose !== undefined && choose > sources.length)
    yield {
      code: 'CANNOT_CHOOSE',
      path: ['choose'],
      message: `\`choose\` asks for ${choose} of ${sources.length} sources: add sources or ask for fewer.`,
    };
  for (const [list, ids] of [
    ['sources', sources],
    ['targets', targets],
  ] as const) {
    const again = ids.findIndex((id, index) => ids.indexOf(id) < index);
    if (again >= 0)
      yield {
        code: 'NAMED_TWICE',
        path: [list, again],
        message: `\`${ids[again]}\` is named twice in \`${list}\`: name it once.`,
      };
  }
  const self = targets.findIndex((id) => sources.includes(id));
  if (self >= 0)
    yield {
      code: 'COVERS_ITSELF',
      path: ['targets', self],
      message: `\`${targets[self]}\` is a source and a target: a held module covers itself without a row, so take it out of both.`,
    };
}

/** Some programme holds all the targets, and it is one that the row is for: else the row covers nothing for anybody. */
function* targets({ targets = [], programmes }: { targets?: Id[]; programmes?: Id[] }, known: Known): Iterable<Flaw> {
  if (targets.length === 0) return;
  if (targets.some((id) => !known.modules.has(id))) return; // told as an unknown id
  const [first, ...others] = targets.map((id) => known.programmesOfModule.get(id) ?? new Set<Id>());
  const holding = [...(first ?? [])].filter((programme) => others.every((set) => set.has(programme)));
  const lost = targets.findIndex((id) => !known.programmesOfModule.has(id) && !known.modules.get(id)?.offers?.length);
  if (lost >= 0)
    yield {
      code: 'COVERS_NOTHING',
      path: ['targets', lost],
      message: `\`${targets[lost]}\` stands in no stage of any programme, so nobody could be credited with it: put it into a stage, or correct the target.`,
    };
  else if (holding.length === 0 && targets.length > 1)
    yield {
      code: 'COVERS_NOTHING',
      path: ['targets'],
      message:
        'no programme holds all these targets, and a claim is used whole or not at all: split the row by programme.',
    };
  else if (programmes && holding.length > 0 && !holding.some((id) => programmes.includes(id)))
    yield {
      code: 'COVERS_NOTHING',
      path: ['programmes'],
      message: 'none of these programmes holds all the targets: correct the programmes or the targets.',
    };
}

function* outcomes({ targets = [], outcomes }: { targets?: Id[]; outcomes?: Id[] }, known: Known): Iterable<Flaw> {
  if (!outcomes) return;
  if (targets.length !== 1)
    return yield {
      code: 'OUTCOMES_UNCLEAR',
      path: ['outcomes'],
      message: `a row that covers only some outcomes is for one target, and this one has ${targets.length}: split it by target.`,
    };
  if (outcomes.length === 0)
    yield {
      code: 'SAYS_NOTHING',
      path: ['outcomes'],
      message: '`outcomes` is empty: name the outcomes it covers, or leave the field out where it covers all.',
    };
  const target = known.modules.get(targets[0] ?? '');
  if (!target) return;
  const listed = (target.outcomes ?? []).map(({ id }) => id);
  for (const [index, id] of outcomes.entries())
    if (!listed.includes(id))
      yield {
        code: 'UNKNOWN_ID',
        path: ['outcomes', index],
        message: `\`${target.id}\` lists no outcome \`${id}\`.${suggestion(id, listed) || (listed.length > 0 ? ` It lists ${listed.join(', ')}.` : ' It lists none: list its outcomes, or leave `outcomes` out.')}`,
      };
}

function* agreement(row: Agreement, known: Known): Iterable<Flaw> {
  const target = known.programmes.get(row.programme);
  if (target && row.stage > target.stages.length)
    yield {
      code: 'NO_SUCH_STAGE',
      path: ['stage'],
      message: `nobody can join \`${target.id}\` at stage ${row.stage}, since its last is ${target.stages.length}: correct the stage.`,
    };
  if (row.award === row.programme)
    yield {
      code: 'COVERS_ITSELF',
      path: ['award'],
      message: 'the award and the programme are the same: what was studied on a programme counts there without a row.',
    };
  const qualification = known.qualifications.get(row.award);
  const programme = known.programmes.get(row.award);
  if (qualification || programme) yield* expandsToNothing(row.award, ['award'], known);
  for (const [index, award] of (row.scope?.awards ?? []).entries())
    yield* expandsToNothing(award, ['scope', 'awards', index], known);
}

/** An award that expands to no module, and states no credits either, holds nothing that could be credited. */
function* expandsToNothing(award: Id, path: Path, known: Known): Iterable<Flaw> {
  const qualification = known.qualifications.get(award);
  const programme = known.programmes.get(award);
  if (!qualification && !programme) return; // told as an unknown id
  if ((qualification ?? known.qualifications.get(programme?.award ?? ''))?.creditsByLevel !== undefined) return;
  const givers = known.giving.get(award) ?? [];
  const mend = qualification ? 'state its credits by level' : 'list its modules, or state the credits by level';
  const flaw = (why: string): Flaw => ({
    code: 'COVERS_NOTHING',
    path,
    message: `${why}, so it holds nothing that could be credited: ${mend}${qualification ? ', or name the programme' : ''}.`,
  });
  if (programme && [...stageModules(programme)].length === 0)
    yield flaw(`\`${award}\` lists no modules and its award states no \`creditsByLevel\``);
  else if (qualification && givers.length === 0)
    yield flaw(`no programme gives \`${award}\` and it states no \`creditsByLevel\``);
  else if (qualification && givers.every((giver) => [...stageModules(giver)].length === 0))
    yield flaw(`no programme that gives \`${award}\` lists modules and it states no \`creditsByLevel\``);
}

function* experience({ targets, hours, programmes, settings }: ExperienceMapping): Iterable<Flaw> {
  const hoursAlone = !targets?.length;
  if (settings.length === 0)
    yield {
      code: 'SAYS_NOTHING',
      path: ['settings'],
      message: '`settings` is empty, so no experience would count: name the settings.',
    };
  if (hoursAlone && hours?.theory === undefined && hours?.practice === undefined)
    yield {
      code: 'SAYS_NOTHING',
      path: ['targets'],
      message: 'this row covers no module and gives no hours: give `targets`, or `hours` with `theory` or `practice`.',
    };
  else if (hoursAlone && !programmes?.length)
    yield {
      code: 'SAYS_NOTHING',
      path: ['programmes'],
      message: 'a row that gives hours alone must name the `programmes` it gives them on.',
    };
}
