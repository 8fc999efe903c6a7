import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * Texts of what is looked at beside the figures themselves: comparisons, what
 * changed, saved views, exports.
 *
 * @public
 */
export const lookingTranslationRef = createTranslationRef({
  id: 'plugin.costs.looking',
  messages: {
    compare: {
      label: 'Compare with',
      none: 'Nothing',
      before: 'The time before',
      'last-year': 'A year before',
      custom: 'Chosen days',
      days: 'First and last day to compare with',
      more: '{{difference}} more than in {{before}}',
      less: '{{difference}} less than in {{before}}',
      same: 'As much as in {{before}}',
      figures: '{{amount}} in {{now}}, {{was}} in {{before}}',
      change: '{{share}} more',
      changeLess: '{{share}} less',
      unequal:
        '{{now}} has {{days}} days here, {{before}} has {{daysBefore}}: {{perDay}} a day against {{perDayBefore}}.',
      soFar: 'Only the days that have charges so far are compared.',
      failed: 'The comparison could not be loaded',
      charges: 'See the charges of {{range}}',
      amountIn: 'In {{range}}',
      difference: 'Difference',
      changeColumn: 'Change',
      isNew: 'new',
      isGone: 'gone',
      line: 'In all, {{range}}',
      undrawn_one:
        'One day or month of {{range}} has none beside it and is not drawn; the sums have it.',
      undrawn_other:
        '{{count}} days or months of {{range}} have none beside them and are not drawn; the sums have them.',
    },
    changes: {
      title: 'What changed',
      more: '{{difference}} more than in {{before}}, most of it {{service}}',
      less: '{{difference}} less than in {{before}}, most of it {{service}}',
      description: '{{now}} beside {{before}}',
      none: 'Nothing changed: every service cost what it did before.',
      failed: 'What changed could not be loaded',
      resource: 'Charges of no resource',
      rest: 'Other resources: {{difference}}',
      otherServices: 'All other services',
      whole: 'The whole change',
      see: 'Now',
      seeBefore: 'Before',
      seeOf: 'Charges of {{what}} now',
      seeBeforeOf: 'Charges of {{what}} before',
      service: 'Service and resource',
      why: 'Why',
      part: '{{reason}} {{difference}}',
      reason: {
        new: 'new',
        gone: 'no longer there',
        usage: 'used more or less at the same price',
        price: 'another price',
        purchase: 'purchases',
        credit: 'credits',
        tax: 'taxes',
        adjustment: 'adjustments',
        other: 'used without a known quantity',
        usageMore: 'used more at the same price',
        usageLess: 'used less at the same price',
        priceMore: 'a higher price',
        priceLess: 'a lower price',
      },
    },
    resources: {
      title: 'Dearest resources',
      description: 'With what they cost in {{before}}',
      failed: 'The resources could not be loaded',
      name: 'Resource',
      whose: 'Whose',
      amount: 'Amount',
      change: 'Change',
      none: 'No charge of these days names a resource.',
    },
    views: {
      menu: 'Views',
      shared: '{{name}} (shared)',
      save: 'Save this view…',
      manage: 'Manage views…',
      saveTitle: 'Save this view',
      saveHint:
        'Range, filters, grouping and comparison are kept; the figures are always those of the day you look.',
      saveAction: 'Save the view',
      name: 'Name',
      share: 'Share it with everybody of {{tenant}} who sees costs',
      first: 'Begin with it when I open the costs',
      refused: 'The view could not be changed',
      manageTitle: 'Your views',
      begin: 'Begin with',
      beginNone: 'This month, everything',
      noneOwn: 'You have not saved a view of your own yet.',
      rename: 'Rename',
      delete: 'Delete',
      close: 'Close',
    },
    why: {
      these: 'See these charges',
      same: 'They are the figure that led here, {{figure}}, to the last digit.',
      other:
        'The figure that led here was {{figure}}: charges came in or were replaced since, by {{difference}}.',
    },
    gauge: {
      label: 'Allocated',
      byCost: 'By cost',
      byRows: 'By charges',
      unallocated: 'See what is nobody’s',
    },
  },
});
