import type { Customer, Payer } from './customers';
import { type Day, monthIndex, monthStart, workingDay } from './period';
import type { Random } from './random';

interface Habit {
  /** Days from the due date to the payment, the earliest and the latest. */
  readonly days: readonly [number, number];
  /** Of a thousand debits: those paid in two goes, and those never paid. */
  readonly partly: number;
  readonly unpaid: number;
  /** Of a thousand direct debits: those that the bank returns. */
  readonly returned: number;
}

const habits: Readonly<Record<Payer, Habit>> = {
  prompt: { days: [-7, 3], partly: 8, unpaid: 1, returned: 6 },
  late: { days: [4, 42], partly: 45, unpaid: 10, returned: 35 },
  very_late: { days: [38, 150], partly: 90, unpaid: 45, returned: 90 },
  never: { days: [-3, 20], partly: 20, unpaid: 0, returned: 0 },
};

export function habitOf(payer: Payer): Habit {
  return habits[payer];
}

/** The day on which a customer who pays by transfer does so. */
export function paymentDay(customer: Customer, dueDay: Day, random: Random): Day {
  const [earliest, latest] = habits[customer.payer].days;
  return workingDay(dueDay + random.between(earliest, latest));
}

/** The next day, the 10th or the 25th or the Monday after, on which a customer pays all that is due. */
export function runDay(date: Day): Day {
  const start = monthStart(monthIndex(date));
  const run = [start + 9, start + 24].map(workingDay).find((candidate) => candidate >= date);
  return run ?? workingDay(monthStart(monthIndex(date) + 1) + 9);
}
