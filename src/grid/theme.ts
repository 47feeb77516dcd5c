import { type Theme, themeQuartz } from 'ag-grid-community';
import { fontFamily, type Scheme, sizes, tokens } from '../ui/tokens/tokens';

function themeOf(scheme: Scheme): Theme {
  const { surface, surfaceSunken, text, textMuted, line, accent } = tokens[scheme];
  return themeQuartz.withParams({
    browserColorScheme: scheme,
    backgroundColor: surface,
    foregroundColor: text,
    textColor: text,
    borderColor: line,
    accentColor: accent,
    chromeBackgroundColor: surfaceSunken,
    headerBackgroundColor: surfaceSunken,
    headerTextColor: textMuted,
    headerFontWeight: 600,
    rowHoverColor: surfaceSunken,
    pinnedRowBackgroundColor: surfaceSunken,
    pinnedRowBorder: { color: line, width: 1, style: 'solid' },
    pinnedRowFontWeight: 600,
    fontFamily,
    fontSize: sizes.gridFont,
    headerFontSize: sizes.gridFont,
    rowHeight: sizes.gridRow,
    headerHeight: sizes.gridHeader,
    cellHorizontalPadding: 10,
    spacing: 6,
    wrapperBorder: true,
    wrapperBorderRadius: 4,
    columnBorder: false,
    rowBorder: { color: line, width: 1, style: 'solid' },
  });
}

const themes: Readonly<Record<Scheme, Theme>> = { light: themeOf('light'), dark: themeOf('dark') };

/** The grid in the product's tokens. */
export function gridTheme(scheme: Scheme): Theme {
  return themes[scheme];
}
