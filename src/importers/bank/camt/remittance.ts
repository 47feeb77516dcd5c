import { childAt, childrenOf, textAt, type XmlElement } from '../../xml/element';

/**
 * What the details of an entry are for, a line for each statement of it and none twice: the free text, then of each
 * structured part the documents it pays, the creditor's reference and what is added; else what the bank says of the
 * transaction.
 */
export function remittanceOf(details: readonly XmlElement[]): string {
  const lines = details.flatMap((detail) => {
    const found = remittanceLines(childAt(detail, 'RmtInf'));
    return found.length > 0 ? found : [textAt(detail, 'AddtlTxInf')];
  });
  return [...new Set(lines)].filter((line) => line !== '').join('\n');
}

function remittanceLines(information: XmlElement | undefined): readonly string[] {
  const free = childrenOf(information, 'Ustrd').map((part) => part.text.trim());
  const structured = childrenOf(information, 'Strd').flatMap((part) => [
    ...childrenOf(part, 'RfrdDocInf').map((document) => textAt(document, 'Nb')),
    textAt(part, 'CdtrRefInf', 'Ref') || textAt(part, 'CdtrRefInf', 'CdtrRef'),
    ...childrenOf(part, 'AddtlRmtInf').map((addition) => addition.text.trim()),
  ]);
  return [...free, ...structured].filter((line) => line !== '');
}
