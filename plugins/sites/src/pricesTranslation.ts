import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * Texts of the price book.
 *
 * @public
 */
export const pricesTranslationRef = createTranslationRef({
  id: 'plugin.sites.prices',
  messages: {
    title: 'Prices',
    answer: 'Orders are priced by {{version}}, since {{since}}.',
    answerNext:
      'Orders are priced by {{version}}, since {{since}}. {{next}} follows on {{day}}.',
    failed: 'The prices could not be loaded',
    notYours: 'The price book is for staff',
    notYoursHint: 'What a site costs stands in the order form, part by part.',
    versions: 'Versions',
    from: 'from {{day}}',
    fromTo: 'from {{day}} to {{end}}',
    draftBy: 'drafted by',
    state: {
      draft: 'Draft',
      inForce: 'In force',
      upcoming: 'Upcoming',
      past: 'Past',
    },
    facts: {
      currency: 'Currency',
      source: 'Source',
      holds: 'Holds',
      drafted: 'Drafted',
      published: 'Published',
    },
    draft: {
      action: 'Draft new prices',
      title: 'Draft new prices',
      lead: 'The draft begins with what holds now. Nothing changes for customers until it is published.',
      version: 'Name of the version',
      versionHint: 'Orders are marked with it, such as {{example}}.',
      source: 'Source and note',
      sourceHint: 'Where the amounts come from, and why: a note or a link.',
      submit: 'Begin the draft',
      failed: 'The draft was not begun',
    },
    book: {
      draftAnswer_one: 'A draft: {{count}} price differs from {{compared}}.',
      draftAnswer_other: 'A draft: {{count}} prices differ from {{compared}}.',
      draftSame: 'A draft that says the same as {{compared}}.',
      differs_one: '{{count}} price differs from {{compared}}.',
      differs_other: '{{count}} prices differ from {{compared}}.',
      same: 'It says the same as {{compared}}.',
      first: 'The first version.',
      notComparable:
        'Its currency is not that of {{compared}}, so amounts are not compared.',
      onlyChanges: 'Show what differs only',
      noChanges: 'Nothing differs.',
      part: 'Part',
      amount: 'A month, {{currency}}',
      compared: 'In {{version}}',
      difference: 'Difference',
      of: 'Price of {{item}} on {{cloud}}',
      none: 'no price',
      unpriced_one:
        '{{count}} thing that is offered has no price here, so nobody can order it.',
      unpriced_other:
        '{{count}} things that are offered have no price here, so nobody can order them.',
      notOffered: 'not offered any more',
      save: 'Save the draft',
      saved: 'Everything is saved.',
      unsaved: 'Not saved yet.',
      saveFailed: 'The draft was not saved',
      amountProblem: 'Give a decimal such as 12.50, with 6 places at most.',
      currencyProblem: 'Give three capital letters, such as EUR.',
      sourceProblem: 'Say where the amounts come from.',
    },
    publish: {
      action: 'Publish',
      title: 'Publish {{version}}',
      consequence:
        'From that day on, new orders and new parts of sites have these prices. What runs keeps the price it was ordered at. The version changes no more.',
      changes:
        'Compared with {{version}}: {{up}} dearer, {{down}} cheaper, {{rest}} new or gone.',
      day: 'Holds from',
      dayHint: 'A day of UTC. Today is at once.',
      saveFirst: 'Save the draft before it is published.',
      failed: 'The prices were not published',
    },
    discard: {
      action: 'Throw away',
      title: 'Throw {{version}} away',
      consequence:
        'The draft and its amounts are gone. Prices that hold are not touched.',
    },
  },
});
