import {
  Button,
  Group,
  Popover,
  Select,
  Stack,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { parseEdges } from '../domain/aging/buckets';
import type { AgingPolicy } from '../domain/aging/policy';
import type { MessageKey } from '../i18n/catalogue';
import { useLocale, useTranslate } from '../i18n/setup';
import { policyPhrases } from './policyPhrases';

interface PolicyLineProps {
  readonly policy: AgingPolicy;
  /** Parameters to set; a default value is `undefined`. */
  onChange(patch: Readonly<Record<string, string | undefined>>): void;
}

interface Choice {
  readonly name:
    | 'basis'
    | 'credits'
    | 'allocation'
    | 'relink'
    | 'currency'
    | 'disputed'
    | 'dueDate'
    | 'attributes';
  readonly label: MessageKey;
  readonly values: readonly (readonly [string, MessageKey])[];
}

const choices: readonly Choice[] = [
  {
    name: 'basis',
    label: 'policyForm.basis',
    values: [
      ['due', 'policy.basis.due'],
      ['document', 'policy.basis.document'],
    ],
  },
  {
    name: 'credits',
    label: 'policyForm.credits',
    values: [
      ['own', 'policy.credits.own'],
      ['unapplied', 'policy.credits.unapplied'],
      ['netted', 'policy.credits.netted'],
    ],
  },
  {
    name: 'allocation',
    label: 'policyForm.allocation',
    values: [
      ['given', 'policy.allocation.given'],
      ['specific', 'policy.allocation.specific'],
      ['oldest', 'policy.allocation.oldest'],
      ['newest', 'policy.allocation.newest'],
      ['prorata', 'policy.allocation.prorata'],
    ],
  },
  {
    name: 'relink',
    label: 'policyForm.relink',
    values: [
      ['no', 'policy.relink.no'],
      ['yes', 'policy.relink.yes'],
    ],
  },
  {
    name: 'currency',
    label: 'policyForm.currency',
    values: [
      ['document', 'policy.currency.document'],
      ['base', 'policy.currency.base'],
    ],
  },
  {
    name: 'disputed',
    label: 'policyForm.disputed',
    values: [
      ['include', 'policy.disputed.include'],
      ['exclude', 'policy.disputed.exclude'],
    ],
  },
  {
    name: 'dueDate',
    label: 'policyForm.dueDate',
    values: [
      ['current', 'policy.dueDate.current'],
      ['original', 'policy.dueDate.original'],
    ],
  },
  {
    name: 'attributes',
    label: 'policyForm.attributes',
    values: [
      ['then', 'policy.attributes.then'],
      ['now', 'policy.attributes.now'],
    ],
  },
];

/** How the figures were computed, in one line that opens to be changed. */
export function PolicyLine(props: PolicyLineProps): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const { policy, onChange } = props;
  const text = policyPhrases(policy, t, locale).join(' · ');
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      withArrow
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton
          onClick={() => setOpen(!isOpen)}
          aria-expanded={isOpen}
          aria-label={`${t('page.changePolicy')}: ${text}`}
          title={t('page.changePolicy')}
          data-testid="policy-line"
        >
          <Group gap={6} wrap="nowrap" align="flex-start">
            <IconAdjustments size={16} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
            <Text size="sm" c="dimmed">
              {text}
            </Text>
          </Group>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs" w={320} mah="70vh" style={{ overflowY: 'auto' }}>
          <EdgesInput
            edges={policy.edges.join(',')}
            onChange={(edges) => onChange({ edges: edges === '0,30,60,90' ? undefined : edges })}
          />
          {choices.map(({ name, label, values }) => (
            <Select
              key={name}
              label={t(label)}
              value={policy[name]}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              data={values.map(([value, key]) => ({ value, label: t(key) }))}
              onChange={(value) =>
                onChange({ [name]: value === null || value === values[0]?.[0] ? undefined : value })
              }
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function EdgesInput(props: { readonly edges: string; onChange(edges: string): void }): ReactNode {
  const t = useTranslate();
  const [text, setText] = useState(props.edges);
  const parsed = parseEdges(text);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (parsed.ok) props.onChange(parsed.value.join(','));
      }}
    >
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          style={{ flex: 1 }}
          label={t('policyForm.edges')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={parsed.ok ? undefined : t('policyForm.edgesWrong')}
        />
        <Button type="submit" variant="default" disabled={!parsed.ok}>
          {t('page.apply')}
        </Button>
      </Group>
    </form>
  );
}
