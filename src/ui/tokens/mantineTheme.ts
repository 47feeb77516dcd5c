import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { bucketColours } from './bucketColours';
import { fontFamily, fontFamilyMonospace, type Scheme, tokens } from './tokens';

const accent: MantineColorsTuple = [
  '#e8f5f7',
  '#d3e9ec',
  '#a5d3d9',
  '#74bcc5',
  '#4fb3bf',
  '#2f96a3',
  '#1a7f8c',
  '#107280',
  tokens.light.accent,
  '#074d57',
];

/** Mantine's dark greys, from text to the deepest surface, in our blue-grey. */
const dark: MantineColorsTuple = [
  tokens.dark.text,
  '#c3cad1',
  tokens.dark.textMuted,
  '#7d8893',
  tokens.dark.line,
  '#2a3037',
  tokens.dark.surfaceRaised,
  tokens.dark.surface,
  tokens.dark.surfaceSunken,
  '#0c0e10',
];

/** Mantine, in the product's tokens. Shade 8 in both schemes: the default contrast fails AA. */
export const mantineTheme = createTheme({
  colors: { accent, dark },
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 8 },
  black: tokens.light.text,
  fontFamily,
  fontFamilyMonospace,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  spacing: { xs: '0.375rem', sm: '0.625rem', md: '0.875rem', lg: '1.25rem', xl: '2rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem' },
      h2: { fontSize: '1.125rem' },
      h3: { fontSize: '1rem' },
      h4: { fontSize: '0.875rem' },
    },
  },
});

function variables(scheme: Scheme): Record<string, string> {
  const { text, surface, textMuted, line } = tokens[scheme];
  const own = Object.entries(tokens[scheme]).map(([name, value]) => [
    `--saldo-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    value,
  ]);
  const buckets = bucketColours(5, scheme).flatMap(({ fill, text: ink }, i) => [
    [`--saldo-bucket-${i}`, fill],
    [`--saldo-bucket-${i}-text`, ink],
  ]);
  return {
    ...Object.fromEntries([...own, ...buckets]),
    '--mantine-color-text': text,
    '--mantine-color-body': surface,
    '--mantine-color-dimmed': textMuted,
    '--mantine-color-default-border': line,
    '--mantine-color-anchor': tokens[scheme].accent,
  };
}

/** The tokens as CSS variables (`--saldo-text`, `--saldo-surface`, …), for style sheets of components. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variables('light'),
  dark: variables('dark'),
});
