import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link, Text } from '@backstage/ui';
import {
  ErrorPanel,
  formatBytes,
  RelativeTime,
  useAction,
} from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { sitesApiRef, type Site, type StateVersion } from '../../api';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';
import { PersonName } from '../parts/PersonName';
import { ReasonDialog } from '../parts/ReasonDialog';
import styles from './SiteState.module.css';

/** One version of a state: where it came from, and what to do with it. */
export function StateVersionItem(props: {
  site: Site;
  version: StateVersion;
  isNewest: boolean;
  canRestore: boolean;
  refresh: () => Promise<unknown>;
}) {
  const { site, version, isNewest, canRestore, refresh } = props;
  const { customer, siteId } = site;
  const { t } = useTranslationRef(sitesTranslationRef);
  const api = useApi(sitesApiRef);
  const [isAsked, setAsked] = useState(false);
  const download = useAction(() =>
    api.downloadState(customer, siteId, version.version),
  );
  const name = t('state.version', { version: version.version });
  return (
    <li>
      <div className={styles.words}>
        <Text weight="bold">
          {isNewest ? t('state.newest', { version: version.version }) : name}
        </Text>
        <Text color="secondary">
          <Origin site={site} version={version} />
        </Text>
        <Text color="secondary">{useFacts(version)}</Text>
      </div>
      <div className={styles.actions}>
        <Button
          variant="secondary"
          aria-label={`${t('state.download')}: ${name}`}
          isPending={download.isRunning}
          onPress={() => download.run()}
        >
          {t('state.download')}
        </Button>
        {canRestore && !isNewest && (
          <Button
            variant="secondary"
            aria-label={`${t('state.restore.action')}: ${name}`}
            onPress={() => setAsked(true)}
          >
            {t('state.restore.action')}
          </Button>
        )}
      </div>
      {download.error && (
        <ErrorPanel error={download.error} title={t('state.downloadFailed')} />
      )}
      <ReasonDialog
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title={t('state.restore.title', { version: version.version })}
        description={t('state.restore.consequence')}
        label={t('state.reason')}
        action={t('state.restore.action')}
        onSubmit={async reason => {
          await api.restoreState(customer, siteId, version.version, reason);
          await refresh();
        }}
      />
    </li>
  );
}

function Origin({ site, version }: { site: Site; version: StateVersion }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  const { restoredFrom, restoredBy, deploymentId, createdAt } = version;
  return (
    <>
      <RelativeTime at={createdAt} />
      {restoredFrom && <>, {t('state.madeOf', { version: restoredFrom })}</>}
      {restoredBy && (
        <>
          , <PersonName entityRef={restoredBy} />
        </>
      )}
      {deploymentId && (
        <>
          ,{' '}
          <Link href={paths.deployment(site.customer, deploymentId)}>
            {t('state.byDeployment')}
          </Link>
        </>
      )}
    </>
  );
}

function useFacts({ serial, resourceCount, bytes }: StateVersion): string {
  const { t } = useTranslationRef(sitesTranslationRef);
  return [
    serial !== undefined && t('state.serial', { serial: String(serial) }),
    resourceCount !== undefined &&
      t('state.resources', { count: resourceCount }),
    bytes !== undefined && formatBytes(bytes),
  ]
    .filter(Boolean)
    .join(' · ');
}
