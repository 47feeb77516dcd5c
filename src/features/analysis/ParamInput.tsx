import { Group, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useUrlParams } from '../../session/react/useUrlParams';

/** A parameter that is typed: it counts when the line is left or Enter is pressed, and only where it can be read. */
export function ParamInput(props: {
  readonly name: string;
  readonly label: string;
  readonly fits: RegExp;
  readonly width: number;
  /** What it is where the address does not say. */
  readonly own: string;
}): ReactNode {
  const { params, set } = useUrlParams();
  const { name, label, fits, width, own } = props;
  const known = params[name] ?? own;
  const [typed, setTyped] = useState<string>();
  // Codes are capitals; digits have none.
  const text = (typed ?? known).replaceAll(/\s/g, '').toUpperCase();
  const isRead = text === '' || text === own || fits.test(text);
  const take = (): void => {
    if (!isRead || typed === undefined) return;
    set({ [name]: text === own || text === '' ? undefined : text });
    setTyped(undefined);
  };
  return (
    <Group component="label" gap={6} wrap="nowrap">
      <Text component="span" size="xs" c="dimmed">
        {label}
      </Text>
      <TextInput
        size="xs"
        w={width}
        value={typed ?? known}
        error={!isRead}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
    </Group>
  );
}
