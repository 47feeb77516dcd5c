/** A question that asks for amounts in a currency to which there is no rate. */
export class MissingRate extends Error {
  override readonly name = 'MissingRate';
  readonly currency: string;
  readonly baseCurrency: string;
  /** One of the items without a rate, and how many there are. */
  readonly documentId: string;
  readonly itemCount: number;

  constructor(currency: string, baseCurrency: string, documentId: string, itemCount: number) {
    super(
      `there is no rate from ${currency} to ${baseCurrency} for ${itemCount} open items, such as ${documentId}; import exchange rates or base amounts`,
    );
    this.currency = currency;
    this.baseCurrency = baseCurrency;
    this.documentId = documentId;
    this.itemCount = itemCount;
  }
}
