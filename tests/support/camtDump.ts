import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { currencyScale } from '../../src/domain/money/currency';
import { exact } from '../../src/domain/money/decimal';

/**
 * What a dump of PHP objects says of a CAMT message. An object that was dumped before stands there as the text
 * `__RECURSIVITY__`; amounts are in minor units.
 */
const again = z.literal('__RECURSIVITY__');
const money = z.object({ getAmount: z.string(), getCurrency: z.object({ getCode: z.string() }) });
const instant = z.object({ '0': z.string() });

const balance = z.object({ getAmount: money, getDate: instant, getType: z.string() });
const record = z.object({
  getId: z.string(),
  getAccount: z.object({ getIdentification: z.string() }),
  getBalances: z.array(balance).optional(),
});
const party = z.object({
  getAccount: z.object({ getIdentification: z.string() }).nullable(),
  getRelatedPartyType: z.object({ __CLASS__: z.string(), getName: z.string().nullable() }),
});
const creditorReference = z.object({ getRef: z.string().nullable() });
const structured = z.object({
  getAdditionalRemittanceInformation: z.string().nullable(),
  getCreditorReferenceInformation: z.union([again, creditorReference]).nullable(),
});
const unstructured = z.object({ getMessage: z.string() });
const remittance = z.object({
  getMessage: z.string().nullable(),
  getCreditorReferenceInformation: creditorReference.nullable(),
  getStructuredBlock: structured.nullable(),
  getStructuredBlocks: z.array(z.union([again, structured])),
  getUnstructuredBlock: unstructured.nullable(),
  getUnstructuredBlocks: z.array(z.union([again, unstructured])),
});
const reference = z.object({
  getEndToEndId: z.string().nullable(),
  getUuidEndToEndReference: z.string().nullable(),
  getInstructionId: z.string().nullable(),
  getPaymentInformationId: z.string().nullable(),
});
const detail = z.object({
  getReference: reference.nullable(),
  getRelatedParties: z.array(z.union([again, party])),
  getRelatedParty: z.union([again, party]).nullable(),
  getRemittanceInformation: remittance.nullable(),
  getAdditionalTransactionInformation: z
    .union([z.string(), z.object({ getInformation: z.string() })])
    .nullable(),
});
const entry = z.object({
  getAccountServicerReference: z.string().nullable(),
  getAdditionalInfo: z.string(),
  getAmount: money,
  getBatchPaymentId: z.string().nullable(),
  getBookingDate: instant.nullable(),
  getValueDate: instant.nullable(),
  getCreditDebitIndicator: z.string(),
  getStatus: z.string(),
  getRecord: record,
  getTransactionDetail: z.union([again, detail]).nullable(),
  getTransactionDetails: z.array(z.union([again, detail])),
});
const message = z.object({
  getEntries: z.array(entry),
  getRecords: z.array(z.union([again, record])),
});

export type CamtDump = z.infer<typeof message>;
export type DumpedEntry = z.infer<typeof entry>;
export type DumpedRecord = z.infer<typeof record>;
export type DumpedDetail = z.infer<typeof detail>;

export function camtDump(path: string): CamtDump {
  return message.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Minor units as an amount. */
export function dumpedAmount({ getAmount, getCurrency }: z.infer<typeof money>): string {
  const scale = currencyScale(getCurrency.getCode);
  return exact(getAmount).div(exact('10').pow(scale)).toFixed();
}

/** The date of an instant, which the dump holds in UTC; no fixture crosses midnight by that. */
export const dumpedDate = (at: z.infer<typeof instant> | null): string =>
  at?.['0'].slice(0, 10) ?? '';

export function dumpedDetails(of: DumpedEntry): readonly DumpedDetail[] {
  const first = of.getTransactionDetail === '__RECURSIVITY__' ? null : of.getTransactionDetail;
  return of.getTransactionDetails
    .map((one) => (one === '__RECURSIVITY__' ? first : one))
    .filter((one) => one !== null);
}

/** Parties by their role, `Debtor`, `Creditor`, and those that they act for. */
export function dumpedParties(
  of: DumpedDetail,
): ReadonlyMap<string, { readonly name: string; readonly account: string }> {
  const first = of.getRelatedParty === '__RECURSIVITY__' ? null : of.getRelatedParty;
  const parties = of.getRelatedParties.map((one) => (one === '__RECURSIVITY__' ? first : one));
  return new Map(
    parties
      .filter((one) => one !== null)
      .map(({ getAccount, getRelatedPartyType }) => [
        getRelatedPartyType.__CLASS__.replace(/^.*\\/, ''),
        { name: getRelatedPartyType.getName ?? '', account: getAccount?.getIdentification ?? '' },
      ]),
  );
}

/** The lines of a detail's remittance: free text, then the reference and the addition of each structured part. */
export function dumpedRemittance({
  getRemittanceInformation: of,
}: DumpedDetail): readonly string[] {
  if (!of) return [];
  const free = of.getUnstructuredBlocks.map((one) =>
    one === '__RECURSIVITY__' ? of.getUnstructuredBlock?.getMessage : one.getMessage,
  );
  const parts = of.getStructuredBlocks.flatMap((one) => {
    const block = one === '__RECURSIVITY__' ? of.getStructuredBlock : one;
    const own = block?.getCreditorReferenceInformation;
    const ref = own === '__RECURSIVITY__' ? of.getCreditorReferenceInformation : own;
    return [ref?.getRef, block?.getAdditionalRemittanceInformation];
  });
  return [...free, ...parts].map((line) => line ?? '').filter((line) => line !== '');
}
