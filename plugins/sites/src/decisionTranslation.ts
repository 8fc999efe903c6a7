import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * Texts by which people decide about a plan: the approval, what it does in
 * words, and its resources.
 *
 * @public
 */
export const decisionTranslationRef = createTranslationRef({
  id: 'plugin.sites.decision',
  messages: {
    approval: {
      title: 'This plan waits for a decision',
      asked: 'Asked for by',
      expires: 'Decide within',
      expiresNote:
        'after that, nothing is changed and it has to be asked anew.',
      expired: 'The time to decide is over. The deployment is about to end.',
      byStaff:
        'Our staff look at the plan and decide. You are told as soon as they have.',
      youAsked:
        'You asked for this change, so somebody else has to approve it. You can reject it.',
      barred: 'Four eyes: who asked for it may not approve it.',
      plan: 'Plan',
      planNote: 'An approval holds for this very plan and no other.',
      hash: 'hash of the plan',
      expiresBy: 'at {{at}}',
    },
    voided: {
      title: 'An approval holds no more',
      by: 'An earlier plan was approved by',
      why: 'What runs had changed before that plan was applied, so it was planned anew',
      again: 'Look at this plan, and decide again.',
    },
    price: {
      title: 'Price',
      version: 'Price list {{version}}',
    },
    people: {
      title: 'People',
    },
    counts: {
      none: 'Nothing has to change.',
      noneOver: 'Nothing had to change.',
      label: 'Changes by kind: {{words}}',
    },
    filter: {
      search: 'Search by name or address',
      action: 'Action',
      anyAction: 'Any action',
      type: 'Type',
      anyType: 'Any type',
      shown_one: '{{count}} resource',
      shown_other: '{{count}} resources',
      noMatch: 'No resource matches.',
    },
    check: {
      publicDatabase: 'Databases are private',
      publicStorage: 'Storage is private',
      publicServer: 'Servers are private',
      unknownResources: 'Every resource is known',
      encryption: 'Data is encrypted',
      openPorts: 'Only web ports are open',
      costLabels: 'Costs can be allocated',
      databaseLoss: 'No database is lost',
      storageLoss: 'No storage is lost',
      customerApproval: 'Changes are approved first',
      tierLimits: 'Number and sizes of sites',
      monthlyLimit: 'Monthly limit',
    },
    words: {
      undone: 'None of this was done.',
      cutShort:
        'The deployment ended before all of this was done. Its log says how far it came.',
      ahead: {
        create: '{{what}} will be made.',
        update: '{{what}} will be changed. Nothing stored is lost.',
        replace: '{{what}} will be taken down and made anew.',
        destroy: '{{what}} will be deleted.',
        forget:
          '{{what}} will stay in the cloud, but be no part of the site any more.',
        replaceLoss_one:
          '{{what}} will be deleted and made anew, empty. All it holds is lost.',
        replaceLoss_other:
          '{{what}} will be deleted and made anew, empty. All they hold is lost.',
        destroyLoss_one: '{{what}} will be deleted with all it holds.',
        destroyLoss_other: '{{what}} will be deleted with all they hold.',
      },
      done: {
        create_one: '{{what}} was made.',
        create_other: '{{what}} were made.',
        update_one: '{{what}} was changed. Nothing stored was lost.',
        update_other: '{{what}} were changed. Nothing stored was lost.',
        replace_one: '{{what}} was taken down and made anew.',
        replace_other: '{{what}} were taken down and made anew.',
        destroy_one: '{{what}} was deleted.',
        destroy_other: '{{what}} were deleted.',
        forget_one:
          '{{what}} stayed in the cloud, but is no part of the site any more.',
        forget_other:
          '{{what}} stayed in the cloud, but are no part of the site any more.',
        replaceLoss_one:
          '{{what}} was deleted and made anew, empty. All it held is lost.',
        replaceLoss_other:
          '{{what}} were deleted and made anew, empty. All they held is lost.',
        destroyLoss_one: '{{what}} was deleted with all it held.',
        destroyLoss_other: '{{what}} were deleted with all they held.',
      },
      unfinished: {
        create_one: '{{what}} was to be made.',
        create_other: '{{what}} were to be made.',
        update_one:
          '{{what}} was to be changed, without loss of what is stored.',
        update_other:
          '{{what}} were to be changed, without loss of what is stored.',
        replace_one: '{{what}} was to be taken down and made anew.',
        replace_other: '{{what}} were to be taken down and made anew.',
        destroy_one: '{{what}} was to be deleted.',
        destroy_other: '{{what}} were to be deleted.',
        forget_one:
          '{{what}} was to stay in the cloud, but be no part of the site any more.',
        forget_other:
          '{{what}} were to stay in the cloud, but be no part of the site any more.',
        replaceLoss_one:
          '{{what}} was to be deleted and made anew, empty, with the loss of all it holds.',
        replaceLoss_other:
          '{{what}} were to be deleted and made anew, empty, with the loss of all they hold.',
        destroyLoss_one: '{{what}} was to be deleted with all it holds.',
        destroyLoss_other: '{{what}} were to be deleted with all they hold.',
      },
      named: '{{what}} ({{names}})',
      size: 'Size: from {{from}} to {{to}}.',
      snapshot:
        'A last copy of what it held is kept; our staff can restore it.',
      isPublic: 'The internet can reach it.',
      isClear: 'What it holds is not encrypted.',
      kept_one: '{{count}} part stays as it is.',
      kept_other: '{{count}} parts stay as they are.',
    },
    kind: {
      bucket_one: 'A storage for files',
      bucket_other: '{{count}} storages for files',
      certificate_one: 'A TLS certificate',
      certificate_other: '{{count}} TLS certificates',
      content_one: 'The content of the site',
      content_other: '{{count}} parts of the content',
      database_one: 'A database',
      database_other: '{{count}} databases',
      dnsRecord_one: 'A DNS record',
      dnsRecord_other: '{{count}} DNS records',
      instance_one: 'A place to run',
      instance_other: '{{count}} places to run',
      loadBalancer_one: 'An entrance for visitors',
      loadBalancer_other: '{{count}} entrances for visitors',
      log_one: 'A log',
      log_other: '{{count}} logs',
      network_one: 'A part of the network',
      network_other: '{{count}} parts of the network',
      networkRule_one: 'A rule of the network',
      networkRule_other: '{{count}} rules of the network',
      other_one: 'A smaller part',
      other_other: '{{count}} smaller parts',
      permission_one: 'A permission of the site itself',
      permission_other: '{{count}} permissions of the site itself',
      secret_one: 'A secret',
      secret_other: '{{count}} secrets',
      service_one: 'A running program',
      service_other: '{{count}} running programs',
      setting_one: 'A setting',
      setting_other: '{{count}} settings',
      volume_one: 'A disk',
      volume_other: '{{count}} disks',
    },
  },
});
