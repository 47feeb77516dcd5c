import { type RefObject, useEffect, useRef } from 'react';

/**
 * Tells when the keyboard goes from an element to another part of the page: not when another window comes to the
 * front, nor when a cell that had it is drawn anew.
 */
export function useFocusLeaving(element: RefObject<HTMLElement | null>, onLeave: () => void): void {
  const listener = useRef(onLeave);
  useEffect(() => {
    listener.current = onLeave;
  });
  useEffect(() => {
    const root = element.current;
    const leaving = (event: FocusEvent) => {
      const { relatedTarget } = event;
      if (relatedTarget instanceof Node && !root?.contains(relatedTarget)) listener.current();
    };
    root?.addEventListener('focusout', leaving);
    return () => root?.removeEventListener('focusout', leaving);
  }, [element]);
}
