import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, Text } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import type { OpenedMail } from '../../api';
import { tenancyTranslationRef } from '../../translation';
import styles from './MailWords.module.css';

/**
 * The mail itself. Its HTML is shown in a frame that can run nothing and reach
 * nothing of the portal; links open in a tab of their own.
 */
export function MailWords(props: { mail: OpenedMail }) {
  const { text, html } = props.mail;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const [params, setParams] = useSearchParams();
  if (!html || !text) {
    return <Text color="secondary">{t('outbox.mail.hidden')}</Text>;
  }
  const view = params.get('view') === 'text' ? 'text' : 'html';
  return (
    <div className={styles.words}>
      <RadioGroup
        aria-label={t('outbox.mail.view')}
        orientation="horizontal"
        value={view}
        onChange={next =>
          setParams(next === 'text' ? { view: next } : {}, { replace: true })
        }
      >
        <Radio value="html">{t('outbox.mail.asHtml')}</Radio>
        <Radio value="text">{t('outbox.mail.asText')}</Radio>
      </RadioGroup>
      {view === 'html' ? (
        <iframe
          className={styles.frame}
          title={t('outbox.mail.frame')}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={html}
        />
      ) : (
        <pre className={styles.text}>{text}</pre>
      )}
    </div>
  );
}
