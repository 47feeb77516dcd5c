import { childAt, childrenOf, textAt, type XmlElement } from '../xml/element';
import { firstText, idOf } from './values';

export const customerColumns = [
  'customer_id',
  'name',
  'tax_id',
  'email',
  'phone',
  'street',
  'city',
  'postal_code',
  'country',
] as const;

type CustomerRow = Readonly<Record<(typeof customerColumns)[number], string>>;

/** What Portuguese programs write where they know nothing. Source: Portaria 302/2016, 2.2. */
const unknown = /^desconhecido$/i;

const known = (text: string): string => (unknown.test(text) ? '' : text);

/**
 * A customer of the master files. Portugal and Austria write its fields directly; OECD 2.0 puts those of a company into
 * a structure (`CompanyStructure`, `CustomerInfo`), which Norway merges into the customer again.
 */
export function customerRow(element: XmlElement): CustomerRow {
  const info = childAt(element, 'CustomerInfo') ?? element;
  const company = childAt(info, 'CompanyStructure') ?? childAt(info, 'Company') ?? info;
  const address = addressOf(company) ?? addressOf(element);
  const street = firstText(address, ['AddressDetail'], ['StreetName']);
  const number =
    textAt(address, 'AddressDetail') === ''
      ? firstText(address, ['Number'], ['BuildingNumber'])
      : '';
  return {
    customer_id: idOf(firstText(element, ['CustomerID'], ['CustomerInfo', 'CustomerID'])),
    name: known(firstText(company, ['CompanyName'], ['Name'], ['CustomerName'])),
    tax_id: known(
      firstText(
        company,
        ['CustomerTaxID'],
        ['TaxRegistration', 'TaxRegistrationNumber'],
        ['TaxRegistration', 'TaxNumber'],
        ['TaxRegistrationNumber'],
        ['RegistrationNumber'],
      ),
    ),
    email: known(firstText(company, ['Email'], ['Contact', 'Email'])),
    phone: known(firstText(company, ['Telephone'], ['Contact', 'Telephone'])),
    street: known([street, number].filter((part) => part !== '').join(' ')),
    city: known(textAt(address, 'City')),
    postal_code: known(textAt(address, 'PostalCode')),
    country: known(textAt(address, 'Country')),
  };
}

/** Where invoices go, else the first address. */
function addressOf(element: XmlElement): XmlElement | undefined {
  const billing = childAt(element, 'BillingAddress');
  const all = childrenOf(element, 'Address');
  return billing ?? all.find((one) => textAt(one, 'AddressType') === 'BillingAddress') ?? all[0];
}

/** The account of the general ledger on which a customer's balance stands; blank where a file does not say. */
export function controlAccountOf(element: XmlElement): string {
  return firstText(
    element,
    ['AccountID'],
    ['BalanceAccount', 'AccountID'],
    ['BalanceAccountStructure', 'AccountID'],
  );
}
