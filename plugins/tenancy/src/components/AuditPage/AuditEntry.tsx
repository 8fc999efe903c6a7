import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatInstant } from '@freehold/plugin-tenancy-react';
import { RiArrowRightSLine } from '@remixicon/react';
import { useState } from 'react';
import type { AuditEvent } from '../../api';
import type { AuditQueryState } from '../../hooks';
import { tenancyTranslationRef } from '../../translation';
import { AuditActor } from './AuditActor';
import { AuditDetails } from './AuditDetails';
import { AuditOutcomeChip } from './AuditOutcomeChip';
import styles from './AuditPage.module.css';
import { nameOf } from './auditWords';
import { useSentence } from './useSentence';

/** One event as a sentence; more of it on request. */
export function AuditEntry(props: {
  event: AuditEvent;
  list: AuditQueryState;
  withCustomer: boolean;
}) {
  const { event, list, withCustomer } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const tell = useSentence();
  const id = `audit-${event.id}`;
  const at = new Date(event.occurredAt);
  return (
    <li className={styles.entry}>
      <button
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <RiArrowRightSLine
          aria-hidden
          className={isOpen ? styles.opened : undefined}
        />
        <time
          dateTime={event.occurredAt}
          title={formatInstant(event.occurredAt)}
        >
          {at.toLocaleTimeString(undefined, { timeStyle: 'short' })}
        </time>
        <span className={styles.sentence}>
          <b>
            <AuditActor actor={event.actor} />
          </b>{' '}
          {event.viewingAs && (
            <>{t('audit.viewingAs', { tenant: event.viewingAs })} </>
          )}
          {tell(event)} {isAboutItself(event) || <b>{nameOf(event)}</b>}
        </span>
        {withCustomer && (
          <span className={styles.customer}>
            {event.tenant === 'default' ? t('audit.business') : event.tenant}
          </span>
        )}
        <AuditOutcomeChip outcome={event.outcome} />
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && <AuditDetails event={event} list={list} />}
      </div>
    </li>
  );
}

/** "Anna signed in" says it all; the id of the session says nothing. */
function isAboutItself({ actor, object, ...event }: AuditEvent): boolean {
  return (
    (object.kind === 'customer' &&
      object.id === event.tenant &&
      event.outcome !== 'succeeded') ||
    (object.kind === 'session' && actor.kind !== 'nobody') ||
    object.kind === 'operation' ||
    (object.kind === 'member' && actor.ref?.endsWith(`/${object.id}`) === true)
  );
}
