import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DeploymentState } from '@freehold/plugin-sites-common';
import { RelativeTime } from '@freehold/plugin-tenancy-react';
import type { Deployment } from '../../api';
import { formatDuration } from '../../domain/formatDuration';
import { sitesTranslationRef } from '../../translation';

/** What happens or happened, in a sentence; read out when it changes. */
export function DeploymentAnswer({ deployment }: { deployment: Deployment }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { kind, state, createdAt, finishedAt, cancelRequested } = deployment;
  const since = deployment.steps.at(-1)?.at ?? createdAt;
  if (state === 'succeeded' || state === 'failed' || state === 'cancelled') {
    const ended = finishedAt ?? since;
    const took = formatDuration(Date.parse(ended) - Date.parse(createdAt));
    return (
      <>
        <span role="status">
          {t(`deploymentAnswer.${state}.${kind}`, { took })}
        </span>{' '}
        <RelativeTime at={ended} />.
      </>
    );
  }
  return (
    <>
      <span role="status">
        {cancelRequested
          ? t('deploymentAnswer.cancelling')
          : t(`deploymentAnswer.${unfinishedKey(state)}.${kind}`)}
        <Turn deployment={deployment} />
      </span>
      {'; '}
      {t('deploymentAnswer.began')} <RelativeTime at={since} />.
    </>
  );
}

/** While it waits: for how many others, or for when to try again. */
function Turn({ deployment }: { deployment: Deployment }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { state, queuedBefore, nextAttemptAt, setback } = deployment;
  if (state !== 'queued') return null;
  if (nextAttemptAt && Date.parse(nextAttemptAt) > Date.now()) {
    return (
      <>
        {'. '}
        {setback?.message} {t('deploymentAnswer.nextAttempt')}{' '}
        <RelativeTime at={nextAttemptAt} />
      </>
    );
  }
  return queuedBefore ? (
    <>, {t('deploymentAnswer.before', { count: queuedBefore })}</>
  ) : null;
}

function unfinishedKey(
  state: Exclude<DeploymentState, 'succeeded' | 'failed' | 'cancelled'>,
) {
  return state === 'awaiting-approval' ? 'awaitingApproval' : state;
}
