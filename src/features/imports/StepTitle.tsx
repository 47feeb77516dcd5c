import { Title, type TitleOrder } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

interface StepTitleProps {
  readonly children: ReactNode;
  readonly order?: TitleOrder;
  /** What it is the title of: when that changes, what was pressed for it may be gone. */
  readonly of?: unknown;
}

/** The title of a step, or of a part of it. Who uses the keyboard goes on from here where what had the focus is gone. */
export function StepTitle({ children, order = 2, of }: StepTitleProps): ReactNode {
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef<unknown>(undefined);
  useEffect(() => {
    shown.current = of;
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) title.current?.focus();
  }, [of]);
  return (
    <Title order={order} ref={title} tabIndex={-1} style={{ outline: 'none' }}>
      {children}
    </Title>
  );
}
