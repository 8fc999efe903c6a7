import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex } from '@backstage/ui';
import {
  ErrorPanel,
  LoadingRows,
  RelativeTime,
  StateChip,
  useAction,
} from '@freehold/plugin-tenancy-react';
import {
  RiCheckLine,
  RiComputerLine,
  RiSmartphoneLine,
} from '@remixicon/react';
import { useCallback } from 'react';
import { type SecurityState } from '../../hooks';
import { securityTranslationRef } from '../../securityTranslation';
import { securityApiRef, type ListedSession } from '../../session';
import { Section } from './Section';
import styles from './SecurityPage.module.css';

/** Where the reader is signed in, each to be ended. */
export function SessionsSection(props: {
  sessions: SecurityState['sessions'];
  onChanged: () => void;
}) {
  const { sessions, onChanged } = props;
  const { t } = useTranslationRef(securityTranslationRef);
  const api = useApi(securityApiRef);
  const { run, isRunning, error } = useAction(
    useCallback(
      async (id: string | 'others') => {
        await (id === 'others'
          ? api.revokeOtherSessions()
          : api.revokeSession(id));
        onChanged();
      },
      [api, onChanged],
    ),
  );
  const hasOthers = (sessions.value?.length ?? 0) > 1;
  return (
    <Section
      title={t('page.sessions.title')}
      actions={
        hasOthers && (
          <Button
            variant="secondary"
            isPending={isRunning}
            onPress={() => run('others')}
          >
            {t('page.sessions.endOthers')}
          </Button>
        )
      }
    >
      <Flex direction="column" gap="3">
        {error && (
          <ErrorPanel error={error} title={t('page.sessions.endFailed')} />
        )}
        {sessions.error && (
          <ErrorPanel
            error={sessions.error}
            title={t('page.sessions.errorTitle')}
            onRetry={onChanged}
          />
        )}
        {!sessions.error && !sessions.value && <LoadingRows count={2} />}
      </Flex>
      <ul className={styles.list}>
        {sessions.value?.map(each => (
          <SessionRow
            key={each.id}
            session={each}
            isDisabled={isRunning}
            onEnd={() => run(each.id)}
          />
        ))}
      </ul>
    </Section>
  );
}

function SessionRow(props: {
  session: ListedSession;
  isDisabled: boolean;
  onEnd: () => void;
}) {
  const { session, isDisabled, onEnd } = props;
  const { t } = useTranslationRef(securityTranslationRef);
  const { browser, operatingSystem } = session;
  const device =
    browser && operatingSystem
      ? t('page.sessions.on', { browser, operatingSystem })
      : session.device;
  const isPhone = /iOS|Android/.test(operatingSystem ?? '');
  const Icon = isPhone ? RiSmartphoneLine : RiComputerLine;
  return (
    <li className={styles.row}>
      <Icon aria-hidden />
      <div className={styles.what}>
        <div className={styles.name}>
          <span title={session.device}>{device}</span>
          {session.isCurrent && (
            <StateChip
              tone="good"
              icon={RiCheckLine}
              label={t('page.sessions.current')}
            />
          )}
        </div>
        <p className={styles.quiet}>
          {t('page.sessions.used')} <RelativeTime at={session.lastUsedAt} /> ·{' '}
          {t('page.sessions.since')} <RelativeTime at={session.createdAt} />{' '}
          {t('page.sessions.from', { address: session.address })}
        </p>
      </div>
      {!session.isCurrent && (
        <Button
          variant="tertiary"
          isDisabled={isDisabled}
          aria-label={t('page.sessions.endOf', { device })}
          onPress={onEnd}
        >
          {t('page.sessions.end')}
        </Button>
      )}
    </li>
  );
}
