import { exact } from '../../../domain/money/decimal';
import { fail } from '../../fail';
import type { SourceFile } from '../../source';
import { childAt, childrenOf, textAt, type XmlElement } from '../../xml/element';
import { opposite, plainDecimal, sumOf } from '../amount';
import { isReference } from '../ids';
import type { StatementTransaction } from '../statement';
import { counterpartyOf } from './party';
import { remittanceOf } from './remittance';
import { dateOf, signedAmount } from './values';

/**
 * The transactions of an entry. A batch is one transaction for each of its details where they have amounts in the
 * entry's currency that add up to it, as the account sees them; else it is one, with what its details say together.
 */
export function transactionsOf(
  file: SourceFile,
  entry: XmlElement,
  account: string,
): readonly StatementTransaction[] {
  const amount = childAt(entry, 'Amt');
  if (!amount) fail(file, 'damaged_file', entry.line, { place: `${entry.line}`, detail: 'Amt' });
  const indicator = textAt(entry, 'CdtDbtInd');
  const signed = signedAmount(file, amount, indicator);
  const currency = amount.attributes['Ccy'] ?? '';
  // A reversal keeps the parties of what it reverses, whose direction was the other.
  const isReversal = textAt(entry, 'RvslInd') === 'true';
  const isIncoming = (indicator === 'CRDT') !== isReversal;
  const bookingDate = dateOf(file, childAt(entry, 'BookgDt'));
  const valueDate = dateOf(file, childAt(entry, 'ValDt'));
  const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts');
  const information = textAt(entry, 'AddtlNtryInf');
  const entryReference = textAt(entry, 'AcctSvcrRef');
  const details = childrenOf(entry, 'NtryDtls').flatMap((part) => childrenOf(part, 'TxDtls'));

  const transaction = (value: string, of: readonly XmlElement[]): StatementTransaction => {
    const { name, account: theirs } = counterpartyOf(of, isIncoming, account);
    return {
      status: status === '' || status === 'BOOK' ? 'booked' : 'pending',
      bookingDate,
      valueDate,
      amount: value,
      currency,
      counterparty: name,
      counterpartyAccount: theirs,
      reference: referenceOf(entry, of),
      bankReference: entryReference || bankReferenceOf(of),
      entryId: '',
      remittance: remittanceOf(of) || information,
      balanceAfter: '',
    };
  };

  const split = splitOf(details, signed, currency);
  if (split) return details.map((detail, i) => transaction(split[i] ?? '', [detail]));
  return [transaction(signed, details)];
}

/** The amounts of a batch's details where they are the entry's, else `undefined`. */
function splitOf(
  details: readonly XmlElement[],
  signed: string,
  currency: string,
): readonly string[] | undefined {
  if (details.length < 2) return undefined;
  const isDebit = signed.startsWith('-');
  const own: string[] = [];
  const asEntry: string[] = [];
  for (const detail of details) {
    const amount = childAt(detail, 'Amt') ?? childAt(detail, 'AmtDtls', 'TxAmt', 'Amt');
    const value = plainDecimal(amount?.text.trim() ?? '');
    if (value === undefined || amount?.attributes['Ccy'] !== currency) return undefined;
    const indicator = textAt(detail, 'CdtDbtInd');
    own.push(indicator === 'DBIT' || (indicator === '' && isDebit) ? opposite(value) : value);
    asEntry.push(isDebit ? opposite(value) : value);
  }
  return [own, asEntry].find((amounts) => exact(sumOf(amounts)).equals(signed));
}

/** References of a detail, the one that payer and payee both know first. Those that say nothing come last. */
const detailReferences = ['EndToEndId', 'UETR', 'TxId', 'InstrId', 'ChqNb', 'PmtInfId'] as const;

function referenceOf(entry: XmlElement, details: readonly XmlElement[]): string {
  const found = details.map((detail) => {
    const refs = childAt(detail, 'Refs');
    const texts = detailReferences.map((name) => textAt(refs, name)).filter((text) => text !== '');
    return texts.find(isReference) ?? texts[0] ?? '';
  });
  const distinct = [...new Set(found)].filter((text) => text !== '');
  if (distinct.length > 0) return distinct.join('; ');
  const batch = childAt(entry, 'NtryDtls', 'Btch') ?? childAt(entry, 'Btch');
  return textAt(batch, 'PmtInfId') || textAt(batch, 'MsgId');
}

function bankReferenceOf(details: readonly XmlElement[]): string {
  const found = new Set(details.map((detail) => textAt(detail, 'Refs', 'AcctSvcrRef')));
  return found.size === 1 ? ([...found][0] ?? '') : '';
}
