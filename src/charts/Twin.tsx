import classes from './charts.module.css';

/** A figure of the table beside a chart. */
export interface TwinCell {
  readonly key: string;
  readonly text: string;
  /** What opens from it, and what a reader hears that it is. */
  readonly open?: { readonly name: string; run(): void } | undefined;
}

export interface TwinLine {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly TwinCell[];
}

interface TwinProps {
  /** Above the names, then above each figure. */
  readonly head: readonly string[];
  readonly lines: readonly TwinLine[];
  /** What the button says that shows it. */
  readonly summary: string;
}

/** A chart's figures as a table, for those who read, hear or press keys rather than look and point. */
export function Twin({ head, lines, summary }: TwinProps) {
  return (
    <details className={classes['twin']}>
      <summary>{summary}</summary>
      <table>
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">{line.name}</th>
              {line.cells.map(({ key, text, open }) => (
                <td key={key}>
                  {open ? (
                    <button type="button" aria-label={open.name} onClick={() => open.run()}>
                      {text}
                    </button>
                  ) : (
                    text
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
