import { PLAIN_SPECIFICATION } from '@freehold/plugin-sites-common';
import type { Me } from '@freehold/plugin-tenancy-react';
import type { Deployment, Offering, Site } from '../api';

/** Sites, deployments and people as the backends answer them. */
export const owner: Me = {
  kind: 'member',
  tenant: 'acme',
  tenantName: 'Acme Bikes',
  tier: 'standard',
  role: 'owner',
  entityRef: 'user:acme/anna',
  displayName: 'Anna Owner',
  email: 'anna@acme.example',
};

export const operator: Me = {
  kind: 'staff',
  tenant: 'default',
  tenantName: 'Freehold Hosting',
  role: 'operator',
  entityRef: 'user:default/olga',
  displayName: 'Olga Operator',
  email: 'olga@freehold.example',
};

const staticOnly: Offering['clouds'][number]['capabilities'] = {
  runtimes: ['static'],
  customSize: false,
  domains: false,
  environment: false,
  secrets: false,
  addOns: [],
};

const everything: Offering['clouds'][number]['capabilities'] = {
  runtimes: ['static', 'container', 'git'],
  customSize: true,
  domains: true,
  environment: true,
  secrets: true,
  addOns: ['database', 'storage'],
};

export const offering: Offering = {
  priceVersion: '2026-11',
  clouds: [
    {
      id: 'local',
      title: 'This machine',
      capabilities: staticOnly,
      regions: [{ id: 'here', title: 'Here' }],
      sizes: [
        {
          id: 'small',
          title: 'Small',
          description: 'For a site that begins',
          monthlyPrice: { amount: '5.00', currency: 'EUR' },
        },
        {
          id: 'medium',
          title: 'Medium',
          description: 'For daily visitors',
          monthlyPrice: { amount: '12.50', currency: 'EUR' },
        },
      ],
    },
    {
      id: 'far',
      title: 'Far cloud',
      capabilities: staticOnly,
      regions: [
        { id: 'north', title: 'North' },
        { id: 'south', title: 'South' },
      ],
      sizes: [
        {
          id: 'huge',
          title: 'Huge',
          description: 'For everybody',
          monthlyPrice: { amount: '99.00', currency: 'EUR' },
        },
      ],
    },
    {
      id: 'aws',
      title: 'AWS',
      capabilities: everything,
      regions: [{ id: 'eu-central-1', title: 'Frankfurt' }],
      sizes: [
        {
          id: 'small',
          title: 'Small',
          description: 'One instance',
          monthlyPrice: { amount: '40.00', currency: 'EUR' },
        },
        {
          id: 'custom',
          title: 'Custom',
          description: 'By your own measure',
          monthlyPrice: { amount: '10.00', currency: 'EUR' },
        },
      ],
    },
  ],
};

export function site(changes: Partial<Site> = {}): Site {
  return {
    siteId: 'site_1',
    customer: 'acme',
    customerName: 'Acme Bikes',
    name: 'shop',
    title: 'The bike shop',
    product: 'website',
    cloud: 'local',
    region: 'here',
    size: 'small',
    state: 'live',
    url: 'http://shop.acme.localhost:7007',
    content: { kind: 'starter' },
    ...PLAIN_SPECIFICATION,
    dnsRecords: [],
    servedDomains: [],
    monthlyPrice: { amount: '5.00', currency: 'EUR' },
    lastDeployment: {
      deploymentId: 'dep_1',
      kind: 'apply',
      state: 'succeeded',
      createdAt: '2026-11-20T10:00:00.000Z',
      finishedAt: '2026-11-20T10:00:04.000Z',
    },
    createdBy: 'user:acme/anna',
    createdAt: '2026-11-20T10:00:00.000Z',
    updatedAt: '2026-11-20T10:00:04.000Z',
    ...changes,
  };
}

export function deployment(changes: Partial<Deployment> = {}): Deployment {
  return {
    deploymentId: 'dep_1',
    customer: 'acme',
    siteId: 'site_1',
    siteName: 'shop',
    kind: 'apply',
    state: 'planning',
    desired: {
      name: 'shop',
      title: 'The bike shop',
      product: 'website',
      cloud: 'local',
      region: 'here',
      size: 'small',
      content: { kind: 'starter' },
      ...PLAIN_SPECIFICATION,
    },
    requestedBy: 'user:acme/anna',
    createdAt: '2026-11-20T10:00:00.000Z',
    steps: [
      { state: 'queued', at: '2026-11-20T10:00:00.000Z' },
      { state: 'planning', at: '2026-11-20T10:00:01.000Z' },
    ],
    price: {
      amount: '5.00',
      currency: 'EUR',
      priceVersion: '2026-11',
      lines: [
        {
          item: 'size.small',
          quantity: '1',
          unitAmount: '5.00',
          amount: '5.00',
        },
      ],
    },
    ...changes,
  };
}

/** A deployment whose plan waits for somebody to approve it. */
export function awaitingApproval(): Deployment {
  return deployment({
    state: 'awaiting-approval',
    planHash: 'abc123',
    steps: [
      { state: 'queued', at: '2026-11-20T10:00:00.000Z' },
      { state: 'planning', at: '2026-11-20T10:00:01.000Z' },
      { state: 'awaiting-approval', at: '2026-11-20T10:00:03.000Z' },
    ],
    plan: {
      summary: { create: 1, update: 0, replace: 0, destroy: 0 },
      changes: [
        {
          address: 'module.site.terraform_data.content',
          type: 'terraform_data',
          name: 'content',
          action: 'create',
          attributes: [
            { path: 'input.directory', after: '/sites/shop', sensitive: false },
            { path: 'input.token', sensitive: true },
            { path: 'id', afterUnknown: true, sensitive: false },
          ],
        },
      ],
    },
    checks: [
      {
        check: 'customer-approval',
        effect: 'require-approval',
        reason: 'This customer asked to approve each deployment.',
      },
    ],
  });
}

/** A monthly price of these parts, each there once. */
export function price(
  lines: Record<string, string>,
  amount: string,
): Deployment['price'] {
  return {
    amount,
    currency: 'EUR',
    priceVersion: '2026-11',
    lines: Object.entries(lines).map(([item, each]) => ({
      item,
      quantity: '1',
      unitAmount: each,
      amount: each,
    })),
  };
}
