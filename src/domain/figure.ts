const GROUPED = new Intl.NumberFormat('en-GB');

/** A number as it stands in a sentence: `1,000`, `7.5`. */
export const figure = (number: number): string => (number < 1_000 ? `${number}` : GROUPED.format(number));
