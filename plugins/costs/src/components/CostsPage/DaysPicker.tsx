import { DateRangePicker } from '@backstage/ui';
import { parseDate } from '@internationalized/date';
import { addDays, type DayRange } from '../../domain/DayRange';
import styles from './CostsFilters.module.css';

/** Asks for a first and a last day. */
export function DaysPicker(props: {
  label: string;
  range: DayRange;
  onChange: (range: DayRange) => void;
}) {
  const { label, range, onChange } = props;
  return (
    <DateRangePicker
      label={label}
      size="medium"
      className={styles.days}
      value={{
        start: parseDate(range.from),
        end: parseDate(addDays(range.to, -1)),
      }}
      onChange={chosen => {
        if (!chosen) return;
        onChange({
          from: chosen.start.toString(),
          to: addDays(chosen.end.toString(), 1),
        });
      }}
    />
  );
}
