import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import {
  ErrorPanel,
  formatInstant,
  useAction,
} from '@freehold/plugin-tenancy-react';
import { RiArrowRightSLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { sitesApiRef, type Deployment, type LogLine } from '../../api';
import {
  useDeploymentLog,
  type LogConnection,
} from '../../hooks/useDeploymentLog';
import { useLogMatches } from '../../hooks/useLogMatches';
import { useFollowTail } from '../../hooks/useFollowTail';
import { sitesTranslationRef } from '../../translation';
import { MarkedText } from '../parts/MarkedText';
import { LogSearch } from './LogSearch';
import styles from './DeploymentLog.module.css';

/** The live log, folded until asked for; that it is open is in the address. */
export function DeploymentLog(props: {
  deployment: Deployment;
  onState: () => void;
}) {
  const { deployment, onState } = props;
  const { customer, deploymentId } = deployment;
  const { t } = useTranslationRef(sitesTranslationRef);
  const [params, setParams] = useSearchParams();
  const isOpen = params.get('log') === 'open';
  const { lines, connection, error } = useDeploymentLog({
    customer,
    deploymentId,
    onState,
  });

  const toggle = (open: boolean) => {
    if (open === isOpen) return;
    setParams(
      previous => {
        const next = new URLSearchParams(previous);
        if (open) next.set('log', 'open');
        else next.delete('log');
        return next;
      },
      { replace: true },
    );
  };
  if (deployment.logRemovedAt) {
    return (
      <Alert
        status="info"
        icon
        title={t('log.removed')}
        description={t('log.removedHint')}
      />
    );
  }
  return (
    <details
      className={styles.log}
      open={isOpen}
      onToggle={event => toggle(event.currentTarget.open)}
    >
      <summary>
        <RiArrowRightSLine size={18} aria-hidden className={styles.arrow} />
        <h2>{t('log.title')}</h2>
        <LogStatus connection={connection} count={lines.length} />
      </summary>
      {error && connection === 'waiting' && (
        <Alert
          status="warning"
          icon
          title={t('log.interrupted')}
          description={t('log.interruptedHint')}
        />
      )}
      {isOpen && (
        <OpenLog
          customer={customer}
          deploymentId={deploymentId}
          lines={lines}
        />
      )}
    </details>
  );
}

function LogStatus(props: { connection: LogConnection; count: number }) {
  const { connection, count } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  return (
    <span className={styles.status}>
      {t(`log.${connection}`)} · {t('log.lines', { count })}
    </span>
  );
}

/** What is searched for is in the address, so that a found line can be sent. */
function OpenLog(props: {
  customer: string;
  deploymentId: string;
  lines: LogLine[];
}) {
  const { customer, deploymentId, lines } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const api = useApi(sitesApiRef);
  const [params, setParams] = useSearchParams();
  const search = params.get('find') ?? '';
  const matches = useLogMatches({ customer, deploymentId, lines, search });
  const [jumped, setJumped] = useState(0);
  const position = Math.min(jumped, Math.max(matches.length - 1, 0));
  const download = useAction(() =>
    api.downloadDeploymentLog(customer, deploymentId),
  );
  const onSearch = (text: string) => {
    setJumped(0);
    setParams(
      previous => {
        const next = new URLSearchParams(previous);
        if (text) next.set('find', text);
        else next.delete('find');
        return next;
      },
      { replace: true },
    );
  };
  return (
    <>
      <div className={styles.tools}>
        <LogSearch
          search={search}
          onSearch={onSearch}
          count={matches.length}
          position={position}
          onJump={setJumped}
        />
        <Button
          variant="secondary"
          size="small"
          isPending={download.isRunning}
          onPress={() => download.run()}
        >
          {t('log.download')}
        </Button>
      </div>
      {download.error && (
        <ErrorPanel error={download.error} title={t('log.downloadFailed')} />
      )}
      <LogLines lines={lines} search={search} current={matches[position]} />
    </>
  );
}

function LogLines(props: {
  lines: LogLine[];
  search: string;
  /** The line that is jumped to. */
  current: number | undefined;
}) {
  const { lines, search, current } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const { ref, onScroll } = useFollowTail<HTMLDivElement>(lines.length);
  useEffect(() => {
    ref.current
      ?.querySelector('[aria-current]')
      ?.scrollIntoView?.({ block: 'nearest' });
  }, [ref, current]);
  return (
    <div
      ref={ref}
      className={styles.lines}
      onScroll={onScroll}
      role="log"
      // Lines come too fast to be read out; the answer line says what matters.
      aria-live="off"
      aria-label={t('log.title')}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by keyboard
      tabIndex={0}
    >
      {lines.length === 0 && <p>{t('log.empty')}</p>}
      {lines.map(({ seq, at, stream, text }) => (
        <div
          key={seq}
          aria-current={seq === current || undefined}
          className={`${styles.line} ${
            stream === 'stderr' ? styles.problem : ''
          }`}
        >
          <time dateTime={at} title={formatInstant(at)}>
            {new Date(at).toLocaleTimeString()}
          </time>
          <MarkedText text={text} search={search} />
        </div>
      ))}
    </div>
  );
}
