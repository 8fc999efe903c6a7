// Generated from schema/openapi.yaml by tools/generate-api.mjs. Do not edit.
export interface paths {
  '/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who the caller is, and where they belong. */
    get: operations['getMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/roles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who may do what. Members are told of the roles of members only, staff of all roles. */
    get: operations['listRoles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/access': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Why the caller may, or may not, do something. */
    get: operations['explainAccess'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/viewing/stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End the caller's viewing as a customer, if there is one. */
    post: operations['stopViewingAs'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All customers, for staff. */
    get: operations['listCustomers'];
    put?: never;
    /** Create a customer, with its first owner. */
    post: operations['createCustomer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    get: operations['getCustomer'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: operations['updateCustomer'];
    trace?: never;
  };
  '/customers/{customer}/usage': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    /** What the customer may use, and what is left of its requests. What is left of sites and deployments is told by the API of sites. */
    get: operations['getUsage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/limits': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Agree limits with one customer in place of its tier's; null takes one back. They hold everywhere within five seconds. */
    patch: operations['updateCustomerLimits'];
    trace?: never;
  };
  '/customers/{customer}/deactivate': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lock a customer's members out and refuse new deployments; its sites keep running. */
    post: operations['deactivateCustomer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/reactivate': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['reactivateCustomer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/suspend': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Keep a customer's members out and refuse new deployments for a while; its sites are kept running or suspended with it. */
    post: operations['suspendCustomer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End a suspension; sites that were suspended with it are resumed. */
    post: operations['resumeCustomer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/settings': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change what a customer settles for itself. */
    patch: operations['updateCustomerSettings'];
    trace?: never;
  };
  '/customers/{customer}/ownership': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make another member owner and become admin oneself, in one step. */
    post: operations['handOverOwnership'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/viewings': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    /** Who of the staff viewed as the customer, newest first. */
    get: operations['listViewings'];
    put?: never;
    /** See the portal as the customer's viewers do, read-only, in all of the caller's sessions, until it is stopped or its time is over. */
    post: operations['startViewingAs'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Members of all customers and the staff, oldest first, for staff and for the portal's own projections. */
    get: operations['listAllMembers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/members': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    /** The members of a customer. The customer `default` is the staff, here and below. */
    get: operations['listMembers'];
    put?: never;
    post: operations['addMember'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/members/{member}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        member: components['parameters']['member'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a member; their sessions end with the next request. The last owner or operator stays. */
    delete: operations['removeMember'];
    options?: never;
    head?: never;
    patch: operations['updateMember'];
    trace?: never;
  };
  '/customers/{customer}/members/{member}/password-link': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        member: components['parameters']['member'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A new single-use set-password link; earlier ones stop working. */
    post: operations['createPasswordLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tenants/{tenant}/invitations': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tenant: components['parameters']['tenant'];
      };
      cookie?: never;
    };
    /** Invitations that nobody accepted yet, newest first. The tenant `default` is the staff. */
    get: operations['listInvitations'];
    put?: never;
    /** Invite somebody by mail; the link in it works once. */
    post: operations['inviteMember'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tenants/{tenant}/invitations/{invitation}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tenant: components['parameters']['tenant'];
        invitation: components['parameters']['invitation'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Make an invitation's link useless. */
    delete: operations['revokeInvitation'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tenants/{tenant}/invitations/{invitation}/resend': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tenant: components['parameters']['tenant'];
        invitation: components['parameters']['invitation'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mail a new link, which lasts anew; the one before stops working. */
    post: operations['resendInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/invitations/inspect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a link invites to. For everybody who holds one. */
    post: operations['inspectInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/invitations/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Become a member. The answer leads to setting a password; until one is set, asking again gives another such link. */
    post: operations['acceptInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/me/email-change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The change of one's own address that waits for its confirmations, if there is one. */
    get: operations['getEmailChange'];
    put?: never;
    /** Ask for another address to sign in with. Both addresses get a mail and must confirm. The answer is the same whatever the new address is. */
    post: operations['changeEmail'];
    /** Give up the change that waits; its links stop working. */
    delete: operations['cancelEmailChange'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/email-changes/inspect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a confirmation link is about. For everybody who holds one. */
    post: operations['inspectEmailChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/email-changes/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Confirm for one of the two addresses; the second one puts the change into effect. */
    post: operations['confirmEmailChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/email-changes/refuse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refuse the change for one of the two addresses; both links stop working. */
    post: operations['refuseEmailChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/mails': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Mails of the portal, newest first, for operators. */
    get: operations['listMails'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tenants/{tenant}/mails/{mail}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tenant: components['parameters']['tenant'];
        mail: components['parameters']['mail'];
      };
      cookie?: never;
    };
    /** One mail; with its words only where it is kept because there is no mail server. */
    get: operations['getMail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tenants/{tenant}/mails/{mail}/send-again': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tenant: components['parameters']['tenant'];
        mail: components['parameters']['mail'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Try anew to send a mail that failed, or was kept while there was no mail server. */
    post: operations['sendMailAgain'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/audit-events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who did what, newest first, as far as the caller may read. */
    get: operations['listAuditEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/audit-events/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All events that match, newest first, as a file that is streamed. */
    get: operations['exportAuditEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/audit-health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the last check found the trails whole that the caller may read. */
    get: operations['getAuditHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/audit-events/{event}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        event: string;
      };
      cookie?: never;
    };
    get: operations['getAuditEvent'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    CustomerSlug: string;
    /** @enum {string} */
    CustomerTier: 'standard' | 'premium';
    /** @enum {string} */
    CustomerState: 'active' | 'suspended' | 'deactivated';
    Reason: string;
    /** @enum {string} */
    Role:
      | 'owner'
      | 'admin'
      | 'developer'
      | 'billing'
      | 'viewer'
      | 'operator'
      | 'finance'
      | 'support';
    DisplayName: string;
    Email: string;
    Customer: {
      slug: string;
      name: string;
      tier: components['schemas']['CustomerTier'];
      state: components['schemas']['CustomerState'];
      deactivatedReason?: string;
      /** Format: date-time */
      deactivatedAt?: string;
      suspension?: {
        /** Format: date-time */
        since: string;
        reason: string;
        /** @description Entity ref of who suspended it. */
        by: string;
        byName: string;
        /** @enum {string} */
        sites: 'keep' | 'suspend';
      };
      requiresApproval: boolean;
      /**
       * @description Who asked for approvals; what the business asked for, the customer cannot end.
       * @enum {string}
       */
      approvalAskedBy?: 'business' | 'customer';
      contactEmail?: string;
      memberCount: number;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
    };
    Limits: {
      requestsPerMinute: number;
      deploymentsPerHour: number;
      sites: number;
      /** @description Ids of sizes. Absent, all of the offering. */
      sizes?: string[];
    };
    RequestsUsage: {
      limit: number;
      used: number;
      /** @description Until all of the limit is there again. */
      resetSeconds: number;
    };
    Usage: {
      tier: components['schemas']['CustomerTier'];
      limits: components['schemas']['Limits'];
      tierLimits: components['schemas']['Limits'];
      /** @description What was agreed with this customer alone. */
      ownLimits: {
        requestsPerMinute?: number;
        deploymentsPerHour?: number;
        sites?: number;
        sizes?: string[];
      };
      requests: components['schemas']['RequestsUsage'];
      /** @description Requests that pages of the portal made for members. */
      pages: components['schemas']['RequestsUsage'];
    };
    /** @description A member of a customer, or one of the staff. */
    Member: {
      /** @description The customer, or `default` for staff. */
      customer: string;
      name: string;
      email: string;
      displayName: string;
      role: components['schemas']['Role'];
      entityRef: string;
      /** Format: date-time */
      createdAt: string;
    };
    Person: {
      /** @description The customer, or `default` for staff. */
      tenant: string;
      name: string;
      email: string;
      displayName: string;
      role: components['schemas']['Role'];
      entityRef: string;
    };
    PasswordLink: {
      url: string;
      /** Format: date-time */
      expiresAt: string;
    };
    AddedMember: {
      member: components['schemas']['Member'];
      passwordLink?: components['schemas']['PasswordLink'];
    };
    Me: {
      /** @enum {string} */
      kind: 'staff' | 'member';
      tenant: string;
      tenantName: string;
      tier?: components['schemas']['CustomerTier'];
      role: components['schemas']['Role'];
      entityRef: string;
      displayName: string;
      email: string;
      /** @description Set while the caller, one of the staff, views as the tenant. */
      viewing?: {
        reason: string;
        /** Format: date-time */
        startedAt: string;
        /** Format: date-time */
        expiresAt: string;
      };
    };
    Viewing: {
      viewingId: string;
      customer: string;
      viewerName: string;
      reason: string;
      /** Format: date-time */
      startedAt: string;
      /** Format: date-time */
      expiresAt: string;
      /** Format: date-time */
      endedAt?: string;
      isActive: boolean;
    };
    /** @enum {string} */
    ActionGroup:
      | 'organization'
      | 'people'
      | 'sites'
      | 'deployments'
      | 'costs'
      | 'ordering'
      | 'catalog';
    RoleTable: {
      memberRoles: components['schemas']['Role'][];
      staffRoles: components['schemas']['Role'][];
      actions: {
        action: string;
        group: components['schemas']['ActionGroup'];
        title: string;
        description: string;
        /** @enum {string} */
        effect: 'read' | 'change';
        roles: components['schemas']['Role'][];
      }[];
    };
    AccessExplanation: {
      action: string;
      title?: string;
      object?: string;
      allowed: boolean;
      /**
       * @description What the answer rests on.
       * @enum {string}
       */
      rule:
        | 'role-includes'
        | 'role-lacks'
        | 'viewing-only-reads'
        | 'not-yours'
        | 'unknown-action';
      role?: components['schemas']['Role'];
      /** @enum {string} */
      reach?:
        | 'everything'
        | 'own-tenant'
        | 'public-entities'
        | 'own-tasks'
        | 'ordering';
      /** @description The roles that include it, of those the caller may know. */
      roles: components['schemas']['Role'][];
      /** @description Names of the people who can give the caller such a role. */
      givenBy: string[];
    };
    /** @description From the fragment of a link. */
    Token: string;
    /** @enum {string} */
    InvitationState: 'open' | 'expired';
    Invitation: {
      id: string;
      tenant: string;
      email: string;
      role: components['schemas']['Role'];
      state: components['schemas']['InvitationState'];
      /** @description Entity ref of a user. */
      invitedBy?: string;
      inviterName?: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      sentAt: string;
      /** Format: date-time */
      expiresAt: string;
    };
    InspectedInvitation: {
      /** @enum {string} */
      state: 'open' | 'expired' | 'used' | 'revoked';
      tenantName: string;
      email: string;
      role: components['schemas']['Role'];
      inviterName?: string;
      /** Format: date-time */
      expiresAt: string;
    };
    EmailChange: {
      newEmail: string;
      isOldConfirmed: boolean;
      isNewConfirmed: boolean;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      expiresAt: string;
    };
    InspectedEmailChange: {
      /**
       * @description Which of the two addresses the link went to.
       * @enum {string}
       */
      side: 'old' | 'new';
      tenantName: string;
      memberName: string;
      newEmail: string;
      isConfirmed: boolean;
      /** Format: date-time */
      expiresAt: string;
    };
    /** @enum {string} */
    MailState: 'queued' | 'sent' | 'failed' | 'kept';
    Mail: {
      tenant: string;
      id: string;
      recipient: {
        email: string;
        name?: string;
      };
      template: string;
      subject: string;
      state: components['schemas']['MailState'];
      attempts: number;
      lastProblem?: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      nextAttemptAt?: string;
      /** Format: date-time */
      sentAt?: string;
    };
    OpenedMail: components['schemas']['Mail'] & {
      text?: string;
      html?: string;
    };
    /** @enum {string} */
    AuditOutcome: 'succeeded' | 'refused' | 'failed';
    AuditEvent: {
      /** @description The customer, or `default` for staff. */
      tenant: string;
      id: string;
      /** @description Place in the trail of its tenant, from 1. */
      sequence: number;
      /** Format: date-time */
      occurredAt: string;
      /** Format: date-time */
      recordedAt: string;
      actor: {
        /** @enum {string} */
        kind: 'person' | 'staff' | 'portal' | 'nobody';
        /** @description Entity ref, or `plugin:<id>`; customers are not told who of the staff. */
        ref?: string;
      };
      /** @description The customer that one of the staff was viewing as. */
      viewingAs?: string;
      action: string;
      object: {
        kind: string;
        id: string;
        name?: string;
      };
      outcome: components['schemas']['AuditOutcome'];
      reason?: string;
      before?: {
        [key: string]: unknown;
      };
      after?: {
        [key: string]: unknown;
      };
      request?: {
        id: string;
        address?: string;
      };
    };
    AuditHealth: {
      /** @description How many trails were checked. */
      tenants: number;
      /** @description How many events they had. */
      events: number;
      /**
       * Format: date-time
       * @description Of the check that is the longest ago; absent before the first.
       */
      checkedAt?: string;
      faults: {
        tenant: string;
        /** @enum {string} */
        kind: 'altered' | 'removed' | 'reordered' | 'cleared' | 'head';
        sequence: number;
        message: string;
      }[];
    };
  };
  responses: {
    /** @description What went wrong, in Backstage's error shape. */
    Problem: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': {
          error: {
            name: string;
            message: string;
          };
          response: {
            statusCode?: number;
          };
        };
      };
    };
  };
  parameters: {
    /** @description Events of this customer only; `default` is the business itself. */
    ofCustomer: string;
    /** @description Entity ref of a user, `plugin:<id>`, or `staff` for anybody of the business. */
    actor: string;
    /** @description Name of an operation, such as `orderSite`. */
    action: string;
    /** @description A thing as `<kind>:<id>`, or a kind alone. */
    object: string;
    outcome: components['schemas']['AuditOutcome'];
    from: string;
    /** @description Not itself included. */
    to: string;
    tenant: string;
    invitation: string;
    mail: string;
    customer: string;
    member: string;
    search: string;
    offset: number;
    limit: number;
  };
  requestBodies: {
    Token: {
      content: {
        'application/json': {
          token: components['schemas']['Token'];
        };
      };
    };
  };
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The caller. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listRoles: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The roles, and the actions that they include. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoleTable'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  explainAccess: {
    parameters: {
      query: {
        action: string;
        /** @description What it is to be done to, a customer's slug or `slug/id`; the caller's own customer where it is left out. */
        object?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer, and what it rests on. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessExplanation'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  stopViewingAs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The caller views as nobody. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  listCustomers: {
    parameters: {
      query?: {
        search?: components['parameters']['search'];
        state?: components['schemas']['CustomerState'];
        tier?: components['schemas']['CustomerTier'];
        sort?: 'name' | '-name' | 'createdAt' | '-createdAt';
        offset?: components['parameters']['offset'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of customers, and how many match in all. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Customer'][];
            total: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  createCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          slug: components['schemas']['CustomerSlug'];
          name: components['schemas']['DisplayName'];
          tier: components['schemas']['CustomerTier'];
          requiresApproval?: boolean;
          owner: {
            email: components['schemas']['Email'];
            displayName: components['schemas']['DisplayName'];
          };
        };
      };
    };
    responses: {
      /** @description The customer, its owner and the owner's set-password link, shown this once. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            customer: components['schemas']['Customer'];
            owner: components['schemas']['Member'];
            passwordLink?: components['schemas']['PasswordLink'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The customer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Customer'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  updateCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: components['schemas']['DisplayName'];
          tier?: components['schemas']['CustomerTier'];
          requiresApproval?: boolean;
        };
      };
    };
    responses: {
      /** @description The customer as changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Customer'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getUsage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Limits and requests. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Usage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  updateCustomerLimits: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          requestsPerMinute?: number | null;
          deploymentsPerHour?: number | null;
          sites?: number | null;
          sizes?: string[] | null;
        };
      };
    };
    responses: {
      /** @description Limits and requests, as changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Usage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  deactivateCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description The customer as changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Customer'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  reactivateCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The customer as changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Customer'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  suspendCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: components['schemas']['Reason'];
          /** @enum {string} */
          sites: 'keep' | 'suspend';
        };
      };
    };
    responses: {
      /** @description The customer as changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Customer'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  resumeCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The customer as changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Customer'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  updateCustomerSettings: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: components['schemas']['DisplayName'];
          /** @description Empty for none. */
          contactEmail?: components['schemas']['Email'] | string;
          requiresApproval?: boolean;
        };
      };
    };
    responses: {
      /** @description The customer as changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Customer'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  handOverOwnership: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Name of the member who becomes owner. */
          to: string;
        };
      };
    };
    responses: {
      /** @description The member who is owner now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Member'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listViewings: {
    parameters: {
      query?: {
        offset?: components['parameters']['offset'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of viewings, and how many there are in all. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Viewing'][];
            total: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  startViewingAs: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: components['schemas']['Reason'];
          minutes?: number;
        };
      };
    };
    responses: {
      /** @description The viewing. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Viewing'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listAllMembers: {
    parameters: {
      query?: {
        offset?: components['parameters']['offset'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of people, and how many there are in all. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Person'][];
            total: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listMembers: {
    parameters: {
      query?: {
        search?: components['parameters']['search'];
        offset?: components['parameters']['offset'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of members, and how many match in all. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Member'][];
            total: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  addMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email: components['schemas']['Email'];
          displayName: components['schemas']['DisplayName'];
          role: components['schemas']['Role'];
        };
      };
    };
    responses: {
      /** @description The member and their set-password link, shown this once. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AddedMember'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  removeMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        member: components['parameters']['member'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Removed. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  updateMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        member: components['parameters']['member'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          displayName?: components['schemas']['DisplayName'];
          role?: components['schemas']['Role'];
        };
      };
    };
    responses: {
      /** @description The member as changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Member'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  createPasswordLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        member: components['parameters']['member'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The link, shown this once. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PasswordLink'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listInvitations: {
    parameters: {
      query?: {
        offset?: components['parameters']['offset'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path: {
        tenant: components['parameters']['tenant'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of invitations, and how many there are in all. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Invitation'][];
            total: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  inviteMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tenant: components['parameters']['tenant'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email: components['schemas']['Email'];
          role: components['schemas']['Role'];
        };
      };
    };
    responses: {
      /** @description The invitation; its link is in the mail only. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Invitation'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  revokeInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tenant: components['parameters']['tenant'];
        invitation: components['parameters']['invitation'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Revoked. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  resendInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tenant: components['parameters']['tenant'];
        invitation: components['parameters']['invitation'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The invitation as changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Invitation'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  inspectInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: components['requestBodies']['Token'];
    responses: {
      /** @description The invitation behind the link. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InspectedInvitation'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  acceptInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: components['schemas']['Token'];
          displayName: components['schemas']['DisplayName'];
        };
      };
    };
    responses: {
      /** @description The link to set a password with. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PasswordLink'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getEmailChange: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The change that waits; empty when none does. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            pending?: components['schemas']['EmailChange'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  changeEmail: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          newEmail: components['schemas']['Email'];
          password: string;
        };
      };
    };
    responses: {
      /** @description The change that now waits. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmailChange'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  cancelEmailChange: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Nothing waits any more. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  inspectEmailChange: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: components['requestBodies']['Token'];
    responses: {
      /** @description The change behind the link. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InspectedEmailChange'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  confirmEmailChange: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: components['requestBodies']['Token'];
    responses: {
      /** @description Whether the change is in effect now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            isDone: boolean;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  refuseEmailChange: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: components['requestBodies']['Token'];
    responses: {
      /** @description Refused; nothing was changed. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  listMails: {
    parameters: {
      query?: {
        search?: components['parameters']['search'];
        state?: components['schemas']['MailState'];
        offset?: components['parameters']['offset'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of mails, how many match in all, and whether mails go out at all. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Mail'][];
            total: number;
            /** @description A mail server is configured; mails are kept to be read otherwise. */
            isSending: boolean;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getMail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tenant: components['parameters']['tenant'];
        mail: components['parameters']['mail'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The mail. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpenedMail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  sendMailAgain: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tenant: components['parameters']['tenant'];
        mail: components['parameters']['mail'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The mail as changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Mail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listAuditEvents: {
    parameters: {
      query?: {
        /** @description Events of this customer only; `default` is the business itself. */
        customer?: components['parameters']['ofCustomer'];
        /** @description Entity ref of a user, `plugin:<id>`, or `staff` for anybody of the business. */
        actor?: components['parameters']['actor'];
        /** @description Name of an operation, such as `orderSite`. */
        action?: components['parameters']['action'];
        /** @description A thing as `<kind>:<id>`, or a kind alone. */
        object?: components['parameters']['object'];
        outcome?: components['parameters']['outcome'];
        from?: components['parameters']['from'];
        /** @description Not itself included. */
        to?: components['parameters']['to'];
        search?: components['parameters']['search'];
        /** @description The `next` of the page before. */
        cursor?: string;
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of events, and where the next one begins. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['AuditEvent'][];
            /** @description The cursor of the next page; absent on the last. */
            next?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  exportAuditEvents: {
    parameters: {
      query: {
        format: 'csv' | 'jsonl';
        /** @description Events of this customer only; `default` is the business itself. */
        customer?: components['parameters']['ofCustomer'];
        /** @description Entity ref of a user, `plugin:<id>`, or `staff` for anybody of the business. */
        actor?: components['parameters']['actor'];
        /** @description Name of an operation, such as `orderSite`. */
        action?: components['parameters']['action'];
        /** @description A thing as `<kind>:<id>`, or a kind alone. */
        object?: components['parameters']['object'];
        outcome?: components['parameters']['outcome'];
        from?: components['parameters']['from'];
        /** @description Not itself included. */
        to?: components['parameters']['to'];
        search?: components['parameters']['search'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
          'application/jsonl': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getAuditHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What the last check found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditHealth'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getAuditEvent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        event: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The event. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditEvent'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
}
