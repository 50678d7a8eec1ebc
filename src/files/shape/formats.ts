/** Checks of text that a pattern cannot make: each tells what is wrong with the text, or nothing. */
export const FORMATS: Record<string, (text: string) => string | undefined> = {
  day(text) {
    const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
    if (!found) return `\`${text}\` is no date: write a day, a month or a year as 2026-09-01, 2026-09 or 2026`;
    const [year, month, day] = [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)];
    if (month < 1 || month > 12) return `\`${text}\` is no date: months go from 01 to 12`;
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return day < 1 || day > last ? `\`${text}\` is no day of the calendar: that month has ${last} days` : undefined;
  },
  month(text) {
    return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? undefined : `\`${text}\` is no month: write it as 2026-09`;
  },
  fraction(text) {
    const found = /^(\d+)(?:\/([1-9]\d*))?$/.exec(text);
    if (/^-\d+(\/[1-9]\d*)?$/.test(text)) return `\`${text}\` is less than nothing: it must lie between 0 and 1`;
    if (!found) return `\`${text}\` is no fraction: write it as 2/3, without a percent sign or decimals`;
    return Number(found[1]) > Number(found[2] ?? 1)
      ? `\`${text}\` is more than the whole: it must lie between 0 and 1`
      : undefined;
  },
};
