import { Button } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';

interface GridToolProps {
  readonly icon: Icon;
  readonly label: string;
  readonly onClick: () => void;
}

/** A button among the grid's tools. */
export function GridTool({ icon: Picture, label, onClick }: GridToolProps) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Picture size={16} />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
