import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { RelativeTime } from '@freehold/plugin-tenancy-react';
import type { Deployment } from '../../api';
import { decisionTranslationRef } from '../../decisionTranslation';
import { PersonName } from '../parts/PersonName';
import styles from './DeploymentFailure.module.css';

/** That an approval was given and holds no more, and why. */
export function VoidedApproval({ deployment }: { deployment: Deployment }) {
  const { voidedApproval, state } = deployment;
  const { t } = useTranslationRef(decisionTranslationRef);
  if (!voidedApproval) return null;
  const { by, at, voidedAt } = voidedApproval;
  return (
    <div className={styles.failure}>
      <Alert
        status="warning"
        icon
        title={t('voided.title')}
        description={
          <>
            {t('voided.by')} <PersonName entityRef={by} />,{' '}
            <RelativeTime at={at} />. {t('voided.why')},{' '}
            <RelativeTime at={voidedAt} />.
            {state === 'awaiting-approval' && <> {t('voided.again')}</>}
          </>
        }
      />
    </div>
  );
}
