import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { Section } from '@freehold/plugin-tenancy-react';
import type { Deployment } from '../../api';
import { decisionTranslationRef } from '../../decisionTranslation';
import { PriceComparison } from '../parts/PriceComparison';

/** What the site costs a month, before and after, part by part. */
export function DeploymentPrice({ deployment }: { deployment: Deployment }) {
  const { price, priceBefore, desired } = deployment;
  const { t } = useTranslationRef(decisionTranslationRef);
  return (
    <Section title={t('price.title')}>
      <PriceComparison
        before={priceBefore}
        after={price}
        cloud={desired.cloud}
      />
      <Text as="p" color="secondary">
        {t('price.version', { version: price.priceVersion })}
      </Text>
    </Section>
  );
}
