import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { meApiRef, type Me } from '@freehold/plugin-tenancy-react';
import type { ReactElement } from 'react';
import { SWRConfig } from 'swr';
import { costsApiRef, type CostsApi } from '../api';
import { rootRouteRef } from '../routes';
import { owner, reply, summary } from './samples';

export type CostsApiMock = { [Method in keyof CostsApi]: jest.Mock };

/** Everything that finance may do with costs. */
export const ofFinance = [
  'costs.costs.read',
  'costs.import.read',
  'costs.import.create',
  'costs.markup.read',
  'costs.markup.set',
  'costs.allocation.read',
  'costs.allocation.change',
];

/** A costs API that answers only what a test tells it to. */
export function mockCostsApi(answers: Partial<CostsApi> = {}): CostsApiMock {
  const names = [
    'getSummary',
    'queryCosts',
    'compareCosts',
    'explainChanges',
    'listTopResources',
    'listCharges',
    'getCharge',
    'exportCharges',
    'exportReport',
    'listViews',
    'saveView',
    'updateView',
    'deleteView',
    'setDefaultView',
    'listSources',
    'createSource',
    'importCharges',
    'correctRejectedRows',
    'listImports',
    'getImport',
    'getConformance',
    'listRejectedRows',
    'downloadRejectedRows',
    'listPeriods',
    'listReconciliations',
    'setInvoiceTotal',
    'importInvoiceTotals',
    'removeInvoiceTotal',
    'listMarkups',
    'setMarkup',
    'removeMarkup',
    'listTagKeys',
    'getTagCompliance',
    'listCustomerCompliance',
    'listTagFixes',
    'exportTagFixes',
    'getTagPolicy',
    'setTagPolicy',
    'previewTagPolicy',
    'listRuleSets',
    'getRuleSet',
    'saveRuleSetDraft',
    'discardRuleSetDraft',
    'activateRuleSetDraft',
    'simulateRuleSetDraft',
    'reallocatePeriods',
    'listUnallocatedCosts',
  ] as const satisfies readonly (keyof CostsApi)[];
  const api = Object.fromEntries(
    names.map(name => [name, jest.fn(() => new Promise<never>(() => {}))]),
  ) as unknown as CostsApiMock;
  api.getSummary.mockResolvedValue(summary());
  api.queryCosts.mockResolvedValue(reply());
  api.compareCosts.mockResolvedValue({ items: [] });
  api.explainChanges.mockResolvedValue({ currencies: [] });
  api.listViews.mockResolvedValue({ items: [] });
  api.listTopResources.mockResolvedValue({ items: [] });
  api.listTagKeys.mockResolvedValue({ items: [] });
  for (const [name, answer] of Object.entries(answers)) {
    api[name as keyof CostsApi].mockImplementation(answer as never);
  }
  return api;
}

const customers = ['acme', 'birch'].map(slug => ({
  metadata: {
    namespace: slug,
    title: slug === 'acme' ? 'Acme Bikes' : undefined,
  },
}));
const sites = [
  {
    metadata: {
      name: 'shop',
      title: 'The bike shop',
      annotations: { 'freehold.dev/site-id': 'site_1' },
    },
  },
];

/** Customers and sites as the catalog names them. */
const catalog = {
  getEntitiesByRefs: async ({ entityRefs }: { entityRefs: string[] }) => ({
    items: entityRefs.map(ref => {
      const slug = ref.split('/')[1];
      return {
        metadata: {
          namespace: slug,
          title: slug === 'acme' ? 'Acme Bikes' : undefined,
        },
      };
    }),
  }),
  getEntities: async ({ filter }: { filter: { kind: string } }) => ({
    items: filter.kind === 'Group' ? customers : sites,
  }),
};

/** Renders a part of the plugin for one reader, who may do `allowed`. */
export function renderPage(
  element: ReactElement,
  options: {
    costs: CostsApiMock;
    me?: Me;
    allowed?: readonly string[];
    at?: string;
    mountPath?: string;
  },
) {
  const { costs, me = owner, allowed = ['costs.costs.read'] } = options;
  return renderInTestApp(
    <SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0 }}>
      {element}
    </SWRConfig>,
    {
      initialRouteEntries: options.at ? [options.at] : undefined,
      mountPath: options.mountPath,
      mountedRoutes: { '/costs': rootRouteRef },
      config: { app: { title: 'Freehold', baseUrl: 'http://localhost:7007' } },
      apis: [
        [costsApiRef, costs as unknown as CostsApi],
        [meApiRef, { cached: () => me, load: async () => me }],
        [catalogApiRef, catalog as never],
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
