import type { Cents } from './cents';
import { centsText } from './cents';
import { account } from './chart';
import type { Row } from './csv';
import type { Service } from './draft';
import {
  collectors,
  czechFirms,
  dollarFirms,
  givenNames,
  places,
  publicBodies,
  regions,
  salespersons,
  streets,
  surnames,
  trades,
} from './names';
import { monthCount } from './period';
import { Random } from './random';
import type { Currency } from './rates';

type Segment = 'residential' | 'business' | 'homeowners' | 'public sector';

/** How a customer pays; the days are in `payers.ts`. */
export type Payer = 'prompt' | 'late' | 'very_late' | 'never';

/** One service at one meter, billed every `cycle` months. */
export interface Contract {
  readonly service: Service;
  readonly meterId: string;
  readonly cycle: 1 | 2;
  readonly phase: number;
  /** Days after the first of the month on which it is billed. */
  readonly billingOffset: number;
  /** Tenths of a household's use. */
  readonly size: number;
  readonly fromMonth: number;
  readonly toMonth: number;
}

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly parentId?: string;
  readonly segment: Segment;
  readonly region: (typeof regions)[number];
  readonly collector: string;
  readonly salesperson?: string;
  readonly language: 'es' | 'cs' | 'en';
  readonly currency: Currency;
  readonly control: string;
  readonly terms: string;
  readonly creditLimit?: Cents;
  readonly status: 'active' | 'on_hold' | 'closed' | 'deceased';
  readonly street: string;
  readonly city: string;
  readonly postalCode: string;
  readonly country: 'ES' | 'CZ' | 'US';
  readonly payer: Payer;
  readonly directDebit: boolean;
  /** Pays everything due with one transfer on fixed days of the month. */
  readonly paysInRuns: boolean;
  /** Has works paid in instalments. */
  readonly hasWorks: boolean;
  readonly contracts: readonly Contract[];
}

const residentialCount = 176;
const businessCount = 38;
const homeownersCount = 12;

function segmentsInOrder(): { segment: Segment; currency: Currency; name?: string }[] {
  const euro = (segment: Segment, count: number) =>
    Array.from({ length: count }, () => ({ segment, currency: 'EUR' as const }));
  const foreign = (currency: Currency, names: readonly string[]) =>
    names.map((name) => ({ segment: 'business' as const, currency, name }));
  return [
    ...euro('residential', residentialCount),
    ...euro('business', businessCount),
    ...foreign('USD', dollarFirms),
    ...foreign('CZK', czechFirms),
    ...euro('homeowners', homeownersCount),
    ...publicBodies.map((name) => ({
      segment: 'public sector' as const,
      currency: 'EUR' as const,
      name,
    })),
  ];
}

function invent(segment: Segment, random: Random): string {
  if (segment === 'residential') {
    return `${random.pick(givenNames)} ${random.pick(surnames)} ${random.pick(surnames)}`;
  }
  if (segment === 'homeowners') {
    return `Comunidad ${random.pick(streets)} ${random.between(1, 60)}`;
  }
  const subject = random.chance(500) ? random.pick(surnames) : random.pick(places);
  return `${random.pick(trades)} ${subject}${random.chance(700) ? ', S.L.' : ', S.A.'}`;
}

function drawPayer(segment: Segment, random: Random): Payer {
  const draw = random.between(0, 99);
  if (segment === 'public sector') return draw < 40 ? 'late' : 'very_late';
  if (draw < (segment === 'residential' ? 66 : 48)) return 'prompt';
  if (draw < 84) return 'late';
  return draw < 95 ? 'very_late' : 'never';
}

function drawContracts(segment: Segment, currency: Currency, random: Random): Contract[] {
  const residential = segment === 'residential';
  const services: readonly Service[] =
    currency === 'EUR' ? ['water', 'water', 'gas', 'telecom'] : ['telecom', 'water', 'gas'];
  const first = random.pick(services);
  const chosen = new Set([first]);
  if (!residential && random.chance(260)) chosen.add(random.pick(services));
  const fromMonth = random.chance(340) ? 0 : random.between(1, monthCount - 6);
  const ends = random.chance(residential ? 180 : 70) && fromMonth < 20;
  const toMonth = ends ? random.between(fromMonth + 8, monthCount - 2) : monthCount - 1;
  return [...chosen].map((service) => ({
    service,
    meterId: `${service.charAt(0).toUpperCase()}${random.between(100_000, 999_999)}`,
    cycle: residential || random.chance(580) ? 2 : 1,
    phase: random.between(0, 1),
    billingOffset: random.between(0, 7),
    size: residential ? random.between(6, 18) : random.between(60, 480),
    fromMonth,
    toMonth,
  }));
}

function statusOf(payer: Payer, contracts: readonly Contract[], random: Random) {
  const ended = contracts.every((contract) => contract.toMonth < monthCount - 1);
  if (ended) return random.chance(200) ? 'deceased' : 'closed';
  return payer === 'never' && random.chance(600) ? 'on_hold' : 'active';
}

function drawTerms(segment: Segment, currency: Currency, random: Random): string {
  if (segment === 'residential') return 'N20';
  if (segment !== 'business') return 'N60';
  if (currency === 'EUR' && random.chance(250)) return 'D10N30';
  return random.chance(800) ? 'N30' : 'N60';
}

function makeCustomer(
  position: number,
  given: { segment: Segment; currency: Currency; name?: string },
  seed: string,
): Customer {
  const id = `C${String(position + 1).padStart(4, '0')}`;
  const random = new Random(`${seed}/customer/${id}`);
  const { segment, currency } = given;
  const residential = segment === 'residential';
  const region = random.pick(regions);
  const name = given.name ?? invent(segment, random);
  const payer = drawPayer(segment, random);
  const contracts = drawContracts(segment, currency, random);
  const country = currency === 'CZK' ? 'CZ' : currency === 'USD' ? 'US' : 'ES';
  const status = statusOf(payer, contracts, random);
  const directDebit = currency === 'EUR' && random.chance(residential ? 700 : 200);
  return {
    id,
    name,
    segment,
    region,
    collector: residential ? collectors[region] : collectors.business,
    ...(residential
      ? {}
      : {
          salesperson: random.pick(salespersons),
          creditLimit: BigInt(random.between(2, 40)) * 100_000n,
        }),
    language: country === 'CZ' ? 'cs' : country === 'US' ? 'en' : 'es',
    currency,
    control: currency === 'EUR' ? account.trade : account.tradeForeign,
    terms: drawTerms(segment, currency, random),
    status,
    street: `${random.pick(streets)} ${random.between(1, 120)}`,
    city: random.pick(places),
    postalCode: `00${random.between(100, 999)}`,
    country,
    payer,
    directDebit: directDebit && payer !== 'never',
    paysInRuns: !residential && !directDebit && random.chance(450),
    hasWorks: segment === 'business' && currency === 'EUR' && random.chance(420),
    contracts,
  };
}

/** The sub-companies of two business groups: child to parent, by position among the businesses. */
function withParents(customers: readonly Customer[]): Customer[] {
  const groups = [
    [0, 1, 2],
    [5, 6],
  ].map((group) => group.map((position) => customers[residentialCount + position]?.id ?? ''));
  const parentOf = new Map(
    groups.flatMap(([parent = '', ...children]) =>
      children.map((child) => [child, parent] as const),
    ),
  );
  return customers.map((customer) => {
    const parentId = parentOf.get(customer.id);
    return parentId === undefined
      ? customer
      : { ...customer, parentId, directDebit: false, payer: 'late' };
  });
}

/** All customers of a seed, about seven in ten residential. */
export function makeCustomers(seed: string): Customer[] {
  return withParents(segmentsInOrder().map((given, i) => makeCustomer(i, given, seed)));
}

export function customerRow(customer: Customer): Row {
  return {
    customer_id: customer.id,
    name: customer.name,
    parent_id: customer.parentId ?? '',
    segment: customer.segment,
    region: customer.region,
    collector: customer.collector,
    language: customer.language,
    currency: customer.currency,
    terms: customer.terms,
    credit_limit: customer.creditLimit === undefined ? '' : centsText(customer.creditLimit),
    status: customer.status,
    email: `${customer.id.toLowerCase()}@example.com`,
    street: customer.street,
    city: customer.city,
    postal_code: customer.postalCode,
    country: customer.country,
  };
}
