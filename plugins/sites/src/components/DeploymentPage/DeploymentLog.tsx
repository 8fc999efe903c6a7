import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { formatInstant } from '@freehold/plugin-tenancy-react';
import { RiArrowRightSLine } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import type { Deployment, LogLine } from '../../api';
import {
  useDeploymentLog,
  type LogConnection,
} from '../../hooks/useDeploymentLog';
import { useFollowTail } from '../../hooks/useFollowTail';
import { sitesTranslationRef } from '../../translation';
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
      {isOpen && <LogLines lines={lines} />}
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

function LogLines({ lines }: { lines: LogLine[] }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { ref, onScroll } = useFollowTail<HTMLDivElement>(lines.length);
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
          className={`${styles.line} ${
            stream === 'stderr' ? styles.problem : ''
          }`}
        >
          <time dateTime={at} title={formatInstant(at)}>
            {new Date(at).toLocaleTimeString()}
          </time>
          <span>{text}</span>
        </div>
      ))}
    </div>
  );
}
