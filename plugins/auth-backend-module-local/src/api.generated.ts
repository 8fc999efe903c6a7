// Generated from schema/openapi.yaml by tools/generate-api.mjs. Do not edit.
export interface paths {
  '/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The caller's sessions, the last used first. */
    get: operations['listSessions'];
    put?: never;
    /** Sign in; sets the session cookie. */
    post: operations['signIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sessions/refresh': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A new token for the session of the cookie; renews the cookie. */
    post: operations['refreshSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sessions/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End the session of the cookie and every token issued for it. */
    delete: operations['signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Set a password with a set-password link; ends the member's sessions. */
    post: operations['setPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/password/reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mail links to set a new password, one for each account of the address. The answer is the same, and as fast, whether there is one. */
    post: operations['requestPasswordReset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/password/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Whether a member knows their password. For the tenancy backend only. */
    post: operations['verifyPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/password/strength': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** How strong a password is, while it is being typed. */
    post: operations['ratePassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/password-links/inspect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Whose password a link sets. */
    post: operations['inspectPasswordLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/password-links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A new set-password link for a member; earlier ones stop working. For the tenancy backend only. */
    post: operations['createPasswordLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sessions/revoke-others': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End the caller's sessions but this one. */
    post: operations['revokeOtherSessions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sessions/{sessionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End one of the caller's sessions. */
    delete: operations['revokeSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/challenge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the browser has to show before it is signed in. */
    get: operations['getChallenge'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/challenge/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Show a second factor; sets the session cookie. */
    post: operations['answerChallenge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/security': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How the caller signs in. */
    get: operations['getSecurity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reauthentication': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Show again who is at it, to change how one signs in within ten minutes; renews the cookie. */
    post: operations['reauthenticate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reauthentication/options': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a passkey needs to do so. */
    post: operations['beginReauthentication'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/authenticators/totp': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A secret for an authenticator app; counts once a code of it was shown. */
    post: operations['beginTotp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/authenticators/{authenticatorId}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Show a code of the app; ends the other sessions, or the wait for a session. */
    post: operations['confirmTotp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/authenticators/passkeys/options': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a browser needs to make a passkey. */
    post: operations['beginPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/authenticators/passkeys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add the passkey that the browser made; ends the other sessions, or the wait for a session. */
    post: operations['addPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/authenticators/{authenticatorId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a second factor; ends the other sessions. */
    delete: operations['removeAuthenticator'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/recovery-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** New recovery codes; those before stop working. */
    post: operations['createRecoveryCodes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/identity-providers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Accounts elsewhere that one can sign in with. */
    get: operations['listIdentityProviders'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/identities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin to bind an account elsewhere, to the caller or to whom a set-password link is for. */
    post: operations['linkIdentity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/identities/{identityId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Unbind an account elsewhere. */
    delete: operations['removeIdentity'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/members/{customer}/{member}/lock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether failed sign-ins keep a member waiting. */
    get: operations['getMemberLock'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/members/{customer}/{member}/unlock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Forget a member's failed sign-ins. */
    post: operations['unlockMember'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/members/{customer}/{member}/authenticators': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take all second factors from a member who lost them. For operators only. */
    delete: operations['resetSecondFactors'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Password: string;
    LinkToken: string;
    SignedIn: {
      backstageIdentity: {
        token: string;
        expiresInSeconds: number;
        identity: {
          /** @constant */
          type: 'user';
          userEntityRef: string;
          ownershipEntityRefs: string[];
        };
      };
      profile: {
        displayName: string;
        email: string;
      };
    };
    Choice: {
      choose: {
        tenant: string;
        name: string;
      }[];
    };
    /** @description What the browser has to show before it is signed in. */
    Challenge: {
      /** @description Any one of them will do. `enrol` means that a second factor must be set up first. */
      kinds: ('code' | 'passkey' | 'recoveryCode' | 'enrol')[];
      /** @description PublicKeyCredentialRequestOptionsJSON of WebAuthn. */
      passkey?: {
        [key: string]: unknown;
      };
      /** Format: date-time */
      expiresAt: string;
    };
    Challenged: {
      challenge: components['schemas']['Challenge'];
    };
    FactorAnswer: {
      code?: components['schemas']['Code'];
      recoveryCode?: string;
      passkey?: components['schemas']['PasskeyAnswer'];
    };
    Proof: {
      password?: components['schemas']['Password'];
      code?: components['schemas']['Code'];
      recoveryCode?: string;
      passkey?: components['schemas']['PasskeyAnswer'];
    };
    Code: string;
    /** @description AuthenticationResponseJSON or RegistrationResponseJSON of WebAuthn. */
    PasskeyAnswer: {
      id: string;
      rawId: string;
      /** @constant */
      type: 'public-key';
      response: {
        [key: string]: unknown;
      };
    } & {
      [key: string]: unknown;
    };
    PasskeyRequest: {
      /** @description PublicKeyCredentialRequestOptionsJSON of WebAuthn. */
      passkey?: {
        [key: string]: unknown;
      };
    };
    PasskeyCreation: {
      /** @description PublicKeyCredentialCreationOptionsJSON of WebAuthn. */
      options: {
        [key: string]: unknown;
      };
    };
    AuthenticatorName: string;
    NewPasskey: {
      name: components['schemas']['AuthenticatorName'];
      response: components['schemas']['PasskeyAnswer'];
    };
    TotpSetup: {
      authenticatorId: string;
      /** @description Base 32. */
      secret: string;
      /** @description otpauth://, for a QR code. */
      uri: string;
    };
    TotpConfirmation: {
      code: components['schemas']['Code'];
      name: components['schemas']['AuthenticatorName'];
    };
    Authenticator: {
      id: string;
      /** @enum {string} */
      kind: 'totp' | 'passkey';
      name: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      lastUsedAt?: string;
    };
    Enrolled: {
      authenticator: components['schemas']['Authenticator'];
      /** @description Shown once; there with the first second factor. */
      recoveryCodes?: string[];
      signedIn?: components['schemas']['SignedIn'];
    };
    RecoveryCodes: {
      recoveryCodes: string[];
    };
    LinkedIdentity: {
      id: string;
      provider: string;
      providerName: string;
      issuer: string;
      /** @description What the provider calls the account. */
      label?: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      lastUsedAt?: string;
    };
    Security: {
      authenticators: components['schemas']['Authenticator'][];
      recoveryCodesLeft: number;
      isSecondFactorRequired: boolean;
      hasPassword: boolean;
      /** Format: date-time */
      reauthenticatedUntil?: string;
      identities: components['schemas']['LinkedIdentity'][];
    };
    ListedSession: {
      id: string;
      isCurrent: boolean;
      /** @description User agent. */
      device: string;
      browser?: string;
      operatingSystem?: string;
      /** @description Network address at sign-in. */
      address: string;
      /** @enum {string} */
      secondFactor?: 'totp' | 'passkey' | 'recoveryCode';
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      lastUsedAt: string;
      /** Format: date-time */
      expiresAt: string;
    };
    SessionList: {
      items: components['schemas']['ListedSession'][];
    };
    EndedSessions: {
      ended: number;
    };
    IdentityProvider: {
      id: string;
      name: string;
      /** @description Below the auth plugin's address. */
      startPath: string;
    };
    IdentityProviderList: {
      items: components['schemas']['IdentityProvider'][];
    };
    NewLink: {
      provider: string;
      token?: components['schemas']['LinkToken'];
    };
    LinkStart: {
      /** @description Below the auth plugin's address. */
      startPath: string;
    };
    MemberLock: {
      /** Format: date-time */
      lockedUntil?: string;
      hasSecondFactor: boolean;
    };
    Strength: {
      score: number;
      /** @description What would make it better, for people. */
      feedback: string[];
      acceptable: boolean;
    };
    InspectedLink: {
      displayName: string;
      email: string;
      /** Format: date-time */
      expiresAt: string;
    };
    PasswordLink: {
      /** Format: uri */
      url: string;
      /** Format: date-time */
      expiresAt: string;
    };
    Problem: {
      error: {
        name: string;
        message: string;
      };
    };
  };
  responses: {
    /** @description What went wrong, and what to do next. */
    Problem: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Problem'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Those that live. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionList'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email: string;
          password: components['schemas']['Password'];
          /** @description Which customer to sign in to, when the answer asked to choose. */
          tenant?: string;
        };
      };
    };
    responses: {
      /** @description Signed in, or the password fits several customers and one must be chosen, or a second factor is missing. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | components['schemas']['SignedIn']
            | components['schemas']['Choice']
            | components['schemas']['Challenged'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  refreshSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Still signed in. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedIn'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Signed out. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  setPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: components['schemas']['LinkToken'];
          password: components['schemas']['Password'];
        };
      };
    };
    responses: {
      /** @description The password is set; the link is used up. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  requestPasswordReset: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email: string;
        };
      };
    };
    responses: {
      /** @description Mails are on their way to the accounts of the address. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  verifyPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          tenant: string;
          member: string;
          password: components['schemas']['Password'];
          /** @description Network address of the member. */
          address: string;
        };
      };
    };
    responses: {
      /** @description Whether it is right. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            isRight: boolean;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  ratePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          password: string;
          /** @description Words that make it easy to guess, such as the member's name. */
          context?: string[];
        };
      };
    };
    responses: {
      /** @description Its rating. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Strength'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  inspectPasswordLink: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: components['schemas']['LinkToken'];
        };
      };
    };
    responses: {
      /** @description The link can be used. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InspectedLink'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  createPasswordLink: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          tenant: string;
          member: string;
          /** @description Only for a member who cannot sign in yet; 409 otherwise. */
          firstOnly?: boolean;
        };
      };
    };
    responses: {
      /** @description The link; it is kept nowhere in readable form. */
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
  revokeOtherSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description They ended. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EndedSessions'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  revokeSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It ended. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  getChallenge: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It waits for this. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Challenge'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  answerChallenge: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FactorAnswer'];
      };
    };
    responses: {
      /** @description Signed in. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedIn'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getSecurity: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Second factors and linked accounts. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Security'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  reauthenticate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Proof'];
      };
    };
    responses: {
      /** @description Shown. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  beginReauthentication: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Options for the browser; empty without a passkey. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PasskeyRequest'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  beginTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description To scan or to type in; shown once. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TotpSetup'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  confirmTotp: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        authenticatorId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TotpConfirmation'];
      };
    };
    responses: {
      /** @description The app counts from now on. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Enrolled'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  beginPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Options for the browser. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PasskeyCreation'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  addPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewPasskey'];
      };
    };
    responses: {
      /** @description The passkey counts from now on. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Enrolled'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  removeAuthenticator: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        authenticatorId: string;
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
  createRecoveryCodes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Shown once. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodes'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listIdentityProviders: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Those that are set up. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IdentityProviderList'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  linkIdentity: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewLink'];
      };
    };
    responses: {
      /** @description Where the browser goes on. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LinkStart'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  removeIdentity: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        identityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Unbound. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  getMemberLock: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: string;
        member: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How it stands. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemberLock'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  unlockMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: string;
        member: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Forgotten. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  resetSecondFactors: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: string;
        member: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Taken; the sessions ended. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
}
