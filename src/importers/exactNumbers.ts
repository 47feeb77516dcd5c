const decimal = /\d\.\d/;
const marked = /\d[.,]\d/;

/**
 * Finds the columns whose decimals are all numbers of the source (a workbook's, JSON's), and none of them a text: that
 * 1.234 is no thousand there need not be asked.
 */
export class ExactNumbers {
  readonly #exact = new Set<number>();
  readonly #texts = new Set<number>();

  look(column: number, text: string, isNumber: boolean): void {
    if (isNumber) {
      if (decimal.test(text)) this.#exact.add(column);
    } else if (marked.test(text)) this.#texts.add(column);
  }

  get columns(): readonly number[] {
    return [...this.#exact].filter((column) => !this.#texts.has(column)).sort((a, b) => a - b);
  }
}
