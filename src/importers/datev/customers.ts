import { roleOf } from './accounts';
import { pointed } from './amount';
import { cellReader, type Field } from './columns';
import type { DatevHeader } from './header';

export const customerColumns = [
  'customer_id',
  'name',
  'tax_id',
  'language',
  'terms',
  'credit_limit',
  'email',
  'phone',
  'street',
  'city',
  'postal_code',
  'country',
] as const;

type CustomerRow = Readonly<Partial<Record<(typeof customerColumns)[number], string>>>;

/** Source: developer.datev.de, "DATEV-Format", "Debitoren/Kreditoren", format version 5. */
const fields = {
  account: [1, 'Konto'],
  company: [2, 'Name (Adressattyp Unternehmen)', 'Name (Adressatentyp Unternehmen)'],
  lastName: [4, 'Name (Adressattyp natürl. Person)', 'Name (Adressatentyp natürl. Person)'],
  firstName: [5, 'Vorname (Adressattyp natürl. Person)', 'Vorname (Adressatentyp natürl. Person)'],
  otherName: [6, 'Name (Adressattyp keine Angabe)', 'Name (Adressatentyp keine Angabe)'],
  shortName: [8, 'Kurzbezeichnung'],
  taxCountry: [9, 'EU-Land', 'EU-Mitgliedstaat'],
  taxNumber: [10, 'EU-USt-IdNr.', 'EU-UStID'],
  street: [16, 'Straße'],
  postBox: [17, 'Postfach'],
  postalCode: [18, 'Postleitzahl'],
  city: [19, 'Ort'],
  country: [20, 'Land'],
  phone: [29, 'Telefon'],
  email: [33, 'E-Mail'],
  ownTaxNumber: [100, 'Steuernummer'],
  language: [101, 'Sprache'],
  creditLimit: [108, 'Kreditlimit (Debitor)'],
  terms: [109, 'Zahlungsbedingung'],
} as const satisfies Readonly<Record<string, Field>>;

const languages: ReadonlyMap<string, string> = new Map([
  ['1', 'de'],
  ['4', 'fr'],
  ['5', 'en'],
  ['10', 'es'],
  ['19', 'it'],
]);

/** Reads the debtors of a file with these column names; nothing for a record that is a creditor's. */
export function customerReader(
  names: readonly string[],
  header: DatevHeader,
): (record: readonly string[]) => CustomerRow | undefined {
  const cell = cellReader(names, fields);
  return (record) => {
    const get = (name: keyof typeof fields): string => cell(record, name);
    const account = get('account');
    if (roleOf(account, header) === 'creditor') return undefined;
    const person = [get('firstName'), get('lastName')].filter((part) => part !== '').join(' ');
    const postBox = get('postBox');
    return {
      customer_id: account,
      name: get('company') || person || get('otherName') || get('shortName'),
      tax_id: get('taxNumber') === '' ? get('ownTaxNumber') : get('taxCountry') + get('taxNumber'),
      language: languages.get(get('language')) ?? '',
      terms: get('terms'),
      credit_limit: pointed(get('creditLimit')),
      email: get('email'),
      phone: get('phone'),
      street: get('street') || (postBox === '' ? '' : `Postfach ${postBox}`),
      city: get('city'),
      postal_code: get('postalCode'),
      country: get('country'),
    };
  };
}
