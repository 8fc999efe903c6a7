import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CopyableId,
  Facts,
  RelativeTime,
} from '@freehold/plugin-tenancy-react';
import { accessTranslationRef } from '../../accessTranslation';
import type { Customer } from '../../api';
import { tenancyTranslationRef } from '../../translation';

/** What is known of a customer. */
export function CustomerFacts(props: { customer: Customer }) {
  const { customer } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { t: access } = useTranslationRef(accessTranslationRef);
  const { deactivatedAt, suspension } = customer;
  return (
    <Facts
      facts={[
        {
          label: t('customer.facts.slug'),
          value: (
            <CopyableId id={customer.slug} what={t('customer.facts.slug')} />
          ),
        },
        { label: t('customer.facts.tier'), value: t(`tier.${customer.tier}`) },
        {
          label: t('customer.facts.approval'),
          value: t(
            customer.requiresApproval
              ? 'customer.facts.approvalYes'
              : 'customer.facts.approvalNo',
          ),
        },
        {
          label: t('customer.facts.since'),
          value: <RelativeTime at={customer.createdAt} />,
        },
        {
          label: t('customer.facts.changed'),
          value: <RelativeTime at={customer.updatedAt} />,
        },
        {
          label: t('customer.facts.deactivated'),
          value: deactivatedAt && <RelativeTime at={deactivatedAt} />,
        },
        {
          label: t('customer.facts.reason'),
          value: customer.deactivatedReason ?? suspension?.reason,
        },
        {
          label: access('suspension.since'),
          value: suspension && <RelativeTime at={suspension.since} />,
        },
        { label: access('suspension.by'), value: suspension?.byName },
        { label: access('organization.contact'), value: customer.contactEmail },
      ]}
    />
  );
}
