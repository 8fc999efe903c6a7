import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Link } from '@backstage/ui';
import { RelativeTime } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { sitesApiRef, type Site, type StateHistory } from '../../api';
import { useSitePermissions } from '../../hooks/useSitePermissions';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';
import { ReasonDialog } from '../parts/ReasonDialog';

/** Who holds the lock on a state since when, and the way out if they died. */
export function StateLockNotice(props: {
  site: Site;
  lock: NonNullable<StateHistory['lock']>;
  refresh: () => Promise<unknown>;
}) {
  const { site, lock, refresh } = props;
  const { customer, siteId } = site;
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  const api = useApi(sitesApiRef);
  const may = useSitePermissions(customer, siteId);
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Alert
        status={lock.isAlive ? 'info' : 'warning'}
        icon
        title={t(lock.isAlive ? 'state.lock.alive' : 'state.lock.left')}
        description={
          <>
            {t('state.lock.since')} <RelativeTime at={lock.since} />
            {lock.holder && <>, {lock.holder}</>}
            {lock.deploymentId && (
              <>
                ,{' '}
                <Link href={paths.deployment(customer, lock.deploymentId)}>
                  {t('state.byDeployment')}
                </Link>
              </>
            )}
          </>
        }
        customActions={
          may.canChangeState && !lock.isAlive ? (
            <Button variant="secondary" onPress={() => setAsked(true)}>
              {t('state.lock.release')}
            </Button>
          ) : undefined
        }
      />
      <ReasonDialog
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title={t('state.lock.title')}
        description={t('state.lock.consequence')}
        label={t('state.reason')}
        action={t('state.lock.release')}
        onSubmit={async reason => {
          await api.releaseStateLock(customer, siteId, lock.lockId, reason);
          await refresh();
        }}
      />
    </>
  );
}
