import type { LimitUse, Proof, ReasonCode, Supply } from '../../domain/assessment.js';
import type { Kind } from '../../domain/catalogue.js';
import type { ClaimKind, HourKind } from '../../domain/claim.js';
import type { ConditionKind } from '../../domain/conditions.js';
import type { Basis } from '../../domain/fact.js';
import type { Registration } from '../../domain/learner.js';
import type { LimitKind } from '../../domain/limits.js';
import type { Delivery, Institution, Region } from '../../domain/provision.js';
import type { Criterion, Include, Objective } from '../../domain/questions.js';
import type { Status, Strength } from '../../domain/recognition.js';
import type { Fragility, NotEarlierCode, Obstacle, Relaxation, RouteAnswer } from '../../domain/route.js';
import type { Verdict } from '../../domain/verdict.js';
import type { AcrossSort } from '../../engines/credit/ranking.js';
import type { Coverage } from '../../graph/walk-questions.js';
import type { Stance } from '../../graph/walk-refusals.js';
import { enumOf } from './enum-of.js';

export const BasisEnum = enumOf<Basis>()('Basis', 'What a fact rests on.', {
  published: 'Read in the source named.',
  assumed: 'Assumed for want of a source; the remark says why.',
  illustrative: 'Made up to be instructive.',
});

export const StrengthEnum = enumOf<Strength>()('Strength', 'How sure it is that credit will be granted.', {
  guaranteed: 'A signed agreement.',
  precedent: 'Granted before.',
  discretion: 'A judgement to be made.',
});

export const StatusEnum = enumOf<Status>()('Status', 'Where a mapping or agreement stands.', {
  agreed: 'In force.',
  proposed: 'Asked for and not yet decided; counts only where a question includes proposed rows.',
  refused: 'Decided against; never counts.',
  withdrawn: 'No longer in force; never counts.',
});

export const PaceEnum = enumOf<Delivery['pace']>()('Pace', 'How fast a delivery is studied.', {
  'full-time': 'Full-time study.',
  'part-time': 'Part-time study.',
});

export const EmploymentEnum = enumOf<Delivery['employment']>()('EmploymentMode', 'How a delivery goes with a job.', {
  none: 'Outside employment.',
  apprenticeship: 'Inside an apprenticeship.',
  beside: 'The job is kept beside it.',
});

export const RegionKindEnum = enumOf<Region['kind']>()('RegionKind', 'What kind of area a region is.', {
  LETB: 'The area of a local education and training board.',
  nation: 'A nation of the United Kingdom.',
  other: 'Another area.',
});

export const CountryEnum = enumOf<Institution['country']>()('Country', 'A country of the United Kingdom.', {
  England: 'England.',
  Scotland: 'Scotland.',
  Wales: 'Wales.',
  'Northern Ireland': 'Northern Ireland.',
});

export const ObjectiveEnum = enumOf<Objective>()('Objective', 'Which optimum is meant.', {
  CREDITS: 'Most credits, then the highest entry stage.',
  ENTRY: 'The highest entry stage, then most credits.',
});

export const IncludeEnum = enumOf<Include>()('Include', 'Which mappings and agreements count.', {
  AGREED: 'Those that are agreed.',
  PROPOSED: 'Those that are agreed or proposed; the answer says where it rests on a proposed one.',
});

export const ProofEnum = enumOf<Proof>()('Proof', 'What is proven of an assessment.', {
  OPTIMAL: 'No set of claims gives more.',
  BOUNDED: 'No set of claims gives more than the bound; whether that much can be reached was not settled.',
});

export const RouteProofEnum = enumOf<RouteAnswer['proof']>()('RouteProof', 'What is proven of a set of routes.', {
  COMPLETE: 'Every unbeaten route is there.',
  BOUNDED: 'The search was cut: there may be more.',
});

export const ClaimKindEnum = enumOf<ClaimKind>()('ClaimKind', 'What a claim arises from.', {
  mapping: 'Source modules that together cover target modules.',
  agreement: 'An award whose holders join at a stage.',
  experience: 'Experience that covers target modules.',
  outcomes: 'Several mappings that together cover all learning outcomes of a target module.',
  identity: 'A held module that belongs to the target programme.',
  hours: 'Experience that gives hours alone.',
});

export const ReasonCodeEnum = enumOf<ReasonCode>()(
  'ReasonCode',
  'Why a held module is not used, or a target module not credited.',
  {
    NO_MAPPING: 'Nothing in the catalogue maps it.',
    MARK: 'A mark is too low, or a pass was by compensation.',
    CURRENCY: 'The learning is too old at the start month.',
    OUT_OF_SCOPE: 'The row does not cover this learner or this programme.',
    REFUSED: 'The row was refused or withdrawn.',
    NOT_YET_AGREED: 'The row is proposed only.',
    NOT_IN_FORCE: 'The row is not valid in the start month.',
    NOT_IN_CURRICULUM: 'The target is not in the curriculum of the delivery in the start month.',
    LEVEL: 'The sources have too few credits at the level of the targets.',
    SPENT: 'The credit is already spent on an award of the same level.',
    LODGING: 'A claim would have to be lodged earlier than it can be.',
    LIMIT: 'One or more limits hold it back.',
    OPTIONS: 'No more of the options may be taken beside what is credited.',
    ENTRY_STAGE: 'With it the learner could join only at an earlier stage.',
    BETTER_ELSEWHERE: 'It could be used, and the best set of claims does without.',
    SOURCES_MISSING: 'Not all source modules of the nearest row are held.',
    PROGRESS: 'It is progress on this programme already.',
    NOTHING_LEFT: 'What it would cover is progress already, or carries no credit.',
    NOT_PROVEN: 'The search ended before every combination was tried.',
  },
);

export const LimitKindEnum = enumOf<LimitKind>()('LimitKind', 'What a limit holds back.', {
  share: "More than a fraction of the programme's stated credits.",
  credits: 'More than so many credits in all.',
  level: 'More than so many credits at a level.',
  stage: 'More than so many credits in a stage.',
  module: 'Named target modules.',
  experiential: 'More than a fraction, or so many credits, from experience.',
  hours: 'More than a fraction of hours, or fewer hours than a minimum in all.',
  residency: 'Credit that leaves fewer than so many credits to study.',
  minimum: 'A total under so many credits.',
  'whole-stages': 'Credit in a stage that is not credited whole.',
  mark: 'Source modules under a mark, or passed by compensation.',
  currency: 'Source modules older than so many months at the start month.',
  span: 'More than so many months from first enrolment, or from the oldest source, to completion.',
  'single-use': 'A held module used twice, or credit already spent.',
});

export const LimitUnitEnum = enumOf<LimitUse['unit']>()('LimitUnit', 'The unit in which the use of a limit is told.', {
  credits: 'Credits (CATS).',
  'theory hours': 'Hours of theory.',
  'practice hours': 'Hours of supervised practice.',
  months: 'Calendar months.',
  percent: 'Marks in percent.',
  none: 'The limit has no measure.',
});

export const HourKindEnum = enumOf<HourKind>()('HourKind', 'Which hours are meant.', {
  theory: 'Hours of theory.',
  practice: 'Hours of practice, supervised as the regulator asks.',
});

export const SupplyKindEnum = enumOf<Supply['kind']>()('SupplyKind', 'What would supply something missing.', {
  programme: 'A programme.',
  module: 'A module offered singly.',
});

export const VerdictEnum = enumOf<Verdict>()('Verdict', "Kleene's three values.", {
  MET: 'The condition is met.',
  NOT_MET: 'The condition is not met.',
  UNDECIDED: 'It rests on a declaration not given, a judgement, or what the institution considers case by case.',
});

export const ConditionKindEnum = enumOf<ConditionKind>()(
  'ConditionKind',
  'What a condition of an entry rule asks for.',
  {
    all: 'Every one of several conditions.',
    any: 'One of several conditions.',
    atLeast: 'At least so many of several conditions.',
    subject: 'A subject, such as English or maths, at a level.',
    award: 'An award of some kind.',
    credits: 'Credits at or above a level.',
    tariff: 'UCAS points.',
    experience: 'Months of experience in a setting.',
    employment: 'A present job.',
    registration: 'A registration.',
    declaration: 'Something the learner declares.',
    judgement: 'Something only a person can say.',
  },
);

export const RegistrationStatusEnum = enumOf<Registration['status']>()(
  'RegistrationStatus',
  'Whether a registration is held now.',
  { current: 'Held now.', lapsed: 'Held once.' },
);

export const CriterionEnum = enumOf<Criterion>()('Criterion', 'What makes one route better than another.', {
  MONTHS: 'Months from the first month to registration.',
  LEARNER_PART: 'Pounds of fees and claim fees that the learner pays, after the funding rules.',
  TOTAL_FEES: 'Pounds of all fees.',
  CREDITS_STUDIED: 'Credits studied.',
  RELEASE_DAYS: 'The most release days in a week; full-time study counts 5.',
  INSTITUTIONS: 'The number of institutions.',
});

export const ObstacleKindEnum = enumOf<Obstacle['kind']>()('ObstacleKind', 'What stands in the way of a route.', {
  constraint: "One of the asker's own constraints.",
  entry: 'An entry condition.',
  delivery: 'A delivery that takes nobody in any more.',
  catalogue: 'What the catalogue does not hold.',
});

export const NotEarlierEnum = enumOf<NotEarlierCode>()('NotEarlier', 'Why a leg does not start earlier.', {
  FIRST_MONTH: 'It starts in the first month asked.',
  INTAKE: 'There is no earlier intake at its stage.',
  STUDY: 'Other study is not over before it.',
  RELEASE_DAYS: 'Earlier it would run beside other study, with more release days than are allowed.',
  NOMINATION: 'Earlier no employer nominates.',
  ENTRY: 'Earlier its entry conditions are not met.',
  RESULT: 'Earlier the credit it rests on does not stand: a result is waited for, or a rule.',
  LODGING: 'Earlier its claims are not lodged long enough before the start.',
  CHOICE: 'It could start earlier; the route as a whole is not worse as it is.',
});

export const RelaxationKindEnum = enumOf<Relaxation['kind']>()('RelaxationKind', 'Which constraint is relaxed.', {
  MODES: 'The ways of studying: full-time study too.',
  NOMINATION: 'An employer nominates.',
  RELEASE_DAYS: 'More release days a week.',
  KILOMETRES: 'More kilometres from home.',
  REGION: 'One more region.',
  LATEST: 'A later latest month.',
  BUDGET: "More of the learner's money.",
  LEGS: 'More legs.',
});

export const FragilityKindEnum = enumOf<Fragility['kind']>()('FragilityKind', 'What a route may hang on.', {
  mapping: 'A mapping of modules.',
  agreement: 'An agreement for holders of an award.',
  'experience-mapping': 'A recognition of experience.',
  delivery: 'A delivery of a programme, or an offer of a single module.',
  'entry-point': 'One entry point of a delivery.',
  'held-module': 'A module held from the outset, still in date.',
});

export const AcrossSortEnum = enumOf<AcrossSort>()('CreditSort', 'What comes first among many programmes.', {
  CREDITS: 'Most credits first.',
  ENTRY_STAGE: 'The highest entry stage first.',
  MONTHS_LEFT: 'The fewest months left first; unknown last.',
  FEE: 'The lowest fee left first; unknown last.',
});

export const KindEnum = enumOf<Kind>()('Kind', 'The kinds of row that a catalogue holds.', {
  regions: 'Regions and nations.',
  institutions: 'Institutions.',
  registerParts: 'Parts of registers.',
  modules: 'Modules.',
  programmes: 'Programmes.',
  deliveries: 'Deliveries of programmes, and modules offered singly.',
  qualifications: 'Qualifications.',
  mappings: 'Mappings from modules to modules.',
  agreements: 'Articulation agreements.',
  experienceMappings: 'Mappings from experience to modules or hours.',
  policies: 'Policies, each a set of limits.',
  entryRules: 'Entry rules.',
  funding: 'Funding rules.',
  support: 'Salary, backfill and grants.',
  tariffs: 'Tariff tables.',
  levels: 'Rows of the level ladder.',
  pools: 'Shared places.',
  cohorts: 'People alike in what they hold.',
  scenarios: 'Lists of changes that people argue about.',
});

export const CoverageKindEnum = enumOf<Coverage['kind']>()('CoverageKind', 'What kind of row covers a module.', {
  mapping: 'A mapping.',
  experience: 'An experience mapping.',
  agreement: 'An agreement to a later stage of a programme in which the module stands.',
});

export const StanceVerdictEnum = enumOf<Stance['verdict']>()(
  'StanceVerdict',
  'What an entry rule says of a qualification as proof of a subject.',
  {
    accepted: 'Accepted.',
    considered: 'Considered case by case.',
    refused: 'Refused by name.',
    unnamed: 'Not named where the subject is asked for: no proof of it.',
  },
);
