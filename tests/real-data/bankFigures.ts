/** What the BAI2 files say, read from their lines: account, currency, 010, 015, then each 16 by its type's sign. */
export const bai2Files: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'account_trailer_amount_blank_example.bai2': [
    ['12345', 'USD', '-', '-'],
    ['54321', 'USD', '-', '-'],
  ],
  'citi_example.bai2': [
    [
      '77777777',
      'GBP',
      '2015-07-15 100.00 GBP',
      '2015-07-15 100.00 GBP',
      '2015-07-15 0.01 1234567890',
    ],
  ],
  'nwb_example.bai2': [
    [
      '88888888 600004',
      'GBP',
      '2009-12-16 365.21 GBP',
      '2009-12-16 338.45 GBP',
      '2009-12-16 -9.71 ',
      '2009-12-16 -1.00 ',
      '2009-12-16 -1.23 ',
      '2009-12-16 -15.71 ',
      '2009-12-16 0.89 ',
    ],
  ],
  'svb_us_example.bai2': [
    [
      '1234567890',
      'USD',
      '2022-02-01 347269.79 USD',
      '2022-02-01 352171.75 USD',
      '2022-02-01 4901.96 172629',
    ],
    [
      '1234567890',
      'USD',
      '2022-02-02 352171.75 USD',
      '2022-02-02 361229.75 USD',
      '2022-02-02 9058.00 150675',
    ],
  ],
};

interface OfxStatement {
  readonly account: string;
  readonly currency: string;
  readonly closing: string;
  /** Trades of securities. */
  readonly leftOut: number;
  /** Date, amount, currency, FITID, reference, name, memo. */
  readonly lines: readonly string[];
}

interface Refusal {
  readonly code: string;
  readonly values?: object;
}

const empty: Refusal = { code: 'no_rows' };

const twoAccounts: readonly OfxStatement[] = [
  { account: '9100', currency: 'USD', closing: '2012-06-03 111 USD', leftOut: 0, lines: [] },
  { account: '9200', currency: 'USD', closing: '2012-06-03 222 USD', leftOut: 0, lines: [] },
];

/** What the OFX files say, read from their text. */
export const ofxFiles: Readonly<Record<string, readonly OfxStatement[] | Refusal>> = {
  // A list of accounts, and answers of a bank: no statement.
  'account_listing_aggregation.ofx': empty,
  'bank_small.ofx': empty,
  'signon_success.ofx': empty,
  'signon_success_no_message.ofx': empty,
  'error_message.ofx': {
    code: 'damaged_file',
    values: { place: 'STATUS', detail: '2000 General Server Error' },
  },
  'signon_fail.ofx': {
    code: 'damaged_file',
    values: {
      place: 'STATUS',
      detail:
        '15500 Your request could not be processed because you supplied an invalid identification code or your password was incorrect',
    },
  },
  'anzcc.ofx': [
    {
      account: '1234123412341234',
      currency: 'AUD',
      closing: '2017-05-10 -123.45 AUD',
      leftOut: 0,
      lines: ['2017-05-08|-5.50|AUD|201705080001|||SOME MEMO'],
    },
  ],
  'bank_medium.ofx': [
    {
      account: '12300 000012345678',
      currency: 'CAD',
      closing: '2009-05-23 382.34 CAD',
      leftOut: 0,
      lines: [
        "2009-04-01|-6.60|CAD|0000123456782009040100001||MCDONALD'S #112|POS MERCHANDISE;MCDONALD'S #112",
        "2009-04-02|-316.67|CAD|0000123456782009040200004||Joe's Bald Hairstyles|MISCELLANEOUS PAYMENTS;Joe's Bald Hairstyles",
        "2009-04-03|-22.00|CAD|0000123456782009040300005||CONNIE'S HAIR D|POS MERCHANDISE;CONNIE'S HAIR D",
      ],
    },
  ],
  'checking.ofx': [
    {
      account: '1452687~7',
      currency: 'USD',
      closing: '2013-05-25 100.99 USD',
      leftOut: 0,
      lines: [
        '2011-03-31|0.01|USD|0000486||DIVIDEND EARNED FOR PERIOD OF 03|DIVIDEND EARNED FOR PERIOD OF 03/01/2011 THROUGH 03/31/2011 ANNUAL PERCENTAGE YIELD EARNED IS 0.05%',
        '2011-04-05|-34.51|USD|0000487||AUTOMATIC WITHDRAWAL, ELECTRIC BILL|AUTOMATIC WITHDRAWAL, ELECTRIC BILL WEB(S )',
        '2011-04-07|-25.00|USD|0000488|319|RETURNED CHECK FEE, CHECK # 319|RETURNED CHECK FEE, CHECK # 319 FOR $45.33 ON 04/07/11',
      ],
    },
  ],
  'date_missing.ofx': [
    {
      account: '192639749',
      currency: 'USD',
      closing: '2011-06-14 0 USD',
      leftOut: 0,
      lines: [
        '|-80.00|USD|184997056||TestFail1|',
        '|200.00|USD|2000957249||TestFail2|',
        '20120231|200.00|USD|2000957249||TestFail2|',
      ],
    },
  ],
  'decimal_error.ofx': [
    {
      account: '192639749',
      currency: 'CAD',
      closing: '2011-06-14 0 CAD',
      leftOut: 0,
      lines: ['201120000000|$120|CAD|2000957249||Fail1|'],
    },
  ],
  'empty_balance.ofx': [
    {
      account: '192639749',
      currency: 'CAD',
      closing: '-',
      leftOut: 0,
      lines: ['2011-03-08|120|CAD|2000957249||Foobar|'],
    },
  ],
  'fidelity-savings.ofx': [
    {
      account: 'X0000001',
      currency: 'USD',
      closing: '-',
      leftOut: 0,
      lines: [
        '2012-07-20|-1500.00|USD|X0000000000000000000001|0000001001|Check Paid #0000001001|Check Paid #0000001001',
        '2012-07-27|115.8331|USD|X0000000000000000000002||TRANSFERRED FROM     VS X10-08144|TRANSFERRED FROM     VS X10-08144-1',
        '2012-07-27|-197.1063|USD|X0000000000000000000003||BILL PAYMENT         CITICORP CH|BILL PAYMENT         CITICORP CHOICE          /0001/N********',
        '2012-07-27|-197.122|USD|X0000000000000000000004||DIRECT               DEBIT HOMES|DIRECT               DEBIT HOMESTREET LS LOAN PMT',
      ],
    },
  ],
  'fidelity.ofx': [
    {
      account: '01234567890',
      currency: 'USD',
      closing: '-',
      leftOut: 14,
      lines: [
        '2012-07-31|0.24|USD|0123456789021301320120731||INTEREST EARNED|INTEREST EARNED',
        '2012-08-20|-0.97|USD|0123456789023501120120820||LATE SETTLEMENT FEE|LATE SETTLEMENT FEE',
        '2012-08-31|0.16|USD|0123456789024401420120831||INTEREST EARNED|INTEREST EARNED',
      ],
    },
  ],
  'investment_401k.ofx': [
    { account: '12345678.123456-01', currency: 'USD', closing: '-', leftOut: 3, lines: [] },
  ],
  // The amounts are in the currency of their lines, not in the account's.
  'investment_medium.ofx': [
    {
      account: 'ABC123',
      currency: 'CAD',
      closing: '-',
      leftOut: 0,
      lines: [
        '2009-12-15|-3.65|USD|20091215.U489357.e.USD.1510480481|||CASH TRADE: AUD.USD',
        '2009-12-15|3.35|USD|20091215.U489357.e.USD.1510982018|||CASH TRADE: AUD.USD',
        '2009-12-15|-3.65|USD|20091215.U489357.e.USD.1511863617|||CASH TRADE: AUD.USD',
      ],
    },
  ],
  'multiple_accounts.ofx': twoAccounts,
  'multiple_accounts2.ofx': twoAccounts,
  'ofx-v102-empty-tags.ofx': [
    {
      account: '12345678',
      currency: 'AUD',
      closing: '-',
      leftOut: 0,
      lines: ['2018-05-07|12.34|AUD||||CBA:Transfer'],
    },
  ],
  'suncorp.ofx': [
    {
      account: '123456789',
      currency: 'AUD',
      closing: '2013-12-15 1234.12 AUD',
      leftOut: 0,
      lines: [
        '2013-12-15|-16.85|AUD|1||EFTPOS WDL HANDYWAY ALDI STORE|EFTPOS WDL HANDYWAY ALDI STORE   GEELONG WEST VICAU',
      ],
    },
  ],
  'td_ameritrade.ofx': [
    { account: '121212121', currency: 'USD', closing: '-', leftOut: 0, lines: [] },
  ],
  'tiaacref.ofx': [
    { account: '111A1111 22B222 33C333', currency: 'USD', closing: '-', leftOut: 1, lines: [] },
  ],
  'vanguard.ofx': [
    { account: '01234567890', currency: 'USD', closing: '-', leftOut: 1, lines: [] },
  ],
  'vanguard401k.ofx': [
    { account: '0123456', currency: 'USD', closing: '-', leftOut: 5, lines: [] },
  ],
};
