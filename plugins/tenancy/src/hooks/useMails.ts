import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { tenancyApiRef, type MailsQuery } from '../api';

/** One page of mails. */
export function useMails(query: MailsQuery) {
  const api = useApi(tenancyApiRef);
  const key = JSON.stringify(query);
  return useAsyncRetry(() => api.listMails(JSON.parse(key)), [api, key]);
}

/** One mail, with its words where it is kept here. */
export function useMail(tenant: string, mail: string) {
  const api = useApi(tenancyApiRef);
  return useAsyncRetry(() => api.getMail(tenant, mail), [api, tenant, mail]);
}
