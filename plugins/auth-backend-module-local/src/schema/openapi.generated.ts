// Generated from schema/openapi.yaml by tools/generate-api.mjs. Do not edit.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'auth-local',
    version: '1',
    description:
      "Sign-in, second factors, sessions and set-password links.\nCalls come from the portal's own pages: they carry the header\n`X-Freehold-Request: 1`, the portal's Origin and its cookies. Calls about\nother members (`createPasswordLink`, `getMemberLock`, `unlockMember`,\n`resetSecondFactors`) carry a Backstage token instead.\n",
  },
  servers: [{ url: '/' }],
  paths: {
    '/sessions': {
      get: {
        operationId: 'listSessions',
        summary: "The caller's sessions, the last used first.",
        responses: {
          '200': {
            description: 'Those that live.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/SessionList' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
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
              'Signed in, or the password fits several customers and one must be chosen, or a second factor is missing.',
            content: {
              'application/json': {
                schema: {
                  oneOf: [
                    { $ref: '#/components/schemas/SignedIn' },
                    { $ref: '#/components/schemas/Choice' },
                    { $ref: '#/components/schemas/Challenged' },
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
                      'Only for a member who cannot sign in yet; 409 otherwise.',
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
    '/sessions/revoke-others': {
      post: {
        operationId: 'revokeOtherSessions',
        summary: "End the caller's sessions but this one.",
        responses: {
          '200': {
            description: 'They ended.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EndedSessions' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/sessions/{sessionId}': {
      delete: {
        operationId: 'revokeSession',
        summary: "End one of the caller's sessions.",
        parameters: [
          {
            name: 'sessionId',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 80 },
          },
        ],
        responses: {
          '204': { description: 'It ended.' },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/challenge': {
      get: {
        operationId: 'getChallenge',
        summary: 'What the browser has to show before it is signed in.',
        responses: {
          '200': {
            description: 'It waits for this.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Challenge' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/challenge/answer': {
      post: {
        operationId: 'answerChallenge',
        summary: 'Show a second factor; sets the session cookie.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/FactorAnswer' },
            },
          },
        },
        responses: {
          '200': {
            description: 'Signed in.',
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
    '/security': {
      get: {
        operationId: 'getSecurity',
        summary: 'How the caller signs in.',
        responses: {
          '200': {
            description: 'Second factors and linked accounts.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Security' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/reauthentication': {
      post: {
        operationId: 'reauthenticate',
        summary:
          'Show again who is at it, to change how one signs in within ten minutes; renews the cookie.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/Proof' },
            },
          },
        },
        responses: {
          '204': { description: 'Shown.' },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/reauthentication/options': {
      post: {
        operationId: 'beginReauthentication',
        summary: 'What a passkey needs to do so.',
        responses: {
          '200': {
            description: 'Options for the browser; empty without a passkey.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PasskeyRequest' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/authenticators/totp': {
      post: {
        operationId: 'beginTotp',
        summary:
          'A secret for an authenticator app; counts once a code of it was shown.',
        responses: {
          '201': {
            description: 'To scan or to type in; shown once.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/TotpSetup' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/authenticators/{authenticatorId}/confirm': {
      post: {
        operationId: 'confirmTotp',
        summary:
          'Show a code of the app; ends the other sessions, or the wait for a session.',
        parameters: [
          {
            name: 'authenticatorId',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 80 },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/TotpConfirmation' },
            },
          },
        },
        responses: {
          '201': {
            description: 'The app counts from now on.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Enrolled' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/authenticators/passkeys/options': {
      post: {
        operationId: 'beginPasskey',
        summary: 'What a browser needs to make a passkey.',
        responses: {
          '200': {
            description: 'Options for the browser.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PasskeyCreation' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/authenticators/passkeys': {
      post: {
        operationId: 'addPasskey',
        summary:
          'Add the passkey that the browser made; ends the other sessions, or the wait for a session.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/NewPasskey' },
            },
          },
        },
        responses: {
          '201': {
            description: 'The passkey counts from now on.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Enrolled' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/authenticators/{authenticatorId}': {
      delete: {
        operationId: 'removeAuthenticator',
        summary: 'Remove a second factor; ends the other sessions.',
        parameters: [
          {
            name: 'authenticatorId',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 80 },
          },
        ],
        responses: {
          '204': { description: 'Removed.' },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/recovery-codes': {
      post: {
        operationId: 'createRecoveryCodes',
        summary: 'New recovery codes; those before stop working.',
        responses: {
          '201': {
            description: 'Shown once.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RecoveryCodes' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/identity-providers': {
      get: {
        operationId: 'listIdentityProviders',
        summary: 'Accounts elsewhere that one can sign in with.',
        responses: {
          '200': {
            description: 'Those that are set up.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/IdentityProviderList' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/identities': {
      post: {
        operationId: 'linkIdentity',
        summary:
          'Begin to bind an account elsewhere, to the caller or to whom a set-password link is for.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/NewLink' },
            },
          },
        },
        responses: {
          '200': {
            description: 'Where the browser goes on.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/LinkStart' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/identities/{identityId}': {
      delete: {
        operationId: 'removeIdentity',
        summary: 'Unbind an account elsewhere.',
        parameters: [
          {
            name: 'identityId',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 80 },
          },
        ],
        responses: {
          '204': { description: 'Unbound.' },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/members/{customer}/{member}/lock': {
      get: {
        operationId: 'getMemberLock',
        summary: 'Whether failed sign-ins keep a member waiting.',
        parameters: [
          {
            name: 'customer',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 63 },
          },
          {
            name: 'member',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 63 },
          },
        ],
        responses: {
          '200': {
            description: 'How it stands.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/MemberLock' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/members/{customer}/{member}/unlock': {
      post: {
        operationId: 'unlockMember',
        summary: "Forget a member's failed sign-ins.",
        parameters: [
          {
            name: 'customer',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 63 },
          },
          {
            name: 'member',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 63 },
          },
        ],
        responses: {
          '204': { description: 'Forgotten.' },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/members/{customer}/{member}/authenticators': {
      delete: {
        operationId: 'resetSecondFactors',
        summary:
          'Take all second factors from a member who lost them. For operators only.',
        parameters: [
          {
            name: 'customer',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 63 },
          },
          {
            name: 'member',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 63 },
          },
        ],
        responses: {
          '204': { description: 'Taken; the sessions ended.' },
          default: { $ref: '#/components/responses/Problem' },
        },
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
      Challenge: {
        type: 'object',
        description: 'What the browser has to show before it is signed in.',
        required: ['kinds', 'expiresAt'],
        properties: {
          kinds: {
            type: 'array',
            description:
              'Any one of them will do. `enrol` means that a second factor must be set up first.',
            items: {
              type: 'string',
              enum: ['code', 'passkey', 'recoveryCode', 'enrol'],
            },
          },
          passkey: {
            type: 'object',
            additionalProperties: true,
            description: 'PublicKeyCredentialRequestOptionsJSON of WebAuthn.',
          },
          expiresAt: { type: 'string', format: 'date-time' },
        },
      },
      Challenged: {
        type: 'object',
        required: ['challenge'],
        properties: { challenge: { $ref: '#/components/schemas/Challenge' } },
      },
      FactorAnswer: {
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        maxProperties: 1,
        properties: {
          code: { $ref: '#/components/schemas/Code' },
          recoveryCode: { type: 'string', minLength: 1, maxLength: 40 },
          passkey: { $ref: '#/components/schemas/PasskeyAnswer' },
        },
      },
      Proof: {
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        maxProperties: 1,
        properties: {
          password: { $ref: '#/components/schemas/Password' },
          code: { $ref: '#/components/schemas/Code' },
          recoveryCode: { type: 'string', minLength: 1, maxLength: 40 },
          passkey: { $ref: '#/components/schemas/PasskeyAnswer' },
        },
      },
      Code: { type: 'string', pattern: '^[0-9]{6}$' },
      PasskeyAnswer: {
        type: 'object',
        additionalProperties: true,
        description:
          'AuthenticationResponseJSON or RegistrationResponseJSON of WebAuthn.',
        required: ['id', 'rawId', 'response', 'type'],
        properties: {
          id: { type: 'string', maxLength: 2000 },
          rawId: { type: 'string', maxLength: 2000 },
          type: { type: 'string', const: 'public-key' },
          response: { type: 'object', additionalProperties: true },
        },
      },
      PasskeyRequest: {
        type: 'object',
        properties: {
          passkey: {
            type: 'object',
            additionalProperties: true,
            description: 'PublicKeyCredentialRequestOptionsJSON of WebAuthn.',
          },
        },
      },
      PasskeyCreation: {
        type: 'object',
        required: ['options'],
        properties: {
          options: {
            type: 'object',
            additionalProperties: true,
            description: 'PublicKeyCredentialCreationOptionsJSON of WebAuthn.',
          },
        },
      },
      AuthenticatorName: { type: 'string', minLength: 1, maxLength: 60 },
      NewPasskey: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'response'],
        properties: {
          name: { $ref: '#/components/schemas/AuthenticatorName' },
          response: { $ref: '#/components/schemas/PasskeyAnswer' },
        },
      },
      TotpSetup: {
        type: 'object',
        required: ['authenticatorId', 'secret', 'uri'],
        properties: {
          authenticatorId: { type: 'string' },
          secret: { type: 'string', description: 'Base 32.' },
          uri: { type: 'string', description: 'otpauth://, for a QR code.' },
        },
      },
      TotpConfirmation: {
        type: 'object',
        additionalProperties: false,
        required: ['code', 'name'],
        properties: {
          code: { $ref: '#/components/schemas/Code' },
          name: { $ref: '#/components/schemas/AuthenticatorName' },
        },
      },
      Authenticator: {
        type: 'object',
        required: ['id', 'kind', 'name', 'createdAt'],
        properties: {
          id: { type: 'string' },
          kind: { type: 'string', enum: ['totp', 'passkey'] },
          name: { type: 'string' },
          createdAt: { type: 'string', format: 'date-time' },
          lastUsedAt: { type: 'string', format: 'date-time' },
        },
      },
      Enrolled: {
        type: 'object',
        required: ['authenticator'],
        properties: {
          authenticator: { $ref: '#/components/schemas/Authenticator' },
          recoveryCodes: {
            type: 'array',
            items: { type: 'string' },
            description: 'Shown once; there with the first second factor.',
          },
          signedIn: { $ref: '#/components/schemas/SignedIn' },
        },
      },
      RecoveryCodes: {
        type: 'object',
        required: ['recoveryCodes'],
        properties: {
          recoveryCodes: { type: 'array', items: { type: 'string' } },
        },
      },
      LinkedIdentity: {
        type: 'object',
        required: ['id', 'provider', 'providerName', 'issuer', 'createdAt'],
        properties: {
          id: { type: 'string' },
          provider: { type: 'string' },
          providerName: { type: 'string' },
          issuer: { type: 'string' },
          label: {
            type: 'string',
            description: 'What the provider calls the account.',
          },
          createdAt: { type: 'string', format: 'date-time' },
          lastUsedAt: { type: 'string', format: 'date-time' },
        },
      },
      Security: {
        type: 'object',
        required: [
          'authenticators',
          'recoveryCodesLeft',
          'isSecondFactorRequired',
          'hasPassword',
          'identities',
        ],
        properties: {
          authenticators: {
            type: 'array',
            items: { $ref: '#/components/schemas/Authenticator' },
          },
          recoveryCodesLeft: { type: 'integer' },
          isSecondFactorRequired: { type: 'boolean' },
          hasPassword: { type: 'boolean' },
          reauthenticatedUntil: { type: 'string', format: 'date-time' },
          identities: {
            type: 'array',
            items: { $ref: '#/components/schemas/LinkedIdentity' },
          },
        },
      },
      ListedSession: {
        type: 'object',
        required: [
          'id',
          'isCurrent',
          'device',
          'address',
          'createdAt',
          'lastUsedAt',
          'expiresAt',
        ],
        properties: {
          id: { type: 'string' },
          isCurrent: { type: 'boolean' },
          device: { type: 'string', description: 'User agent.' },
          browser: { type: 'string' },
          operatingSystem: { type: 'string' },
          address: {
            type: 'string',
            description: 'Network address at sign-in.',
          },
          secondFactor: {
            type: 'string',
            enum: ['totp', 'passkey', 'recoveryCode'],
          },
          createdAt: { type: 'string', format: 'date-time' },
          lastUsedAt: { type: 'string', format: 'date-time' },
          expiresAt: { type: 'string', format: 'date-time' },
        },
      },
      SessionList: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/ListedSession' },
          },
        },
      },
      EndedSessions: {
        type: 'object',
        required: ['ended'],
        properties: { ended: { type: 'integer' } },
      },
      IdentityProvider: {
        type: 'object',
        required: ['id', 'name', 'startPath'],
        properties: {
          id: { type: 'string' },
          name: { type: 'string' },
          startPath: {
            type: 'string',
            description: "Below the auth plugin's address.",
          },
        },
      },
      IdentityProviderList: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/IdentityProvider' },
          },
        },
      },
      NewLink: {
        type: 'object',
        additionalProperties: false,
        required: ['provider'],
        properties: {
          provider: { type: 'string', minLength: 1, maxLength: 40 },
          token: { $ref: '#/components/schemas/LinkToken' },
        },
      },
      LinkStart: {
        type: 'object',
        required: ['startPath'],
        properties: {
          startPath: {
            type: 'string',
            description: "Below the auth plugin's address.",
          },
        },
      },
      MemberLock: {
        type: 'object',
        required: ['hasSecondFactor'],
        properties: {
          lockedUntil: { type: 'string', format: 'date-time' },
          hasSecondFactor: { type: 'boolean' },
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
