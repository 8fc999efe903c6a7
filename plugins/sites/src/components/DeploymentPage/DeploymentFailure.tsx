import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { Deployment } from '../../api';
import { sitesTranslationRef } from '../../translation';
import { PersonName } from '../parts/PersonName';
import styles from './DeploymentFailure.module.css';

/** Why a deployment failed, in words, and who rejected its plan. */
export function DeploymentFailure({ deployment }: { deployment: Deployment }) {
  const { failure, approval } = deployment;
  const { t } = useTranslationRef(sitesTranslationRef);
  if (!failure) return null;
  return (
    <div className={styles.failure}>
      <Alert
        status="danger"
        icon
        title={t('failure.title')}
        description={
          <>
            {failure.message}
            {approval?.decision === 'rejected' && (
              <>
                {' '}
                {t('failure.rejectedBy')} <PersonName entityRef={approval.by} />
                .
              </>
            )}
          </>
        }
      />
    </div>
  );
}
