import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';

/** A box whose text narrows a report; it follows the address, and tells it after a moment without typing. */
export function SearchBox(props: {
  readonly label: string;
  readonly value: string;
  onChange(text: string): void;
}): ReactNode {
  const { value } = props;
  const [text, setText] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    if (value !== told.current) setText(value);
    told.current = value;
  }, [value]);
  const tell = useDebouncedCallback((next: string) => {
    told.current = next;
    props.onChange(next);
  }, 200);
  return (
    <TextInput
      size="xs"
      w={280}
      aria-label={props.label}
      placeholder={props.label}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value.trim());
      }}
    />
  );
}
