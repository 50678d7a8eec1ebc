/** `£1,234` or `£1,234.50` for an amount in pounds, as it stands in a sentence. */
export function poundsText(amount: number): string {
  const digits = Number.isInteger(amount) ? 0 : 2;
  return `£${amount.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
}
