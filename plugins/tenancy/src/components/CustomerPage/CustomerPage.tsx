import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import {
  ErrorPanel,
  LoadingRows,
  Page,
  PortalError,
  type CustomerSection,
} from '@freehold/plugin-tenancy-react';
import { useParams } from 'react-router-dom';
import { accessTranslationRef } from '../../accessTranslation';
import type { Customer } from '../../api';
import { useCustomer, useSitesOf } from '../../hooks';
import { tenancyTranslationRef } from '../../translation';
import { CustomerStateChip } from '../CustomerStateChip';
import styles from '../lists.module.css';
import { AddMemberActions } from '../members/AddMemberActions';
import { Members } from '../members/Members';
import { useMembersState } from '../members/useMembersState';
import { Viewings } from '../viewings/Viewings';
import { CustomerActions } from './CustomerActions';
import { CustomerCost } from './CustomerCost';
import { CustomerFacts } from './CustomerFacts';
import { CustomerSites } from './CustomerSites';
import { CustomerUsage } from './CustomerUsage';

/**
 * One customer, for staff: facts, sites, members, and the sections of other
 * plugins.
 */
export function CustomerPage(props: { sections?: readonly CustomerSection[] }) {
  const { customer: slug = '' } = useParams();
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { value, error, retry } = useCustomer(slug);
  const breadcrumbs = [{ label: t('customers.title'), href: '/customers' }];

  if (error instanceof PortalError && error.status === 404) {
    return (
      <Page
        title={t('customer.notFound.title')}
        answer={t('customer.notFound.description', { slug })}
        breadcrumbs={breadcrumbs}
      >
        <ButtonLink href="/customers" variant="primary">
          {t('customer.notFound.back')}
        </ButtonLink>
      </Page>
    );
  }
  if (error) {
    return (
      <Page title={slug} breadcrumbs={breadcrumbs}>
        <ErrorPanel
          title={t('customer.errorTitle')}
          error={error}
          onRetry={retry}
        />
      </Page>
    );
  }
  if (value?.slug !== slug) {
    return (
      <Page title={undefined} breadcrumbs={breadcrumbs}>
        <LoadingRows count={3} height="4rem" />
      </Page>
    );
  }
  return (
    <LoadedCustomer
      key={slug}
      customer={value}
      sections={props.sections ?? []}
      onChanged={retry}
    />
  );
}

function LoadedCustomer(props: {
  customer: Customer;
  sections: readonly CustomerSection[];
  onChanged: () => void;
}) {
  const { customer, sections, onChanged } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const sites = useSitesOf(customer.slug);
  const members = useMembersState(customer.slug);
  return (
    <Page
      title={customer.name}
      breadcrumbs={[{ label: t('customers.title'), href: '/customers' }]}
      chip={<CustomerStateChip state={customer.state} />}
      answer={<Answer customer={customer} siteCount={sites.value?.total} />}
      actions={<CustomerActions customer={customer} onChanged={onChanged} />}
    >
      <CustomerFacts customer={customer} />
      <CustomerSites customer={customer.slug} sites={sites} />
      <CustomerCost customer={customer} />
      {sections.map((Section, place) => (
        <Section key={place} customer={customer.slug} />
      ))}
      <CustomerUsage customer={customer} />
      <section className={styles.section} aria-labelledby="customer-members">
        <div className={styles.sectionHead}>
          <h2 id="customer-members">{t('members.title')}</h2>
          <div className={styles.buttons}>
            <AddMemberActions state={members} variant="secondary" />
          </div>
        </div>
        <Members customer={customer.slug} state={members} />
      </section>
      <Viewings customer={customer.slug} isForStaff />
    </Page>
  );
}

function Answer(props: { customer: Customer; siteCount: number | undefined }) {
  const { customer, siteCount } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { t: access } = useTranslationRef(accessTranslationRef);
  if (customer.suspension) {
    return (
      <>
        {access(
          customer.suspension.sites === 'suspend'
            ? 'suspension.answerSuspend'
            : 'suspension.answerKeep',
        )}
      </>
    );
  }
  if (customer.state === 'deactivated') {
    return <>{t('customer.answer.deactivated')}</>;
  }
  const members = t('customers.members', { count: customer.memberCount });
  if (siteCount === undefined) return <>{members}</>;
  return (
    <>
      {t('customer.answer.active', {
        members,
        sites: t('customer.answer.sites', { count: siteCount }),
      })}
    </>
  );
}
