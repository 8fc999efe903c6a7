// Generated from schema/openapi.yaml by tools/generate-api.mjs. Do not edit.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'sites',
    version: '1',
    description:
      "Sites that customers order and run, and the deployments that change them. Terraform's state backend and the log stream are plain routes beside this document; the README names them.\n",
  },
  servers: [{ url: '/' }],
  paths: {
    '/offering': {
      get: {
        operationId: 'getOffering',
        summary: 'What can be ordered where, and at which monthly price.',
        responses: {
          '200': {
            description: 'The offering.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Offering' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/price-books': {
      get: {
        operationId: 'listPriceBooks',
        summary: 'All versions of the prices, newest first. For staff.',
        responses: {
          '200': {
            description: 'The versions, and which of them holds now.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'inForce'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/PriceBookHead' },
                    },
                    inForce: { type: 'string', description: 'Its id.' },
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
        operationId: 'createPriceBook',
        summary: 'Begin a draft that says what holds now. For finance.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['version', 'source'],
                properties: {
                  version: { $ref: '#/components/schemas/PriceVersion' },
                  source: { $ref: '#/components/schemas/PriceSource' },
                },
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The draft.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PriceBook' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/price-books/{priceBook}': {
      get: {
        operationId: 'getPriceBook',
        responses: {
          '200': {
            description: 'The version.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PriceBook' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/priceBook' }],
      },
      patch: {
        operationId: 'updatePriceBook',
        summary: 'Change a draft; items replace all it has.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                minProperties: 1,
                properties: {
                  version: { $ref: '#/components/schemas/PriceVersion' },
                  source: { $ref: '#/components/schemas/PriceSource' },
                  currency: { type: 'string', pattern: '^[A-Z]{3}$' },
                  items: {
                    type: 'array',
                    maxItems: 1000,
                    items: {
                      type: 'object',
                      additionalProperties: false,
                      required: ['cloud', 'item', 'amount'],
                      properties: {
                        cloud: { type: 'string', minLength: 1, maxLength: 40 },
                        item: { type: 'string', minLength: 1, maxLength: 63 },
                        amount: { $ref: '#/components/schemas/AmountInput' },
                      },
                    },
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The draft.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PriceBook' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/priceBook' }],
      },
      delete: {
        operationId: 'deletePriceBook',
        summary: 'Throw a draft away.',
        responses: {
          '204': { description: 'It is gone.' },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/priceBook' }],
      },
    },
    '/price-books/{priceBook}/publish': {
      post: {
        operationId: 'publishPriceBook',
        summary: 'Let a draft hold from a day on. It changes no more.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['validFrom'],
                properties: {
                  validFrom: {
                    type: 'string',
                    description:
                      'A day of UTC, such as 2026-12-01; today is at once.',
                    pattern: '^\\d{4}-\\d{2}-\\d{2}$',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The version, published.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PriceBook' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/priceBook' }],
      },
    },
    '/customers/{customer}/monthly-limit': {
      get: {
        operationId: 'getMonthlyLimit',
        summary: 'What all sites of the customer cost a month, and may.',
        responses: {
          '200': {
            description: 'Costs and their limit.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/MonthlyCost' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/customer' }],
      },
      put: {
        operationId: 'setMonthlyLimit',
        summary:
          'Set what all sites of the customer may cost a month. For staff.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['amount', 'reason'],
                properties: {
                  amount: {
                    type: ['string', 'null'],
                    description:
                      'In the currency of the prices; null takes the limit away.',
                    pattern: '^\\d{1,12}(\\.\\d{1,6})?$',
                  },
                  reason: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 500,
                    pattern: '\\S',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Costs and their limit.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/MonthlyCost' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/customer' }],
      },
    },
    '/customers/{customer}/price': {
      get: {
        operationId: 'quotePrice',
        summary:
          'What a site would cost a month, line by line, before it is ordered.',
        parameters: [
          { $ref: '#/components/parameters/customer' },
          {
            name: 'cloud',
            in: 'query',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 40 },
          },
          {
            name: 'size',
            in: 'query',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 40 },
          },
          {
            name: 'site',
            in: 'query',
            description:
              'Id of the site that would be changed; absent for a new one.',
            schema: { type: 'string', maxLength: 63 },
          },
          {
            name: 'cpu',
            in: 'query',
            description: 'Of a custom size.',
            schema: {
              type: 'string',
              pattern: '^(0\\.25|0\\.5|[1-9]|1[0-6])$',
            },
          },
          {
            name: 'memory',
            in: 'query',
            description: 'Of a custom size, in MiB.',
            schema: { type: 'integer', minimum: 512, maximum: 122880 },
          },
          {
            name: 'instances',
            in: 'query',
            description: 'Of a custom size, at least.',
            schema: { type: 'integer', minimum: 1, maximum: 100 },
          },
          {
            name: 'database',
            in: 'query',
            schema: { type: 'string', enum: ['small', 'medium', 'large'] },
          },
          { name: 'replica', in: 'query', schema: { type: 'boolean' } },
          { name: 'storage', in: 'query', schema: { type: 'boolean' } },
        ],
        responses: {
          '200': {
            description: 'The price.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PriceQuote' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/summary': {
      get: {
        operationId: 'getSummary',
        summary: 'Totals for the home pages, within what the caller may see.',
        responses: {
          '200': {
            description: 'Totals.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Summary' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/sites': {
      get: {
        operationId: 'listSites',
        summary:
          'Sites the caller may see; deleted ones only when asked for by state.',
        parameters: [
          { $ref: '#/components/parameters/customerQuery' },
          {
            name: 'search',
            in: 'query',
            allowReserved: true,
            schema: { type: 'string', maxLength: 200 },
          },
          {
            name: 'state',
            in: 'query',
            schema: { $ref: '#/components/schemas/SiteState' },
          },
          {
            name: 'cloud',
            in: 'query',
            schema: { type: 'string', maxLength: 40 },
          },
          {
            name: 'drifted',
            in: 'query',
            description:
              'Only sites that are known to have drifted, or only the others.',
            schema: { type: 'boolean' },
          },
          {
            name: 'sort',
            in: 'query',
            schema: {
              type: 'string',
              enum: [
                'name',
                '-name',
                'createdAt',
                '-createdAt',
                'customer',
                '-customer',
              ],
            },
          },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'One page of sites, and how many match in all.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'total'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Site' },
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
    '/site-ids': {
      get: {
        operationId: 'listSiteIds',
        summary:
          'Ids of the sites the caller may see, deleted ones too, by customer.',
        responses: {
          '200': {
            description: 'The ids; a site that was purged is not there.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['customers'],
                  properties: {
                    customers: {
                      type: 'object',
                      additionalProperties: {
                        type: 'array',
                        items: { type: 'string' },
                      },
                    },
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
    '/deployments': {
      get: {
        operationId: 'listDeployments',
        summary:
          'Deployments the caller may see, newest first; drift checks left out.',
        parameters: [
          { $ref: '#/components/parameters/customerQuery' },
          {
            name: 'site',
            in: 'query',
            description: 'Id of the site.',
            schema: { type: 'string', maxLength: 63 },
          },
          {
            name: 'state',
            in: 'query',
            schema: { $ref: '#/components/schemas/DeploymentState' },
          },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'One page of deployments, and how many match in all.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'total'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Deployment' },
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
    '/log-search': {
      get: {
        operationId: 'searchLogs',
        summary:
          'Deployments whose log has a line with all words of the text, or with words that begin with them; newest first.\n',
        parameters: [
          {
            name: 'text',
            in: 'query',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 200 },
          },
          { $ref: '#/components/parameters/customerQuery' },
          {
            name: 'site',
            in: 'query',
            schema: { type: 'string', maxLength: 63 },
          },
          {
            name: 'before',
            in: 'query',
            description: 'The `next` of an answer, for the page after it.',
            schema: { type: 'string', maxLength: 63 },
          },
        ],
        responses: {
          '200': {
            description:
              'One page of them, and where the next begins if there may be more.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/FoundLog' },
                    },
                    next: { type: 'string' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/dead-letters': {
      get: {
        operationId: 'listDeadLetters',
        summary:
          'Deployments that were given up and that nobody decided about, newest first.',
        parameters: [
          { $ref: '#/components/parameters/customerQuery' },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'One page of them, and how many there are in all.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'total'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/DeadLetter' },
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
    '/customers/{customer}/dead-letters/{deployment}/requeue': {
      post: {
        operationId: 'requeueDeadLetter',
        summary: 'Begin a new deployment of what was given up.',
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
          '202': {
            description: 'The new deployment.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Deployment' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/deployment' },
        ],
      },
    },
    '/customers/{customer}/dead-letters/{deployment}/discard': {
      post: {
        operationId: 'discardDeadLetter',
        summary: 'Decide that nothing more is done about what was given up.',
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
          '204': { description: 'It is not listed any more.' },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/deployment' },
        ],
      },
    },
    '/customers/{customer}/usage': {
      get: {
        operationId: 'getSitesUsage',
        summary: 'What the customer has used of its sites and deployments.',
        responses: {
          '200': {
            description: 'Sites and deployments, and their limits.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/SitesUsage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/customer' }],
      },
    },
    '/customers/{customer}/cloud-credentials': {
      get: {
        operationId: 'getCloudCredentials',
        summary:
          "How the customer's runs sign in to clouds, without any secret. The customer `default` is the business, whose credentials serve customers that have none of their own.\n",
        responses: {
          '200': {
            description:
              'The credentials, and the external id that the trust policy of a role must ask for.\n',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'externalId'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/CloudCredential' },
                    },
                    externalId: { type: 'string' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/customer' }],
      },
    },
    '/customers/{customer}/cloud-credentials/{cloud}': {
      put: {
        operationId: 'setCloudCredential',
        summary:
          'Enter credentials, or replace the present ones. The cloud is asked first whether it lets them in.\n',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/CloudCredentialInput' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The credentials as kept, without the secret.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/CloudCredential' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          {
            name: 'cloud',
            in: 'path',
            required: true,
            schema: { type: 'string', maxLength: 40 },
          },
        ],
      },
      delete: {
        operationId: 'removeCloudCredential',
        summary:
          'Forget credentials that no site was made with, if there are any.',
        responses: {
          '204': { description: 'They are forgotten.' },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          {
            name: 'cloud',
            in: 'path',
            required: true,
            schema: { type: 'string', maxLength: 40 },
          },
        ],
      },
    },
    '/customers/{customer}/site-names/{name}': {
      get: {
        operationId: 'checkSiteName',
        summary: 'Whether a name is free for a new site of this customer.',
        responses: {
          '200': {
            description: 'The answer, with a reason for people when it is no.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['available'],
                  properties: {
                    available: { type: 'boolean' },
                    reason: { type: 'string' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          {
            name: 'name',
            in: 'path',
            required: true,
            schema: { type: 'string', maxLength: 200 },
          },
        ],
      },
    },
    '/customers/{customer}/contents': {
      post: {
        operationId: 'uploadContent',
        summary:
          'Upload a static site as .zip or .tar.gz; unpacked and checked before it is kept.',
        requestBody: {
          required: true,
          content: {
            'application/zip': { schema: { type: 'string', format: 'binary' } },
            'application/gzip': {
              schema: { type: 'string', format: 'binary' },
            },
          },
        },
        responses: {
          '201': {
            description: 'The content, ready to be ordered with.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Content' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/customer' }],
      },
    },
    '/customers/{customer}/sites': {
      post: {
        operationId: 'orderSite',
        summary:
          "Order a site. The same Idempotency-Key returns the first order's result.",
        parameters: [
          { $ref: '#/components/parameters/customer' },
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            schema: { type: 'string', minLength: 8, maxLength: 200 },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['name', 'cloud', 'region', 'size', 'content'],
                properties: {
                  name: { $ref: '#/components/schemas/SiteName' },
                  title: { $ref: '#/components/schemas/SiteTitle' },
                  cloud: { type: 'string', maxLength: 40 },
                  region: { type: 'string', maxLength: 60 },
                  size: { type: 'string', maxLength: 40 },
                  content: { $ref: '#/components/schemas/ContentChoice' },
                  runtime: { $ref: '#/components/schemas/Runtime' },
                  customSize: { $ref: '#/components/schemas/CustomSize' },
                  domains: { $ref: '#/components/schemas/Domains' },
                  environment: { $ref: '#/components/schemas/Environment' },
                  secretReferences: {
                    $ref: '#/components/schemas/SecretReferences',
                  },
                  addOns: { $ref: '#/components/schemas/AddOns' },
                },
              },
            },
          },
        },
        responses: {
          '201': {
            description:
              'The site, its first deployment and the order with its price.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PlacedOrder' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/customers/{customer}/sites/{site}': {
      get: {
        operationId: 'getSite',
        responses: {
          '200': {
            description: 'The site.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Site' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/site' },
        ],
      },
      patch: {
        operationId: 'updateSite',
        summary: 'Change what is named by a new deployment; the rest stays.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                minProperties: 1,
                properties: {
                  title: { $ref: '#/components/schemas/SiteTitle' },
                  size: { type: 'string', maxLength: 40 },
                  content: { $ref: '#/components/schemas/ContentChoice' },
                  runtime: { $ref: '#/components/schemas/Runtime' },
                  customSize: { $ref: '#/components/schemas/CustomSize' },
                  domains: { $ref: '#/components/schemas/Domains' },
                  environment: { $ref: '#/components/schemas/Environment' },
                  secretReferences: {
                    $ref: '#/components/schemas/SecretReferences',
                  },
                  addOns: { $ref: '#/components/schemas/AddOns' },
                },
              },
            },
          },
        },
        responses: {
          '202': {
            description: 'The site and the deployment that will change it.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ChangedSite' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/site' },
        ],
      },
      delete: {
        operationId: 'deleteSite',
        summary:
          'Destroy a site; it is kept 90 days as deleted, its name is free after the destroy.',
        responses: {
          '202': {
            description: 'The site and the deployment that will destroy it.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ChangedSite' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/site' },
        ],
      },
    },
    '/customers/{customer}/sites/{site}/suspend': {
      post: {
        operationId: 'suspendSite',
        summary:
          'Answer visitors with a plain notice until the site is resumed.',
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
            description: 'The site as changed.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Site' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/site' },
        ],
      },
    },
    '/customers/{customer}/sites/{site}/resume': {
      post: {
        operationId: 'resumeSite',
        responses: {
          '200': {
            description: 'The site as changed.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Site' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/site' },
        ],
      },
    },
    '/customers/{customer}/sites/{site}/states': {
      get: {
        operationId: 'listStates',
        summary:
          "The versions of the site's Terraform state, newest first, and who holds its lock.",
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/site' },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description:
              'One page of versions, how many there are in all, and the lock.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'total'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/StateVersion' },
                    },
                    total: { type: 'integer' },
                    lock: { $ref: '#/components/schemas/StateLock' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/customers/{customer}/sites/{site}/states/{version}/download': {
      get: {
        operationId: 'downloadState',
        summary:
          'A version of the state for people to read, with its secrets masked. That it was downloaded is on the record before it is sent.\n',
        responses: {
          '200': {
            description: 'The state.',
            content: { 'application/json': { schema: { type: 'object' } } },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/site' },
          { $ref: '#/components/parameters/stateVersion' },
        ],
      },
    },
    '/customers/{customer}/sites/{site}/states/{version}/restore': {
      post: {
        operationId: 'restoreState',
        summary:
          'Make a new version of an old one. What exists in the cloud stays as it is: the next plan shows how it differs.\n',
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
          '201': {
            description: 'The new version.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/StateVersion' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/site' },
          { $ref: '#/components/parameters/stateVersion' },
        ],
      },
    },
    '/customers/{customer}/sites/{site}/state-lock/release': {
      post: {
        operationId: 'releaseStateLock',
        summary: 'Release the lock that a dead run left on the state.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['lockId', 'reason'],
                properties: {
                  lockId: { type: 'string', minLength: 1, maxLength: 64 },
                  reason: { type: 'string', minLength: 1, maxLength: 500 },
                },
              },
            },
          },
        },
        responses: {
          '204': { description: 'It is released.' },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/site' },
        ],
      },
    },
    '/customers/{customer}/sites/{site}/drift-checks': {
      get: {
        operationId: 'listDriftChecks',
        summary: 'Checks of what became of the site, newest first.',
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/site' },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'One page of checks, and how many there are.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'total'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/DriftCheck' },
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
        operationId: 'checkDrift',
        summary: 'Look now whether the site still is what was brought about.',
        responses: {
          '202': {
            description: 'The check, which waits for a worker.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DriftCheck' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/site' },
        ],
      },
    },
    '/customers/{customer}/sites/{site}/drift/reconcile': {
      post: {
        operationId: 'reconcileDrift',
        summary: 'Make the site what was ordered again, by a deployment.',
        responses: {
          '202': {
            description: 'The deployment that does it.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Deployment' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/site' },
        ],
      },
    },
    '/customers/{customer}/sites/{site}/drift/accept': {
      post: {
        operationId: 'acceptDrift',
        summary:
          'Take what was found into the state, by the very plan of its check.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['planHash'],
                properties: {
                  planHash: {
                    type: 'string',
                    maxLength: 128,
                    description: 'Of the check whose finding was seen.',
                  },
                },
              },
            },
          },
        },
        responses: {
          '202': {
            description: 'The deployment that does it.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Deployment' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/site' },
        ],
      },
    },
    '/customers/{customer}/deployments/{deployment}': {
      get: {
        operationId: 'getDeployment',
        responses: {
          '200': {
            description: 'The deployment, with its plan when there is one.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Deployment' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/deployment' },
        ],
      },
    },
    '/customers/{customer}/deployments/{deployment}/approve': {
      post: {
        operationId: 'approveDeployment',
        summary: 'Approve the very plan that was seen.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['planHash'],
                properties: { planHash: { type: 'string', maxLength: 128 } },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The deployment as changed.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Deployment' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/deployment' },
        ],
      },
    },
    '/customers/{customer}/deployments/{deployment}/reject': {
      post: {
        operationId: 'rejectDeployment',
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
            description: 'The deployment as changed.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Deployment' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/deployment' },
        ],
      },
    },
    '/customers/{customer}/deployments/{deployment}/cancel': {
      post: {
        operationId: 'cancelDeployment',
        summary:
          'Stop a deployment. What was applied stays and is recorded in the state.',
        responses: {
          '202': {
            description: 'The deployment as changed.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Deployment' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/deployment' },
        ],
      },
    },
    '/customers/{customer}/deployments/{deployment}/force-cancel': {
      post: {
        operationId: 'forceCancelDeployment',
        summary:
          'End a deployment at once. What Terraform was doing may stay unrecorded.',
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
          '202': {
            description: 'The deployment as changed.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Deployment' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/deployment' },
        ],
      },
    },
    '/customers/{customer}/deployments/{deployment}/retry': {
      post: {
        operationId: 'retryDeployment',
        summary:
          'A new deployment with what a failed or cancelled one was to bring about.',
        responses: {
          '202': {
            description: 'The new deployment.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Deployment' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/deployment' },
        ],
      },
    },
    '/customers/{customer}/deployments/{deployment}/log': {
      get: {
        operationId: 'streamDeploymentLog',
        summary:
          "The log as server-sent events: `line` with {seq, at, stream, text}, `state` with the deployment's state, `end` when it is final. Stays open until then; resume with `after`.\n",
        responses: {
          '200': {
            description: 'The stream.',
            content: { 'text/event-stream': { schema: { type: 'string' } } },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/deployment' },
          {
            name: 'after',
            in: 'query',
            description: 'Sequence number of the last line already seen.',
            schema: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
          },
        ],
      },
    },
    '/customers/{customer}/deployments/{deployment}/log/search': {
      get: {
        operationId: 'searchDeploymentLog',
        summary:
          'Lines of the log that contain a text, up to a thousand of them.',
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/deployment' },
          {
            name: 'text',
            in: 'query',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 200 },
          },
          {
            name: 'after',
            in: 'query',
            description:
              'Sequence number of the last line of the answer before.',
            schema: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
          },
        ],
        responses: {
          '200': {
            description: 'The lines, and how many there are in all.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'total'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/LogLine' },
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
    '/customers/{customer}/deployments/{deployment}/log/download': {
      get: {
        operationId: 'downloadDeploymentLog',
        summary:
          'The whole log as text, a line each with its time and where it came from.',
        responses: {
          '200': {
            description: 'The log, as far as it goes by now.',
            content: { 'text/plain': { schema: { type: 'string' } } },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          { $ref: '#/components/parameters/customer' },
          { $ref: '#/components/parameters/deployment' },
        ],
      },
    },
  },
  components: {
    parameters: {
      priceBook: {
        name: 'priceBook',
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
      customerQuery: {
        name: 'customer',
        in: 'query',
        schema: { type: 'string', maxLength: 63 },
      },
      site: {
        name: 'site',
        in: 'path',
        required: true,
        schema: { type: 'string', maxLength: 63 },
      },
      stateVersion: {
        name: 'version',
        in: 'path',
        required: true,
        schema: { type: 'string', maxLength: 1024 },
      },
      deployment: {
        name: 'deployment',
        in: 'path',
        required: true,
        schema: { type: 'string', maxLength: 63 },
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
      SiteName: {
        type: 'string',
        pattern: '^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,39}$',
      },
      SiteTitle: {
        type: 'string',
        minLength: 1,
        maxLength: 100,
        pattern: '\\S',
      },
      SiteState: {
        type: 'string',
        enum: ['ordered', 'live', 'failed', 'suspended', 'deleting', 'deleted'],
      },
      DeploymentKind: {
        description:
          'Bring the site about, end it, look whether it still is what was brought about, or take what was found as it is.\n',
        type: 'string',
        enum: ['apply', 'destroy', 'check', 'accept'],
      },
      DeploymentState: {
        type: 'string',
        enum: [
          'queued',
          'planning',
          'awaiting-approval',
          'applying',
          'succeeded',
          'failed',
          'cancelled',
        ],
      },
      Money: {
        type: 'object',
        required: ['amount', 'currency'],
        properties: {
          amount: {
            type: 'string',
            description: 'A decimal, such as "12.50".',
          },
          currency: { type: 'string', description: 'ISO 4217 code.' },
        },
      },
      AmountInput: {
        type: 'string',
        description: 'A decimal, such as "12.50".',
        pattern: '^\\d{1,12}(\\.\\d{1,6})?$',
      },
      PriceVersion: {
        type: 'string',
        description: 'What orders name it by.',
        pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$',
      },
      PriceSource: {
        type: 'string',
        description: 'Where the amounts come from, a note or a link.',
        minLength: 1,
        maxLength: 500,
        pattern: '\\S',
      },
      PriceLine: {
        type: 'object',
        required: ['item', 'quantity', 'unitAmount', 'amount'],
        properties: {
          item: { type: 'string', description: 'Such as `size.small`.' },
          quantity: { type: 'string', description: 'A decimal.' },
          unitAmount: { type: 'string', description: 'A decimal.' },
          amount: { type: 'string', description: 'A decimal.' },
        },
      },
      Price: {
        type: 'object',
        description: 'A month.',
        required: ['amount', 'currency', 'priceVersion', 'lines'],
        properties: {
          amount: { type: 'string' },
          currency: { type: 'string' },
          priceVersion: { type: 'string' },
          lines: {
            type: 'array',
            description: 'What it is made of.',
            items: { $ref: '#/components/schemas/PriceLine' },
          },
        },
      },
      PriceQuote: {
        type: 'object',
        required: ['price'],
        properties: {
          price: { $ref: '#/components/schemas/Price' },
          before: {
            description:
              'What the site costs now; absent while it was never live.',
            $ref: '#/components/schemas/Price',
          },
          difference: {
            description: 'Absent between currencies.',
            $ref: '#/components/schemas/Money',
          },
          monthlyLimit: { $ref: '#/components/schemas/Money' },
          monthlyTotal: {
            description:
              'What all sites together would cost; absent without a limit, or where they are not all in its currency.\n',
            $ref: '#/components/schemas/Money',
          },
          refusal: {
            type: 'string',
            description: 'Why the limit will not let it pass, and what would.',
          },
        },
      },
      PriceBookHead: {
        type: 'object',
        required: [
          'priceBookId',
          'version',
          'state',
          'currency',
          'source',
          'createdBy',
          'createdAt',
        ],
        properties: {
          priceBookId: { type: 'string' },
          version: { type: 'string' },
          state: { type: 'string', enum: ['draft', 'published'] },
          currency: { type: 'string' },
          source: { type: 'string' },
          validFrom: { type: 'string', format: 'date-time' },
          createdBy: { type: 'string' },
          createdAt: { type: 'string', format: 'date-time' },
          publishedBy: { type: 'string' },
          publishedAt: { type: 'string', format: 'date-time' },
        },
      },
      PriceBook: {
        allOf: [
          { $ref: '#/components/schemas/PriceBookHead' },
          {
            type: 'object',
            required: ['items', 'unpriced'],
            properties: {
              items: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['cloud', 'item', 'amount'],
                  properties: {
                    cloud: { type: 'string' },
                    item: { type: 'string' },
                    amount: { type: 'string' },
                  },
                },
              },
              unpriced: {
                type: 'array',
                description:
                  'What is offered and has no price here, so cannot be ordered.',
                items: {
                  type: 'object',
                  required: ['cloud', 'item'],
                  properties: {
                    cloud: { type: 'string' },
                    item: { type: 'string' },
                  },
                },
              },
            },
          },
        ],
      },
      MonthlyCost: {
        type: 'object',
        required: ['totals', 'sites'],
        properties: {
          limit: {
            type: 'object',
            required: ['amount', 'currency', 'reason', 'setBy', 'setAt'],
            properties: {
              amount: { type: 'string' },
              currency: { type: 'string' },
              reason: { type: 'string' },
              setBy: { type: 'string' },
              setAt: { type: 'string', format: 'date-time' },
            },
          },
          totals: {
            type: 'array',
            description: 'By currency, which are never added to each other.',
            items: { $ref: '#/components/schemas/Money' },
          },
          sites: {
            type: 'array',
            description: 'What makes up most of it, the dearest first.',
            items: {
              type: 'object',
              required: ['siteId', 'name', 'title', 'amount', 'currency'],
              properties: {
                siteId: { type: 'string' },
                name: { type: 'string' },
                title: { type: 'string' },
                amount: { type: 'string' },
                currency: { type: 'string' },
              },
            },
          },
        },
      },
      ContentChoice: {
        oneOf: [
          {
            type: 'object',
            additionalProperties: false,
            required: ['kind'],
            properties: { kind: { type: 'string', const: 'starter' } },
          },
          {
            type: 'object',
            additionalProperties: false,
            required: ['kind', 'contentId'],
            properties: {
              kind: { type: 'string', const: 'upload' },
              contentId: { type: 'string', maxLength: 63 },
            },
          },
        ],
      },
      Content: {
        type: 'object',
        required: ['contentId', 'sha256', 'files', 'bytes'],
        properties: {
          contentId: { type: 'string' },
          sha256: { type: 'string' },
          files: { type: 'integer' },
          bytes: { type: 'integer', description: 'Unpacked size in bytes.' },
        },
      },
      Runtime: {
        description:
          'What runs the site. Absent in an order, it is static files.',
        oneOf: [
          {
            type: 'object',
            additionalProperties: false,
            required: ['kind'],
            properties: { kind: { type: 'string', const: 'static' } },
          },
          {
            type: 'object',
            additionalProperties: false,
            required: ['kind', 'image', 'port'],
            properties: {
              kind: { type: 'string', const: 'container' },
              image: { $ref: '#/components/schemas/Image' },
              port: { $ref: '#/components/schemas/Port' },
            },
          },
          {
            type: 'object',
            description:
              'Built elsewhere from that reference, so the image is given.',
            additionalProperties: false,
            required: ['kind', 'repository', 'reference', 'image', 'port'],
            properties: {
              kind: { type: 'string', const: 'git' },
              repository: {
                type: 'string',
                description: 'Address without user or password.',
                maxLength: 300,
                pattern: '^https://[^\\s@]+$',
              },
              reference: {
                type: 'string',
                pattern: '^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$',
              },
              image: { $ref: '#/components/schemas/Image' },
              port: { $ref: '#/components/schemas/Port' },
            },
          },
        ],
      },
      Image: {
        type: 'string',
        description: 'A container image, with its registry, tag or digest.',
        pattern: '^[a-z0-9][A-Za-z0-9._/:@-]{0,299}$',
      },
      Port: { type: 'integer', minimum: 1, maximum: 65535 },
      CustomSize: {
        type: 'object',
        description: 'Given with the size `custom`, and with no other.',
        additionalProperties: false,
        required: ['cpu', 'memory', 'minimumInstances', 'maximumInstances'],
        properties: {
          cpu: {
            type: 'string',
            description: 'Virtual processors, 0.25 to 16, such as "0.5".',
            pattern: '^(0\\.25|0\\.5|[1-9]|1[0-6])$',
          },
          memory: {
            type: 'integer',
            description: 'In MiB.',
            minimum: 512,
            maximum: 122880,
          },
          minimumInstances: { type: 'integer', minimum: 1, maximum: 100 },
          maximumInstances: { type: 'integer', minimum: 1, maximum: 100 },
        },
      },
      Domains: {
        type: 'array',
        description: "Host names of the customer's own, each served with TLS.",
        maxItems: 20,
        uniqueItems: true,
        items: {
          type: 'string',
          maxLength: 253,
          pattern:
            '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$',
        },
      },
      Environment: {
        type: 'object',
        description:
          'Plain variables of the running site. Secrets are referred to.',
        maxProperties: 100,
        propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_]{0,63}$' },
        additionalProperties: { type: 'string', maxLength: 4000 },
      },
      SecretReferences: {
        type: 'object',
        description:
          'Variable name to where the cloud finds its secret, such as the ARN of a Secrets Manager secret. Never the secret itself.\n',
        maxProperties: 100,
        propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_]{0,63}$' },
        additionalProperties: { type: 'string', minLength: 1, maxLength: 500 },
      },
      AddOns: {
        type: 'object',
        description: 'What the site has beside itself.',
        additionalProperties: false,
        properties: {
          database: {
            type: 'object',
            additionalProperties: false,
            required: ['size', 'replica'],
            properties: {
              size: { type: 'string', enum: ['small', 'medium', 'large'] },
              replica: { type: 'boolean' },
            },
          },
          storage: { type: 'boolean' },
        },
      },
      Capabilities: {
        type: 'object',
        description:
          'What sites on a cloud can have. An order for more is refused.',
        required: [
          'runtimes',
          'customSize',
          'domains',
          'environment',
          'secrets',
          'addOns',
        ],
        properties: {
          runtimes: {
            type: 'array',
            items: { type: 'string', enum: ['static', 'container', 'git'] },
          },
          customSize: { type: 'boolean' },
          domains: { type: 'boolean' },
          environment: { type: 'boolean' },
          secrets: { type: 'boolean' },
          addOns: {
            type: 'array',
            items: { type: 'string', enum: ['database', 'storage'] },
          },
        },
      },
      CloudCredentialInput: {
        oneOf: [
          {
            type: 'object',
            additionalProperties: false,
            required: ['kind', 'name', 'roleArn'],
            properties: {
              kind: { const: 'role' },
              name: { $ref: '#/components/schemas/CredentialName' },
              roleArn: {
                type: 'string',
                maxLength: 600,
                pattern:
                  '^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9/_+=,.@-]{1,512}$',
              },
            },
          },
          {
            type: 'object',
            additionalProperties: false,
            required: ['kind', 'name', 'accessKeyId', 'secretAccessKey'],
            properties: {
              kind: { const: 'access-key' },
              name: { $ref: '#/components/schemas/CredentialName' },
              accessKeyId: {
                type: 'string',
                maxLength: 128,
                pattern: '^[A-Z0-9]{16,128}$',
              },
              secretAccessKey: {
                type: 'string',
                maxLength: 128,
                pattern: '^[A-Za-z0-9/+=]{30,128}$',
              },
            },
          },
        ],
      },
      CredentialName: {
        type: 'string',
        minLength: 1,
        maxLength: 100,
        pattern: '\\S',
      },
      CloudCredential: {
        type: 'object',
        required: [
          'credentialId',
          'customer',
          'cloud',
          'kind',
          'name',
          'account',
          'principal',
          'updatedBy',
          'createdAt',
          'updatedAt',
        ],
        properties: {
          credentialId: { type: 'string' },
          customer: { type: 'string' },
          cloud: { type: 'string' },
          kind: { type: 'string', enum: ['access-key', 'role'] },
          name: { type: 'string' },
          account: { type: 'string', description: 'As the cloud tells it.' },
          principal: {
            type: 'string',
            description: 'Who the cloud says it is.',
          },
          accessKeyEnding: {
            type: 'string',
            description: 'The end of the id of an access key.',
          },
          roleArn: { type: 'string' },
          externalId: { type: 'string' },
          updatedBy: { type: 'string' },
          createdAt: { type: 'string', format: 'date-time' },
          updatedAt: { type: 'string', format: 'date-time' },
          lastUsedAt: { type: 'string', format: 'date-time' },
        },
      },
      DesiredSite: {
        type: 'object',
        description: 'What the site is to be once the deployment succeeded.',
        required: [
          'name',
          'title',
          'product',
          'cloud',
          'region',
          'size',
          'content',
          'runtime',
          'domains',
          'environment',
          'secretReferences',
          'addOns',
        ],
        properties: {
          name: { type: 'string' },
          title: { type: 'string' },
          product: { type: 'string' },
          cloud: { type: 'string' },
          region: { type: 'string' },
          size: { type: 'string' },
          content: { $ref: '#/components/schemas/SiteContent' },
          runtime: { $ref: '#/components/schemas/Runtime' },
          customSize: { $ref: '#/components/schemas/CustomSize' },
          domains: { $ref: '#/components/schemas/Domains' },
          environment: { $ref: '#/components/schemas/Environment' },
          secretReferences: { $ref: '#/components/schemas/SecretReferences' },
          addOns: { $ref: '#/components/schemas/AddOns' },
        },
      },
      SiteContent: {
        type: 'object',
        required: ['kind'],
        properties: {
          kind: { type: 'string', enum: ['starter', 'upload'] },
          contentId: { type: 'string' },
          files: { type: 'integer' },
          bytes: { type: 'integer' },
        },
      },
      DnsRecord: {
        type: 'object',
        description: "A record the customer's domain needs.",
        required: ['name', 'type', 'value'],
        properties: {
          name: { type: 'string' },
          type: { type: 'string' },
          value: { type: 'string' },
        },
      },
      Offering: {
        type: 'object',
        required: ['priceVersion', 'clouds'],
        properties: {
          priceVersion: { type: 'string' },
          clouds: {
            type: 'array',
            items: {
              type: 'object',
              required: ['id', 'title', 'capabilities', 'regions', 'sizes'],
              properties: {
                id: { type: 'string' },
                title: { type: 'string' },
                capabilities: { $ref: '#/components/schemas/Capabilities' },
                regions: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['id', 'title'],
                    properties: {
                      id: { type: 'string' },
                      title: { type: 'string' },
                    },
                  },
                },
                sizes: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['id', 'title', 'description', 'monthlyPrice'],
                    properties: {
                      id: { type: 'string' },
                      title: { type: 'string' },
                      description: { type: 'string' },
                      monthlyPrice: { $ref: '#/components/schemas/Money' },
                    },
                  },
                },
              },
            },
          },
        },
      },
      Site: {
        type: 'object',
        required: [
          'siteId',
          'customer',
          'customerName',
          'name',
          'title',
          'product',
          'cloud',
          'region',
          'size',
          'state',
          'content',
          'runtime',
          'domains',
          'environment',
          'secretReferences',
          'addOns',
          'dnsRecords',
          'servedDomains',
          'monthlyPrice',
          'createdAt',
          'updatedAt',
          'createdBy',
        ],
        properties: {
          siteId: { type: 'string' },
          customer: { type: 'string' },
          customerName: { type: 'string' },
          name: { type: 'string' },
          title: { type: 'string' },
          product: { type: 'string' },
          cloud: { type: 'string' },
          region: { type: 'string' },
          size: { type: 'string' },
          state: { $ref: '#/components/schemas/SiteState' },
          suspendedReason: { type: 'string' },
          answersThoughSuspended: {
            type: 'boolean',
            description:
              'Its customer is suspended with its sites, but this one is served by its cloud, where it goes on answering until it is stopped there.\n',
          },
          url: {
            type: 'string',
            description: 'Address to open; absent until the site was live.',
          },
          health: {
            type: 'object',
            required: ['status', 'checkedAt'],
            properties: {
              status: {
                type: 'string',
                enum: ['healthy', 'unhealthy', 'unknown'],
              },
              checkedAt: { type: 'string', format: 'date-time' },
              detail: { type: 'string' },
            },
          },
          content: { $ref: '#/components/schemas/SiteContent' },
          runtime: { $ref: '#/components/schemas/Runtime' },
          customSize: { $ref: '#/components/schemas/CustomSize' },
          domains: { $ref: '#/components/schemas/Domains' },
          environment: { $ref: '#/components/schemas/Environment' },
          secretReferences: { $ref: '#/components/schemas/SecretReferences' },
          addOns: { $ref: '#/components/schemas/AddOns' },
          dnsRecords: {
            type: 'array',
            items: { $ref: '#/components/schemas/DnsRecord' },
          },
          servedDomains: {
            type: 'array',
            description: 'Those of the domains that the site answers at.',
            items: { type: 'string' },
          },
          monthlyPrice: { $ref: '#/components/schemas/Money' },
          drift: {
            type: 'object',
            description:
              'What drift checks know of it; absent where nothing drifts.',
            properties: {
              checkedAt: {
                type: 'string',
                format: 'date-time',
                description: 'When a check last came to an end.',
              },
              foundAt: {
                type: 'string',
                format: 'date-time',
                description:
                  'Since when it is known to have drifted; absent when it has not.',
              },
              checkId: {
                type: 'string',
                description: 'The newest check that found the present drift.',
              },
            },
          },
          activeDeploymentId: { type: 'string' },
          lastDeployment: {
            type: 'object',
            required: ['deploymentId', 'kind', 'state', 'createdAt'],
            properties: {
              deploymentId: { type: 'string' },
              kind: { $ref: '#/components/schemas/DeploymentKind' },
              state: { $ref: '#/components/schemas/DeploymentState' },
              createdAt: { type: 'string', format: 'date-time' },
              finishedAt: { type: 'string', format: 'date-time' },
            },
          },
          createdBy: {
            type: 'string',
            description: 'Entity ref of who ordered it.',
          },
          createdAt: { type: 'string', format: 'date-time' },
          updatedAt: { type: 'string', format: 'date-time' },
          deletedAt: { type: 'string', format: 'date-time' },
          purgeAfter: { type: 'string', format: 'date-time' },
        },
      },
      Deployment: {
        type: 'object',
        required: [
          'deploymentId',
          'customer',
          'siteId',
          'siteName',
          'kind',
          'state',
          'desired',
          'requestedBy',
          'createdAt',
          'steps',
          'price',
        ],
        properties: {
          deploymentId: { type: 'string' },
          customer: { type: 'string' },
          siteId: { type: 'string' },
          siteName: { type: 'string' },
          kind: { $ref: '#/components/schemas/DeploymentKind' },
          state: { $ref: '#/components/schemas/DeploymentState' },
          desired: { $ref: '#/components/schemas/DesiredSite' },
          requestedBy: { type: 'string' },
          retryOf: { type: 'string' },
          createdAt: { type: 'string', format: 'date-time' },
          finishedAt: { type: 'string', format: 'date-time' },
          logRemovedAt: { type: 'string', format: 'date-time' },
          steps: {
            type: 'array',
            description: 'The states it went through, in order, with when.',
            items: {
              type: 'object',
              required: ['state', 'at'],
              properties: {
                state: { $ref: '#/components/schemas/DeploymentState' },
                at: { type: 'string', format: 'date-time' },
              },
            },
          },
          price: { $ref: '#/components/schemas/Price' },
          priceBefore: {
            description: 'What the site cost when this was asked for.',
            $ref: '#/components/schemas/Price',
          },
          planHash: { type: 'string' },
          plan: { $ref: '#/components/schemas/Plan' },
          checks: {
            type: 'array',
            items: {
              type: 'object',
              required: ['check', 'effect', 'reason'],
              properties: {
                check: { type: 'string' },
                effect: {
                  type: 'string',
                  enum: ['deny', 'require-approval', 'warn'],
                },
                reason: { type: 'string' },
              },
            },
          },
          approval: {
            type: 'object',
            required: ['decision', 'by', 'at'],
            properties: {
              decision: { type: 'string', enum: ['approved', 'rejected'] },
              by: { type: 'string' },
              at: { type: 'string', format: 'date-time' },
              reason: { type: 'string' },
            },
          },
          approvalExpiresAt: {
            type: 'string',
            format: 'date-time',
            description: 'While it waits for approval, until when.',
          },
          barredFromApproval: {
            type: 'array',
            description:
              'While it waits for approval: entity refs of those who asked for the change, where somebody else has to approve it.\n',
            items: { type: 'string' },
          },
          voidedApproval: {
            type: 'object',
            description:
              'The last approval that held no more once the state had moved on.',
            required: ['by', 'at', 'voidedAt'],
            properties: {
              by: { type: 'string' },
              at: { type: 'string', format: 'date-time' },
              voidedAt: { type: 'string', format: 'date-time' },
            },
          },
          attempts: {
            type: 'integer',
            description:
              'How often it was taken up since it was ordered or approved.',
          },
          nextAttemptAt: {
            type: 'string',
            format: 'date-time',
            description: 'While it is queued, not before this.',
          },
          queuedBefore: {
            type: 'integer',
            description:
              'How many are run before it, while it waits for its turn.',
          },
          setback: {
            type: 'object',
            description:
              'What ended the last attempt, while another is to come.',
            required: ['code', 'message'],
            properties: {
              code: { type: 'string' },
              message: { type: 'string' },
            },
          },
          cancelRequested: { type: 'boolean' },
          cancelForced: { type: 'boolean' },
          killedAt: {
            type: 'string',
            format: 'date-time',
            description: 'When Terraform was ended by force, if it was.',
          },
          failure: {
            type: 'object',
            required: ['code', 'message'],
            properties: {
              code: { type: 'string' },
              message: {
                type: 'string',
                description: 'For people; says what to do next.',
              },
            },
          },
        },
      },
      LogLine: {
        type: 'object',
        required: ['seq', 'at', 'stream', 'text'],
        properties: {
          seq: { type: 'integer' },
          at: { type: 'string', format: 'date-time' },
          stream: { type: 'string', enum: ['stdout', 'stderr', 'portal'] },
          text: { type: 'string' },
        },
      },
      FoundLog: {
        type: 'object',
        required: [
          'customer',
          'deploymentId',
          'siteId',
          'siteName',
          'kind',
          'state',
          'createdAt',
          'lines',
        ],
        properties: {
          customer: { type: 'string' },
          deploymentId: { type: 'string' },
          siteId: { type: 'string' },
          siteName: { type: 'string' },
          kind: { $ref: '#/components/schemas/DeploymentKind' },
          state: { $ref: '#/components/schemas/DeploymentState' },
          createdAt: { type: 'string', format: 'date-time' },
          lines: {
            description: 'The first of them.',
            type: 'array',
            items: { $ref: '#/components/schemas/LogLine' },
          },
        },
      },
      StateVersion: {
        type: 'object',
        required: ['version', 'createdAt'],
        properties: {
          version: { type: 'string' },
          createdAt: { type: 'string', format: 'date-time' },
          serial: { type: 'integer', description: "Terraform's own count." },
          lineage: { type: 'string' },
          bytes: { type: 'integer' },
          resourceCount: { type: 'integer' },
          deploymentId: {
            type: 'string',
            description: 'The deployment whose run made it.',
          },
          restoredFrom: {
            type: 'string',
            description: 'The version that a person made it of.',
          },
          restoredBy: { type: 'string' },
        },
      },
      StateLock: {
        type: 'object',
        required: ['lockId', 'since', 'isAlive'],
        properties: {
          lockId: { type: 'string' },
          since: { type: 'string', format: 'date-time' },
          operation: { type: 'string' },
          holder: { type: 'string' },
          deploymentId: { type: 'string' },
          isAlive: {
            type: 'boolean',
            description:
              'Whether a run of the site is under way, which will release it.',
          },
        },
      },
      DriftCheck: {
        type: 'object',
        required: [
          'checkId',
          'customer',
          'siteId',
          'state',
          'requestedBy',
          'createdAt',
        ],
        properties: {
          checkId: {
            type: 'string',
            description: 'Its log is that of the deployment with this id.',
          },
          customer: { type: 'string' },
          siteId: { type: 'string' },
          state: { $ref: '#/components/schemas/DeploymentState' },
          requestedBy: { type: 'string' },
          createdAt: { type: 'string', format: 'date-time' },
          finishedAt: { type: 'string', format: 'date-time' },
          drifted: {
            type: 'boolean',
            description: 'Absent until it has looked.',
          },
          planHash: {
            type: 'string',
            description: 'Names the finding when it is accepted.',
          },
          changes: {
            type: 'array',
            description:
              'What was, and what is; what a cloud sets by itself left out.',
            items: { $ref: '#/components/schemas/PlanChange' },
          },
          resources: {
            type: 'array',
            description: 'The same in terms that hold for every cloud.',
            items: { $ref: '#/components/schemas/PlannedResource' },
          },
          failure: {
            type: 'object',
            required: ['code', 'message'],
            properties: {
              code: { type: 'string' },
              message: {
                type: 'string',
                description: 'For people; says what to do next.',
              },
            },
          },
        },
      },
      DeadLetter: {
        type: 'object',
        required: [
          'customer',
          'deploymentId',
          'siteId',
          'siteName',
          'kind',
          'why',
          'attempts',
          'message',
          'createdAt',
        ],
        properties: {
          customer: { type: 'string' },
          deploymentId: { type: 'string' },
          siteId: { type: 'string' },
          siteName: { type: 'string' },
          kind: { $ref: '#/components/schemas/DeploymentKind' },
          why: {
            type: 'string',
            enum: [
              'attempts-used-up',
              'interrupted-too-often',
              'runner-failed',
              'machine-lost',
            ],
          },
          attempts: { type: 'integer' },
          message: { type: 'string' },
          createdAt: { type: 'string', format: 'date-time' },
        },
      },
      Plan: {
        type: 'object',
        required: ['summary', 'changes'],
        properties: {
          summary: {
            type: 'object',
            required: ['create', 'update', 'replace', 'destroy'],
            properties: {
              create: { type: 'integer' },
              update: { type: 'integer' },
              replace: { type: 'integer' },
              destroy: { type: 'integer' },
              forget: { type: 'integer', description: 'Absent for none.' },
            },
          },
          changes: {
            type: 'array',
            items: { $ref: '#/components/schemas/PlanChange' },
          },
          resources: {
            type: 'array',
            description:
              'The same in terms that hold for every cloud, what stays included.',
            items: { $ref: '#/components/schemas/PlannedResource' },
          },
        },
      },
      PlanAction: {
        description:
          'To forget is to leave a resource in the cloud, but no longer as part of the site.\n',
        type: 'string',
        enum: ['create', 'update', 'replace', 'destroy', 'forget'],
      },
      PlanChange: {
        type: 'object',
        required: ['address', 'type', 'name', 'action', 'attributes'],
        properties: {
          address: { type: 'string' },
          type: { type: 'string' },
          name: { type: 'string' },
          action: { $ref: '#/components/schemas/PlanAction' },
          attributes: {
            type: 'array',
            items: {
              type: 'object',
              required: ['path', 'sensitive'],
              properties: {
                path: { type: 'string' },
                before: { type: 'string' },
                after: {
                  type: 'string',
                  description: 'Absent when known only after apply.',
                },
                afterUnknown: { type: 'boolean' },
                sensitive: { type: 'boolean' },
              },
            },
          },
        },
      },
      PlannedResource: {
        type: 'object',
        required: ['address', 'type', 'kind', 'action', 'unknown'],
        properties: {
          address: {
            type: 'string',
            description: 'In the Terraform configuration.',
          },
          type: { type: 'string', description: 'As the provider calls it.' },
          kind: {
            type: 'string',
            enum: [
              'bucket',
              'certificate',
              'content',
              'database',
              'dns-record',
              'instance',
              'load-balancer',
              'log',
              'network',
              'network-rule',
              'permission',
              'secret',
              'service',
              'setting',
              'volume',
              'other',
            ],
          },
          action: {
            type: 'string',
            enum: ['create', 'update', 'replace', 'destroy', 'forget', 'keep'],
          },
          before: { $ref: '#/components/schemas/ResourceFacts' },
          after: { $ref: '#/components/schemas/ResourceFacts' },
          unknown: {
            type: 'array',
            description:
              'Names of the facts of after that nobody can tell before it is applied, or not wholly, or that are sensitive.',
            items: { type: 'string' },
          },
        },
      },
      ResourceFacts: {
        type: 'object',
        description: 'What does not apply to a resource is absent.',
        properties: {
          name: { type: 'string' },
          size: { type: 'string' },
          public: {
            type: 'boolean',
            description: 'Reachable from the internet.',
          },
          encrypted: { type: 'boolean' },
          versioned: { type: 'boolean' },
          deletionProtection: {
            type: 'boolean',
            description: 'The cloud refuses to delete it',
            'or does so only while it holds nothing.': null,
          },
          holdsData: {
            type: 'boolean',
            description: 'What it holds may exist nowhere else.',
          },
          leavesSnapshot: {
            type: 'boolean',
            description: 'Its end leaves a copy of what it held.',
          },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          openPorts: {
            type: 'array',
            description: 'What a network rule lets in from anywhere.',
            items: {
              type: 'object',
              required: ['protocol', 'from', 'to'],
              properties: {
                protocol: { type: 'string' },
                from: { type: 'integer' },
                to: { type: 'integer' },
              },
            },
          },
        },
      },
      PlacedOrder: {
        type: 'object',
        required: ['order', 'site', 'deployment'],
        properties: {
          order: {
            type: 'object',
            required: [
              'orderId',
              'monthlyPrice',
              'priceVersion',
              'lines',
              'createdAt',
            ],
            properties: {
              orderId: { type: 'string' },
              monthlyPrice: { $ref: '#/components/schemas/Money' },
              priceVersion: { type: 'string' },
              lines: {
                type: 'array',
                items: { $ref: '#/components/schemas/PriceLine' },
              },
              createdAt: { type: 'string', format: 'date-time' },
            },
          },
          site: { $ref: '#/components/schemas/Site' },
          deployment: { $ref: '#/components/schemas/Deployment' },
        },
      },
      ChangedSite: {
        type: 'object',
        required: ['site'],
        properties: {
          site: { $ref: '#/components/schemas/Site' },
          deployment: { $ref: '#/components/schemas/Deployment' },
        },
      },
      SitesUsage: {
        type: 'object',
        required: ['deployments', 'sites', 'sizes'],
        properties: {
          deployments: {
            type: 'object',
            description: 'Those that members began within the last hour.',
            required: ['limit', 'used'],
            properties: {
              limit: { type: 'integer' },
              used: { type: 'integer' },
              nextFreeSeconds: {
                type: 'integer',
                description: 'Until the oldest of them counts no more.',
              },
            },
          },
          sites: {
            type: 'object',
            required: ['limit', 'used'],
            properties: {
              limit: { type: 'integer' },
              used: { type: 'integer' },
            },
          },
          sizes: {
            type: 'array',
            items: {
              type: 'object',
              required: ['size', 'title', 'sites', 'isIncluded'],
              properties: {
                size: { type: 'string' },
                title: { type: 'string' },
                sites: { type: 'integer' },
                isIncluded: {
                  type: 'boolean',
                  description: 'Whether it may be ordered.',
                },
              },
            },
          },
        },
      },
      Summary: {
        type: 'object',
        required: ['sites', 'deployments'],
        properties: {
          customers: { type: 'integer', description: 'For staff only.' },
          sites: {
            type: 'object',
            required: ['ordered', 'live', 'failed', 'suspended', 'deleting'],
            properties: {
              ordered: { type: 'integer' },
              live: { type: 'integer' },
              failed: { type: 'integer' },
              suspended: { type: 'integer' },
              deleting: { type: 'integer' },
            },
          },
          deployments: {
            type: 'object',
            required: ['running', 'awaitingApproval', 'failedLastDay'],
            properties: {
              running: { type: 'integer' },
              awaitingApproval: { type: 'integer' },
              failedLastDay: { type: 'integer' },
            },
          },
        },
      },
    },
  },
} as const;
