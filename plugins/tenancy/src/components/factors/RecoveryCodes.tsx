import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { CopyButton } from '@freehold/plugin-tenancy-react';
import { securityTranslationRef } from '../../securityTranslation';
import styles from './factors.module.css';

/** Recovery codes, to copy, download or write down: they are shown this once. */
export function RecoveryCodes(props: { codes: string[]; onKept: () => void }) {
  const { codes, onKept } = props;
  const { t } = useTranslationRef(securityTranslationRef);
  const text = codes.join('\n');
  return (
    <div className={styles.form}>
      <ul className={styles.codes} aria-label={t('recovery.label')}>
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button variant="primary" size="medium" onPress={onKept}>
          {t('recovery.kept')}
        </Button>
        <Button
          variant="secondary"
          size="medium"
          onPress={() => download(text, t('recovery.fileName'))}
        >
          {t('recovery.download')}
        </Button>
        <CopyButton text={text} what={t('recovery.what')} />
      </div>
    </div>
  );
}

function download(text: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`${text}\n`]));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
