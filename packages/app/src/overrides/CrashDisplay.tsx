import {
  useTranslationRef,
  type ErrorDisplayProps,
} from '@backstage/frontend-plugin-api';
import { Box } from '@backstage/ui';
import { ErrorPanel } from '@freehold/plugin-tenancy-react';
import { appTranslationRef } from '../translation';

/** Stands in for an extension that threw while it was rendered. */
export function CrashDisplay({ error, resetError }: ErrorDisplayProps) {
  const { t } = useTranslationRef(appTranslationRef);
  return (
    <Box p="4">
      <ErrorPanel
        title={t('crash.title')}
        reassurance={t('crash.reassurance')}
        error={error}
        onRetry={resetError}
      />
    </Box>
  );
}
