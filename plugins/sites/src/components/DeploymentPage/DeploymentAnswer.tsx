import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RelativeTime } from '@freehold/plugin-tenancy-react';
import type { Deployment } from '../../api';
import { formatDuration } from '../../domain/formatDuration';
import { sitesTranslationRef } from '../../translation';
import { stateKey } from './stateKey';

/** What happens or happened, in a sentence; read out when it changes. */
export function DeploymentAnswer({ deployment }: { deployment: Deployment }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { kind, state, createdAt, finishedAt, cancelRequested } = deployment;
  const since = deployment.steps.at(-1)?.at ?? createdAt;
  if (finishedAt) {
    const took = formatDuration(Date.parse(finishedAt) - Date.parse(createdAt));
    return (
      <>
        <span role="status">
          {t(`deploymentAnswer.${stateKey(state)}.${kind}`, { took })}
        </span>{' '}
        <RelativeTime at={finishedAt} />.
      </>
    );
  }
  return (
    <>
      <span role="status">
        {cancelRequested
          ? t('deploymentAnswer.cancelling')
          : t(`deploymentAnswer.${stateKey(state)}.${kind}`, { took: '' })}
      </span>{' '}
      {t('deploymentAnswer.since')} <RelativeTime at={since} />.
    </>
  );
}
