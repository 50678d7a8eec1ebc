import type { Id } from '../../domain/fact.js';
import type { HeldAward, HeldModule, Learner } from '../../domain/learner.js';
import type { Programme } from '../../domain/provision.js';
import { monthOf } from '../../domain/time.js';
import { type Catalogue, modulesOf, SINGLE } from '../../graph/catalogue.js';
import { coreOf } from '../credit/curriculum.js';
import type { Telling, When } from './telling.js';

/** The most modules, awards or other entries of one kind that a learner may have. */
export const MOST_HELD = 1000;

/** What is wrong with the awards and modules a learner holds. */
export function tellOfHoldings(catalogue: Catalogue, learner: Learner, when: When, telling: Telling): void {
  const { awards = [], modules = [] } = learner;
  const readable = [
    telling.fits(awards, 'learner.awards', MOST_HELD),
    telling.fits(modules, 'learner.modules', MOST_HELD),
  ];
  if (readable.includes(false)) return;
  const before = telling.problems.length;
  for (const [index, award] of awards.entries())
    tellOfAward(catalogue, award, `learner.awards[${index}]`, when, telling);
  const seen = new Map<Id, number>();
  for (const [index, held] of modules.entries()) {
    const field = `learner.modules[${index}]`;
    tellOfModule(catalogue, held, field, when, telling);
    const first = seen.get(held.module);
    if (first === undefined) seen.set(held.module, index);
    else
      telling.tell(
        'TWICE',
        `${field}.module`,
        `this module already stands at learner.modules[${first}], and a module is held once: keep the latest pass.`,
      );
  }
  // Whether every source has a date can only be asked once codes and dates are right.
  if (telling.problems.length === before) tellOfDates(catalogue, awards, modules, telling);
}

function tellOfAward(catalogue: Catalogue, held: HeldAward, field: string, when: When, telling: Telling): void {
  const { award, programme: on, stage, options = [] } = held;
  telling.past(held.on, `${field}.on`, when);
  telling.within(held.mark, `${field}.mark`, 0, 100, 'a mark in percent');
  const known = telling.known(
    award,
    `${field}.award`,
    'a qualification or programme',
    (id) => catalogue.qualifications.has(id) || isProgramme(catalogue, id),
    () => [...catalogue.qualifications.keys(), ...catalogue.programmes.keys()],
  );
  if (on !== undefined && !tellOfProgramme(catalogue, on, `${field}.programme`, telling)) return;
  const programme = known ? catalogue.programmes.get(on ?? award) : undefined;
  if (programme) tellOfStudy(catalogue, programme, held, field, telling);
  else if (known && (stage !== undefined || options.length > 0))
    telling.tell(
      'MISSING_FIELD',
      `${field}.programme`,
      'a stage or options are named, which belong to a programme: name the programme on which the award was gained.',
    );
}

/** Stage and options must be those of the programme on which the award was gained. */
function tellOfStudy(catalogue: Catalogue, programme: Programme, held: HeldAward, field: string, telling: Telling) {
  const { award, stage, options = [] } = held;
  const last = programme.stages.length;
  const gives = [programme.id, programme.award, ...programme.stages.flatMap(({ exitAward }) => exitAward ?? [])];
  if (!gives.includes(award))
    telling.tell(
      'WRONG_OWNER',
      `${field}.programme`,
      `\`${programme.id}\` does not give this award; it gives ${gives.slice(1).join(', ')}: correct the one or the other.`,
    );
  if (stage !== undefined && !(Number.isInteger(stage) && stage >= 1 && stage <= last))
    telling.tell(
      'NO_SUCH_STAGE',
      `${field}.stage`,
      `\`${programme.id}\` has stages 1 to ${last}: give the last one that was done, or none for the whole award.`,
    );
  if (!telling.fits(options, `${field}.options`, MOST_HELD)) return;
  const own = new Set(modulesOf(programme));
  for (const [index, option] of options.entries()) {
    const place = `${field}.options[${index}]`;
    if (!tellOfModuleId(catalogue, option, place, telling) || own.has(option)) continue;
    telling.tell(
      'WRONG_OWNER',
      place,
      `\`${option}\` is no module of \`${programme.id}\`: correct it, or list it among the learner's modules.`,
    );
  }
}

function tellOfModule(catalogue: Catalogue, held: HeldModule, field: string, when: When, telling: Telling): void {
  tellOfModuleId(catalogue, held.module, `${field}.module`, telling);
  if (held.programme !== undefined) tellOfProgramme(catalogue, held.programme, `${field}.programme`, telling);
  telling.past(held.on, `${field}.on`, when);
  telling.within(held.mark, `${field}.mark`, 0, 100, 'a mark in percent');
}

const tellOfModuleId = ({ modules }: Catalogue, id: Id, field: string, telling: Telling): boolean =>
  telling.known(
    id,
    field,
    'a module',
    (module) => modules.has(module),
    () => modules.keys(),
  );

/** Tells of a programme that the catalogue does not hold; a module offered singly is none that one is enrolled on. */
export const tellOfProgramme = (catalogue: Catalogue, id: Id, field: string, telling: Telling): boolean =>
  telling.known(
    id,
    field,
    'a programme',
    (programme) => isProgramme(catalogue, programme),
    () => catalogue.programmes.keys(),
  );

const isProgramme = ({ programmes }: Catalogue, id: Id): boolean =>
  programmes.has(id) && programmes.get(id)?.award !== SINGLE;

/** The age of credit counts, so every source needs a date of its own or that of an award which holds it. */
function tellOfDates(catalogue: Catalogue, awards: HeldAward[], modules: HeldModule[], telling: Telling): void {
  const sourcesOf = awards.map((award) => sources(catalogue, award));
  const dated = new Set([
    ...modules.flatMap(({ module, on }) => (on === undefined ? [] : [module])),
    ...awards.flatMap(({ on }, index) => (on === undefined ? [] : (sourcesOf[index] ?? []))),
  ]);
  const lacks = (id: Id): boolean => !dated.has(id);
  for (const [index, { award, on }] of awards.entries())
    if (on === undefined && sourcesOf[index]?.some(lacks))
      telling.tell(
        'NO_DATE',
        `learner.awards[${index}].on`,
        `\`${award}\` carries credit, and the age of credit counts: give the month in which it was gained.`,
      );
  for (const [index, { module, on }] of modules.entries())
    if (on === undefined && lacks(module))
      telling.tell(
        'NO_DATE',
        `learner.modules[${index}].on`,
        `the age of \`${module}\` counts: give the month in which it was passed, or an award that holds it with its month.`,
      );
}

/** What an award gives to claim with: modules where they are known, else itself where it states credits. */
function sources(catalogue: Catalogue, { award, programme: on, stage, on: gained, options = [] }: HeldAward): Id[] {
  const programme = catalogue.programmes.get(on ?? award);
  const month = gained === undefined ? undefined : monthOf(gained);
  const core = programme ? coreOf(programme, stage ?? programme.stages.length, month) : [];
  if (core.length + options.length > 0) return [...core, ...options];
  const qualification = catalogue.qualifications.get(programme?.id === award ? programme.award : award);
  return qualification?.creditsByLevel ? [qualification.id] : [];
}
