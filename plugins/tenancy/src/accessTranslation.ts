import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * Texts about roles, viewing as a customer, suspension and settings.
 *
 * @public
 */
export const accessTranslationRef = createTranslationRef({
  id: 'plugin.tenancy.access',
  messages: {
    role: {
      owner: 'Owner',
      admin: 'Admin',
      developer: 'Developer',
      billing: 'Billing',
      viewer: 'Viewer',
      operator: 'Operator',
      finance: 'Finance',
      support: 'Support',
    },
    roles: {
      title: 'Roles',
      link: 'What each role may do',
      answer:
        'Your role is {{role}}. It includes {{allowed}} of these {{total}} actions.',
      yours: 'your role',
      action: 'Action',
      membersOf: 'Members of a customer',
      staff: 'Staff',
      may: '{{role}} may',
      mayNot: '{{role}} may not',
      nobody: 'Nobody',
      errorTitle: 'The roles could not be loaded',
      group: {
        organization: 'Organization',
        people: 'People',
        sites: 'Sites',
        deployments: 'Deployments',
        costs: 'Costs',
        ordering: 'Order forms',
        catalog: 'Catalog and search',
      },
      notes: {
        lastOwner:
          'There is always an owner: the last one can be neither removed nor given another role.',
        ownersOnly: 'Admins manage members, but leave owners alone.',
        viewing:
          'Who views as a customer reads what its viewers read, and changes nothing.',
      },
    },
    why: {
      title: 'Why may I, or may I not?',
      action: 'Action',
      choose: 'Choose an action',
      object: 'On',
      anyOwn: 'Anything of {{tenant}}',
      anything: 'Anything',
      errorTitle: 'The answer could not be loaded',
      yes: 'You may',
      no: 'You may not',
      rule: {
        'role-includes': 'Your role, {{role}}, includes “{{title}}”.',
        'role-lacks': 'Your role, {{role}}, does not include “{{title}}”.',
        'viewing-only-reads':
          'You are viewing as a customer, which only reads. Stop viewing to act in your own role.',
        'not-yours':
          'Your role includes “{{title}}”, but only for what belongs to your organization. There is no such thing there.',
        'unknown-action': 'No role of yours or your colleagues’ includes it.',
      },
      reach: {
        everything: 'It holds everywhere.',
        'own-tenant': 'It holds for what belongs to the organization.',
        'public-entities':
          'It holds for the organization’s things and for public ones.',
        'own-tasks': 'It holds for the orders that you sent yourself.',
        ordering: 'It holds for ordering a site.',
      },
      roles: 'Roles that include it',
      givenBy: 'Who can give you one',
    },
    viewing: {
      banner: 'Viewing as {{customer}}',
      readOnly: 'Read-only.',
      reason: 'Because: {{reason}}',
      left_one: '1 minute left',
      left_other: '{{count}} minutes left',
      stop: 'Stop viewing',
      stopFailed: 'Viewing could not be stopped',
      start: 'View as',
      title: 'View as {{name}}',
      consequence:
        'You see the portal as its viewers do, and can change nothing, in all your sessions. Its owners are shown your name and your reason.',
      reasonLabel: 'Reason',
      reasonAdvice: 'Shown to the owners, such as "Your call of this morning"',
      minutes: 'For',
      minutesOption: '{{minutes}} minutes',
      action: 'Start viewing',
      failed: 'Viewing was not started',
    },
    viewings: {
      title: 'Who viewed as you',
      staffTitle: 'Who viewed as this customer',
      lead: 'When people of your hosting provider look at the portal as you see it, which changes nothing, their name, the time and their reason are listed here.',
      staffLead: 'Its owners see this list, too.',
      none: 'Nobody so far.',
      errorTitle: 'The list could not be loaded',
      now: 'viewing now',
      minutes_zero: 'under a minute',
      minutes_one: '1 minute',
      minutes_other: '{{count}} minutes',
    },
    suspension: {
      suspend: 'Suspend',
      resume: 'Resume',
      title: 'Suspend {{name}}',
      consequence:
        'Its members are signed out at once and cannot sign in. New deployments are refused; those that run are finished.',
      reason: 'Reason',
      reasonAdvice: 'Shown to staff, such as "unpaid since March"',
      sites: 'Its sites',
      keep: 'Keep running',
      keepMeans: 'Visitors notice nothing.',
      suspendSites: 'Are suspended, too',
      suspendSitesMeans:
        'Visitors see a notice until the customer is resumed. Sites that run in a cloud go on answering until they are stopped there.',
      action: 'Suspend customer',
      resumeTitle: 'Resume {{name}}',
      resumeConsequence:
        'Its members can sign in again, and deploy. Sites that were suspended with it answer visitors again; those suspended for other reasons stay so.',
      resumeAction: 'Resume customer',
      resumeFailed: 'The customer was not resumed',
      since: 'Suspended',
      by: 'Suspended by',
      answerKeep:
        'Suspended: its members cannot sign in and nothing is deployed; its sites keep running.',
      answerSuspend:
        'Suspended: its members cannot sign in, nothing is deployed, and visitors of its sites see a notice. Sites that run in a cloud still answer until they are stopped there.',
    },
    more: 'More',
    organization: {
      title: 'Organization',
      answer: 'How {{tenant}} appears, and how its changes are made.',
      settings: 'Settings',
      name: 'Name',
      nameAdvice: 'As colleagues and your hosting provider see it',
      contact: 'Contact e-mail',
      contactAdvice: 'Where your hosting provider writes to; may be empty',
      approval: 'Deployments wait for approval by your hosting provider',
      approvalByBusiness:
        'Your hosting provider asks for this, and alone can end it.',
      save: 'Save changes',
      saved: 'Saved',
      saveFailed: 'The changes were not saved',
      errorTitle: 'The settings could not be loaded',
      readOnly: 'Owners and admins can change these.',
      slug: 'Short name',
      tier: 'Tier',
      since: 'Customer since',
      staffOnly: {
        title: 'Settings belong to customers',
        description: 'Open a customer to see and change its settings.',
        action: 'All customers',
      },
    },
    handOver: {
      menu: 'Hand over ownership',
      title: 'Hand ownership over to {{name}}',
      consequence:
        '{{name}} becomes owner and you become admin, in one step. You can then no longer make or change owners; {{name}} can give ownership back.',
      action: 'Hand over ownership',
    },
    roleChange: {
      gains: '{{name}} will also be able to:',
      loses: '{{name}} will no longer be able to:',
      same: 'Nothing changes in what {{name}} can do.',
      atOnce: 'It holds from their next click on.',
    },
  },
});
