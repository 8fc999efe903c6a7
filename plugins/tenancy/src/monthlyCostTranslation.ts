import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * Texts about what a customer's sites cost a month, and may.
 *
 * @public
 */
export const monthlyCostTranslationRef = createTranslationRef({
  id: 'plugin.tenancy.monthlyCost',
  messages: {
    title: 'Monthly cost',
    failed: 'The monthly cost could not be loaded',
    answer: '{{spent}} of {{limit}} a month.',
    answerFree: '{{spent}} a month, without a limit.',
    left: '{{left}} left.',
    full: 'The limit is used up.',
    over: '{{over}} over the limit',
    overMeans: 'What runs stays; nothing dearer is let through.',
    means:
      'What sites are ordered at, for a whole month. A change counts once it is live.',
    others: 'All other sites',
    site: 'Site',
    amount: 'A month',
    setAt: 'Limit set',
    because: 'Reason: {{reason}}',
    edit: {
      open: 'Set the monthly limit',
      title: 'Monthly limit of {{name}}',
      lead: 'What all sites together may cost a month. Plans that would pass it are denied; what runs is not touched.',
      amount: 'Limit, {{currency}}',
      amountFree: 'Limit, in the currency of the prices',
      amountHint: 'A decimal such as 250.00. Leave it empty for no limit.',
      amountProblem: 'Give a decimal such as 250.00.',
      reason: 'Reason',
      reasonHint: 'Kept in the audit trail, and shown to the customer.',
      failed: 'The limit was not set',
      save: 'Set the limit',
      remove: 'Take the limit away',
    },
  },
});
