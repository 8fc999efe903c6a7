import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AuditEvent } from '../../api';
import type { AuditQueryState } from '../../hooks';
import { tenancyTranslationRef } from '../../translation';
import { AuditEntry } from './AuditEntry';
import styles from './AuditPage.module.css';
import { dayOf, groupByDay } from './auditWords';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Events under the days they were on. */
export function AuditDays(props: {
  events: AuditEvent[];
  list: AuditQueryState;
  withCustomer: boolean;
}) {
  const nameDay = useDayName();
  return (
    <div className={styles.days}>
      {groupByDay(props.events).map(({ day, events }) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>{nameDay(day)}</h2>
          <ol className={styles.entries}>
            {events.map(event => (
              <AuditEntry
                key={event.id}
                event={event}
                list={props.list}
                withCustomer={props.withCustomer}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function useDayName(): (day: string) => string {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const today = dayOf(new Date().toISOString());
  const yesterday = dayOf(new Date(Date.now() - DAY_MS).toISOString());
  return day => {
    if (day === today) return t('audit.day.today');
    if (day === yesterday) return t('audit.day.yesterday');
    return new Date(`${day}T12:00`).toLocaleDateString(undefined, {
      dateStyle: 'full',
    });
  };
}
