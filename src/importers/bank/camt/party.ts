import { childAt, textAt, type XmlElement } from '../../xml/element';
import { accountId } from './account';

interface Counterparty {
  readonly name: string;
  readonly account: string;
}

const nobody: Counterparty = { name: '', account: '' };

/**
 * The other side of a transaction: who paid where money came in, who got it where it went out. The party whose account
 * is the statement's is its owner and no counterparty: a return names the parties of the payment that came back, and
 * some banks name one party only. Of several details the distinct names, and the account that all have.
 */
export function counterpartyOf(
  details: readonly XmlElement[],
  isIncoming: boolean,
  own: string,
): Counterparty {
  const found = details.map((detail) => ofDetail(childAt(detail, 'RltdPties'), isIncoming, own));
  const names = [...new Set(found.map(({ name }) => name))].filter((name) => name !== '');
  const accounts = new Set(found.map(({ account }) => account));
  return {
    name: names.join('; '),
    account: accounts.size === 1 ? ([...accounts][0] ?? '') : '',
  };
}

function ofDetail(parties: XmlElement | undefined, isIncoming: boolean, own: string): Counterparty {
  const debtor = partyOf(parties, 'Dbtr');
  const creditor = partyOf(parties, 'Cdtr');
  const [expected, other] = isIncoming ? [debtor, creditor] : [creditor, debtor];
  const isOther = (party: Counterparty): boolean =>
    (party.name !== '' || party.account !== '') && !isSame(party.account, own);
  return [expected, other].find(isOther) ?? expected;
}

/** A party by its account's owner, or by whom that acts for; its name stood a level higher up to version 7. */
function partyOf(parties: XmlElement | undefined, role: 'Dbtr' | 'Cdtr'): Counterparty {
  if (!parties) return nobody;
  const ultimate = childAt(parties, `Ultmt${role}`);
  return {
    name: nameOf(childAt(parties, role)) || nameOf(ultimate),
    account: accountId(childAt(parties, `${role}Acct`)),
  };
}

function nameOf(party: XmlElement | undefined): string {
  return (
    textAt(party, 'Nm') || textAt(party, 'Pty', 'Nm') || textAt(party, 'Agt', 'FinInstnId', 'Nm')
  );
}

const isSame = (one: string, other: string): boolean =>
  one !== '' && one.replaceAll(/\s/g, '') === other.replaceAll(/\s/g, '');
