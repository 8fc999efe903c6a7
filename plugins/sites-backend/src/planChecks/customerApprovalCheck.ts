import type { PlanCheck } from '@freehold/plugin-sites-node';

/** Lets deployments wait for staff, for customers that staff asked it for. */
export const customerApprovalCheck: PlanCheck = {
  id: 'customer-approval',
  async check({ customer }) {
    return customer.requiresApproval
      ? [
          {
            effect: 'require-approval',
            reason: `Changes of ${customer.name} wait until staff have approved them.`,
          },
        ]
      : [];
  },
};
