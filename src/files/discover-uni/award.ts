import type { Id } from '../../domain/fact.js';
import type { Credits, Level } from '../../domain/provision.js';
import type { CourseDetail } from './release.js';
import type { JudgedAward } from './tables.js';

/** What a course awards and how it is divided. */
export interface CourseAward {
  award: Id;
  level: Level;
  credits: Credits;
  /** Credits of each stage. A foundation year is a stage of its own and carries none of the award's credits. */
  stages: Credits[];
  foundationYear: boolean;
  /** Why what is not in the release was taken to be so; nothing where the release says it. */
  reason?: string;
}

/** What may be known about a course when its award is asked. */
export interface AwardEvidence {
  title: string;
  parts: readonly Id[];
  country: string;
  detail?: CourseDetail | undefined;
  judged?: JudgedAward | undefined;
}

type Found = { award: Id; years?: number; foundationYear: boolean; reason?: string };

const LEVELS: Record<string, Level> = { fdsc: 5, 'ordinary-degree': 6, 'honours-degree': 6, 'integrated-masters': 7 };
const NMC_PARTS = /^(nurse-|midwife$)/;
const FOUNDATION_YEAR = /foundation year|^foundation to/i;

/** What a course awards: as the release says, else as its code was judged, else as such courses usually do. */
export function awardOf(evidence: AwardEvidence): CourseAward {
  const { award, years: given, foundationYear, reason } = published(evidence) ?? judged(evidence) ?? usual(evidence);
  const credits = creditsOf(award, evidence.country);
  const years = given ?? credits / 120;
  const stages = Array.from({ length: years }, () => credits / years);
  return {
    award,
    level: LEVELS[award] ?? 6,
    credits,
    stages: foundationYear ? [0, ...stages] : stages,
    foundationYear,
    ...(reason === undefined ? {} : { reason }),
  };
}

function published({ detail }: AwardEvidence): Found | undefined {
  if (!detail) return undefined;
  const { aim, honours, foundationYear } = detail;
  const award = /^F/.test(aim)
    ? 'fdsc'
    : /^M/.test(aim)
      ? 'integrated-masters'
      : honours
        ? 'honours-degree'
        : 'ordinary-degree';
  const years = detail.stages === undefined ? {} : { years: detail.stages - (foundationYear ? 1 : 0) };
  return { award, foundationYear, ...years };
}

function judged({ judged: found }: AwardEvidence): Found | undefined {
  return found && { ...found, reason: `judged: ${found.reason}` };
}

/** A nursing associate's foundation degree; in Scotland three years for nurses and midwives, four with honours for others. */
function usual({ parts, country, title }: AwardEvidence): Found {
  const foundationYear = FOUNDATION_YEAR.test(title);
  if (parts.includes('nursing-associate'))
    return { award: 'fdsc', foundationYear, reason: 'as nursing associate degrees usually are' };
  if (country !== 'Scotland') return { award: 'honours-degree', foundationYear, reason: 'honours degree as usual' };
  return parts.some((part) => NMC_PARTS.test(part))
    ? {
        award: 'ordinary-degree',
        foundationYear,
        reason: 'three years as Scottish nursing and midwifery degrees usually are',
      }
    : { award: 'honours-degree', foundationYear, reason: 'four years with honours as usual in Scotland' };
}

/** Credits of an award by the frameworks of England, Wales and Northern Ireland, and of Scotland. */
function creditsOf(award: Id, country: string): Credits {
  if (award === 'fdsc') return 240;
  if (award === 'integrated-masters') return 480;
  return award === 'honours-degree' && country === 'Scotland' ? 480 : 360;
}
