import { useApi } from '@backstage/frontend-plugin-api';
import { useLoaded } from '@freehold/plugin-tenancy-react';
import {
  costsApiRef,
  type CustomerCompliance,
  type CustomerComplianceQuery,
  type PageOf,
  type TagComplianceQuery,
  type TagComplianceReply,
  type TagFix,
  type TagFixesQuery,
  type TagPolicy,
} from '../api';

/** How tags comply by month and key, and what is asked of them. */
export function useTagCompliance(query: TagComplianceQuery) {
  const api = useApi(costsApiRef);
  return useLoaded<TagComplianceReply>({
    key: ['costs', 'tag-compliance', query],
    load: () => api.getTagCompliance(query),
    keepPrevious: true,
  });
}

/** One page of the customers of a month. */
export function useCustomerCompliance(query: CustomerComplianceQuery) {
  const api = useApi(costsApiRef);
  return useLoaded<PageOf<CustomerCompliance>>({
    key: ['costs', 'tag-compliance-customers', query],
    load: () => api.listCustomerCompliance(query),
    keepPrevious: true,
  });
}

/** One page of what to fix in a month. */
export function useTagFixes(query: TagFixesQuery) {
  const api = useApi(costsApiRef);
  return useLoaded<PageOf<TagFix>>({
    key: ['costs', 'tag-fixes', query],
    load: () => api.listTagFixes(query),
    keepPrevious: true,
  });
}

/** Which tags there ought to be; asked only of those who may know. */
export function useTagPolicy(isAsked: boolean) {
  const api = useApi(costsApiRef);
  return useLoaded<TagPolicy>({
    key: isAsked ? ['costs', 'tag-policy'] : undefined,
    load: () => api.getTagPolicy(),
  });
}
