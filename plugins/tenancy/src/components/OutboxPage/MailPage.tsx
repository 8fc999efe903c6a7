import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import {
  ErrorPanel,
  Facts,
  LoadingRows,
  Page,
  PortalError,
  RelativeTime,
} from '@freehold/plugin-tenancy-react';
import { useParams } from 'react-router-dom';
import type { OpenedMail } from '../../api';
import { useMail } from '../../hooks';
import { tenancyTranslationRef } from '../../translation';
import { MailStateChip } from './MailStateChip';
import { MailWords } from './MailWords';
import { SendAgainButton } from './SendAgainButton';

/** One mail: what became of it, and its words where it is kept here. */
export function MailPage() {
  const { tenant = '', mail: id = '' } = useParams();
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { value, error, retry } = useMail(tenant, id);
  const breadcrumbs = [{ label: t('outbox.title'), href: '/outbox' }];

  if (error instanceof PortalError && error.status === 404) {
    return (
      <Page
        title={t('outbox.mail.notFound')}
        answer={t('outbox.mail.notFoundLead')}
        breadcrumbs={breadcrumbs}
      >
        <ButtonLink href="/outbox" variant="primary">
          {t('outbox.mail.back')}
        </ButtonLink>
      </Page>
    );
  }
  return (
    <Page
      title={value?.subject}
      breadcrumbs={breadcrumbs}
      chip={value && <MailStateChip state={value.state} />}
      actions={
        value?.state === 'failed' && (
          <SendAgainButton mail={value} onQueued={retry} />
        )
      }
    >
      {error && (
        <ErrorPanel
          title={t('outbox.mail.errorTitle')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !value && <LoadingRows count={4} height="3rem" />}
      {value && (
        <>
          <MailFacts mail={value} />
          <MailWords mail={value} />
        </>
      )}
    </Page>
  );
}

function MailFacts(props: { mail: OpenedMail }) {
  const { mail } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { name, email } = mail.recipient;
  const time = (at: string | undefined) => at && <RelativeTime at={at} />;
  return (
    <Facts
      facts={[
        {
          label: t('outbox.mail.to'),
          value: name ? `${name} <${email}>` : email,
        },
        {
          label: t('outbox.mail.customer'),
          value:
            mail.tenant === BUSINESS_TENANT ? t('outbox.staff') : mail.tenant,
        },
        { label: t('outbox.mail.written'), value: time(mail.createdAt) },
        { label: t('outbox.mail.sent'), value: time(mail.sentAt) },
        {
          label: t('outbox.mail.attempts'),
          value: mail.attempts > 0 ? mail.attempts : undefined,
        },
        { label: t('outbox.mail.next'), value: time(mail.nextAttemptAt) },
        { label: t('outbox.mail.problem'), value: mail.lastProblem },
      ]}
    />
  );
}
