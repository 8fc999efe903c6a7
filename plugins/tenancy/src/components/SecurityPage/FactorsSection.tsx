import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RelativeTime } from '@freehold/plugin-tenancy-react';
import { RiKey2Line, RiSmartphoneLine } from '@remixicon/react';
import { securityTranslationRef } from '../../securityTranslation';
import type { Authenticator, Security } from '../../session';
import { Section } from './Section';
import styles from './SecurityPage.module.css';
import type { SecurityDialog } from './useSecurityDialogs';

/** The reader's authenticator apps and passkeys. */
export function FactorsSection(props: {
  security: Security;
  onOpen: (dialog: SecurityDialog) => void;
}) {
  const { security, onOpen } = props;
  const { t } = useTranslationRef(securityTranslationRef);
  return (
    <Section
      title={t('page.factors.title')}
      actions={
        <>
          <Button
            variant="secondary"
            onPress={() => onOpen({ name: 'addPasskey' })}
          >
            {t('page.factors.addPasskey')}
          </Button>
          <Button variant="primary" onPress={() => onOpen({ name: 'addTotp' })}>
            {t('page.factors.addTotp')}
          </Button>
        </>
      }
    >
      {security.authenticators.length === 0 ? (
        <p className={styles.quiet}>{t('page.factors.none')}</p>
      ) : (
        <ul className={styles.list}>
          {security.authenticators.map(each => (
            <FactorRow
              key={each.id}
              authenticator={each}
              onRemove={() => onOpen({ name: 'remove', authenticator: each })}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function FactorRow(props: {
  authenticator: Authenticator;
  onRemove: () => void;
}) {
  const { kind, name, createdAt, lastUsedAt } = props.authenticator;
  const { t } = useTranslationRef(securityTranslationRef);
  const Icon = kind === 'totp' ? RiSmartphoneLine : RiKey2Line;
  return (
    <li className={styles.row}>
      <Icon aria-hidden />
      <div className={styles.what}>
        <div className={styles.name}>{name}</div>
        <p className={styles.quiet}>
          {t(`secondFactor.${kind}`)} · {t('page.factors.added')}{' '}
          <RelativeTime at={createdAt} /> ·{' '}
          {lastUsedAt ? (
            <>
              {t('page.factors.used')} <RelativeTime at={lastUsedAt} />
            </>
          ) : (
            t('page.factors.never')
          )}
        </p>
      </div>
      <Button
        variant="tertiary"
        aria-label={t('page.factors.removeOf', { name })}
        onPress={props.onRemove}
      >
        {t('page.factors.remove')}
      </Button>
    </li>
  );
}
