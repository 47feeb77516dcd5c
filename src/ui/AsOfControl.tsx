import { ActionIcon, Group, Slider, Tooltip } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useHotkeys } from '@mantine/hooks';
import {
  IconChevronLeft,
  IconChevronRight,
  IconChevronsLeft,
  IconChevronsRight,
} from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  type IsoDate,
  monthEnd,
  parseIsoDate,
} from '../domain/time/calendar';
import type { MessageKey } from '../i18n/catalogue';
import { formatDate } from '../i18n/formats';
import { useLocale, useTranslate } from '../i18n/setup';
import { dayFormats } from './DayInput';
import { typedDate } from './typedDate';

interface AsOfProps {
  readonly asOf: IsoDate;
  /** The first and last day of the data: the slider's ends. The picker goes beyond them. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Called all along a drag with `isFinal` false, and once with true where the hand rests. */
  onChange(date: IsoDate, isFinal: boolean): void;
}

/** The last day of the next month, or of this one where the date is not yet there. */
const nextMonthEnd = (date: IsoDate): IsoDate =>
  monthEnd(date) === date ? monthEnd(date, 1) : monthEnd(date);

/** The as-of date: a picker, steps by day and month end (K, J, with Shift), and a slider that follows the hand. */
export function AsOfControl(props: AsOfProps): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const { asOf, onChange } = props;
  const [shown, setShown] = useState(asOf);
  const [isUnread, setUnread] = useState(false);
  /** Whether the text as it is now is no date. */
  const isNoDate = useRef(false);
  useEffect(() => {
    setShown(asOf);
    setUnread(false);
    isNoDate.current = false;
  }, [asOf]);

  const go = (date: IsoDate): void => onChange(date, true);
  const steps: readonly (readonly [MessageKey, typeof IconChevronLeft, () => void])[] = [
    ['asOf.previousMonth', IconChevronsLeft, () => go(monthEnd(asOf, -1))],
    ['asOf.previousDay', IconChevronLeft, () => go(addDays(asOf, -1))],
    ['asOf.nextDay', IconChevronRight, () => go(addDays(asOf, 1))],
    ['asOf.nextMonth', IconChevronsRight, () => go(nextMonthEnd(asOf))],
  ];
  useHotkeys([
    ['K', () => go(addDays(asOf, -1))],
    ['J', () => go(addDays(asOf, 1))],
    ['shift+K', () => go(monthEnd(asOf, -1))],
    ['shift+J', () => go(nextMonthEnd(asOf))],
  ]);

  const step = ([label, Icon, run]: (typeof steps)[number]): ReactNode => (
    <Tooltip key={label} label={t(label)}>
      <ActionIcon variant="default" onClick={run} aria-label={t(label)}>
        <Icon size={16} />
      </ActionIcon>
    </Tooltip>
  );
  const [first, last] = [
    dayNumber(props.from),
    Math.max(dayNumber(props.to), dayNumber(props.from) + 1),
  ];
  return (
    <Group gap="xs" wrap="wrap" align="flex-start">
      <Group gap={4} align="flex-start">
        {steps.slice(0, 2).map(step)}
        <DateInput
          aria-label={t('asOf.label')}
          value={shown}
          locale={locale}
          valueFormat={dayFormats[locale]}
          size="xs"
          w={128}
          dateParser={(text) => {
            const date = typedDate(text, locale);
            isNoDate.current = date === undefined;
            if (date !== undefined) setUnread(false);
            return date ?? null;
          }}
          error={isUnread && t('asOf.unread', { example: formatDate(asOf, locale) })}
          // The calendar would stand before what is wrong.
          popoverProps={{ disabled: isUnread }}
          styles={{ error: { width: 260 } }}
          // What is half typed is no mistake yet.
          onBlur={() => setUnread(isNoDate.current)}
          onKeyDown={(event) => event.key === 'Enter' && setUnread(isNoDate.current)}
          onChange={(text) => {
            const parsed = parseIsoDate(text ?? '');
            if (parsed.ok) go(parsed.value);
          }}
        />
        {steps.slice(2).map(step)}
      </Group>
      <Slider
        style={{ flex: 1, minWidth: 160 }}
        mt={7}
        thumbLabel={t('asOf.slider')}
        min={first}
        max={last}
        value={Math.min(Math.max(dayNumber(shown), first), last)}
        label={(day) => formatDate(dateOfDayNumber(day), locale)}
        thumbProps={{ 'aria-valuetext': formatDate(shown, locale) }}
        onChange={(day) => {
          const date = dateOfDayNumber(day);
          setShown(date);
          onChange(date, false);
        }}
        onChangeEnd={(day) => onChange(dateOfDayNumber(day), true)}
      />
    </Group>
  );
}
