/** The one place where colours, type and spacing are decided: Mantine, the grid and the charts all read it. */

export type Scheme = 'light' | 'dark';

/** Surfaces and text of one scheme. Text on surface is WCAG AA (4.5 : 1), lines and marks 3 : 1 or decoration. */
export interface SchemeTokens {
  readonly surface: string;
  readonly surfaceRaised: string;
  readonly surfaceSunken: string;
  readonly text: string;
  readonly textMuted: string;
  readonly line: string;
  readonly accent: string;
  readonly accentText: string;
  readonly selection: string;
  readonly found: string;
  readonly focus: string;
  readonly good: string;
  readonly bad: string;
}

export const tokens: Readonly<Record<Scheme, SchemeTokens>> = {
  light: {
    surface: '#ffffff',
    surfaceRaised: '#ffffff',
    surfaceSunken: '#f5f7f8',
    text: '#16202a',
    textMuted: '#52606d',
    line: '#d8dee4',
    accent: '#0b6470',
    accentText: '#ffffff',
    selection: '#d8edf0',
    found: '#ffe9a8',
    focus: '#0b6470',
    good: '#1b6e3c',
    bad: '#a83226',
  },
  dark: {
    surface: '#16191d',
    surfaceRaised: '#1d2126',
    surfaceSunken: '#111417',
    text: '#e3e7eb',
    textMuted: '#a2adb8',
    line: '#353c44',
    accent: '#4fb3bf',
    accentText: '#0a1a1d',
    selection: '#17414a',
    found: '#3d3210',
    focus: '#4fb3bf',
    good: '#6cc58f',
    bad: '#f08a76',
  },
};

// Single quotes inside: the chart library writes these names into SVG attributes as they are.
export const fontFamily =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif";

export const fontFamilyMonospace =
  "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace";

/** Pixels. Grids are read for hours: 13 px, rows just high enough. */
export const sizes = {
  gridFont: 13,
  gridRow: 28,
  gridHeader: 32,
  chartFont: 12,
  chartTitle: 15,
} as const;
