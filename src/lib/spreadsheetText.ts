/**
 * Text that a spreadsheet would run as a formula gets a leading apostrophe, which a spreadsheet shows as plain text.
 * For cells of text only: amounts, dates and counts are written by this program and may begin with a minus.
 * A lone `-`, the key of a missing value, is no formula.
 * Source: OWASP, "CSV Injection" (leading = + - @, tab and carriage return).
 */
export function guardFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && text !== '-' ? `'${text}` : text;
}
