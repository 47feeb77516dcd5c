import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

/** The title of a step. What was pressed to come to it is gone: who uses the keyboard goes on from here. */
export function StepTitle({ children }: { readonly children: ReactNode }): ReactNode {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) title.current?.focus();
  }, []);
  return (
    <Title order={2} ref={title} tabIndex={-1} style={{ outline: 'none' }}>
      {children}
    </Title>
  );
}
