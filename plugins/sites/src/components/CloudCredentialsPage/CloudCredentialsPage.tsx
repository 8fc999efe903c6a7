import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { credentialManagePermission } from '@freehold/plugin-sites-common';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Page,
  useMe,
  type Me,
} from '@freehold/plugin-tenancy-react';
import { RiKey2Line } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { useCloudCredentials } from '../../hooks/useCloudCredentials';
import { sitesTranslationRef } from '../../translation';
import { CustomerSelect } from '../parts/CustomerSelect';
import { AwsCredential } from './AwsCredential';

/**
 * How runs sign in to clouds: a customer's own credentials, and to staff those
 * of the business and of every customer.
 */
export function CloudCredentialsPage() {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { me, error, retry } = useMe();
  const { allowed, loading } = usePermission({
    permission: credentialManagePermission,
    resourceRef: me?.tenant ?? '',
  });
  if (me && allowed) return <Credentials me={me} />;
  return (
    <Page title={t('credentials.title')}>
      {error && <ErrorPanel error={error} onRetry={retry} />}
      {!error && (!me || loading) && <LoadingRows count={3} />}
      {me && !loading && (
        <EmptyState
          icon={RiKey2Line}
          title={t('credentials.notYours')}
          description={t('credentials.notYoursHint')}
        />
      )}
    </Page>
  );
}

function Credentials(props: { me: Me }) {
  const { me } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const [search, setSearch] = useSearchParams();
  const isStaff = me.kind === 'staff';
  const chosen = isStaff ? (search.get('customer') ?? undefined) : undefined;
  const tenant = isStaff ? (chosen ?? BUSINESS_TENANT) : me.tenant;
  const { data, error, refresh } = useCloudCredentials(tenant);
  const aws = data?.items.find(({ cloud }) => cloud === 'aws');
  const isOfBusiness = tenant === BUSINESS_TENANT;
  return (
    <Page
      title={t('credentials.title')}
      answer={
        data &&
        t(answerKey({ isSet: aws !== undefined, isOfBusiness }), {
          account: aws?.account ?? '',
        })
      }
    >
      {isStaff && (
        <CustomerSelect
          label={t('credentials.whose')}
          description={t('credentials.whoseHint')}
          placeholder={t('credentials.business')}
          value={chosen}
          onChange={customer => setSearch(customer ? { customer } : {})}
        />
      )}
      {error && (
        <ErrorPanel
          title={t('credentials.failed')}
          error={error}
          onRetry={() => refresh()}
        />
      )}
      {!error && !data && <LoadingRows count={3} height="3rem" />}
      {data && (
        <AwsCredential
          key={tenant}
          tenant={tenant}
          credential={aws}
          externalId={data.externalId}
          refresh={refresh}
        />
      )}
    </Page>
  );
}

function answerKey(state: { isSet: boolean; isOfBusiness: boolean }) {
  if (state.isOfBusiness) {
    return state.isSet
      ? 'credentials.answer.business'
      : 'credentials.answer.noBusiness';
  }
  return state.isSet ? 'credentials.answer.own' : 'credentials.answer.none';
}
