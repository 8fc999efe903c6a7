import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { ErrorPanel, RelativeTime } from '@freehold/plugin-tenancy-react';
import { RiLinksLine } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { useIdentityProviders } from '../../hooks';
import { securityTranslationRef } from '../../securityTranslation';
import type { LinkedIdentity, Security } from '../../session';
import { Section } from './Section';
import styles from './SecurityPage.module.css';
import type { SecurityDialogsState } from './useSecurityDialogs';

const PROBLEMS = [
  'identity-taken',
  'identity-expired',
  'identity-failed',
] as const;

/** Accounts elsewhere; nothing where the portal is set up for none. */
export function IdentitiesSection(props: {
  security: Security;
  dialogs: SecurityDialogsState;
}) {
  const { security, dialogs } = props;
  const { t } = useTranslationRef(securityTranslationRef);
  const providers = useIdentityProviders();
  const error = useSearchParams()[0].get('error');
  if (providers.length === 0 && security.identities.length === 0) return null;
  const problem = PROBLEMS.find(each => each === error) ?? 'identity-failed';
  return (
    <Section
      title={t('page.identities.title')}
      actions={providers.map(({ id, name }) => (
        <Button key={id} variant="secondary" onPress={() => dialogs.link(id)}>
          {t('page.identities.link', { name })}
        </Button>
      ))}
    >
      {error && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('page.identities.problemTitle')}
          description={t(`page.identities.problem.${problem}`)}
        />
      )}
      {dialogs.linkError && (
        <ErrorPanel
          error={dialogs.linkError}
          title={t('page.identities.problemTitle')}
        />
      )}
      {security.identities.length === 0 ? (
        <p className={styles.quiet}>{t('page.identities.lead')}</p>
      ) : (
        <ul className={styles.list}>
          {security.identities.map(each => (
            <IdentityRow
              key={each.id}
              identity={each}
              onUnlink={() => dialogs.open({ name: 'unlink', identity: each })}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function IdentityRow(props: {
  identity: LinkedIdentity;
  onUnlink: () => void;
}) {
  const { identity, onUnlink } = props;
  const { t } = useTranslationRef(securityTranslationRef);
  const name = identity.label ?? identity.providerName;
  return (
    <li className={styles.row}>
      <RiLinksLine aria-hidden />
      <div className={styles.what}>
        <div className={styles.name}>{name}</div>
        <p className={styles.quiet}>
          {identity.providerName} · {t('page.identities.since')}{' '}
          <RelativeTime at={identity.createdAt} />
        </p>
      </div>
      <Button
        variant="tertiary"
        aria-label={t('page.identities.unlinkOf', { name })}
        onPress={onUnlink}
      >
        {t('page.identities.unlink')}
      </Button>
    </li>
  );
}
