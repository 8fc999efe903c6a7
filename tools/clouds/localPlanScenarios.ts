import type { PlanScenario } from './PlanScenario.ts';

const stack = 'stacks/site-local/main.tf';

/** Plans of sites on the machine of the portal. */
export const localPlanScenarios: PlanScenario[] = [
  { name: 'create-small', inputs: { size: 'small' } },
  { name: 'create-large', inputs: { size: 'large' } },
  {
    name: 'resize-up',
    before: { size: 'small' },
    inputs: { size: 'large' },
  },
  {
    name: 'release',
    before: { size: 'small' },
    inputs: { size: 'small', local: { release: 'f'.repeat(64) } },
  },
  {
    name: 'no-change',
    before: { size: 'small' },
    inputs: { size: 'small' },
  },
  {
    name: 'rename',
    before: { size: 'small' },
    inputs: {
      size: 'small',
      site: { id: 'site_1', name: 'store', product: 'website' },
    },
  },
  {
    name: 'destroy-all',
    before: { size: 'small' },
    inputs: { size: 'small' },
    destroy: true,
  },
  {
    name: 'bad-missing-labels',
    inputs: { size: 'small' },
    patches: [
      { file: stack, from: 'labels   = local.labels', to: 'labels   = {}' },
    ],
  },
  {
    name: 'bad-labels-of-another-customer',
    inputs: { size: 'small' },
    patches: [
      { file: stack, from: 'tenant = var.tenant', to: 'tenant = "birch"' },
    ],
  },
];
