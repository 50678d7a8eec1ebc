import type { Id } from '../../domain/fact.js';
import type { Fields } from './csv.js';

const RANGE = /^([A-Z]{1,2})(\d{1,2})(?:-\1(\d{1,2})|([A-Z]?))$/;

/**
 * The region of every postcode district of a table whose `districts` are lists of districts and ranges of them
 * (`PE1-PE7 PE13 W1T`). Throws an Error for what is neither, and for a district that two rows claim: areas do not overlap.
 */
export function regionsByDistrict(rows: readonly Fields[]): ReadonlyMap<string, Id> {
  const regions = new Map<string, Id>();
  for (const { districts = '', region = '' } of rows)
    for (const district of districts.split(/\s+/).flatMap(districtsIn)) {
      const other = regions.get(district);
      if (other !== undefined)
        throw new Error(
          `the postcode district ${district} is given twice, in ${other} and in ${region}: take it from one of the rows.`,
        );
      regions.set(district, region);
    }
  return regions;
}

/** The districts that `PE1-PE7`, `PE13` or `W1T` names. */
function districtsIn(text: string): string[] {
  const [, area, first, last, letter] = RANGE.exec(text) ?? [];
  if (area === undefined || Number(last ?? first) < Number(first))
    throw new Error(`\`${text}\` is no postcode district and no range of them: write PE9, W1T or PE1-PE7.`);
  if (last === undefined) return [`${area}${first}${letter}`];
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => `${area}${Number(first) + at}`);
}

/** The region of a district; a district with a letter at the end (`EC1V`) that has no row of its own lies where the whole (`EC1`) does. */
export const regionOf = (district: string, regions: ReadonlyMap<string, Id>): Id | undefined =>
  regions.get(district) ?? regions.get(district.replace(/[A-Z]$/, ''));
