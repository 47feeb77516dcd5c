import { useWindowEvent } from '@mantine/hooks';

/** Ctrl F wherever the keyboard is on the page: the browser's own search does not see rows that are not drawn. */
export function useFindKey(onFind: () => void): void {
  useWindowEvent('keydown', (event) => {
    const isFind =
      (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'f';
    if (!isFind || event.shiftKey || event.defaultPrevented) return;
    // What is under a dialog is out of reach.
    if (document.querySelector('[role="dialog"]')) return;
    event.preventDefault();
    onFind();
  });
}
