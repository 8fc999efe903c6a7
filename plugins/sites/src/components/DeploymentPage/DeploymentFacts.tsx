import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import { customerListPermission } from '@freehold/plugin-tenancy-common';
import {
  CopyableId,
  Facts,
  formatMoney,
  Money,
  RelativeTime,
} from '@freehold/plugin-tenancy-react';
import type { Deployment } from '../../api';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';
import { PersonName } from '../parts/PersonName';
import { PriceLines } from '../parts/PriceLines';
import { Section } from '../parts/Section';

/** What a deployment costs, who wanted it and who approved it. */
export function DeploymentFacts({ deployment }: { deployment: Deployment }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  const { allowed: isStaff } = usePermission({
    permission: customerListPermission,
  });
  const { approval, customer, price, priceBefore, retryOf } = deployment;
  return (
    <Section title={t('deploymentFacts.title')}>
      <Facts
        facts={[
          {
            label: t('fact.price'),
            value: (
              <div
                title={t('fact.priceVersion', { version: price.priceVersion })}
              >
                <Money
                  amount={price.amount}
                  currency={price.currency}
                  per="month"
                />
                {priceBefore && priceBefore.amount !== price.amount && (
                  <>
                    {' '}
                    {t('priceLines.before', {
                      amount: formatMoney(
                        priceBefore.amount,
                        priceBefore.currency,
                      ),
                    })}
                  </>
                )}
                {price.lines.length > 1 && <PriceLines price={price} />}
              </div>
            ),
          },
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
