import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  catalogApiRef,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { meApiRef, type Me } from '@freehold/plugin-tenancy-react';
import type { ReactElement } from 'react';
import { SWRConfig } from 'swr';
import {
  customersApiRef,
  pricesApiRef,
  sitesApiRef,
  type PricesApi,
  type SitesApi,
} from '../api';
import {
  catalogEntityRouteRef,
  orderTemplateRouteRef,
  pricesRouteRef,
  rootRouteRef,
} from '../routes';
import { offering, owner } from './samples';

export type SitesApiMock = { [Method in keyof SitesApi]: jest.Mock };

/** A sites API that answers only what a test tells it to. */
export function mockSitesApi(answers: Partial<SitesApi> = {}): SitesApiMock {
  const names = [
    'getOffering',
    'quotePrice',
    'getSummary',
    'listSites',
    'listDeployments',
    'checkSiteName',
    'uploadContent',
    'getCloudCredentials',
    'setCloudCredential',
    'removeCloudCredential',
    'getSite',
    'updateSite',
    'deleteSite',
    'suspendSite',
    'resumeSite',
    'getDeployment',
    'approveDeployment',
    'rejectDeployment',
    'cancelDeployment',
    'forceCancelDeployment',
    'listDriftChecks',
    'checkDrift',
    'reconcileDrift',
    'acceptDrift',
    'listDeadLetters',
    'requeueDeadLetter',
    'discardDeadLetter',
    'retryDeployment',
    'listStates',
    'downloadState',
    'restoreState',
    'releaseStateLock',
    'searchLogs',
    'searchDeploymentLog',
    'downloadDeploymentLog',
    'followLog',
  ] as const satisfies readonly (keyof SitesApi)[];
  const api = Object.fromEntries(
    names.map(name => [name, jest.fn(() => new Promise<never>(() => {}))]),
  ) as unknown as SitesApiMock;
  api.getOffering.mockResolvedValue(offering);
  api.getSummary.mockResolvedValue({
    sites: { ordered: 0, live: 1, failed: 0, suspended: 0, deleting: 0 },
    deployments: { running: 0, awaitingApproval: 0, failedLastDay: 0 },
  });
  for (const [name, answer] of Object.entries(answers)) {
    api[name as keyof SitesApi].mockImplementation(answer as never);
  }
  return api;
}

/** Renders a part of the plugin for one reader, who may do `allowed`. */
export function renderPage(
  element: ReactElement,
  options: {
    sites: SitesApiMock;
    me?: Me;
    allowed?: readonly string[];
    customers?: Record<string, jest.Mock>;
    prices?: Partial<PricesApi>;
    at?: string;
    mountPath?: string;
  },
) {
  const { sites, me = owner, allowed = [], at, mountPath } = options;
  return renderInTestApp(
    <SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0 }}>
      {element}
    </SWRConfig>,
    {
      initialRouteEntries: at ? [at] : undefined,
      mountPath,
      mountedRoutes: {
        '/sites': rootRouteRef,
        '/prices': pricesRouteRef,
        '/catalog/:namespace/:kind/:name': catalogEntityRouteRef,
        '/create/templates/:namespace/:templateName': orderTemplateRouteRef,
      },
      config: { app: { title: 'Freehold', baseUrl: 'http://localhost:7007' } },
      apis: [
        [sitesApiRef, sites as unknown as SitesApi],
        [pricesApiRef, (options.prices ?? {}) as PricesApi],
        [customersApiRef, (options.customers ?? {}) as never],
        [meApiRef, { cached: () => me, load: async () => me }],
        [catalogApiRef, {} as never],
        [
          entityPresentationApiRef,
          {
            forEntity: (ref: string) => {
              const snapshot = {
                entityRef: ref,
                primaryTitle: ref.split('/')[1],
              };
              return {
                snapshot,
                promise: Promise.resolve(snapshot),
                update$: undefined,
              };
            },
          } as never,
        ],
        [
          permissionApiRef,
          mockApis.permission({
            authorize: request =>
              allowed.includes(request.permission.name)
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
          }),
        ],
      ],
    },
  );
}
