import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  CopyableId,
  Facts,
  RelativeTime,
} from '@freehold/plugin-tenancy-react';
import { accessTranslationRef } from '../../accessTranslation';
import type { Customer } from '../../api';
import { tenancyTranslationRef } from '../../translation';

/** What is settled with the hosting business; all of it for those who only read. */
export function OrganizationFacts(props: {
  customer: Customer;
  showAll: boolean;
}) {
  const { customer, showAll } = props;
  const { t } = useTranslationRef(accessTranslationRef);
  const { t: common } = useTranslationRef(tenancyTranslationRef);
  const approval = customer.requiresApproval
    ? 'customer.facts.approvalYes'
    : 'customer.facts.approvalNo';
  return (
    <>
      <Facts
        facts={[
          {
            label: t('organization.slug'),
            value: (
              <CopyableId id={customer.slug} what={t('organization.slug')} />
            ),
          },
          {
            label: t('organization.tier'),
            value: common(`tier.${customer.tier}`),
          },
          {
            label: t('organization.since'),
            value: <RelativeTime at={customer.createdAt} />,
          },
          ...(showAll
            ? [
                {
                  label: t('organization.contact'),
                  value: customer.contactEmail,
                },
                {
                  label: common('customer.facts.approval'),
                  value: common(approval),
                },
              ]
            : []),
        ]}
      />
      {showAll && (
        <Text as="p" color="secondary">
          {t('organization.readOnly')}
        </Text>
      )}
    </>
  );
}
