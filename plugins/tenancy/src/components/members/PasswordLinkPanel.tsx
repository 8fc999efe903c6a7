import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { CopyButton, RelativeTime } from '@freehold/plugin-tenancy-react';
import type { PasswordLink } from '../../api';
import { tenancyTranslationRef } from '../../translation';
import styles from '../lists.module.css';

/** A set-password link, to copy: it is shown this once. */
export function PasswordLinkPanel(props: {
  link: PasswordLink;
  email: string;
}) {
  const { link, email } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  return (
    <Flex direction="column" gap="3">
      <Text as="p">{t('link.lead', { email })}</Text>
      <div
        className={styles.linkField}
        role="group"
        aria-label={t('link.label')}
      >
        <code>{link.url}</code>
        <CopyButton text={link.url} what={t('link.what')} />
      </div>
      <Text as="p" color="secondary">
        {t('link.expires')} <RelativeTime at={link.expiresAt} />.
      </Text>
    </Flex>
  );
}
