import { describe, expect, it } from 'vitest';
import { asShown } from './cells';
import { moneyShown } from './moneyShown';

describe('the currency that a number format shows', () => {
  it.each([
    ['[$€-40A] #,##0.00', '€'],
    ['#,##0.00\\ [$Kč-405];[Red]\\-#,##0.00\\ [$Kč-405]', 'Kč'],
    ['_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-', '€'],
    ['[$CZK] #,##0.00', 'CZK'],
    ['"US$" #,##0.00', 'US$'],
    ['[$$-409]#,##0.00', '$'],
    ['$#,##0.00', '$'],
    ['£#,##0', '£'],
    ['_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)', '$'],
  ])('%s shows %s', (format, sign) => {
    expect(moneyShown(format)).toBe(sign);
    expect(asShown('-4235.1', format)).toBe(`-4235.1 ${sign}`);
  });

  it.each([
    ['#,##0.00'],
    ['[$-409]#,##0.00'],
    ['0.00%'],
    ['[Red]#,##0.00'],
    ['#,##0.00" pcs"'],
    ['General'],
  ])('%s shows none that is said', (format) => {
    expect(moneyShown(format)).toBe('');
    expect(asShown('4235.1', format)).toBe('4235.1');
  });
});
