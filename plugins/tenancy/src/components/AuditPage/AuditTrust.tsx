import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { RelativeTime } from '@freehold/plugin-tenancy-react';
import type { AuditHealth } from '../../api';
import { tenancyTranslationRef } from '../../translation';

/** Whether the trail can be believed, in a line. */
export function AuditTrust(props: { health: AuditHealth | undefined }) {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { checkedAt, events = 0, faults = [] } = props.health ?? {};
  if (!props.health) return null;
  if (!checkedAt) return <>{t('audit.trust.unchecked')}</>;
  return (
    <>
      {faults.length === 0
        ? t('audit.trust.whole', { count: events })
        : t('audit.trust.broken', { count: faults.length })}{' '}
      <RelativeTime at={checkedAt} />
    </>
  );
}

/** What is wrong with the trail, where something is. */
export function AuditFaults(props: { health: AuditHealth | undefined }) {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const faults = props.health?.faults ?? [];
  if (faults.length === 0) return null;
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('audit.fault.title')}
      description={
        <>
          {t('audit.fault.description')}
          <ul>
            {faults.map(({ tenant, message }) => (
              <li key={tenant}>
                {tenant}: {message}
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}
