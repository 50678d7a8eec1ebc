import type { Claim, ClaimRow } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import type { Policy } from '../../domain/recognition.js';
import type { Setting } from './setting.js';

/** Things named in a list before the rest are counted. */
const MOST_NAMED = 4;

/** `A, B and C`; past a few, `A, B, C, D and 5 more`. */
export function listed(words: readonly string[], and: 'and' | 'or' = 'and', most = MOST_NAMED): string {
  const shown = words.length > most + 1 ? words.slice(0, most) : words;
  const named = words.length > shown.length ? [...shown, `${words.length - shown.length} more`] : shown;
  return named.length < 2 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} ${and} ${named.at(-1)}`;
}

/** Half credits and hours as they are written: `120`, `7.5`. */
export const creditsOf = (credits: number): string => `${credits} ${credits === 1 ? 'credit' : 'credits'}`;

/** A module or award as people call it, in quotes; with its id where another one that may be meant has the same title. */
export function moduleName(setting: Setting, id: Id): string {
  const title = titleOf(setting, id);
  if (title === undefined) return id;
  return namesakes(setting).has(title) ? `‘${title}’ (${id})` : `‘${title}’`;
}

/** Several modules or awards, each as people call it. */
export const moduleNames = (setting: Setting, ids: readonly Id[], and: 'and' | 'or' = 'and'): string =>
  listed(
    ids.map((id) => moduleName(setting, id)),
    and,
  );

const titleOf = ({ catalogue }: Setting, id: Id): string | undefined =>
  catalogue.modules.get(id)?.title ?? catalogue.qualifications.get(id)?.name;

const namesakesOf = new WeakMap<Setting, ReadonlySet<string>>();

/** Titles that two of the modules an assessment may speak of share: those held, those of the programme, and those mapped to it. */
function namesakes(setting: Setting): ReadonlySet<string> {
  const known = namesakesOf.get(setting);
  if (known) return known;
  const { catalogue, holdings, stageOf } = setting;
  const mapped = [...stageOf.keys()].flatMap((id) => catalogue.mappingsInto.get(id) ?? []);
  const spoken = new Set([...holdings.sources.keys(), ...stageOf.keys(), ...mapped.flatMap(({ sources }) => sources)]);
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const id of spoken) {
    const title = titleOf(setting, id);
    if (title !== undefined && seen.has(title)) shared.add(title);
    if (title !== undefined) seen.add(title);
  }
  namesakesOf.set(setting, shared);
  return shared;
}

/** A module that is not held, with who teaches it where that is not the institution asked. */
export function moduleElsewhere(setting: Setting, id: Id): string {
  const { catalogue, programme } = setting;
  const at = catalogue.modules.get(id)?.institution;
  const teacher = at === undefined || at === programme.institution ? undefined : catalogue.institutions.get(at)?.name;
  return teacher === undefined ? moduleName(setting, id) : `${moduleName(setting, id)} of ${teacher}`;
}

/** A programme or qualification as people call it. */
export const awardName = ({ catalogue }: Pick<Setting, 'catalogue'>, id: Id): string =>
  catalogue.programmes.get(id)?.title ?? catalogue.qualifications.get(id)?.name ?? id;

/** The same, with the institution whose programme it is. */
export function awardWithGiver(setting: Pick<Setting, 'catalogue'>, id: Id): string {
  const giver = setting.catalogue.institutions.get(setting.catalogue.programmes.get(id)?.institution ?? '')?.name;
  return giver === undefined ? awardName(setting, id) : `${awardName(setting, id)} (${giver})`;
}

/** What a row says: "the mapping of ‘A’ and ‘B’ to ‘C’". */
export function rowName(setting: Setting, row: ClaimRow): string {
  if ('award' in row)
    return `the agreement for holders of ‘${awardName(setting, row.award)}’ to join at stage ${row.stage}`;
  if ('settings' in row) {
    const kind = `experience in ${listed(row.settings.map(plain), 'or', 3)}`;
    return row.targets?.length
      ? `the recognition of ${kind} for ${moduleNames(setting, row.targets)}`
      : `the recognition of hours for ${kind}`;
  }
  const part = row.outcomes ? 'part of ' : '';
  const sources =
    row.choose === undefined
      ? moduleNames(setting, row.sources)
      : `any ${row.choose} of ${moduleNames(setting, row.sources)}`;
  return `the mapping of ${sources} to ${part}${moduleNames(setting, row.targets)}`;
}

/** What a row says, and where that was read. */
export function rowWithSource(setting: Setting, row: ClaimRow): string {
  const { document, clause } = row.source;
  return `${rowName(setting, row)} (${clause === undefined ? document : `${document}, ${clause}`})`;
}

/** What a claim rests on, as the giver of credit: ‘A’ and ‘B’, or experience. */
export function giverOf(setting: Setting, { sources, rows, experiential }: Claim): string {
  const held = sources.map(({ id }) => id).sort();
  const award = rows.find((row) => 'award' in row);
  if (award && 'award' in award) return `‘${awardName(setting, award.award)}’`;
  if (!experiential) return moduleNames(setting, held);
  return held.length === 0 ? 'experience' : `${moduleNames(setting, held)} and experience`;
}

/** A policy as people call it. */
export const policyName = (policies: readonly Policy[], id: Id): string =>
  policies.find((policy) => policy.id === id)?.name ?? id;

/** `acute-care` as `acute care`. */
export const plain = (word: string): string => word.replaceAll('-', ' ');

/** `southend-university-hospital` as `Southend University Hospital`. */
export const named = (word: string): string =>
  plain(word).replaceAll(/(^| )([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());

/** A sentence with a capital at its beginning and a full stop at its end. */
export const sentence = (words: string): string => {
  const whole = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
};
