// Generated from schema/openapi.yaml by tools/generate-api.mjs. Do not edit.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'auth-local',
    version: '1',
    description:
      "Sign-in with e-mail and password, sessions and set-password links.\nEvery call but `createPasswordLink` comes from the portal's own pages: it\ncarries the header `X-Freehold-Request: 1` and the portal's Origin.\n",
  },
  servers: [{ url: '/' }],
  paths: {
    '/sessions': {
      post: {
        operationId: 'signIn',
        summary: 'Sign in; sets the session cookie.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['email', 'password'],
                properties: {
                  email: { type: 'string', minLength: 1, maxLength: 254 },
                  password: { $ref: '#/components/schemas/Password' },
                  tenant: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 63,
                    description:
                      'Which customer to sign in to, when the answer asked to choose.',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'Signed in, or the password fits several customers and one must be chosen.',
            content: {
              'application/json': {
                schema: {
                  oneOf: [
                    { $ref: '#/components/schemas/SignedIn' },
                    { $ref: '#/components/schemas/Choice' },
                  ],
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/sessions/refresh': {
      post: {
        operationId: 'refreshSession',
        summary:
          'A new token for the session of the cookie; renews the cookie.',
        responses: {
          '200': {
            description: 'Still signed in.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/SignedIn' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/sessions/current': {
      delete: {
        operationId: 'signOut',
        summary: 'End the session of the cookie and every token issued for it.',
        responses: {
          '204': { description: 'Signed out.' },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/password': {
      post: {
        operationId: 'setPassword',
        summary:
          "Set a password with a set-password link; ends the member's sessions.",
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['token', 'password'],
                properties: {
                  token: { $ref: '#/components/schemas/LinkToken' },
                  password: { $ref: '#/components/schemas/Password' },
                },
              },
            },
          },
        },
        responses: {
          '204': { description: 'The password is set; the link is used up.' },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/password/reset': {
      post: {
        operationId: 'requestPasswordReset',
        summary:
          'Mail links to set a new password, one for each account of the address. The answer is the same, and as fast, whether there is one.\n',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['email'],
                properties: {
                  email: { type: 'string', minLength: 1, maxLength: 254 },
                },
              },
            },
          },
        },
        responses: {
          '202': {
            description:
              'Mails are on their way to the accounts of the address.',
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/password/verify': {
      post: {
        operationId: 'verifyPassword',
        summary:
          'Whether a member knows their password. For the tenancy backend only.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['tenant', 'member', 'password', 'address'],
                properties: {
                  tenant: { type: 'string', minLength: 1, maxLength: 63 },
                  member: { type: 'string', minLength: 1, maxLength: 63 },
                  password: { $ref: '#/components/schemas/Password' },
                  address: {
                    type: 'string',
                    maxLength: 100,
                    description: 'Network address of the member.',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Whether it is right.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['isRight'],
                  properties: { isRight: { type: 'boolean' } },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/password/strength': {
      post: {
        operationId: 'ratePassword',
        summary: 'How strong a password is, while it is being typed.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['password'],
                properties: {
                  password: { type: 'string', maxLength: 128 },
                  context: {
                    type: 'array',
                    maxItems: 10,
                    items: { type: 'string', maxLength: 254 },
                    description:
                      "Words that make it easy to guess, such as the member's name.",
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Its rating.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Strength' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/password-links/inspect': {
      post: {
        operationId: 'inspectPasswordLink',
        summary: 'Whose password a link sets.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['token'],
                properties: {
                  token: { $ref: '#/components/schemas/LinkToken' },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The link can be used.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/InspectedLink' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/password-links': {
      post: {
        operationId: 'createPasswordLink',
        summary:
          'A new set-password link for a member; earlier ones stop working. For the tenancy backend only.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['tenant', 'member'],
                properties: {
                  tenant: { type: 'string', minLength: 1, maxLength: 63 },
                  member: { type: 'string', minLength: 1, maxLength: 63 },
                  firstOnly: {
                    type: 'boolean',
                    description:
                      'Only for a member who has no password yet; 409 otherwise.',
                  },
                },
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The link; it is kept nowhere in readable form.',
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
  },
  components: {
    schemas: {
      Password: { type: 'string', minLength: 1, maxLength: 128 },
      LinkToken: { type: 'string', minLength: 1, maxLength: 200 },
      SignedIn: {
        type: 'object',
        required: ['backstageIdentity', 'profile'],
        properties: {
          backstageIdentity: {
            type: 'object',
            required: ['token', 'expiresInSeconds', 'identity'],
            properties: {
              token: { type: 'string' },
              expiresInSeconds: { type: 'integer' },
              identity: {
                type: 'object',
                required: ['type', 'userEntityRef', 'ownershipEntityRefs'],
                properties: {
                  type: { type: 'string', const: 'user' },
                  userEntityRef: { type: 'string' },
                  ownershipEntityRefs: {
                    type: 'array',
                    items: { type: 'string' },
                  },
                },
              },
            },
          },
          profile: {
            type: 'object',
            required: ['displayName', 'email'],
            properties: {
              displayName: { type: 'string' },
              email: { type: 'string' },
            },
          },
        },
      },
      Choice: {
        type: 'object',
        required: ['choose'],
        properties: {
          choose: {
            type: 'array',
            items: {
              type: 'object',
              required: ['tenant', 'name'],
              properties: {
                tenant: { type: 'string' },
                name: { type: 'string' },
              },
            },
          },
        },
      },
      Strength: {
        type: 'object',
        required: ['score', 'feedback', 'acceptable'],
        properties: {
          score: { type: 'integer', minimum: 0, maximum: 4 },
          feedback: {
            type: 'array',
            items: { type: 'string' },
            description: 'What would make it better, for people.',
          },
          acceptable: { type: 'boolean' },
        },
      },
      InspectedLink: {
        type: 'object',
        required: ['displayName', 'email', 'expiresAt'],
        properties: {
          displayName: { type: 'string' },
          email: { type: 'string' },
          expiresAt: { type: 'string', format: 'date-time' },
        },
      },
      PasswordLink: {
        type: 'object',
        required: ['url', 'expiresAt'],
        properties: {
          url: { type: 'string', format: 'uri' },
          expiresAt: { type: 'string', format: 'date-time' },
        },
      },
      Problem: {
        type: 'object',
        required: ['error'],
        properties: {
          error: {
            type: 'object',
            required: ['name', 'message'],
            properties: {
              name: { type: 'string' },
              message: { type: 'string' },
            },
          },
        },
      },
    },
    responses: {
      Problem: {
        description: 'What went wrong, and what to do next.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Problem' },
          },
        },
      },
    },
  },
} as const;
