/** What each report tells, for the list of reports: the page shows titles instead, and does not load these. */
export const reportSummaries: Readonly<Record<string, string>> = {
  'aging-by': 'What is open at a date, by bucket and by one dimension: one row a key and currency.',
  'aging-converted':
    'What is open at a date in one currency, at the rates of a day: one row a key of a dimension. Each currency is converted in whole and rounded once; buckets and rows follow by largest remainder.',
  'aging-totals': 'What is open at a date, by bucket: one row a currency.',
  'aging-trend':
    'The aging at the date itself and at the month ends before it: one row a date and currency.',
  'allowance-movement':
    'The allowance for expected losses in a period: what it was, what was charged to it or released, what was written off and recovered, and what it is; one row a currency. Opening + charged − written off + recovered = closing.',
  concentration:
    'Who owes most at a date, with shares and the Herfindahl index: one row a key and currency. Those in credit are no exposure.',
  contradictions: 'Where the rows of the imports disagree with each other, with file and line.',
  'control-accounts':
    'The open items beside the general ledger at a date, one row a control account, customer or all together and currency: in that currency and in that of the books, debit and credit balances apart, reclassifications named.',
  'customer-account':
    'One customer’s account: every movement that changed what it owes, oldest first, with the balance after it. Between two dates it begins with what was owed before the first one, a line a currency: opening + debit − credit = balance.',
  customers: 'Debtors with what each owes at a date: one row a customer and currency.',
  'data-reach':
    'What has been loaded and between which dates: where an aging may be asked for, and what it leaves out.',
  documents:
    'Documents as imported and edited, drafts and voids too, and journal lines that post none, with what is open of each at a date: one row a document.',
  'due-dates':
    'What falls due when, of what is open at a date: one row an item (a document or one instalment), or a week or month of due dates and currency, what is overdue being one group. Credits are never due to us: they are no rows, and the tie-out `credits` says what they come to. `discount_amount` is what may still be deducted for early payment: what the document gives, or its terms, less what was taken of it, once a document, and not shown in base currency.',
  'edit-conflicts':
    'Edits of what later imports changed or no longer have: one row an edit, with the value it was made on and the one imported since.',
  'expected-loss':
    'Provision matrix (IFRS 9 simplified approach, CECL aging schedule): one row a bucket and currency, or a key of a dimension too, with what was ever open in the bucket, what of it was lost, the rate, what is open now and the loss to expect of it.',
  'fx-revaluation':
    'Open items in foreign currencies at the closing rate of a date: one row a currency, or a key of a dimension too, with what is open, what it was booked at, what it is worth and the unrealised difference; over a period the opening revaluation taken back, and what was realised.',
  history:
    'Everything that people did: one row a change, with time, person, before and after; the latest first.',
  'loss-back-test':
    'An earlier allowance against what happened: one row a bucket of then and currency, or a key of a dimension too, with the exposure and the loss expected then, what of it was lost since, and the difference.',
  'open-items':
    'The open items at a date, with the file and line each came from: one row an item (a document or one instalment), or one a document with its parts by bucket.',
  'period-changes':
    'The closed period: what was open on its last day when it was closed, what is now, and the difference, a currency each.',
  're-aged':
    'Open items whose due date was extended or corrected: one row a change, with person, reason and both buckets.',
  'roll-forward':
    'What was open before a period, what changed it, and what is open at its end: one row a currency, or a bucket or key of a dimension and currency. Changes are signed: opening + all of them = closing.',
  'roll-rates':
    'Where debits that were open on one day are on another, item by item: one row a bucket before, a bucket or end after, and currency, with the share of what was open; one matrix, or one a month.',
  'rolled-items':
    'The items behind a cell of the roll rates: one row a debit and way that some of it went between the two days, with the amount that went there.',
  'subsequent-receipts':
    'What became of the items that were open at a date: what later movements closed of each, and what remains. The as-of balance is not touched by them.',
  'tie-out':
    'What makes up the difference between the open items and the control accounts at a date: one row a document whose postings disagree, or a day where the general ledger names no documents.',
  'unapplied-credits':
    'Receipts, credit notes and other credits that are open at a date, the oldest first.',
  'what-if':
    'Two agings side by side, of two dates or under two policies: what each thing in which they differ moves between the buckets, one after the other; or the difference of each key of a dimension.',
};
