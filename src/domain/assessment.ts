import type { Certificate } from './certificate.js';
import type { ClaimKind } from './claim.js';
import type { Basis, Id, Source } from './fact.js';
import type { LimitKind } from './limits.js';
import type { Objective } from './questions.js';
import type { Strength } from './recognition.js';
import type { MonthText } from './time.js';

/** What is proven of an answer. */
export type Proof = 'OPTIMAL' | 'BOUNDED';

/** One claim used. */
export interface UsedClaim {
  id: string;
  kind: ClaimKind;
  sources: Id[];
  targets: Id[];
  /** Credits it gives. */
  credits: number;
  strength: Strength;
  experiential: boolean;
  /** The catalogue rows it rests on, with where each was read. */
  rows: { id: Id; source: Source; basis: Basis }[];
  theoryHours: number;
  practiceHours: number;
  /** What must be shown: transcript, descriptors, verified hours ... */
  evidence: string[];
  /** Pounds the claim costs. */
  fee: number;
  /** Month by which it must be lodged, where a policy says so. */
  lodgeBy: MonthText | null;
  /** What must be said of it. */
  flags: string[];
}

export type ReasonCode =
  | 'NO_MAPPING'
  | 'MARK'
  | 'CURRENCY'
  | 'OUT_OF_SCOPE'
  | 'REFUSED'
  | 'NOT_YET_AGREED'
  | 'NOT_IN_FORCE'
  | 'NOT_IN_CURRICULUM'
  | 'LEVEL'
  | 'SPENT'
  | 'LODGING'
  | 'LIMIT'
  | 'OPTIONS'
  | 'ENTRY_STAGE'
  | 'BETTER_ELSEWHERE'
  | 'SOURCES_MISSING'
  | 'PROGRESS'
  | 'NOTHING_LEFT'
  | 'NOT_PROVEN';

/** Why a held module is not used, or a target module not credited. */
export interface Reason {
  module: Id;
  code: ReasonCode;
  sentence: string;
  /** Limits that hold it back, where they do. */
  limits: Id[];
}

/** A target module that is not credited, with what comes nearest to covering it. */
export interface NotCredited extends Reason {
  stage: number;
  credits: number;
  /** What comes nearest to covering it, and what that lacks: sources, outcomes, months, hours, a limit. */
  nearestMiss: string | null;
  /** The catalogue rows that this speaks of. */
  nearestRows: Id[];
}

/**
 * What lifting limits would change, in the first two parts of the objective: credits, and stages of entry. Under CREDITS
 * the stage may fall where credits rise, under ENTRY the reverse. Below zero where the answer would be worth less: old
 * progress that comes back is not credit carried.
 */
export interface Gain {
  credits: number;
  entryStage: number;
}

/** One limit in force, and how far it is used. */
export interface LimitUse {
  id: Id;
  policy: Id;
  /** Name of the policy. */
  policyName: string;
  /** Who laid it down: a regulator, institutions, or programmes, by name. */
  laidDownBy: string;
  /** Where the limit was read. */
  source: Source;
  kind: LimitKind;
  says: string;
  unit: 'credits' | 'theory hours' | 'practice hours' | 'months' | 'percent' | 'none';
  used: number | null;
  allowed: number | null;
  slack: number | null;
  /** True: in the way of a claim that would otherwise stand, or its lifting gains, alone or in a smallest set. */
  binding: boolean;
  /** What lifting it alone would change, asked again; null where that was not asked or not proven. */
  gain: Gain | null;
}

/** Limits that gain nothing one by one, nor in any smaller set of them, but do if all are lifted. */
export interface LimitSet {
  /** Two to four ids of limits, in order. */
  limits: Id[];
  gain: Gain;
  sentence: string;
}

export interface HoursLine {
  kind: 'theory' | 'practice';
  /** Hours that the sources used state, or that the rows state which rest on experience. */
  evidenced: number;
  credited: number;
  /** Hours of modules that are progress on the programme. */
  studied: number;
  stillToStudy: number;
  /** The regulator's minimum, where one is in force. */
  minimum: number | null;
}

export interface StageCredit {
  stage: number;
  credits: number | null;
  credited: number;
  progress: number;
  whole: boolean;
}

/** Something that would supply what is missing. */
export interface Supply {
  kind: 'programme' | 'module';
  id: Id;
  title: string;
  /** The last stage that needs to be studied; null where all of it does. */
  upToStage: number | null;
  covers: Id[];
  months: number | null;
  fee: number | null;
}

/** A module missing to reach a stage, with what would supply it alone. */
export interface MissingModule {
  module: Id;
  title: string;
  stage: number;
  credits: number;
  /** The outcomes that are missing, where what is held covers the others; none where all of it is missing. */
  outcomes: { id: Id; text: string }[];
  /** What would supply it, cheapest first. */
  supply: Supply[];
}

/** Things that together supply all that is missing: asked again with what they bring held, the stage can be joined. */
export interface SupplyWay {
  /** Programmes and modules offered singly, cheapest first. */
  supplies: Supply[];
  /** Pounds together; null where one of them is not known. */
  fee: number | null;
}

/** Credit that reaches no entry point, and what is missing to reach the next one. */
export interface Stranded {
  /** Credits awarded that save no time. */
  credits: number;
  /** The least later stage that opens in the start month or the eleven after it; null if there is none. */
  nextStage: number | null;
  /** The month in which it opens. */
  opens: MonthText | null;
  /** Of all fillings of the option groups the least credits. */
  missing: Id[];
  missingCredits: number;
  /** What of the stages before may be made good alongside: it is not missing. */
  alongside: Id[];
  /** The same missing modules with their outcomes and supplies. */
  lacking: MissingModule[];
  /** What would supply some of it, what supplies the most of it first. */
  supply: Supply[];
  /** The cheapest combinations that supply all of it, at most five, none within another. */
  ways: SupplyWay[];
  /** What combinations were not tried; null where that changes nothing. */
  cut: string | null;
  /** All this in a sentence or two. */
  says: string;
}

/** A fact an answer rests on that is not published, or not wholly. */
export interface RestsOn {
  id: Id;
  basis: Basis;
  says: string;
}

/** What credit a learner can carry into a programme, and why. An estimate: the institution decides. */
export interface Assessment {
  programme: Id;
  title: string;
  institution: Id;
  delivery: Id | null;
  start: MonthText;
  objective: Objective;
  proof: Proof;
  /** Credits credited. */
  credits: number;
  /** No more than so many credits are possible; equal to `credits` where the proof is OPTIMAL. */
  bound: number;
  programmeCredits: number | null;
  creditsLeft: number | null;
  /** Credits left to study that count towards the classification; null where the catalogue does not say which do. */
  classifiedLeft: number | null;
  entryStage: number;
  certificated: number;
  experiential: number;
  guaranteed: number;
  /** Guaranteed and precedent credits among those credited. */
  guaranteedAndPrecedent: number;
  /** What is most with credit of one strength and better: each an optimum of its own over the deliveries asked. */
  bands: { weakest: Strength; delivery: Id | null; credits: number; entryStage: number }[];
  byLevel: { level: number; credits: number }[];
  byStage: StageCredit[];
  progress: { module: Id; on: MonthText }[];
  hours: HoursLine[];
  /** Months of study saved on the delivery by joining at the entry stage; null without a delivery. */
  monthsSaved: number | null;
  /** Pounds of fee saved, where fees are known. */
  feeSaved: number | null;
  claimFees: number;
  claims: UsedClaim[];
  notUsed: Reason[];
  notCredited: NotCredited[];
  limits: LimitUse[];
  /** The smallest sets of limits that hold credit back together, by size and then ids. */
  limitSets: LimitSet[];
  /** What was not asked of sets of limits, or could not be proven; null where everything was. */
  limitSetsCut: string | null;
  stranded: Stranded | null;
  restsOn: RestsOn[];
  /** Sentences a reader must see: what was assumed, what was not applied, that it is an estimate. */
  notes: string[];
  /** One sentence that sums it up. */
  summary: string;
  /** Why nothing better can be had, for a checker that need not trust the solver; null where it was not kept. */
  certificate: Certificate | null;
}
