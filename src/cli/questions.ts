import { WrongUse } from './io.js';
import type { Ask } from './selection.js';

/** Options as the command line gives them. */
export type Options = Record<string, unknown>;

/** A question with the fields of its query, from the options of a command; the learner is added by who reads files. */
export function creditQuestion(options: Options): { ask: Ask; question: Options } {
  const { programme, delivery, start, objective, include, asOf, sort, first, after } = options;
  const { registerPart, institution, region, pace, employment, kilometres } = options;
  const filter = known({
    registerParts: registerPart,
    institutions: institution,
    regions: region,
    modes: pace,
    employment,
    kilometres,
  });
  if (options.into !== undefined) return intoQuestion(options);
  refuse(
    { module: options.module, kind: options.kind, atLeast: options.atLeast },
    'what carries into a programme',
    'name it with --into',
  );
  if (options.across) {
    refuse({ programme, delivery }, 'one programme', 'take --across away to ask of one programme');
    return { ask: 'creditAcross', question: known({ start, objective, include, asOf, filter, sort, first, after }) };
  }
  if (programme === undefined)
    throw new WrongUse('Which programme? Name it with --programme, or ask of all with --across.');
  refuse({ ...filter, sort, first, after }, 'many programmes', 'add --across to ask of all that fit');
  return { ask: 'credit', question: known({ programme, delivery, start, objective, include, asOf }) };
}

/** Which awards and modules carry into a programme: asked without a learner. */
function intoQuestion(options: Options): { ask: Ask; question: Options } {
  const { into: programme, module, delivery, start, include, asOf, first, after } = options;
  const { institution: institutions, region: regions, kind: kinds, atLeast } = options;
  const { learner, programme: other, across, objective, sort, registerPart, pace, employment, kilometres } = options;
  refuse({ learner }, 'a learner', 'take it away, --into is asked of everyone');
  refuse({ programme: other, across }, 'another question', 'ask --into by itself');
  refuse({ objective, sort, registerPart, pace, employment, kilometres }, "a learner's choice", 'take it away');
  const filter = known({ institutions, regions, kinds, atLeast });
  return {
    ask: 'creditInto',
    question: known({ programme, module, delivery, start, include, asOf, filter, first, after }),
  };
}

export function entryQuestion(options: Options): { ask: Ask; question: Options } {
  const { programme, delivery, start, stage, entryRoute, asOf } = options;
  if (programme === undefined) throw new WrongUse('Which programme? Name it with --programme.');
  return { ask: 'entry', question: known({ programme, delivery, start, stage, entryRoute, asOf }) };
}

export function routesQuestion(options: Options): { ask: Ask; question: Options } {
  const { registerPart: registerParts, first, criterion: criteria, asOf } = options;
  if (!Array.isArray(registerParts)) throw new WrongUse('Which register part? Name it with --register-part.');
  if (options.nominated && options.notNominated)
    throw new WrongUse('The employer either nominates or does not: give --nominated or --not-nominated, not both.');
  const {
    mode: modes,
    releaseDays,
    ownWorkplace: noPlacementsElsewhere,
    institution: institutions,
    region: regions,
  } = options;
  const { kilometres, budget, latest, assumedMark, include, legs, entryRoute } = options;
  const nominated = options.nominated ?? (options.notNominated ? false : undefined);
  const constraints = known({
    ...{ modes, releaseDays, noPlacementsElsewhere, institutions, regions, kilometres, budget, latest, nominated },
    ...{ assumedMark, include, legs, entryRoute },
  });
  const { profile, full, mermaid, svg, route } = options;
  const one = known({ full, mermaid, svg, route });
  if (profile !== undefined) {
    refuse({ ...one, criteria }, 'single routes', 'take it away, or take --profile away');
    const months = profile === true ? undefined : profile;
    return { ask: 'routeProfile', question: known({ registerParts, first, constraints, months, asOf }) };
  }
  if (registerParts.length > 1) {
    refuse(one, 'one route', 'ask of one register part');
    return { ask: 'routesToParts', question: known({ registerParts, first, constraints, criteria, asOf }) };
  }
  const [registerPart] = registerParts;
  return { ask: 'routes', question: known({ registerPart, first, constraints, criteria, nextBest: full, asOf }) };
}

function refuse(options: Options, about: string, mend: string): void {
  const [given] = Object.keys(known(options));
  if (given !== undefined) throw new WrongUse(`An option about ${about} is given (${given}): ${mend}.`);
}

const known = (options: Options): Options =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
