import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { securityTranslationRef } from '../../securityTranslation';
import type { Security } from '../../session';
import { Section } from './Section';
import styles from './SecurityPage.module.css';
import type { SecurityDialog } from './useSecurityDialogs';

/** How many recovery codes are left, and new ones. */
export function RecoveryCodesSection(props: {
  security: Security;
  onOpen: (dialog: SecurityDialog) => void;
}) {
  const { security, onOpen } = props;
  const { t } = useTranslationRef(securityTranslationRef);
  return (
    <Section
      title={t('page.codes.title')}
      actions={
        <Button
          variant="secondary"
          onPress={() => onOpen({ name: 'renewCodes' })}
        >
          {t('page.codes.renew')}
        </Button>
      }
    >
      <p className={styles.quiet}>
        {t('page.codes.left', { count: security.recoveryCodesLeft })}
      </p>
    </Section>
  );
}
