/** The class of cells that may be edited at this moment. */
export const editableClass = 'saldo-editable';

function mark(cell: Element): void {
  const value = cell.classList.contains(editableClass) ? 'false' : 'true';
  if (cell.getAttribute('aria-readonly') !== value) cell.setAttribute('aria-readonly', value);
}

/**
 * Tells screen readers which cells can be edited, which the grid library does not: cells are marked as they are drawn
 * and whenever their class changes.
 * @returns ends it
 */
export function markReadOnlyCells(root: HTMLElement): () => void {
  for (const cell of root.querySelectorAll('.ag-cell')) mark(cell);
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') {
        if (target instanceof Element && target.classList.contains('ag-cell')) mark(target);
        continue;
      }
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.classList.contains('ag-cell')) mark(node);
        for (const cell of node.querySelectorAll('.ag-cell')) mark(cell);
      }
    }
  });
  observer.observe(root, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['class'],
  });
  return () => {
    observer.disconnect();
    for (const cell of root.querySelectorAll('.ag-cell')) cell.removeAttribute('aria-readonly');
  };
}
