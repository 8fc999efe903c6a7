// Generated from schema/openapi.yaml by tools/generate-api.mjs. Do not edit.
export interface paths {
  '/offering': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What can be ordered where, and at which monthly price. */
    get: operations['getOffering'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/price-books': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All versions of the prices, newest first. For staff. */
    get: operations['listPriceBooks'];
    put?: never;
    /** Begin a draft that says what holds now. For finance. */
    post: operations['createPriceBook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/price-books/{priceBook}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        priceBook: components['parameters']['priceBook'];
      };
      cookie?: never;
    };
    get: operations['getPriceBook'];
    put?: never;
    post?: never;
    /** Throw a draft away. */
    delete: operations['deletePriceBook'];
    options?: never;
    head?: never;
    /** Change a draft; items replace all it has. */
    patch: operations['updatePriceBook'];
    trace?: never;
  };
  '/price-books/{priceBook}/publish': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        priceBook: components['parameters']['priceBook'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let a draft hold from a day on. It changes no more. */
    post: operations['publishPriceBook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/monthly-limit': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    /** What all sites of the customer cost a month, and may. */
    get: operations['getMonthlyLimit'];
    /** Set what all sites of the customer may cost a month. For staff. */
    put: operations['setMonthlyLimit'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/price': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    /** What a site would cost a month, line by line, before it is ordered. */
    get: operations['quotePrice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/summary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Totals for the home pages, within what the caller may see. */
    get: operations['getSummary'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sites': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Sites the caller may see; deleted ones only when asked for by state. */
    get: operations['listSites'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/site-ids': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Ids of the sites the caller may see, deleted ones too, by customer. */
    get: operations['listSiteIds'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/deployments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Deployments the caller may see, newest first; drift checks left out. */
    get: operations['listDeployments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/log-search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Deployments whose log has a line with all words of the text, or with words that begin with them; newest first. */
    get: operations['searchLogs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dead-letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Deployments that were given up and that nobody decided about, newest first. */
    get: operations['listDeadLetters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/dead-letters/{deployment}/requeue': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin a new deployment of what was given up. */
    post: operations['requeueDeadLetter'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/dead-letters/{deployment}/discard': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Decide that nothing more is done about what was given up. */
    post: operations['discardDeadLetter'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
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
    /** What the customer has used of its sites and deployments. */
    get: operations['getSitesUsage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/cloud-credentials': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    /** How the customer's runs sign in to clouds, without any secret. The customer `default` is the business, whose credentials serve customers that have none of their own. */
    get: operations['getCloudCredentials'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/cloud-credentials/{cloud}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        cloud: string;
      };
      cookie?: never;
    };
    get?: never;
    /** Enter credentials, or replace the present ones. The cloud is asked first whether it lets them in. */
    put: operations['setCloudCredential'];
    post?: never;
    /** Forget credentials that no site was made with, if there are any. */
    delete: operations['removeCloudCredential'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/site-names/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        name: string;
      };
      cookie?: never;
    };
    /** Whether a name is free for a new site of this customer. */
    get: operations['checkSiteName'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/contents': {
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
    /** Upload a static site as .zip or .tar.gz; unpacked and checked before it is kept. */
    post: operations['uploadContent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/sites': {
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
    /** Order a site. The same Idempotency-Key returns the first order's result. */
    post: operations['orderSite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/sites/{site}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
      };
      cookie?: never;
    };
    get: operations['getSite'];
    put?: never;
    post?: never;
    /** Destroy a site; it is kept 90 days as deleted, its name is free after the destroy. */
    delete: operations['deleteSite'];
    options?: never;
    head?: never;
    /** Change what is named by a new deployment; the rest stays. */
    patch: operations['updateSite'];
    trace?: never;
  };
  '/customers/{customer}/sites/{site}/suspend': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Answer visitors with a plain notice until the site is resumed. */
    post: operations['suspendSite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/sites/{site}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['resumeSite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/sites/{site}/states': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
      };
      cookie?: never;
    };
    /** The versions of the site's Terraform state, newest first, and who holds its lock. */
    get: operations['listStates'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/sites/{site}/states/{version}/download': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
        version: components['parameters']['stateVersion'];
      };
      cookie?: never;
    };
    /** A version of the state for people to read, with its secrets masked. That it was downloaded is on the record before it is sent. */
    get: operations['downloadState'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/sites/{site}/states/{version}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
        version: components['parameters']['stateVersion'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a new version of an old one. What exists in the cloud stays as it is: the next plan shows how it differs. */
    post: operations['restoreState'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/sites/{site}/state-lock/release': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Release the lock that a dead run left on the state. */
    post: operations['releaseStateLock'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/sites/{site}/drift-checks': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
      };
      cookie?: never;
    };
    /** Checks of what became of the site, newest first. */
    get: operations['listDriftChecks'];
    put?: never;
    /** Look now whether the site still is what was brought about. */
    post: operations['checkDrift'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/sites/{site}/drift/reconcile': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make the site what was ordered again, by a deployment. */
    post: operations['reconcileDrift'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/sites/{site}/drift/accept': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take what was found into the state, by the very plan of its check. */
    post: operations['acceptDrift'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/deployments/{deployment}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
      };
      cookie?: never;
    };
    get: operations['getDeployment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/deployments/{deployment}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approve the very plan that was seen. */
    post: operations['approveDeployment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/deployments/{deployment}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['rejectDeployment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/deployments/{deployment}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stop a deployment. What was applied stays and is recorded in the state. */
    post: operations['cancelDeployment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/deployments/{deployment}/force-cancel': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End a deployment at once. What Terraform was doing may stay unrecorded. */
    post: operations['forceCancelDeployment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/deployments/{deployment}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A new deployment with what a failed or cancelled one was to bring about. */
    post: operations['retryDeployment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/deployments/{deployment}/log': {
    parameters: {
      query?: {
        /** @description Sequence number of the last line already seen. */
        after?: number;
      };
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
      };
      cookie?: never;
    };
    /** The log as server-sent events: `line` with {seq, at, stream, text}, `state` with the deployment's state, `end` when it is final. Stays open until then; resume with `after`. */
    get: operations['streamDeploymentLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/deployments/{deployment}/log/search': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
      };
      cookie?: never;
    };
    /** Lines of the log that contain a text, up to a thousand of them. */
    get: operations['searchDeploymentLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer}/deployments/{deployment}/log/download': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
      };
      cookie?: never;
    };
    /** The whole log as text, a line each with its time and where it came from. */
    get: operations['downloadDeploymentLog'];
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
    SiteName: string;
    SiteTitle: string;
    /** @enum {string} */
    SiteState:
      'ordered' | 'live' | 'failed' | 'suspended' | 'deleting' | 'deleted';
    /**
     * @description Bring the site about, end it, look whether it still is what was brought about, or take what was found as it is.
     * @enum {string}
     */
    DeploymentKind: 'apply' | 'destroy' | 'check' | 'accept';
    /** @enum {string} */
    DeploymentState:
      | 'queued'
      | 'planning'
      | 'awaiting-approval'
      | 'applying'
      | 'succeeded'
      | 'failed'
      | 'cancelled';
    Money: {
      /** @description A decimal, such as "12.50". */
      amount: string;
      /** @description ISO 4217 code. */
      currency: string;
    };
    /** @description A decimal, such as "12.50". */
    AmountInput: string;
    /** @description What orders name it by. */
    PriceVersion: string;
    /** @description Where the amounts come from, a note or a link. */
    PriceSource: string;
    PriceLine: {
      /** @description Such as `size.small`. */
      item: string;
      /** @description A decimal. */
      quantity: string;
      /** @description A decimal. */
      unitAmount: string;
      /** @description A decimal. */
      amount: string;
    };
    /** @description A month. */
    Price: {
      amount: string;
      currency: string;
      priceVersion: string;
      /** @description What it is made of. */
      lines: components['schemas']['PriceLine'][];
    };
    PriceQuote: {
      price: components['schemas']['Price'];
      /** @description What the site costs now; absent while it was never live. */
      before?: components['schemas']['Price'];
      /** @description Absent between currencies. */
      difference?: components['schemas']['Money'];
      monthlyLimit?: components['schemas']['Money'];
      /** @description What all sites together would cost; absent without a limit, or where they are not all in its currency. */
      monthlyTotal?: components['schemas']['Money'];
      /** @description Why the limit will not let it pass, and what would. */
      refusal?: string;
    };
    PriceBookHead: {
      priceBookId: string;
      version: string;
      /** @enum {string} */
      state: 'draft' | 'published';
      currency: string;
      source: string;
      /** Format: date-time */
      validFrom?: string;
      createdBy: string;
      /** Format: date-time */
      createdAt: string;
      publishedBy?: string;
      /** Format: date-time */
      publishedAt?: string;
    };
    PriceBook: components['schemas']['PriceBookHead'] & {
      items: {
        cloud: string;
        item: string;
        amount: string;
      }[];
      /** @description What is offered and has no price here, so cannot be ordered. */
      unpriced: {
        cloud: string;
        item: string;
      }[];
    };
    MonthlyCost: {
      limit?: {
        amount: string;
        currency: string;
        reason: string;
        setBy: string;
        /** Format: date-time */
        setAt: string;
      };
      /** @description By currency, which are never added to each other. */
      totals: components['schemas']['Money'][];
      /** @description What makes up most of it, the dearest first. */
      sites: {
        siteId: string;
        name: string;
        title: string;
        amount: string;
        currency: string;
      }[];
    };
    ContentChoice:
      | {
          /** @constant */
          kind: 'starter';
        }
      | {
          /** @constant */
          kind: 'upload';
          contentId: string;
        };
    Content: {
      contentId: string;
      sha256: string;
      files: number;
      /** @description Unpacked size in bytes. */
      bytes: number;
    };
    /** @description What runs the site. Absent in an order, it is static files. */
    Runtime:
      | {
          /** @constant */
          kind: 'static';
        }
      | {
          /** @constant */
          kind: 'container';
          image: components['schemas']['Image'];
          port: components['schemas']['Port'];
        }
      | {
          /** @constant */
          kind: 'git';
          /** @description Address without user or password. */
          repository: string;
          reference: string;
          image: components['schemas']['Image'];
          port: components['schemas']['Port'];
        };
    /** @description A container image, with its registry, tag or digest. */
    Image: string;
    Port: number;
    /** @description Given with the size `custom`, and with no other. */
    CustomSize: {
      /** @description Virtual processors, 0.25 to 16, such as "0.5". */
      cpu: string;
      /** @description In MiB. */
      memory: number;
      minimumInstances: number;
      maximumInstances: number;
    };
    /** @description Host names of the customer's own, each served with TLS. */
    Domains: string[];
    /** @description Plain variables of the running site. Secrets are referred to. */
    Environment: {
      [key: string]: string;
    };
    /** @description Variable name to where the cloud finds its secret, such as the ARN of a Secrets Manager secret. Never the secret itself. */
    SecretReferences: {
      [key: string]: string;
    };
    /** @description What the site has beside itself. */
    AddOns: {
      database?: {
        /** @enum {string} */
        size: 'small' | 'medium' | 'large';
        replica: boolean;
      };
      storage?: boolean;
    };
    /** @description What sites on a cloud can have. An order for more is refused. */
    Capabilities: {
      runtimes: ('static' | 'container' | 'git')[];
      customSize: boolean;
      domains: boolean;
      environment: boolean;
      secrets: boolean;
      addOns: ('database' | 'storage')[];
    };
    CloudCredentialInput:
      | {
          /** @constant */
          kind: 'role';
          name: components['schemas']['CredentialName'];
          roleArn: string;
        }
      | {
          /** @constant */
          kind: 'access-key';
          name: components['schemas']['CredentialName'];
          accessKeyId: string;
          secretAccessKey: string;
        };
    CredentialName: string;
    CloudCredential: {
      credentialId: string;
      customer: string;
      cloud: string;
      /** @enum {string} */
      kind: 'access-key' | 'role';
      name: string;
      /** @description As the cloud tells it. */
      account: string;
      /** @description Who the cloud says it is. */
      principal: string;
      /** @description The end of the id of an access key. */
      accessKeyEnding?: string;
      roleArn?: string;
      externalId?: string;
      updatedBy: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
      /** Format: date-time */
      lastUsedAt?: string;
    };
    /** @description What the site is to be once the deployment succeeded. */
    DesiredSite: {
      name: string;
      title: string;
      product: string;
      cloud: string;
      region: string;
      size: string;
      content: components['schemas']['SiteContent'];
      runtime: components['schemas']['Runtime'];
      customSize?: components['schemas']['CustomSize'];
      domains: components['schemas']['Domains'];
      environment: components['schemas']['Environment'];
      secretReferences: components['schemas']['SecretReferences'];
      addOns: components['schemas']['AddOns'];
    };
    SiteContent: {
      /** @enum {string} */
      kind: 'starter' | 'upload';
      contentId?: string;
      files?: number;
      bytes?: number;
    };
    /** @description A record the customer's domain needs. */
    DnsRecord: {
      name: string;
      type: string;
      value: string;
    };
    Offering: {
      priceVersion: string;
      clouds: {
        id: string;
        title: string;
        capabilities: components['schemas']['Capabilities'];
        regions: {
          id: string;
          title: string;
        }[];
        sizes: {
          id: string;
          title: string;
          description: string;
          monthlyPrice: components['schemas']['Money'];
        }[];
      }[];
    };
    Site: {
      siteId: string;
      customer: string;
      customerName: string;
      name: string;
      title: string;
      product: string;
      cloud: string;
      region: string;
      size: string;
      state: components['schemas']['SiteState'];
      suspendedReason?: string;
      /** @description Its customer is suspended with its sites, but this one is served by its cloud, where it goes on answering until it is stopped there. */
      answersThoughSuspended?: boolean;
      /** @description Address to open; absent until the site was live. */
      url?: string;
      health?: {
        /** @enum {string} */
        status: 'healthy' | 'unhealthy' | 'unknown';
        /** Format: date-time */
        checkedAt: string;
        detail?: string;
      };
      content: components['schemas']['SiteContent'];
      runtime: components['schemas']['Runtime'];
      customSize?: components['schemas']['CustomSize'];
      domains: components['schemas']['Domains'];
      environment: components['schemas']['Environment'];
      secretReferences: components['schemas']['SecretReferences'];
      addOns: components['schemas']['AddOns'];
      dnsRecords: components['schemas']['DnsRecord'][];
      /** @description Those of the domains that the site answers at. */
      servedDomains: string[];
      monthlyPrice: components['schemas']['Money'];
      /** @description What drift checks know of it; absent where nothing drifts. */
      drift?: {
        /**
         * Format: date-time
         * @description When a check last came to an end.
         */
        checkedAt?: string;
        /**
         * Format: date-time
         * @description Since when it is known to have drifted; absent when it has not.
         */
        foundAt?: string;
        /** @description The newest check that found the present drift. */
        checkId?: string;
      };
      activeDeploymentId?: string;
      lastDeployment?: {
        deploymentId: string;
        kind: components['schemas']['DeploymentKind'];
        state: components['schemas']['DeploymentState'];
        /** Format: date-time */
        createdAt: string;
        /** Format: date-time */
        finishedAt?: string;
      };
      /** @description Entity ref of who ordered it. */
      createdBy: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
      /** Format: date-time */
      deletedAt?: string;
      /** Format: date-time */
      purgeAfter?: string;
    };
    Deployment: {
      deploymentId: string;
      customer: string;
      siteId: string;
      siteName: string;
      kind: components['schemas']['DeploymentKind'];
      state: components['schemas']['DeploymentState'];
      desired: components['schemas']['DesiredSite'];
      requestedBy: string;
      retryOf?: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      finishedAt?: string;
      /** Format: date-time */
      logRemovedAt?: string;
      /** @description The states it went through, in order, with when. */
      steps: {
        state: components['schemas']['DeploymentState'];
        /** Format: date-time */
        at: string;
      }[];
      price: components['schemas']['Price'];
      /** @description What the site cost when this was asked for. */
      priceBefore?: components['schemas']['Price'];
      planHash?: string;
      plan?: components['schemas']['Plan'];
      checks?: {
        check: string;
        /** @enum {string} */
        effect: 'deny' | 'require-approval' | 'warn';
        reason: string;
      }[];
      approval?: {
        /** @enum {string} */
        decision: 'approved' | 'rejected';
        by: string;
        /** Format: date-time */
        at: string;
        reason?: string;
      };
      /**
       * Format: date-time
       * @description While it waits for approval, until when.
       */
      approvalExpiresAt?: string;
      /** @description While it waits for approval: entity refs of those who asked for the change, where somebody else has to approve it. */
      barredFromApproval?: string[];
      /** @description The last approval that held no more once the state had moved on. */
      voidedApproval?: {
        by: string;
        /** Format: date-time */
        at: string;
        /** Format: date-time */
        voidedAt: string;
      };
      /** @description How often it was taken up since it was ordered or approved. */
      attempts?: number;
      /**
       * Format: date-time
       * @description While it is queued, not before this.
       */
      nextAttemptAt?: string;
      /** @description How many are run before it, while it waits for its turn. */
      queuedBefore?: number;
      /** @description What ended the last attempt, while another is to come. */
      setback?: {
        code: string;
        message: string;
      };
      cancelRequested?: boolean;
      cancelForced?: boolean;
      /**
       * Format: date-time
       * @description When Terraform was ended by force, if it was.
       */
      killedAt?: string;
      failure?: {
        code: string;
        /** @description For people; says what to do next. */
        message: string;
      };
    };
    LogLine: {
      seq: number;
      /** Format: date-time */
      at: string;
      /** @enum {string} */
      stream: 'stdout' | 'stderr' | 'portal';
      text: string;
    };
    FoundLog: {
      customer: string;
      deploymentId: string;
      siteId: string;
      siteName: string;
      kind: components['schemas']['DeploymentKind'];
      state: components['schemas']['DeploymentState'];
      /** Format: date-time */
      createdAt: string;
      /** @description The first of them. */
      lines: components['schemas']['LogLine'][];
    };
    StateVersion: {
      version: string;
      /** Format: date-time */
      createdAt: string;
      /** @description Terraform's own count. */
      serial?: number;
      lineage?: string;
      bytes?: number;
      resourceCount?: number;
      /** @description The deployment whose run made it. */
      deploymentId?: string;
      /** @description The version that a person made it of. */
      restoredFrom?: string;
      restoredBy?: string;
    };
    StateLock: {
      lockId: string;
      /** Format: date-time */
      since: string;
      operation?: string;
      holder?: string;
      deploymentId?: string;
      /** @description Whether a run of the site is under way, which will release it. */
      isAlive: boolean;
    };
    DriftCheck: {
      /** @description Its log is that of the deployment with this id. */
      checkId: string;
      customer: string;
      siteId: string;
      state: components['schemas']['DeploymentState'];
      requestedBy: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      finishedAt?: string;
      /** @description Absent until it has looked. */
      drifted?: boolean;
      /** @description Names the finding when it is accepted. */
      planHash?: string;
      /** @description What was, and what is; what a cloud sets by itself left out. */
      changes?: components['schemas']['PlanChange'][];
      /** @description The same in terms that hold for every cloud. */
      resources?: components['schemas']['PlannedResource'][];
      failure?: {
        code: string;
        /** @description For people; says what to do next. */
        message: string;
      };
    };
    DeadLetter: {
      customer: string;
      deploymentId: string;
      siteId: string;
      siteName: string;
      kind: components['schemas']['DeploymentKind'];
      /** @enum {string} */
      why:
        | 'attempts-used-up'
        | 'interrupted-too-often'
        | 'runner-failed'
        | 'machine-lost';
      attempts: number;
      message: string;
      /** Format: date-time */
      createdAt: string;
    };
    Plan: {
      summary: {
        create: number;
        update: number;
        replace: number;
        destroy: number;
        /** @description Absent for none. */
        forget?: number;
      };
      changes: components['schemas']['PlanChange'][];
      /** @description The same in terms that hold for every cloud, what stays included. */
      resources?: components['schemas']['PlannedResource'][];
    };
    /**
     * @description To forget is to leave a resource in the cloud, but no longer as part of the site.
     * @enum {string}
     */
    PlanAction: 'create' | 'update' | 'replace' | 'destroy' | 'forget';
    PlanChange: {
      address: string;
      type: string;
      name: string;
      action: components['schemas']['PlanAction'];
      attributes: {
        path: string;
        before?: string;
        /** @description Absent when known only after apply. */
        after?: string;
        afterUnknown?: boolean;
        sensitive: boolean;
      }[];
    };
    PlannedResource: {
      /** @description In the Terraform configuration. */
      address: string;
      /** @description As the provider calls it. */
      type: string;
      /** @enum {string} */
      kind:
        | 'bucket'
        | 'certificate'
        | 'content'
        | 'database'
        | 'dns-record'
        | 'instance'
        | 'load-balancer'
        | 'log'
        | 'network'
        | 'network-rule'
        | 'permission'
        | 'secret'
        | 'service'
        | 'setting'
        | 'volume'
        | 'other';
      /** @enum {string} */
      action: 'create' | 'update' | 'replace' | 'destroy' | 'forget' | 'keep';
      before?: components['schemas']['ResourceFacts'];
      after?: components['schemas']['ResourceFacts'];
      /** @description Names of the facts of after that nobody can tell before it is applied, or not wholly, or that are sensitive. */
      unknown: string[];
    };
    /** @description What does not apply to a resource is absent. */
    ResourceFacts: {
      name?: string;
      size?: string;
      /** @description Reachable from the internet. */
      public?: boolean;
      encrypted?: boolean;
      versioned?: boolean;
      /** @description The cloud refuses to delete it */
      deletionProtection?: boolean;
      /** @description What it holds may exist nowhere else. */
      holdsData?: boolean;
      /** @description Its end leaves a copy of what it held. */
      leavesSnapshot?: boolean;
      labels?: {
        [key: string]: string;
      };
      /** @description What a network rule lets in from anywhere. */
      openPorts?: {
        protocol: string;
        from: number;
        to: number;
      }[];
    };
    PlacedOrder: {
      order: {
        orderId: string;
        monthlyPrice: components['schemas']['Money'];
        priceVersion: string;
        lines: components['schemas']['PriceLine'][];
        /** Format: date-time */
        createdAt: string;
      };
      site: components['schemas']['Site'];
      deployment: components['schemas']['Deployment'];
    };
    ChangedSite: {
      site: components['schemas']['Site'];
      deployment?: components['schemas']['Deployment'];
    };
    SitesUsage: {
      /** @description Those that members began within the last hour. */
      deployments: {
        limit: number;
        used: number;
        /** @description Until the oldest of them counts no more. */
        nextFreeSeconds?: number;
      };
      sites: {
        limit: number;
        used: number;
      };
      sizes: {
        size: string;
        title: string;
        sites: number;
        /** @description Whether it may be ordered. */
        isIncluded: boolean;
      }[];
    };
    Summary: {
      /** @description For staff only. */
      customers?: number;
      sites: {
        ordered: number;
        live: number;
        failed: number;
        suspended: number;
        deleting: number;
      };
      deployments: {
        running: number;
        awaitingApproval: number;
        failedLastDay: number;
      };
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
    priceBook: string;
    customer: string;
    customerQuery: string;
    site: string;
    stateVersion: string;
    deployment: string;
    offset: number;
    limit: number;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getOffering: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The offering. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Offering'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listPriceBooks: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The versions, and which of them holds now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['PriceBookHead'][];
            /** @description Its id. */
            inForce: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  createPriceBook: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: components['schemas']['PriceVersion'];
          source: components['schemas']['PriceSource'];
        };
      };
    };
    responses: {
      /** @description The draft. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceBook'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getPriceBook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        priceBook: components['parameters']['priceBook'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The version. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceBook'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  deletePriceBook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        priceBook: components['parameters']['priceBook'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  updatePriceBook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        priceBook: components['parameters']['priceBook'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version?: components['schemas']['PriceVersion'];
          source?: components['schemas']['PriceSource'];
          currency?: string;
          items?: {
            cloud: string;
            item: string;
            amount: components['schemas']['AmountInput'];
          }[];
        };
      };
    };
    responses: {
      /** @description The draft. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceBook'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  publishPriceBook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        priceBook: components['parameters']['priceBook'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description A day of UTC, such as 2026-12-01; today is at once. */
          validFrom: string;
        };
      };
    };
    responses: {
      /** @description The version, published. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceBook'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getMonthlyLimit: {
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
      /** @description Costs and their limit. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MonthlyCost'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  setMonthlyLimit: {
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
          /** @description In the currency of the prices; null takes the limit away. */
          amount: string | null;
          reason: string;
        };
      };
    };
    responses: {
      /** @description Costs and their limit. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MonthlyCost'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  quotePrice: {
    parameters: {
      query: {
        cloud: string;
        size: string;
        /** @description Id of the site that would be changed; absent for a new one. */
        site?: string;
        /** @description Of a custom size. */
        cpu?: string;
        /** @description Of a custom size, in MiB. */
        memory?: number;
        /** @description Of a custom size, at least. */
        instances?: number;
        database?: 'small' | 'medium' | 'large';
        replica?: boolean;
        storage?: boolean;
      };
      header?: never;
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The price. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceQuote'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getSummary: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Totals. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Summary'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listSites: {
    parameters: {
      query?: {
        customer?: components['parameters']['customerQuery'];
        search?: string;
        state?: components['schemas']['SiteState'];
        cloud?: string;
        /** @description Only sites that are known to have drifted, or only the others. */
        drifted?: boolean;
        sort?:
          | 'name'
          | '-name'
          | 'createdAt'
          | '-createdAt'
          | 'customer'
          | '-customer';
        offset?: components['parameters']['offset'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of sites, and how many match in all. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Site'][];
            total: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listSiteIds: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The ids; a site that was purged is not there. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            customers: {
              [key: string]: string[];
            };
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listDeployments: {
    parameters: {
      query?: {
        customer?: components['parameters']['customerQuery'];
        /** @description Id of the site. */
        site?: string;
        state?: components['schemas']['DeploymentState'];
        offset?: components['parameters']['offset'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of deployments, and how many match in all. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Deployment'][];
            total: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  searchLogs: {
    parameters: {
      query: {
        text: string;
        customer?: components['parameters']['customerQuery'];
        site?: string;
        /** @description The `next` of an answer, for the page after it. */
        before?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of them, and where the next begins if there may be more. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['FoundLog'][];
            next?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listDeadLetters: {
    parameters: {
      query?: {
        customer?: components['parameters']['customerQuery'];
        offset?: components['parameters']['offset'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of them, and how many there are in all. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['DeadLetter'][];
            total: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  requeueDeadLetter: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
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
      /** @description The new deployment. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Deployment'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  discardDeadLetter: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
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
      /** @description It is not listed any more. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  getSitesUsage: {
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
      /** @description Sites and deployments, and their limits. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SitesUsage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getCloudCredentials: {
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
      /** @description The credentials, and the external id that the trust policy of a role must ask for. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['CloudCredential'][];
            externalId: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  setCloudCredential: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        cloud: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloudCredentialInput'];
      };
    };
    responses: {
      /** @description The credentials as kept, without the secret. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CloudCredential'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  removeCloudCredential: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        cloud: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description They are forgotten. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  checkSiteName: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer, with a reason for people when it is no. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            available: boolean;
            reason?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  uploadContent: {
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
        'application/zip': string;
        'application/gzip': string;
      };
    };
    responses: {
      /** @description The content, ready to be ordered with. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Content'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  orderSite: {
    parameters: {
      query?: never;
      header: {
        'Idempotency-Key': string;
      };
      path: {
        customer: components['parameters']['customer'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: components['schemas']['SiteName'];
          title?: components['schemas']['SiteTitle'];
          cloud: string;
          region: string;
          size: string;
          content: components['schemas']['ContentChoice'];
          runtime?: components['schemas']['Runtime'];
          customSize?: components['schemas']['CustomSize'];
          domains?: components['schemas']['Domains'];
          environment?: components['schemas']['Environment'];
          secretReferences?: components['schemas']['SecretReferences'];
          addOns?: components['schemas']['AddOns'];
        };
      };
    };
    responses: {
      /** @description The site, its first deployment and the order with its price. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlacedOrder'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getSite: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The site. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  deleteSite: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The site and the deployment that will destroy it. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedSite'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  updateSite: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          title?: components['schemas']['SiteTitle'];
          size?: string;
          content?: components['schemas']['ContentChoice'];
          runtime?: components['schemas']['Runtime'];
          customSize?: components['schemas']['CustomSize'];
          domains?: components['schemas']['Domains'];
          environment?: components['schemas']['Environment'];
          secretReferences?: components['schemas']['SecretReferences'];
          addOns?: components['schemas']['AddOns'];
        };
      };
    };
    responses: {
      /** @description The site and the deployment that will change it. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedSite'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  suspendSite: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
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
      /** @description The site as changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  resumeSite: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The site as changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listStates: {
    parameters: {
      query?: {
        offset?: components['parameters']['offset'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of versions, how many there are in all, and the lock. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['StateVersion'][];
            total: number;
            lock?: components['schemas']['StateLock'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  downloadState: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
        version: components['parameters']['stateVersion'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The state. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  restoreState: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
        version: components['parameters']['stateVersion'];
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
      /** @description The new version. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StateVersion'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  releaseStateLock: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          lockId: string;
          reason: string;
        };
      };
    };
    responses: {
      /** @description It is released. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  listDriftChecks: {
    parameters: {
      query?: {
        offset?: components['parameters']['offset'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of checks, and how many there are. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['DriftCheck'][];
            total: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  checkDrift: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The check, which waits for a worker. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DriftCheck'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  reconcileDrift: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The deployment that does it. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Deployment'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  acceptDrift: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        site: components['parameters']['site'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Of the check whose finding was seen. */
          planHash: string;
        };
      };
    };
    responses: {
      /** @description The deployment that does it. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Deployment'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getDeployment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The deployment, with its plan when there is one. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Deployment'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  approveDeployment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          planHash: string;
        };
      };
    };
    responses: {
      /** @description The deployment as changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Deployment'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  rejectDeployment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
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
      /** @description The deployment as changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Deployment'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  cancelDeployment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The deployment as changed. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Deployment'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  forceCancelDeployment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
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
      /** @description The deployment as changed. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Deployment'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  retryDeployment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The new deployment. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Deployment'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  streamDeploymentLog: {
    parameters: {
      query?: {
        /** @description Sequence number of the last line already seen. */
        after?: number;
      };
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The stream. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  searchDeploymentLog: {
    parameters: {
      query: {
        text: string;
        /** @description Sequence number of the last line of the answer before. */
        after?: number;
      };
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The lines, and how many there are in all. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['LogLine'][];
            total: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  downloadDeploymentLog: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customer: components['parameters']['customer'];
        deployment: components['parameters']['deployment'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The log, as far as it goes by now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
}
