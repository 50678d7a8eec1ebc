/** A day or a coarser date as people write it: `2026-09-01`, `2026-09` or `2026`. */
export type Day = string;

/** A calendar month as people write it: `2026-09`. */
export type MonthText = string;

/** A calendar month counted from January of the year 0, so that months can be added and compared. */
export type Month = number;

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** The month that `2026-09` (or a day in it) names. Throws a RangeError for anything else. */
export function monthOf(text: string): Month {
  const found = MONTH.exec(text.slice(0, 7));
  if (!found) throw new RangeError(`not a month: write it as 2026-09`);
  return Number(found[1]) * 12 + Number(found[2]) - 1;
}

/** `2026-09` for a month. */
export function textOf(month: Month): MonthText {
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

const NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `September 2026` for a month, as it stands in a sentence. */
export const spoken = (month: Month): string => `${NAMES[month % 12]} ${yearOf(month)}`;

/** The calendar month, 1 for January to 12 for December. */
export const calendarMonth = (month: Month): number => (month % 12) + 1;

export const yearOf = (month: Month): number => Math.floor(month / 12);

/** When a fact is in force. `to` is included; what is not given is open. */
export interface Validity {
  /** First day in force; a month or a year means its first day. */
  from?: Day;
  /** Last day in force; a month or a year means its last day. */
  to?: Day;
}

/** A fact is valid in a month if it is valid on the first day of it, `to` included. */
export function validIn({ from, to }: Validity, month: Month): boolean {
  if (from === undefined && to === undefined) return true;
  const first = `${textOf(month)}-01`;
  return (from === undefined || from <= first) && (to === undefined || first <= lastDay(to));
}

/** Whether a fact can be valid in some month from one to another. */
export const everValid = ({ from, to }: Validity, first: Month, last: Month): boolean =>
  (from === undefined || from <= `${textOf(last)}-01`) && (to === undefined || `${textOf(first)}-01` <= lastDay(to));

/** Text order is date order once a coarse last day is filled up to the end of what it names. */
const lastDay = (to: Day): string => (to.length === 4 ? `${to}-12-31` : to.length === 7 ? `${to}-31` : to);
