import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** @public */
export const portalTranslationRef = createTranslationRef({
  id: 'plugin.tenancy-react',
  messages: {
    siteState: {
      ordered: 'Being set up',
      live: 'Live',
      failed: 'Failed',
      suspended: 'Suspended',
      deleting: 'Being deleted',
      deleted: 'Deleted',
    },
    deploymentState: {
      queued: 'Queued',
      planning: 'Planning',
      awaitingApproval: 'Waiting for approval',
      applying: 'Applying',
      succeeded: 'Succeeded',
      failed: 'Failed',
      cancelled: 'Cancelled',
    },
    error: {
      title: 'This could not be loaded',
      reassurance: 'Nothing was changed or lost.',
      retry: 'Try again',
      requestId: 'Request id',
      unanswered:
        'The portal did not answer. Check your connection, then try again.',
      internal:
        'Something failed on our side. Try again; if it stays, tell us the request id.',
    },
    copy: {
      action: 'Copy {{what}}',
      done: 'Copied',
      failed: 'Copying was refused by the browser; select the text instead',
    },
    time: {
      now: 'just now',
    },
    money: {
      perMonth: '{{amount}} a month',
    },
    confirm: {
      typeName: 'Type {{name}} to confirm',
      cancel: 'Cancel',
    },
    list: {
      page: '{{from}} to {{to}} of {{total}}',
      previous: 'Previous page',
      next: 'Next page',
      rows: '{{limit}} per page',
      rowsLabel: 'Rows per page',
    },
    page: {
      breadcrumbs: 'Breadcrumbs',
      loading: 'Loading',
      opensInNewTab: 'opens in a new tab',
    },
  },
});
