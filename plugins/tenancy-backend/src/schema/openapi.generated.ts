// Generated from schema/openapi.yaml by tools/generate-api.mjs. Do not edit.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'tenancy',
    version: '1',
    description: 'Customers of the hosting business and their members.',
  },
  servers: [{ url: '/' }],
  paths: {
    '/me': {
      get: {
        operationId: 'getMe',
        summary: 'Who the caller is, and where they belong.',
        responses: {
          '200': {
            description: 'The caller.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Me' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/roles': {
      get: {
        operationId: 'listRoles',
        summary:
          'Who may do what. Members are told of the roles of members only, staff of all roles.\n',
        responses: {
          '200': {
            description: 'The roles, and the actions that they include.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoleTable' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/access': {
      get: {
        operationId: 'explainAccess',
        summary: 'Why the caller may, or may not, do something.',
        parameters: [
          {
            name: 'action',
            in: 'query',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 100 },
          },
          {
            name: 'object',
            in: 'query',
            description:
              "What it is to be done to, a customer's slug or `slug/id`; the caller's own customer where it is left out.\n",
            schema: { type: 'string', minLength: 1, maxLength: 200 },
          },
        ],
        responses: {
          '200': {
            description: 'The answer, and what it rests on.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/AccessExplanation' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/viewing/stop': {
      post: {
        operationId: 'stopViewingAs',
        summary: "End the caller's viewing as a customer, if there is one.",
        responses: {
          '204': { description: 'The caller views as nobody.' },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/customers': {
      get: {
        operationId: 'listCustomers',
        summary: 'All customers, for staff.',
        parameters: [
          { $ref: '#/components/parameters/search' },
          {
            name: 'state',
            in: 'query',
            schema: { $ref: '#/components/schemas/CustomerState' },
          },
          {
            name: 'tier',
            in: 'query',
            schema: { $ref: '#/components/schemas/CustomerTier' },
          },
          {
            name: 'sort',
            in: 'query',
            schema: {
              type: 'string',
              enum: ['name', '-name', 'createdAt', '-createdAt'],
            },
          },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'One page of customers, and how many match in all.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'total'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Customer' },
                    },
                    total: { type: 'integer' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
      post: {
        operationId: 'createCustomer',
        summary: 'Create a customer, with its first owner.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['slug', 'name', 'tier', 'owner'],
                properties: {
                  slug: { $ref: '#/components/schemas/CustomerSlug' },
                  name: { $ref: '#/components/schemas/DisplayName' },
                  tier: { $ref: '#/components/schemas/CustomerTier' },
                  requiresApproval: { type: 'boolean' },
                  owner: {
                    type: 'object',
                    additionalProperties: false,
                    required: ['email', 'displayName'],
                    properties: {
                      email: { $ref: '#/components/schemas/Email' },
                      displayName: { $ref: '#/components/schemas/DisplayName' },
                    },
                  },
                },
              },
            },
          },
        },
        responses: {
          '201': {
            description:
              "The customer, its owner and the owner's set-password link, shown this once.",
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['customer', 'owner'],
                  properties: {
                    customer: { $ref: '#/components/schemas/Customer' },
                    owner: { $ref: '#/components/schemas/Member' },
                    passwordLink: { $ref: '#/components/schemas/PasswordLink' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/customers/{customer}': {
      get: {
        operationId: 'getCustomer',
        responses: {
          '200': {
            description: 'The customer.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Customer' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/customer' }],
      },
      patch: {
        operationId: 'updateCustomer',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                minProperties: 1,
                properties: {
                  name: { $ref: '#/components/schemas/DisplayName' },
                  tier: { $ref: '#/components/schemas/CustomerTier' },
                  requiresApproval: { type: 'boolean' },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The customer as changed.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Customer' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/customer' }],
      },
    },
    '/customers/{customer}/usage': {
      get: {
        operationId: 'getUsage',
        summary:
          'What the customer may use, and what is left of its requests. What is left of sites and deployments is told by the API of sites.\n',
        responses: {
          '200': {
            description: 'Limits and requests.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Usage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/customer' }],
      },
    },
    '/customers/{customer}/limits': {
      patch: {
        operationId: 'updateCustomerLimits',
        summary:
          "Agree limits with one customer in place of its tier's; null takes one back. They hold everywhere within five seconds.\n",
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                minProperties: 1,
                properties: {
                  requestsPerMinute: {
                    type: ['integer', 'null'],
                    minimum: 1,
                    maximum: 1000000,
                  },
                  deploymentsPerHour: {
                    type: ['integer', 'null'],
                    minimum: 0,
                    maximum: 100000,
                  },
                  sites: {
                    type: ['integer', 'null'],
                    minimum: 0,
                    maximum: 1000000,
                  },
                  sizes: {
                    type: ['array', 'null'],
                    maxItems: 100,
                    items: { type: 'string', minLength: 1, maxLength: 63 },
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Limits and requests, as changed.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Usage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/customer' }],
      },
    },
    '/customers/{customer}/deactivate': {
      post: {
        operationId: 'deactivateCustomer',
        summary:
          "Lock a customer's members out and refuse new deployments; its sites keep running.",
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['reason'],
                properties: {
                  reason: { type: 'string', minLength: 1, maxLength: 500 },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The customer as changed.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Customer' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/customer' }],
      },
    },
    '/customers/{customer}/reactivate': {
      post: {
        operationId: 'reactivateCustomer',
        responses: {
          '200': {
            description: 'The customer as changed.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Customer' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/customer' }],
      },
    },
    '/customers/{customer}/suspend': {
      post: {
        operationId: 'suspendCustomer',
        summary:
          "Keep a customer's members out and refuse new deployments for a while; its sites are kept running or suspended with it.\n",
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['reason', 'sites'],
                properties: {
                  reason: { $ref: '#/components/schemas/Reason' },
                  sites: { type: 'string', enum: ['keep', 'suspend'] },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The customer as changed.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Customer' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/customer' }],
      },
    },
    '/customers/{customer}/resume': {
      post: {
        operationId: 'resumeCustomer',
        summary:
          'End a suspension; sites that were suspended with it are resumed.',
        responses: {
          '200': {
            description: 'The customer as changed.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Customer' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/customer' }],
      },
    },
    '/customers/{customer}/settings': {
      patch: {
        operationId: 'updateCustomerSettings',
        summary: 'Change what a customer settles for itself.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                minProperties: 1,
                properties: {
                  name: { $ref: '#/components/schemas/DisplayName' },
                  contactEmail: {
                    description: 'Empty for none.',
                    oneOf: [
                      { $ref: '#/components/schemas/Email' },
                      { type: 'string', maxLength: 0 },
                    ],
                  },
                  requiresApproval: { type: 'boolean' },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The customer as changed.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Customer' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/customer' }],
      },
    },
    '/customers/{customer}/ownership': {
      post: {
        operationId: 'handOverOwnership',
        summary:
          'Make another member owner and become admin oneself, in one step.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['to'],
                properties: {
                  to: {
                    type: 'string',
                    maxLength: 63,
                    description: 'Name of the member who becomes owner.',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The member who is owner now.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Member' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/customer' }],
      },
    },
    '/customers/{customer}/viewings': {
      get: {
        operationId: 'listViewings',
        summary: 'Who of the staff viewed as the customer, newest first.',
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'One page of viewings, and how many there are in all.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'total'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Viewing' },
                    },
                    total: { type: 'integer' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
      post: {
        operationId: 'startViewingAs',
        summary:
          "See the portal as the customer's viewers do, read-only, in all of the caller's sessions, until it is stopped or its time is over.\n",
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['reason'],
                properties: {
                  reason: { $ref: '#/components/schemas/Reason' },
                  minutes: { type: 'integer', minimum: 1, maximum: 60 },
                },
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The viewing.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Viewing' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/customer' }],
      },
    },
    '/members': {
      get: {
        operationId: 'listAllMembers',
        summary:
          "Members of all customers and the staff, oldest first, for staff and for the portal's own projections.\n",
        parameters: [
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'One page of people, and how many there are in all.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'total'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Person' },
                    },
                    total: { type: 'integer' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/customers/{customer}/members': {
      get: {
        operationId: 'listMembers',
        summary:
          'The members of a customer. The customer `default` is the staff, here and below.',
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/search' },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'One page of members, and how many match in all.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'total'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Member' },
                    },
                    total: { type: 'integer' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
      post: {
        operationId: 'addMember',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['email', 'displayName', 'role'],
                properties: {
                  email: { $ref: '#/components/schemas/Email' },
                  displayName: { $ref: '#/components/schemas/DisplayName' },
                  role: { $ref: '#/components/schemas/Role' },
                },
              },
            },
          },
        },
        responses: {
          '201': {
            description:
              'The member and their set-password link, shown this once.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/AddedMember' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/customer' }],
      },
    },
    '/customers/{customer}/members/{member}': {
      patch: {
        operationId: 'updateMember',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                minProperties: 1,
                properties: {
                  displayName: { $ref: '#/components/schemas/DisplayName' },
                  role: { $ref: '#/components/schemas/Role' },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The member as changed.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Member' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/member' },
        ],
      },
      delete: {
        operationId: 'removeMember',
        summary:
          'Remove a member; their sessions end with the next request. The last owner or operator stays.',
        responses: {
          '204': { description: 'Removed.' },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/member' },
        ],
      },
    },
    '/customers/{customer}/members/{member}/password-link': {
      post: {
        operationId: 'createPasswordLink',
        summary:
          'A new single-use set-password link; earlier ones stop working.',
        responses: {
          '201': {
            description: 'The link, shown this once.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PasswordLink' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/member' },
        ],
      },
    },
    '/tenants/{tenant}/invitations': {
      get: {
        operationId: 'listInvitations',
        summary:
          'Invitations that nobody accepted yet, newest first. The tenant `default` is the staff.',
        parameters: [
          { $ref: '#/components/parameters/tenant' },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description:
              'One page of invitations, and how many there are in all.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'total'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Invitation' },
                    },
                    total: { type: 'integer' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
      post: {
        operationId: 'inviteMember',
        summary: 'Invite somebody by mail; the link in it works once.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['email', 'role'],
                properties: {
                  email: { $ref: '#/components/schemas/Email' },
                  role: { $ref: '#/components/schemas/Role' },
                },
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The invitation; its link is in the mail only.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Invitation' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/tenant' }],
      },
    },
    '/tenants/{tenant}/invitations/{invitation}': {
      delete: {
        operationId: 'revokeInvitation',
        summary: "Make an invitation's link useless.",
        responses: {
          '204': { description: 'Revoked.' },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/tenant' },
          { $ref: '#/components/parameters/invitation' },
        ],
      },
    },
    '/tenants/{tenant}/invitations/{invitation}/resend': {
      post: {
        operationId: 'resendInvitation',
        summary:
          'Mail a new link, which lasts anew; the one before stops working.',
        responses: {
          '200': {
            description: 'The invitation as changed.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Invitation' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/tenant' },
          { $ref: '#/components/parameters/invitation' },
        ],
      },
    },
    '/invitations/inspect': {
      post: {
        operationId: 'inspectInvitation',
        summary: 'What a link invites to. For everybody who holds one.',
        requestBody: { $ref: '#/components/requestBodies/Token' },
        responses: {
          '200': {
            description: 'The invitation behind the link.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/InspectedInvitation' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/invitations/accept': {
      post: {
        operationId: 'acceptInvitation',
        summary:
          'Become a member. The answer leads to setting a password; until one is set, asking again gives another such link.\n',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['token', 'displayName'],
                properties: {
                  token: { $ref: '#/components/schemas/Token' },
                  displayName: { $ref: '#/components/schemas/DisplayName' },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The link to set a password with.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PasswordLink' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/me/email-change': {
      get: {
        operationId: 'getEmailChange',
        summary:
          "The change of one's own address that waits for its confirmations, if there is one.",
        responses: {
          '200': {
            description: 'The change that waits; empty when none does.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: {
                    pending: { $ref: '#/components/schemas/EmailChange' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
      post: {
        operationId: 'changeEmail',
        summary:
          'Ask for another address to sign in with. Both addresses get a mail and must confirm. The answer is the same whatever the new address is.\n',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['newEmail', 'password'],
                properties: {
                  newEmail: { $ref: '#/components/schemas/Email' },
                  password: { type: 'string', minLength: 1, maxLength: 128 },
                },
              },
            },
          },
        },
        responses: {
          '202': {
            description: 'The change that now waits.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EmailChange' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
      delete: {
        operationId: 'cancelEmailChange',
        summary: 'Give up the change that waits; its links stop working.',
        responses: {
          '204': { description: 'Nothing waits any more.' },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/email-changes/inspect': {
      post: {
        operationId: 'inspectEmailChange',
        summary:
          'What a confirmation link is about. For everybody who holds one.',
        requestBody: { $ref: '#/components/requestBodies/Token' },
        responses: {
          '200': {
            description: 'The change behind the link.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/InspectedEmailChange' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/email-changes/confirm': {
      post: {
        operationId: 'confirmEmailChange',
        summary:
          'Confirm for one of the two addresses; the second one puts the change into effect.',
        requestBody: { $ref: '#/components/requestBodies/Token' },
        responses: {
          '200': {
            description: 'Whether the change is in effect now.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['isDone'],
                  properties: { isDone: { type: 'boolean' } },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/email-changes/refuse': {
      post: {
        operationId: 'refuseEmailChange',
        summary:
          'Refuse the change for one of the two addresses; both links stop working.',
        requestBody: { $ref: '#/components/requestBodies/Token' },
        responses: {
          '204': { description: 'Refused; nothing was changed.' },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/mails': {
      get: {
        operationId: 'listMails',
        summary: 'Mails of the portal, newest first, for operators.',
        parameters: [
          { $ref: '#/components/parameters/search' },
          {
            name: 'state',
            in: 'query',
            schema: { $ref: '#/components/schemas/MailState' },
          },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description:
              'One page of mails, how many match in all, and whether mails go out at all.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'total', 'isSending'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Mail' },
                    },
                    total: { type: 'integer' },
                    isSending: {
                      type: 'boolean',
                      description:
                        'A mail server is configured; mails are kept to be read otherwise.',
                    },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/tenants/{tenant}/mails/{mail}': {
      get: {
        operationId: 'getMail',
        summary:
          'One mail; with its words only where it is kept because there is no mail server.',
        responses: {
          '200': {
            description: 'The mail.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/OpenedMail' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/tenant' },
          { $ref: '#/components/parameters/mail' },
        ],
      },
    },
    '/tenants/{tenant}/mails/{mail}/send-again': {
      post: {
        operationId: 'sendMailAgain',
        summary:
          'Try anew to send a mail that failed, or was kept while there was no mail server.',
        responses: {
          '200': {
            description: 'The mail as changed.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Mail' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/tenant' },
          { $ref: '#/components/parameters/mail' },
        ],
      },
    },
    '/audit-events': {
      get: {
        operationId: 'listAuditEvents',
        summary: 'Who did what, newest first, as far as the caller may read.',
        parameters: [
          { $ref: '#/components/parameters/ofCustomer' },
          { $ref: '#/components/parameters/actor' },
          { $ref: '#/components/parameters/action' },
          { $ref: '#/components/parameters/object' },
          { $ref: '#/components/parameters/outcome' },
          { $ref: '#/components/parameters/from' },
          { $ref: '#/components/parameters/to' },
          { $ref: '#/components/parameters/search' },
          {
            name: 'cursor',
            description: 'The `next` of the page before.',
            in: 'query',
            schema: { type: 'string', maxLength: 300 },
          },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'One page of events, and where the next one begins.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/AuditEvent' },
                    },
                    next: {
                      type: 'string',
                      description:
                        'The cursor of the next page; absent on the last.',
                    },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/audit-events/export': {
      get: {
        operationId: 'exportAuditEvents',
        summary:
          'All events that match, newest first, as a file that is streamed.',
        parameters: [
          {
            name: 'format',
            in: 'query',
            required: true,
            schema: { type: 'string', enum: ['csv', 'jsonl'] },
          },
          { $ref: '#/components/parameters/ofCustomer' },
          { $ref: '#/components/parameters/actor' },
          { $ref: '#/components/parameters/action' },
          { $ref: '#/components/parameters/object' },
          { $ref: '#/components/parameters/outcome' },
          { $ref: '#/components/parameters/from' },
          { $ref: '#/components/parameters/to' },
          { $ref: '#/components/parameters/search' },
        ],
        responses: {
          '200': {
            description: 'The file.',
            content: {
              'text/csv': { schema: { type: 'string' } },
              'application/jsonl': { schema: { type: 'string' } },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/audit-health': {
      get: {
        operationId: 'getAuditHealth',
        summary:
          'Whether the last check found the trails whole that the caller may read.',
        responses: {
          '200': {
            description: 'What the last check found.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/AuditHealth' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/customers/{customer}/audit-events/{event}': {
      get: {
        operationId: 'getAuditEvent',
        responses: {
          '200': {
            description: 'The event.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/AuditEvent' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          {
            name: 'event',
            in: 'path',
            required: true,
            schema: { type: 'string', format: 'uuid' },
          },
        ],
      },
    },
  },
  components: {
    requestBodies: {
      Token: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              additionalProperties: false,
              required: ['token'],
              properties: { token: { $ref: '#/components/schemas/Token' } },
            },
          },
        },
      },
    },
    parameters: {
      ofCustomer: {
        name: 'customer',
        description:
          'Events of this customer only; `default` is the business itself.',
        in: 'query',
        schema: { type: 'string', minLength: 1, maxLength: 63 },
      },
      actor: {
        name: 'actor',
        description:
          'Entity ref of a user, `plugin:<id>`, or `staff` for anybody of the business.',
        in: 'query',
        allowReserved: true,
        schema: { type: 'string', minLength: 1, maxLength: 200 },
      },
      action: {
        name: 'action',
        description: 'Name of an operation, such as `orderSite`.',
        in: 'query',
        schema: { type: 'string', minLength: 1, maxLength: 100 },
      },
      object: {
        name: 'object',
        description: 'A thing as `<kind>:<id>`, or a kind alone.',
        in: 'query',
        allowReserved: true,
        schema: { type: 'string', minLength: 1, maxLength: 200 },
      },
      outcome: {
        name: 'outcome',
        in: 'query',
        schema: { $ref: '#/components/schemas/AuditOutcome' },
      },
      from: {
        name: 'from',
        in: 'query',
        allowReserved: true,
        schema: { type: 'string', format: 'date-time' },
      },
      to: {
        name: 'to',
        description: 'Not itself included.',
        in: 'query',
        allowReserved: true,
        schema: { type: 'string', format: 'date-time' },
      },
      tenant: {
        name: 'tenant',
        in: 'path',
        required: true,
        schema: { type: 'string', maxLength: 63 },
      },
      invitation: {
        name: 'invitation',
        in: 'path',
        required: true,
        schema: { type: 'string', maxLength: 63 },
      },
      mail: {
        name: 'mail',
        in: 'path',
        required: true,
        schema: { type: 'string', maxLength: 63 },
      },
      customer: {
        name: 'customer',
        in: 'path',
        required: true,
        schema: { type: 'string', maxLength: 63 },
      },
      member: {
        name: 'member',
        in: 'path',
        required: true,
        schema: { type: 'string', maxLength: 63 },
      },
      search: {
        name: 'search',
        in: 'query',
        allowReserved: true,
        schema: { type: 'string', maxLength: 200 },
      },
      offset: {
        name: 'offset',
        in: 'query',
        schema: { type: 'integer', minimum: 0, maximum: 1000000 },
      },
      limit: {
        name: 'limit',
        in: 'query',
        schema: { type: 'integer', minimum: 1, maximum: 200 },
      },
    },
    responses: {
      Problem: {
        description: "What went wrong, in Backstage's error shape.",
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['error', 'response'],
              properties: {
                error: {
                  type: 'object',
                  required: ['name', 'message'],
                  properties: {
                    name: { type: 'string' },
                    message: { type: 'string' },
                  },
                },
                response: {
                  type: 'object',
                  properties: { statusCode: { type: 'integer' } },
                },
              },
            },
          },
        },
      },
    },
    schemas: {
      CustomerSlug: {
        type: 'string',
        pattern: '^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,39}$',
      },
      CustomerTier: { type: 'string', enum: ['standard', 'premium'] },
      CustomerState: {
        type: 'string',
        enum: ['active', 'suspended', 'deactivated'],
      },
      Reason: { type: 'string', minLength: 1, maxLength: 500, pattern: '\\S' },
      Role: {
        type: 'string',
        enum: [
          'owner',
          'admin',
          'developer',
          'billing',
          'viewer',
          'operator',
          'finance',
          'support',
        ],
      },
      DisplayName: {
        type: 'string',
        minLength: 1,
        maxLength: 100,
        pattern: '\\S',
      },
      Email: {
        type: 'string',
        minLength: 3,
        maxLength: 254,
        pattern: '^[^\\s@]+@[^\\s@]+$',
      },
      Customer: {
        type: 'object',
        required: [
          'slug',
          'name',
          'tier',
          'state',
          'requiresApproval',
          'createdAt',
          'updatedAt',
          'memberCount',
        ],
        properties: {
          slug: { type: 'string' },
          name: { type: 'string' },
          tier: { $ref: '#/components/schemas/CustomerTier' },
          state: { $ref: '#/components/schemas/CustomerState' },
          deactivatedReason: { type: 'string' },
          deactivatedAt: { type: 'string', format: 'date-time' },
          suspension: {
            type: 'object',
            required: ['since', 'reason', 'by', 'byName', 'sites'],
            properties: {
              since: { type: 'string', format: 'date-time' },
              reason: { type: 'string' },
              by: {
                type: 'string',
                description: 'Entity ref of who suspended it.',
              },
              byName: { type: 'string' },
              sites: { type: 'string', enum: ['keep', 'suspend'] },
            },
          },
          requiresApproval: { type: 'boolean' },
          approvalAskedBy: {
            type: 'string',
            enum: ['business', 'customer'],
            description:
              'Who asked for approvals; what the business asked for, the customer cannot end.\n',
          },
          contactEmail: { type: 'string' },
          memberCount: { type: 'integer' },
          createdAt: { type: 'string', format: 'date-time' },
          updatedAt: { type: 'string', format: 'date-time' },
        },
      },
      Limits: {
        type: 'object',
        required: ['requestsPerMinute', 'deploymentsPerHour', 'sites'],
        properties: {
          requestsPerMinute: { type: 'integer' },
          deploymentsPerHour: { type: 'integer' },
          sites: { type: 'integer' },
          sizes: {
            type: 'array',
            description: 'Ids of sizes. Absent, all of the offering.',
            items: { type: 'string' },
          },
        },
      },
      RequestsUsage: {
        type: 'object',
        required: ['limit', 'used', 'resetSeconds'],
        properties: {
          limit: { type: 'integer' },
          used: { type: 'integer' },
          resetSeconds: {
            type: 'integer',
            description: 'Until all of the limit is there again.',
          },
        },
      },
      Usage: {
        type: 'object',
        required: [
          'tier',
          'limits',
          'tierLimits',
          'ownLimits',
          'requests',
          'pages',
        ],
        properties: {
          tier: { $ref: '#/components/schemas/CustomerTier' },
          limits: { $ref: '#/components/schemas/Limits' },
          tierLimits: { $ref: '#/components/schemas/Limits' },
          ownLimits: {
            type: 'object',
            description: 'What was agreed with this customer alone.',
            properties: {
              requestsPerMinute: { type: 'integer' },
              deploymentsPerHour: { type: 'integer' },
              sites: { type: 'integer' },
              sizes: { type: 'array', items: { type: 'string' } },
            },
          },
          requests: { $ref: '#/components/schemas/RequestsUsage' },
          pages: {
            description: 'Requests that pages of the portal made for members.',
            $ref: '#/components/schemas/RequestsUsage',
          },
        },
      },
      Member: {
        type: 'object',
        description: 'A member of a customer, or one of the staff.',
        required: [
          'customer',
          'name',
          'email',
          'displayName',
          'role',
          'entityRef',
          'createdAt',
        ],
        properties: {
          customer: {
            type: 'string',
            description: 'The customer, or `default` for staff.',
          },
          name: { type: 'string' },
          email: { type: 'string' },
          displayName: { type: 'string' },
          role: { $ref: '#/components/schemas/Role' },
          entityRef: { type: 'string' },
          createdAt: { type: 'string', format: 'date-time' },
        },
      },
      Person: {
        type: 'object',
        required: [
          'tenant',
          'name',
          'email',
          'displayName',
          'role',
          'entityRef',
        ],
        properties: {
          tenant: {
            type: 'string',
            description: 'The customer, or `default` for staff.',
          },
          name: { type: 'string' },
          email: { type: 'string' },
          displayName: { type: 'string' },
          role: { $ref: '#/components/schemas/Role' },
          entityRef: { type: 'string' },
        },
      },
      PasswordLink: {
        type: 'object',
        required: ['url', 'expiresAt'],
        properties: {
          url: { type: 'string' },
          expiresAt: { type: 'string', format: 'date-time' },
        },
      },
      AddedMember: {
        type: 'object',
        required: ['member'],
        properties: {
          member: { $ref: '#/components/schemas/Member' },
          passwordLink: { $ref: '#/components/schemas/PasswordLink' },
        },
      },
      Me: {
        type: 'object',
        required: [
          'kind',
          'tenant',
          'tenantName',
          'role',
          'entityRef',
          'displayName',
          'email',
        ],
        properties: {
          kind: { type: 'string', enum: ['staff', 'member'] },
          tenant: { type: 'string' },
          tenantName: { type: 'string' },
          tier: { $ref: '#/components/schemas/CustomerTier' },
          role: { $ref: '#/components/schemas/Role' },
          entityRef: { type: 'string' },
          displayName: { type: 'string' },
          email: { type: 'string' },
          viewing: {
            type: 'object',
            description:
              'Set while the caller, one of the staff, views as the tenant.\n',
            required: ['reason', 'startedAt', 'expiresAt'],
            properties: {
              reason: { type: 'string' },
              startedAt: { type: 'string', format: 'date-time' },
              expiresAt: { type: 'string', format: 'date-time' },
            },
          },
        },
      },
      Viewing: {
        type: 'object',
        required: [
          'viewingId',
          'customer',
          'viewerName',
          'reason',
          'startedAt',
          'expiresAt',
          'isActive',
        ],
        properties: {
          viewingId: { type: 'string' },
          customer: { type: 'string' },
          viewerName: { type: 'string' },
          reason: { type: 'string' },
          startedAt: { type: 'string', format: 'date-time' },
          expiresAt: { type: 'string', format: 'date-time' },
          endedAt: { type: 'string', format: 'date-time' },
          isActive: { type: 'boolean' },
        },
      },
      ActionGroup: {
        type: 'string',
        enum: [
          'organization',
          'people',
          'sites',
          'deployments',
          'costs',
          'ordering',
          'catalog',
        ],
      },
      RoleTable: {
        type: 'object',
        required: ['memberRoles', 'staffRoles', 'actions'],
        properties: {
          memberRoles: {
            type: 'array',
            items: { $ref: '#/components/schemas/Role' },
          },
          staffRoles: {
            type: 'array',
            items: { $ref: '#/components/schemas/Role' },
          },
          actions: {
            type: 'array',
            items: {
              type: 'object',
              required: [
                'action',
                'group',
                'title',
                'description',
                'effect',
                'roles',
              ],
              properties: {
                action: { type: 'string' },
                group: { $ref: '#/components/schemas/ActionGroup' },
                title: { type: 'string' },
                description: { type: 'string' },
                effect: { type: 'string', enum: ['read', 'change'] },
                roles: {
                  type: 'array',
                  items: { $ref: '#/components/schemas/Role' },
                },
              },
            },
          },
        },
      },
      AccessExplanation: {
        type: 'object',
        required: ['action', 'allowed', 'rule', 'roles', 'givenBy'],
        properties: {
          action: { type: 'string' },
          title: { type: 'string' },
          object: { type: 'string' },
          allowed: { type: 'boolean' },
          rule: {
            type: 'string',
            enum: [
              'role-includes',
              'role-lacks',
              'viewing-only-reads',
              'not-yours',
              'unknown-action',
            ],
            description: 'What the answer rests on.',
          },
          role: { $ref: '#/components/schemas/Role' },
          reach: {
            type: 'string',
            enum: [
              'everything',
              'own-tenant',
              'public-entities',
              'own-tasks',
              'ordering',
            ],
          },
          roles: {
            type: 'array',
            description:
              'The roles that include it, of those the caller may know.',
            items: { $ref: '#/components/schemas/Role' },
          },
          givenBy: {
            type: 'array',
            description:
              'Names of the people who can give the caller such a role.',
            items: { type: 'string' },
          },
        },
      },
      Token: {
        type: 'string',
        minLength: 1,
        maxLength: 200,
        description: 'From the fragment of a link.',
      },
      InvitationState: { type: 'string', enum: ['open', 'expired'] },
      Invitation: {
        type: 'object',
        required: [
          'id',
          'tenant',
          'email',
          'role',
          'state',
          'createdAt',
          'sentAt',
          'expiresAt',
        ],
        properties: {
          id: { type: 'string' },
          tenant: { type: 'string' },
          email: { type: 'string' },
          role: { $ref: '#/components/schemas/Role' },
          state: { $ref: '#/components/schemas/InvitationState' },
          invitedBy: { type: 'string', description: 'Entity ref of a user.' },
          inviterName: { type: 'string' },
          createdAt: { type: 'string', format: 'date-time' },
          sentAt: { type: 'string', format: 'date-time' },
          expiresAt: { type: 'string', format: 'date-time' },
        },
      },
      InspectedInvitation: {
        type: 'object',
        required: ['state', 'tenantName', 'email', 'role', 'expiresAt'],
        properties: {
          state: {
            type: 'string',
            enum: ['open', 'expired', 'used', 'revoked'],
          },
          tenantName: { type: 'string' },
          email: { type: 'string' },
          role: { $ref: '#/components/schemas/Role' },
          inviterName: { type: 'string' },
          expiresAt: { type: 'string', format: 'date-time' },
        },
      },
      EmailChange: {
        type: 'object',
        required: [
          'newEmail',
          'isOldConfirmed',
          'isNewConfirmed',
          'createdAt',
          'expiresAt',
        ],
        properties: {
          newEmail: { type: 'string' },
          isOldConfirmed: { type: 'boolean' },
          isNewConfirmed: { type: 'boolean' },
          createdAt: { type: 'string', format: 'date-time' },
          expiresAt: { type: 'string', format: 'date-time' },
        },
      },
      InspectedEmailChange: {
        type: 'object',
        required: [
          'side',
          'tenantName',
          'memberName',
          'newEmail',
          'isConfirmed',
          'expiresAt',
        ],
        properties: {
          side: {
            type: 'string',
            enum: ['old', 'new'],
            description: 'Which of the two addresses the link went to.',
          },
          tenantName: { type: 'string' },
          memberName: { type: 'string' },
          newEmail: { type: 'string' },
          isConfirmed: { type: 'boolean' },
          expiresAt: { type: 'string', format: 'date-time' },
        },
      },
      MailState: { type: 'string', enum: ['queued', 'sent', 'failed', 'kept'] },
      Mail: {
        type: 'object',
        required: [
          'tenant',
          'id',
          'recipient',
          'template',
          'subject',
          'state',
          'attempts',
          'createdAt',
        ],
        properties: {
          tenant: { type: 'string' },
          id: { type: 'string' },
          recipient: {
            type: 'object',
            required: ['email'],
            properties: { email: { type: 'string' }, name: { type: 'string' } },
          },
          template: { type: 'string' },
          subject: { type: 'string' },
          state: { $ref: '#/components/schemas/MailState' },
          attempts: { type: 'integer' },
          lastProblem: { type: 'string' },
          createdAt: { type: 'string', format: 'date-time' },
          nextAttemptAt: { type: 'string', format: 'date-time' },
          sentAt: { type: 'string', format: 'date-time' },
        },
      },
      OpenedMail: {
        allOf: [
          { $ref: '#/components/schemas/Mail' },
          {
            type: 'object',
            properties: { text: { type: 'string' }, html: { type: 'string' } },
          },
        ],
      },
      AuditOutcome: {
        type: 'string',
        enum: ['succeeded', 'refused', 'failed'],
      },
      AuditEvent: {
        type: 'object',
        required: [
          'tenant',
          'id',
          'sequence',
          'occurredAt',
          'recordedAt',
          'actor',
          'action',
          'object',
          'outcome',
        ],
        properties: {
          tenant: {
            type: 'string',
            description: 'The customer, or `default` for staff.',
          },
          id: { type: 'string' },
          sequence: {
            type: 'integer',
            description: 'Place in the trail of its tenant, from 1.',
          },
          occurredAt: { type: 'string', format: 'date-time' },
          recordedAt: { type: 'string', format: 'date-time' },
          actor: {
            type: 'object',
            required: ['kind'],
            properties: {
              kind: {
                type: 'string',
                enum: ['person', 'staff', 'portal', 'nobody'],
              },
              ref: {
                type: 'string',
                description:
                  'Entity ref, or `plugin:<id>`; customers are not told who of the staff.',
              },
            },
          },
          viewingAs: {
            type: 'string',
            description: 'The customer that one of the staff was viewing as.',
          },
          action: { type: 'string' },
          object: {
            type: 'object',
            required: ['kind', 'id'],
            properties: {
              kind: { type: 'string' },
              id: { type: 'string' },
              name: { type: 'string' },
            },
          },
          outcome: { $ref: '#/components/schemas/AuditOutcome' },
          reason: { type: 'string' },
          before: { type: 'object', additionalProperties: true },
          after: { type: 'object', additionalProperties: true },
          request: {
            type: 'object',
            required: ['id'],
            properties: { id: { type: 'string' }, address: { type: 'string' } },
          },
        },
      },
      AuditHealth: {
        type: 'object',
        required: ['tenants', 'events', 'faults'],
        properties: {
          tenants: {
            type: 'integer',
            description: 'How many trails were checked.',
          },
          events: { type: 'integer', description: 'How many events they had.' },
          checkedAt: {
            type: 'string',
            format: 'date-time',
            description:
              'Of the check that is the longest ago; absent before the first.',
          },
          faults: {
            type: 'array',
            items: {
              type: 'object',
              required: ['tenant', 'kind', 'sequence', 'message'],
              properties: {
                tenant: { type: 'string' },
                kind: {
                  type: 'string',
                  enum: ['altered', 'removed', 'reordered', 'cleared', 'head'],
                },
                sequence: { type: 'integer' },
                message: { type: 'string' },
              },
            },
          },
        },
      },
    },
  },
} as const;
