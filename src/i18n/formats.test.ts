import { describe, expect, it } from 'vitest';
import {
  formatAmount,
  formatBytes,
  formatDate,
  formatDuration,
  formatInteger,
  formatMonth,
  formatPercent,
  formatPlainAmount,
} from './formats';

const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

describe('amounts from exact text', () => {
  it('are grouped and marked as each language does, also below ten thousand', () => {
    expect(formatAmount('1234.50', 'en')).toBe('1,234.50');
    expect(formatAmount('1234.50', 'es')).toBe('1.234,50');
    expect(spaced(formatAmount('1234567.50', 'cs'))).toBe('1 234 567,50');
  });

  it('keep every digit of a number that no double can hold', () => {
    expect(formatAmount('12345678901234567890.1234', 'en')).toBe('12,345,678,901,234,567,890.1234');
  });

  it('below zero carry a minus or parentheses', () => {
    expect(formatAmount('-400.00', 'en')).toBe('\u2212400.00');
    expect(formatAmount('-400.00', 'en', 'parentheses')).toBe('(400.00)');
  });

  it('of minus zero show no sign', () => {
    expect(formatAmount('-0.00', 'en', 'parentheses')).toBe('0.00');
  });

  it('that are no plain decimal stay as they came', () => {
    expect(formatAmount('1e5', 'es')).toBe('1e5');
    expect(formatAmount('', 'es')).toBe('');
  });

  it('for a spreadsheet have its decimal mark and nothing else', () => {
    expect(formatPlainAmount('-1234.50', 'en')).toBe('-1234.50');
    expect(formatPlainAmount('-1234.50', 'cs')).toBe('-1234,50');
  });
});

describe('percentages', () => {
  it('are rounded half away from zero', () => {
    expect(formatPercent('0.12345', 'en')).toBe('12.3%');
    expect(formatPercent('0.1235', 'en')).toBe('12.4%');
    expect(formatPercent('-0.1235', 'en')).toBe('\u221212.4%');
    expect(formatPercent('0.995', 'en', 0)).toBe('100%');
    expect(spaced(formatPercent('0.5', 'cs'))).toBe('50,0 %');
  });

  it('that round to zero show no sign', () => {
    expect(formatPercent('-0.0001', 'en')).toBe('0.0%');
  });
});

describe('dates', () => {
  it('are short and unambiguous in each language', () => {
    expect(spaced(formatDate('2026-10-31', 'en'))).toBe('31 Oct 2026');
    expect(formatDate('2026-10-05', 'es')).toBe('05/10/2026');
    expect(spaced(formatDate('2026-01-05', 'cs'))).toBe('5. 1. 2026');
  });

  it('name the month alone on an axis', () => {
    expect(formatMonth('2026-10-31', 'en')).toBe('Oct 2026');
    expect(formatMonth('2026-10-31', 'es')).toBe('oct 2026');
    expect(formatMonth('2026-10-31', 'cs')).toBe('10/2026');
  });
});

describe('counts, sizes and times', () => {
  it('read like the language', () => {
    expect(formatInteger(-2466, 'es')).toBe('\u22122.466');
    expect(spaced(formatBytes(512, 'en'))).toBe('512 B');
    expect(spaced(formatBytes(1_520_000, 'es'))).toBe('1,5 MB');
    expect(spaced(formatBytes(106_000_000, 'en'))).toBe('106 MB');
    expect(spaced(formatDuration(85, 'en'))).toBe('85 ms');
    expect(spaced(formatDuration(1340, 'cs'))).toBe('1,3 s');
    expect(spaced(formatDuration(245_000, 'en'))).toBe('4 min 5 s');
  });
});
