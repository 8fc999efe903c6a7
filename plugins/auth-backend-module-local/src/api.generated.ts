// Generated from schema/openapi.yaml by tools/generate-api.mjs. Do not edit.
export interface paths {
  '/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
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
      /** @description Signed in, or the password fits several customers and one must be chosen. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json':
            components['schemas']['SignedIn'] | components['schemas']['Choice'];
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
          /** @description Only for a member who has no password yet; 409 otherwise. */
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
}
