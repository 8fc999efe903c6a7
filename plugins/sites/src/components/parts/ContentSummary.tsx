import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatBytes } from '@freehold/plugin-tenancy-react';
import type { Site } from '../../api';
import { sitesTranslationRef } from '../../translation';

/** What a site shows: the starter page, or how much was uploaded. */
export function ContentSummary(props: { content: Site['content'] }) {
  const { kind, files, bytes } = props.content;
  const { t } = useTranslationRef(sitesTranslationRef);
  if (kind === 'starter') return <>{t('content.starter')}</>;
  if (files === undefined || bytes === undefined) {
    return <>{t('content.uploaded')}</>;
  }
  return (
    <>{t('content.uploadedOf', { count: files, size: formatBytes(bytes) })}</>
  );
}
