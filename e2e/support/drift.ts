import type { Page } from 'playwright/test';

const CHECKED_AT = '2026-11-20T10:00:20.000Z';

const check = {
  checkId: 'dep_00000000-0000-7000-8000-000000000001',
  state: 'succeeded',
  requestedBy: 'plugin:sites',
  createdAt: '2026-11-20T10:00:00.000Z',
  finishedAt: CHECKED_AT,
};

const found = {
  ...check,
  drifted: true,
  planHash: 'a'.repeat(64),
  changes: [
    {
      address: 'module.static[0].aws_s3_bucket.files',
      type: 'aws_s3_bucket',
      name: 'files',
      action: 'update',
      attributes: [
        {
          path: 'tags.owner',
          sensitive: false,
          before: 'acme',
          after: 'somebody-else',
        },
      ],
    },
    {
      address: 'module.static[0].aws_cloudwatch_log_group.requests',
      type: 'aws_cloudwatch_log_group',
      name: 'requests',
      action: 'destroy',
      attributes: [
        { path: 'name', sensitive: false, before: '/freehold/acme/garden' },
      ],
    },
  ],
  resources: [
    {
      address: 'module.static[0].aws_s3_bucket.files',
      type: 'aws_s3_bucket',
      kind: 'bucket',
      action: 'update',
      before: { public: false, labels: { owner: 'acme' } },
      after: { public: true, labels: { owner: 'somebody-else' } },
      unknown: [],
    },
    {
      address: 'module.static[0].aws_cloudwatch_log_group.requests',
      type: 'aws_cloudwatch_log_group',
      kind: 'log',
      action: 'destroy',
      before: { name: '/freehold/acme/garden' },
      unknown: [],
    },
  ],
};

const history = [
  found,
  { ...check, checkId: `${check.checkId}2`, drifted: false, changes: [] },
  {
    ...check,
    checkId: `${check.checkId}3`,
    state: 'failed',
    failure: {
      code: 'network',
      message: 'The network failed on the way to the cloud, or to the state.',
    },
  },
];

/**
 * Has the page shown a site as one that drifted: sites of this machine, the only
 * ones that every portal can order, never do.
 */
export async function showDrift(page: Page): Promise<void> {
  await page.route(
    /\/api\/sites\/customers\/\w+\/sites\/[\w-]+$/,
    async route => {
      const response = await route.fetch();
      const site = await response.json();
      const drift = {
        checkedAt: CHECKED_AT,
        foundAt: CHECKED_AT,
        checkId: found.checkId,
      };
      await route.fulfill({ response, json: { ...site, drift } });
    },
  );
  await page.route(/\/drift-checks(\?|$)/, async route => {
    const [, customer, siteId] =
      /customers\/(\w+)\/sites\/([\w-]+)/.exec(route.request().url()) ?? [];
    const items = history.map(it => ({ ...it, customer, siteId }));
    await route.fulfill({ json: { items, total: items.length } });
  });
  await page.reload();
  await page.getByText('A storage for files').waitFor();
}
