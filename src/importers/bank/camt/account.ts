import { childAt, textAt, type XmlElement } from '../../xml/element';

/** An account by its IBAN, or by whatever else names it; version 1 has elements of its own for that. */
export function accountId(account: XmlElement | undefined): string {
  const id = childAt(account, 'Id');
  return (
    textAt(id, 'IBAN') ||
    textAt(id, 'Othr', 'Id') ||
    textAt(id, 'PrtryAcct', 'Id') ||
    textAt(id, 'BBAN') ||
    textAt(id, 'UPIC')
  );
}
