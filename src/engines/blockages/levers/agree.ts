import type { Id } from '../../../domain/fact.js';
import type { Held, HoldingAward } from '../../../domain/holding.js';
import type { Module } from '../../../domain/provision.js';
import type { Agreement, ExperienceMapping, Mapping } from '../../../domain/recognition.js';
import { modulesOf } from '../../../graph/catalogue.js';
import { owner } from '../names.js';
import { asksCredit, awardId, type Bearing } from './bearing.js';
import { levelPasses, taughtBefore } from './level.js';
import { alter, put, type WorkedLever } from './worked.js';

/** *agree*: what is proposed is agreed; an award held is recognised up to a stage, or for a module (spec 6.1). */
export function agreeLevers(bearing: Bearing): WorkedLever[] {
  if (!asksCredit(bearing)) return [];
  const { holdings } = bearing;
  const awards = new Map(
    holdings.awards.filter(({ sources }) => sources.length > 0).map((award) => [awardId(award), award]),
  );
  return [
    ...proposedLevers(bearing),
    ...[...awards].flatMap(([id, award]) => [...stageLevers(bearing, id, award), ...moduleLevers(bearing, id, award)]),
  ];
}

/** Where an agreement that nobody has made yet would stand. */
const PROPOSED_HERE = { document: 'A change that a blockage question tries' };

const common = ({ names, programme, cohort }: Bearing) => ({
  kind: 'agree' as const,
  owner: owner(names, 'validation', { programme, region: cohort.region }),
  cost: 1,
  leadMonths: 0,
  programmes: [programme.id],
});

function proposedLevers(bearing: Bearing): WorkedLever[] {
  const { catalogue, programme, names, holdings } = bearing;
  const modules = [...new Set(modulesOf(programme))];
  const mappings = new Set(modules.flatMap((id) => catalogue.mappingsInto.get(id) ?? []));
  const experience = new Set([
    ...modules.flatMap((id) => catalogue.experienceInto.get(id) ?? []),
    ...(catalogue.experienceHours.get(programme.id) ?? []),
  ]);
  const agreed = (
    kind: 'mappings' | 'agreements' | 'experienceMappings',
    row: Proposal,
    what: string,
  ): WorkedLever => ({
    ...common(bearing),
    id: `agree:${row.id}`,
    says: `Agree what is proposed: ${what}, for credit in ${names.study(programme)}.`,
    source: row.source,
    adds: row.id,
    edits: [alter<Proposal>(kind, row.id, (old) => ({ ...old, status: 'agreed' }))],
  });
  const isProposed = ({ status }: Proposal): boolean => status === 'proposed';
  const awards = new Set(holdings.awards.flatMap(({ qualification, programme: own = '' }) => [qualification, own]));
  return [
    ...[...mappings]
      .filter((row) => isProposed(row) && row.sources.some((id) => holdings.sources.has(id)))
      .map((row) => agreed('mappings', row, row.sources.map((id) => names.module(id)).join(' and '))),
    ...(catalogue.agreementsInto.get(programme.id) ?? [])
      .filter((row) => isProposed(row) && awards.has(row.award))
      .map((row) => agreed('agreements', row, `${names.award(row.award)} to stage ${row.stage}`)),
    ...[...experience]
      .filter((row) => isProposed(row) && holdings.experience.length > 0)
      .map((row) => agreed('experienceMappings', row, `experience in ${row.settings.join(' or ')}`)),
  ];
}

type Proposal = Mapping | Agreement | ExperienceMapping;

/** An award held × a stage: an agreement, where the level test lets its claims stand. */
function stageLevers(bearing: Bearing, award: Id, held: HoldingAward): WorkedLever[] {
  const { catalogue, programme, names, holdings } = bearing;
  const sources = held.sources.map((id) => holdings.sources.get(id)!);
  const rows = catalogue.agreementsInto.get(programme.id) ?? [];
  return programme.stages.slice(1).flatMap((_, index): WorkedLever[] => {
    const stage = index + 2;
    const stands = rows.some(
      (row) =>
        row.award === award &&
        row.stage >= stage &&
        row.status === 'agreed' &&
        !row.scope &&
        row.from === undefined &&
        row.to === undefined,
    );
    const ways = taughtBefore(bearing, stage);
    if (stands || !ways.some((targets) => targets.length > 0 && levelPasses(sources, targets))) return [];
    const row: Agreement = {
      id: `agree-${award}-${programme.id}-${stage}`,
      award,
      programme: programme.id,
      stage,
      strength: 'discretion',
      status: 'agreed',
      source: PROPOSED_HERE,
      basis: 'assumed',
    };
    return [
      {
        ...common(bearing),
        id: `agree:${award}:${programme.id}@${stage}`,
        says: `Agree that holders of ${names.award(award)} join ${names.study(programme)} at stage ${stage}.`,
        source: programme.source,
        adds: row.id,
        edits: [put('agreements', row)],
        concerns: (_, held) => held.awards.some((one) => awardId(one) === award),
      },
    ];
  });
}

/** An award held × a target module, which any one module of the award may then cover, where the level test lets one. */
function moduleLevers(bearing: Bearing, award: Id, held: HoldingAward): WorkedLever[] {
  const { catalogue, programme, names, holdings } = bearing;
  const sources = held.sources.map((id) => holdings.sources.get(id)!).filter(({ id }) => catalogue.modules.has(id));
  const targets = [...new Set(modulesOf(programme))].map((id) => catalogue.modules.get(id)!);
  return targets
    .filter((target) => !holdings.sources.has(target.id) && sources.some((one) => levelPasses([one], [target])))
    .map((target) => [target, coverOf(award, target, sources)] as const)
    .map(([target, row]) => ({
      ...common(bearing),
      id: `agree:${award}:${target.id}`,
      says: `Agree that any one module of ${names.award(award)} covers ${names.module(target.id)} of ${names.study(programme)}, where its credits and level suffice.`,
      source: target.source,
      single: true,
      adds: row.id,
      edits: [put('mappings', row)],
      concerns: (_, held) => held.awards.some((one) => awardId(one) === award),
    }));
}

const coverOf = (award: Id, target: Module, sources: readonly Held[]): Mapping => ({
  id: `agree-${award}-${target.id}`,
  sources: sources.map(({ id }) => id),
  ...(sources.length > 1 && { choose: 1 }),
  targets: [target.id],
  scope: { awards: [award] },
  strength: 'discretion',
  status: 'agreed',
  source: PROPOSED_HERE,
  basis: 'assumed',
});
