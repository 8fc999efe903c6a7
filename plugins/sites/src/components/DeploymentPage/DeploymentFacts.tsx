import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import { customerListPermission } from '@freehold/plugin-tenancy-common';
import {
  CopyableId,
  Facts,
  RelativeTime,
  Section,
} from '@freehold/plugin-tenancy-react';
import type { Deployment } from '../../api';
import { decisionTranslationRef } from '../../decisionTranslation';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';
import { PersonName } from '../parts/PersonName';

/** Who wanted a deployment, and who approved it. */
export function DeploymentFacts({ deployment }: { deployment: Deployment }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { t: tDecision } = useTranslationRef(decisionTranslationRef);
  const paths = useSitesPaths();
  const { allowed: isStaff } = usePermission({
    permission: customerListPermission,
  });
  const { approval, customer, retryOf } = deployment;
  return (
    <Section title={tDecision('people.title')}>
      <Facts
        facts={[
          {
            label: t('column.requestedBy'),
            value: (
              <>
                <PersonName entityRef={deployment.requestedBy} />,{' '}
                <RelativeTime at={deployment.createdAt} />
              </>
            ),
          },
          {
            label: t('deploymentFacts.approvedBy'),
            value: approval?.decision === 'approved' && (
              <>
                <PersonName entityRef={approval.by} />,{' '}
                <RelativeTime at={approval.at} />
              </>
            ),
          },
          {
            label: t('deploymentFacts.retryOf'),
            value: retryOf && (
              <Link href={paths.deployment(customer, retryOf)}>
                {t('deploymentFacts.earlier')}
              </Link>
            ),
          },
          {
            label: t('fact.id'),
            value: isStaff && (
              <CopyableId id={deployment.deploymentId} what={t('fact.id')} />
            ),
          },
        ].map(fact => ({ ...fact, value: fact.value || undefined }))}
      />
    </Section>
  );
}
