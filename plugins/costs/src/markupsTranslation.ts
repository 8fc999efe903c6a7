import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * Texts of the page about mark-ups. For finance and operators.
 *
 * @public
 */
export const markupsTranslationRef = createTranslationRef({
  id: 'plugin.costs.markups',
  messages: {
    title: 'Mark-ups',
    answer: {
      none: 'Customers see what their sites cost you: there is no mark-up.',
      some_other:
        '{{count}} mark-ups are in force. Customers they are for see your costs with them, and nothing of what you pay yourself.',
      some_one:
        '{{count}} mark-up is in force. Customers it is for see your costs with it, and nothing of what you pay yourself.',
    },
    notYours: 'Mark-ups are for finance and operators',
    notYoursHint: 'Ask a colleague of finance what a customer pays.',
    failed: 'The mark-ups could not be loaded',
    none: 'No mark-up yet',
    noneHint:
      'With a mark-up, customers see what they pay instead of what you pay. Set one for all of them, or for one.',
    set: 'Set a mark-up',
    customer: 'Customer',
    allCustomers: 'Every customer',
    service: 'Service',
    allServices: 'Every service',
    percent: 'Mark-up',
    from: 'From',
    state: 'State',
    states: { current: 'In force', planned: 'Planned', ended: 'Ended' },
    change: 'Change',
    changeOf:
      'Change the mark-up of {{service}} for {{customer}} from {{month}}',
    action: 'What can be done',
    dialog: {
      title: 'Set a mark-up',
      customerHint:
        "A customer's own counts before the one for every customer.",
      serviceHint: 'One for a service counts before the one for every service.',
      fromHint: 'Until a later one takes its place. Past months change, too.',
      percent: 'Percent to add',
      percentHint:
        'Such as 12.5; below zero is a rebate. Taxes are passed on as they are.',
      percentProblem:
        'A number between -99.9999 and 10000, with a point, such as 12.5',
      example: 'Of {{cost}} that you pay, the customer sees {{price}}.',
      save: 'Save',
      takeBack: 'Take back',
      refused: 'The mark-up was not changed',
    },
  },
});
