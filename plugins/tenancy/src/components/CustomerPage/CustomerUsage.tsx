import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import { customerUpdatePermission } from '@freehold/plugin-tenancy-common';
import { ErrorPanel, LoadingRows } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import type { Customer } from '../../api';
import { useUsage } from '../../hooks';
import { tenancyTranslationRef } from '../../translation';
import styles from '../lists.module.css';
import { UsageMeters } from '../usage/UsageMeters';
import { LimitsDialog } from './LimitsDialog';

/** What a customer has used, and its limits to be changed. */
export function CustomerUsage(props: { customer: Customer }) {
  const { customer } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { value, error, retry } = useUsage(customer.slug);
  const [isEditing, setEditing] = useState(false);
  const { allowed: canEdit } = usePermission({
    permission: customerUpdatePermission,
    resourceRef: customer.slug,
  });
  return (
    <section className={styles.section} aria-labelledby="customer-usage">
      <div className={styles.sectionHead}>
        <h2 id="customer-usage">{t('usage.title')}</h2>
        {canEdit && value && (
          <Button variant="secondary" onPress={() => setEditing(true)}>
            {t('usage.edit.open')}
          </Button>
        )}
      </div>
      {error && (
        <ErrorPanel
          title={t('usage.errorTitle')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !value && <LoadingRows />}
      {!error && value && <UsageMeters {...value} showsOwn />}
      {isEditing && value && (
        <LimitsDialog
          customer={customer}
          usage={value.usage}
          onClose={() => setEditing(false)}
          onSaved={() => {
            setEditing(false);
            retry();
          }}
        />
      )}
    </section>
  );
}
