import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { PortalError } from '../api';
import { portalTranslationRef } from '../translation';
import { CopyableId } from './CopyableId';
import styles from './ErrorPanel.module.css';

/**
 * What happened, what was not lost and what to do, with the request id to
 * copy. `onRetry` offers to try again.
 */
export function ErrorPanel(props: {
  error: Error;
  title?: string;
  reassurance?: string;
  onRetry?: () => void;
}) {
  const { error, onRetry } = props;
  const { t } = useTranslationRef(portalTranslationRef);
  const explain = useErrorText();
  const requestId = error instanceof PortalError ? error.requestId : undefined;
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={props.title ?? t('error.title')}
      description={
        <span className={styles.details}>
          <span>{explain(error)}</span>
          <span>{props.reassurance ?? t('error.reassurance')}</span>
          {requestId && (
            <span className={styles.request}>
              {t('error.requestId')}
              <CopyableId id={requestId} what={t('error.requestId')} />
            </span>
          )}
        </span>
      }
      customActions={
        onRetry && (
          <Button size="small" variant="secondary" onPress={onRetry}>
            {t('error.retry')}
          </Button>
        )
      }
    />
  );
}

/**
 * What an error says to people: the backend's own words where it refused, and
 * no internals where it failed.
 */
export function useErrorText(): (error: Error) => string {
  const { t } = useTranslationRef(portalTranslationRef);
  return error => {
    if (!(error instanceof PortalError)) return t('error.internal');
    if (error.status === 0) return t('error.unanswered');
    if (error.status >= 500) return t('error.internal');
    return error.message;
  };
}
