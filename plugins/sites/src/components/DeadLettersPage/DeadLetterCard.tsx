import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Link,
  Text,
} from '@backstage/ui';
import { RelativeTime } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { sitesApiRef, type DeadLetter } from '../../api';
import { useSitePermissions } from '../../hooks/useSitePermissions';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';
import { ReasonDialog } from '../parts/ReasonDialog';
import cards from '../parts/cards.module.css';

/** One deployment that was given up: why, its log, and what to do about it. */
export function DeadLetterCard(props: {
  deadLetter: DeadLetter;
  refresh: () => Promise<unknown>;
}) {
  const { deadLetter } = props;
  const { customer, deploymentId, siteId, siteName, why } = deadLetter;
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  const may = useSitePermissions(customer, siteId);
  return (
    <li>
      <Card>
        <CardHeader>
          <div className={cards.head}>
            <Link href={paths.deployment(customer, deploymentId)}>
              {t(`deployment.of.${deadLetter.kind}`, { site: siteName })}
            </Link>
            <Text color="secondary">
              {t('deadLetters.of', { customer })},{' '}
              <RelativeTime at={deadLetter.createdAt} />
            </Text>
          </div>
        </CardHeader>
        <CardBody>
          <Text as="p" weight="bold">
            {t(`deadLetters.why.${whyKey(why)}`, {
              count: deadLetter.attempts,
            })}
          </Text>
          <Text as="p">{deadLetter.message}</Text>
        </CardBody>
        {may.canRescue && (
          <CardFooter>
            <Decisions {...props} />
          </CardFooter>
        )}
      </Card>
    </li>
  );
}

function Decisions(props: {
  deadLetter: DeadLetter;
  refresh: () => Promise<unknown>;
}) {
  const { deadLetter, refresh } = props;
  const { customer, deploymentId } = deadLetter;
  const { t } = useTranslationRef(sitesTranslationRef);
  const api = useApi(sitesApiRef);
  const [asked, setAsked] = useState<'requeue' | 'discard'>();
  const decide = {
    requeue: api.requeueDeadLetter.bind(api),
    discard: api.discardDeadLetter.bind(api),
  };
  return (
    <div className={cards.actions}>
      {(['requeue', 'discard'] as const).map(decision => (
        <div key={decision}>
          <Button
            variant={decision === 'requeue' ? 'primary' : 'secondary'}
            onPress={() => setAsked(decision)}
          >
            {t(`deadLetters.${decision}.action`)}
          </Button>
          <ReasonDialog
            isOpen={asked === decision}
            onClose={() => setAsked(undefined)}
            title={t(`deadLetters.${decision}.title`)}
            description={t(`deadLetters.${decision}.consequence`)}
            label={t('deadLetters.reason')}
            action={t(`deadLetters.${decision}.action`)}
            onSubmit={async reason => {
              await decide[decision](customer, deploymentId, reason);
              await refresh();
            }}
          />
        </div>
      ))}
    </div>
  );
}

function whyKey(why: DeadLetter['why']) {
  const keys = {
    'attempts-used-up': 'attemptsUsedUp',
    'interrupted-too-often': 'interruptedTooOften',
    'runner-failed': 'runnerFailed',
    'machine-lost': 'machineLost',
  } as const;
  return keys[why];
}
