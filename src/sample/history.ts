import { billContracts, billCorrection, billWorks, carryForward } from './billing';
import { Book } from './book';
import type { Customer } from './customers';
import type { DraftDocument, History } from './draft';
import { lastDay, monthStart, workingDay } from './period';
import { Random } from './random';
import type { Rates } from './rates';
import { Settling } from './settling';

/** An invoice that was never finished, and one that was cancelled before it counted. */
function addUnposted(book: Book, like: DraftDocument, random: Random): void {
  const { kind, currency, amount, tax, department, service } = like;
  const details = {
    kind,
    currency,
    amount,
    tax,
    ...(department === undefined ? {} : { department }),
    ...(service === undefined ? {} : { service }),
  };
  if (random.chance(35)) {
    const postingDay = lastDay - random.between(0, 9);
    book.post({ ...details, status: 'draft', postingDay, dueDay: postingDay + 30 });
  }
  if (random.chance(35)) {
    const { postingDay } = like;
    book.post({ ...details, status: 'void', postingDay, dueDay: postingDay + 30 });
  }
}

/** Everything that happens to one customer. */
function simulate(customer: Customer, rates: Rates, seed: string): History {
  const random = new Random(`${seed}/account/${customer.id}`);
  const book = new Book(customer, rates);
  const settling = new Settling(book, random);
  const debits = [...billContracts(book, random)];
  const fromStart = customer.contracts.some((contract) => contract.fromMonth === 0);
  if (fromStart && random.chance(180)) debits.push(carryForward(book, random));
  const corrected = debits[Math.floor(debits.length / 2)];
  const early = corrected !== undefined && corrected.postingDay < lastDay - 30;
  if (early && corrected.kind === 'invoice' && random.chance(80)) {
    debits.push(billCorrection(book, corrected, random));
  }
  if (random.chance(90)) settling.onAccount(workingDay(monthStart(random.between(1, 34)) + 12));
  for (const debit of debits.sort((a, b) => (a.dueDay ?? 0) - (b.dueDay ?? 0)))
    settling.debit(debit);
  if (customer.hasWorks) {
    const works = billWorks(book, random);
    settling.instalments(works.invoice, works.parts);
  }
  settling.close();
  const last = debits.at(-1);
  if (last) addUnposted(book, last, random);
  return book.close();
}

/** The history of all customers, cut at the sample's last day. */
export function makeHistory(customers: readonly Customer[], rates: Rates, seed: string): History {
  const accounts = customers.map((customer) => simulate(customer, rates, seed));
  const documents = accounts
    .flatMap((history) => history.documents)
    .filter((document) => document.postingDay <= lastDay);
  const known = new Set(documents.map((document) => document.key));
  return {
    documents,
    allocations: accounts
      .flatMap((history) => history.allocations)
      .filter(
        (allocation) =>
          allocation.effectiveDay <= lastDay &&
          known.has(allocation.credit) &&
          known.has(allocation.debit),
      ),
    instalments: accounts.flatMap((history) => history.instalments),
    usage: accounts.flatMap((history) => history.usage),
  };
}
