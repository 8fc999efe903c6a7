import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { RelativeTime, useMe } from '@freehold/plugin-tenancy-react';
import type { Deployment } from '../../api';
import { decisionTranslationRef } from '../../decisionTranslation';
import { useSitePermissions } from '../../hooks/useSitePermissions';
import { PersonName } from '../parts/PersonName';
import styles from './DeploymentFailure.module.css';

/** That an approval was given and holds no more, and why. */
export function VoidedApproval({ deployment }: { deployment: Deployment }) {
  const { voidedApproval, state, customer, siteId } = deployment;
  const { t } = useTranslationRef(decisionTranslationRef);
  const { canApprove } = useSitePermissions(customer, siteId);
  const { me } = useMe();
  if (!voidedApproval) return null;
  const isBarred =
    me !== undefined && deployment.barredFromApproval?.includes(me.entityRef);
  const mayDecide = state === 'awaiting-approval' && canApprove && !isBarred;
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
            {mayDecide && <> {t('voided.again')}</>}
          </>
        }
      />
    </div>
  );
}
