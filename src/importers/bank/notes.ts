import { exact } from '../../domain/money/decimal';
import type { TextGrid } from '../textGrid';
import { statementKey } from './ids';
import { type StatementProblem, statementProblems } from './problems';
import type { BankStatement } from './statement';

type Note = NonNullable<TextGrid['notes']>[number];

/** What a format's statements always have. */
export interface ExpectedParts {
  /** A balance before and one after: where one of the two is missing, so may be a part of the statement. */
  readonly hasBalances?: boolean;
}

/** What is to be told of statements although they are taken as the bank wrote them. */
export function notesOf(
  statements: readonly BankStatement[],
  { hasBalances = false }: ExpectedParts,
): readonly Note[] {
  return [
    ...statements.flatMap(turnedOf),
    ...statementProblems(statements).flatMap((problem) => [
      ...openOf(problem),
      ...pendingOf(problem),
      ...controlsOf(problem),
    ]),
    ...statements.flatMap((statement) => incompleteOf(statement, hasBalances)),
  ];
}

function openOf({ difference, ...one }: StatementProblem): readonly Note[] {
  if (difference === undefined || exact(difference).isZero()) return [];
  const { statementId: statement, account, movements, opening = '', closing = '' } = one;
  const values = { statement, account, opening, movements, closing, difference };
  return [{ code: 'statement_open', values }];
}

/** A bank that writes no minus: what left the account is told by the type of each transaction alone. */
function turnedOf({ account, turnedCount = 0 }: BankStatement): readonly Note[] {
  return turnedCount > 0
    ? [{ code: 'debits_turned', values: { account, count: turnedCount } }]
    : [];
}

function pendingOf({ statementId: statement, account, pendingCount }: StatementProblem): Note[] {
  if (pendingCount === 0) return [];
  return [{ code: 'entries_pending', values: { statement, account, count: pendingCount } }];
}

/** Totals and counts that a trailer states; one that is left blank states none. */
function controlsOf({ controls }: StatementProblem): readonly Note[] {
  return controls
    .filter(({ stated }) => stated !== '')
    .map(({ level, what, stated, counted }) => ({
      code: 'totals_differ',
      values: { what: `${level}/${what}`, stated, found: counted },
    }));
}

function incompleteOf(statement: BankStatement, hasBalances: boolean): readonly Note[] {
  const { account, opening, closing } = statement;
  const told = (what: string): readonly Note[] => [
    { code: 'statement_incomplete', values: { account, statement: statementKey(statement), what } },
  ];
  if (opening && closing) {
    const [first, last] = [opening.currency, closing.currency];
    return first === last ? [] : told(`${first} ≠ ${last}`);
  }
  if (!hasBalances || (!opening && !closing)) return [];
  return told(opening ? 'no :62F:' : 'no :60F:');
}
