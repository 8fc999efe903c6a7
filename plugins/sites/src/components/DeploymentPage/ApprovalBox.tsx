import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  CopyButton,
  formatInstant,
  RelativeTime,
  useMe,
} from '@freehold/plugin-tenancy-react';
import { RiTimerLine, RiUserStarLine } from '@remixicon/react';
import type { Deployment } from '../../api';
import { decisionTranslationRef } from '../../decisionTranslation';
import { formatDuration } from '../../domain/formatDuration';
import { useRemaining } from '../../hooks/useRemaining';
import { useSitePermissions } from '../../hooks/useSitePermissions';
import { PersonName } from '../parts/PersonName';
import styles from './ApprovalBox.module.css';

const SHOWN_OF_HASH = 12;

/** While a plan waits: who asked, who may decide, until when, about which plan. */
export function ApprovalBox({ deployment }: { deployment: Deployment }) {
  const { state, customer, siteId, planHash } = deployment;
  const { t } = useTranslationRef(decisionTranslationRef);
  const may = useSitePermissions(customer, siteId);
  if (state !== 'awaiting-approval') return null;
  return (
    <section className={styles.box} aria-labelledby="approval">
      <h2 id="approval">
        <RiUserStarLine size={20} aria-hidden />
        {t('approval.title')}
      </h2>
      <Text as="p">
        {t('approval.asked')} <PersonName entityRef={deployment.requestedBy} />,{' '}
        <RelativeTime at={deployment.createdAt} />.
      </Text>
      {may.canApprove ? (
        <>
          <FourEyes deployment={deployment} />
          {planHash && <PlanHash hash={planHash} />}
        </>
      ) : (
        <Text as="p">{t('approval.byStaff')}</Text>
      )}
      <Expiry at={deployment.approvalExpiresAt} />
    </section>
  );
}

function FourEyes({ deployment }: { deployment: Deployment }) {
  const { barredFromApproval: barred = [] } = deployment;
  const { t } = useTranslationRef(decisionTranslationRef);
  const { me } = useMe();
  if (barred.length === 0) return null;
  return (
    <Text as="p" weight="bold">
      {me && barred.includes(me.entityRef)
        ? t('approval.youAsked')
        : t('approval.barred')}
    </Text>
  );
}

function PlanHash({ hash }: { hash: string }) {
  const { t } = useTranslationRef(decisionTranslationRef);
  return (
    <p className={styles.hash}>
      {t('approval.plan')}{' '}
      <code title={hash}>{hash.slice(0, SHOWN_OF_HASH)}</code>
      <CopyButton text={hash} what={t('approval.hash')} />
      <span className={styles.quiet}>{t('approval.planNote')}</span>
    </p>
  );
}

function Expiry({ at }: { at: string | undefined }) {
  const { t } = useTranslationRef(decisionTranslationRef);
  const remaining = useRemaining(at);
  if (!at || remaining === undefined) return null;
  return (
    <p className={styles.expiry}>
      <RiTimerLine size={18} aria-hidden />
      {remaining === 0 ? (
        t('approval.expired')
      ) : (
        <span>
          {t('approval.expires')}{' '}
          <time dateTime={at} title={formatInstant(at)}>
            {formatDuration(remaining)}
          </time>
          {'; '}
          {t('approval.expiresNote')}
        </span>
      )}
    </p>
  );
}
