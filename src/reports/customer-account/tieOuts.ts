import { addDays, type IsoDate } from '../../domain/time/calendar';
import { type Sql, sql } from '../../engine/sql';
import type { TieOutDef } from '../define';
import type { AccountParams } from './params';
import { accountRows, isOfCustomer } from './query';

/** A figure of the account's lines, a currency at a time, against what is open of the customer at the end of a day. */
const against = (p: AccountParams, figure: Sql, day: IsoDate): Sql => sql`
  WITH account AS (
    SELECT currency, sum(${figure}) AS amount FROM (${accountRows(p)}) r GROUP BY currency
  ), open_item AS (
    SELECT c.currency AS currency, sum(s.open_amount) AS amount
    FROM span s JOIN ledger_currency c ON c.currency_key = s.currency_key
    WHERE s.valid_from <= ${sql.date(day)} AND s.valid_to > ${sql.date(day)} AND s.${isOfCustomer(p)}
    GROUP BY c.currency
  )
  SELECT c.currency AS currency, CAST(coalesce(a.amount, 0) AS DECIMAL(18,4)) AS left_amount,
         CAST(coalesce(o.amount, 0) AS DECIMAL(18,4)) AS right_amount
  FROM ledger_currency c
  LEFT JOIN account a ON a.currency = c.currency
  LEFT JOIN open_item o ON o.currency = c.currency
  WHERE a.currency IS NOT NULL OR o.currency IS NOT NULL
  ORDER BY currency`;

/** Opening and everything shown, added up, against the open items that an aging of the last day counts. */
const closing: TieOutDef<AccountParams> = {
  name: 'account-closing',
  query: (p) => {
    const opening = p.from === undefined ? sql`0` : sql`coalesce(opening, 0)`;
    return against(p, sql`${opening} + debit - credit`, p.asOf);
  },
};

/** The opening against the open items of the day before; an account from its beginning has none. */
const opening: TieOutDef<AccountParams> = {
  name: 'account-opening',
  query: (p) =>
    p.from === undefined
      ? sql`SELECT currency, ${sql.money('0')} AS left_amount, ${sql.money('0')} AS right_amount
            FROM ledger_currency WHERE FALSE`
      : against(p, sql`coalesce(opening, 0)`, addDays(p.from, -1)),
};

export const accountTieOuts: readonly TieOutDef<AccountParams>[] = [closing, opening];
