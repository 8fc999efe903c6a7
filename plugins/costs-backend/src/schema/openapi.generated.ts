// Generated from schema/openapi.yaml by tools/generate-api.mjs. Do not edit.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'costs',
    version: '1',
    description:
      "What customers' sites cost, in the shape of FOCUS: the charges that providers billed, whose they are, and what they add up to.\n",
  },
  servers: [{ url: '/' }],
  paths: {
    '/summary': {
      get: {
        operationId: 'getCostsSummary',
        summary:
          'This month so far beside the last one, a set of figures per currency.',
        parameters: [
          { $ref: '#/components/parameters/customerQuery' },
          { $ref: '#/components/parameters/siteQuery' },
          { $ref: '#/components/parameters/metric' },
        ],
        responses: {
          '200': {
            description: 'The figures.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/CostsSummary' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/query': {
      get: {
        operationId: 'queryCosts',
        summary:
          'Sums of charges by period and by one dimension, never across currencies.',
        parameters: [
          { $ref: '#/components/parameters/customerQuery' },
          { $ref: '#/components/parameters/from' },
          { $ref: '#/components/parameters/to' },
          { $ref: '#/components/parameters/metric' },
          { $ref: '#/components/parameters/filter' },
          {
            name: 'groupBy',
            in: 'query',
            description:
              'The dimension whose values are told apart; none for one sum.',
            schema: { $ref: '#/components/schemas/Dimension' },
          },
          {
            name: 'granularity',
            in: 'query',
            description: 'What a period is; `total` for the whole range.',
            schema: { type: 'string', enum: ['day', 'month', 'total'] },
          },
          {
            name: 'top',
            in: 'query',
            description:
              'So many values with the highest sums are told apart, the rest is one group with `isRest`.\n',
            schema: { type: 'integer', minimum: 1, maximum: 1000 },
          },
        ],
        responses: {
          '200': {
            description: 'The sums.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/CostsReply' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/charges': {
      get: {
        operationId: 'listCharges',
        summary:
          'The charges that a sum is made of, currency by currency, highest amount first.\n',
        parameters: [
          { $ref: '#/components/parameters/customerQuery' },
          { $ref: '#/components/parameters/from' },
          { $ref: '#/components/parameters/to' },
          { $ref: '#/components/parameters/metric' },
          { $ref: '#/components/parameters/filter' },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'A page of them, and what all of them add up to.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'total', 'sums'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Charge' },
                    },
                    total: {
                      type: 'integer',
                      description: 'How many there are in all.',
                    },
                    sums: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Money' },
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
    '/charges/export': {
      get: {
        operationId: 'exportCharges',
        summary: 'The charges as a FOCUS file, streamed.',
        parameters: [
          { $ref: '#/components/parameters/customerQuery' },
          { $ref: '#/components/parameters/from' },
          { $ref: '#/components/parameters/to' },
          { $ref: '#/components/parameters/filter' },
          {
            name: 'version',
            in: 'query',
            description: 'The version of FOCUS to write; 1.4 unless told.',
            schema: { type: 'string', enum: ['1.2', '1.4'] },
          },
        ],
        responses: {
          '200': {
            description: 'The file.',
            content: { 'text/csv': { schema: { type: 'string' } } },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/charges/{period}/{source}/{row}/{part}': {
      get: {
        operationId: 'getCharge',
        summary:
          'One charge with every column, and the file and row it came from.',
        parameters: [
          {
            name: 'period',
            in: 'path',
            required: true,
            description: 'First day of the billing period.',
            schema: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
          },
          { $ref: '#/components/parameters/source' },
          {
            name: 'row',
            in: 'path',
            required: true,
            schema: { type: 'string', pattern: '^[1-9]\\d{0,14}$' },
          },
          {
            name: 'part',
            in: 'path',
            required: true,
            schema: { type: 'string', pattern: '^\\d{1,6}$' },
          },
          { $ref: '#/components/parameters/customerQuery' },
        ],
        responses: {
          '200': {
            description: 'The charge.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ChargeDetail' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/sources': {
      get: {
        operationId: 'listSources',
        summary: 'Where charges come from. For staff.',
        responses: {
          '200': {
            description: 'The sources, with what each brought last.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Source' },
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
      post: {
        operationId: 'createSource',
        summary:
          'Name a new source. A later import of it replaces what it brought for the same billing periods. For finance and operators.\n',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['name'],
                properties: {
                  name: { $ref: '#/components/schemas/SourceName' },
                  defaults: { $ref: '#/components/schemas/SourceDefaults' },
                },
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The source.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Source' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/sources/{source}/imports': {
      post: {
        operationId: 'importCharges',
        summary:
          'Upload an export of a provider as it is (CSV, gzipped CSV or Parquet). The answer comes when it is received; follow the import for the rest.\n',
        parameters: [
          { $ref: '#/components/parameters/source' },
          {
            name: 'fileName',
            in: 'query',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/octet-stream': {
              schema: { type: 'string', format: 'binary' },
            },
            'application/gzip': {
              schema: { type: 'string', format: 'binary' },
            },
            'application/vnd.apache.parquet': {
              schema: { type: 'string', format: 'binary' },
            },
            'text/csv': { schema: { type: 'string', format: 'binary' } },
          },
        },
        responses: {
          '202': {
            description: 'The import, queued.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Import' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/imports': {
      get: {
        operationId: 'listImports',
        summary: 'Imports, newest first. For staff.',
        parameters: [
          {
            name: 'source',
            in: 'query',
            schema: { type: 'string', maxLength: 63 },
          },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'A page of them.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'total'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Import' },
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
    '/imports/{import}': {
      get: {
        operationId: 'getImport',
        summary: 'One import, with what it replaced.',
        responses: {
          '200': {
            description: 'The import.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ImportDetail' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/import' }],
      },
    },
    '/imports/{import}/conformance': {
      get: {
        operationId: 'getConformance',
        summary: 'How the file keeps to FOCUS.',
        responses: {
          '200': {
            description: 'The report.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Conformance' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/import' }],
      },
    },
    '/imports/{import}/rejected-rows': {
      get: {
        operationId: 'listRejectedRows',
        summary: 'Rows of the file that did not go in, and why.',
        parameters: [
          { $ref: '#/components/parameters/import' },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'A page of them.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'total'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/RejectedRow' },
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
    '/imports/{import}/rejected-rows/download': {
      get: {
        operationId: 'downloadRejectedRows',
        summary:
          'The rejected rows as CSV, with their row numbers and reasons.',
        responses: {
          '200': {
            description: 'The rows.',
            content: { 'text/csv': { schema: { type: 'string' } } },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/import' }],
      },
    },
    '/reconciliation': {
      get: {
        operationId: 'listReconciliations',
        summary:
          'What rows add up to by invoice, beside what the invoice says; newest billing period first. For staff.\n',
        responses: {
          '200': {
            description: 'Every invoice that rows or people name.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Reconciliation' },
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
    '/sources/{source}/invoice-totals': {
      put: {
        operationId: 'setInvoiceTotal',
        summary:
          'Enter what an invoice says, or why its rows say something else.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['period', 'currency', 'total'],
                properties: {
                  period: { $ref: '#/components/schemas/Day' },
                  invoiceId: { $ref: '#/components/schemas/InvoiceId' },
                  currency: { $ref: '#/components/schemas/Currency' },
                  total: { $ref: '#/components/schemas/SignedAmount' },
                  explanation: { type: 'string', minLength: 1, maxLength: 500 },
                },
              },
            },
          },
        },
        responses: {
          '204': { description: 'It is kept.' },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/source' }],
      },
      delete: {
        operationId: 'removeInvoiceTotal',
        summary: 'Take back what was entered.',
        parameters: [
          { $ref: '#/components/parameters/source' },
          {
            name: 'period',
            in: 'query',
            required: true,
            schema: { $ref: '#/components/schemas/Day' },
          },
          {
            name: 'invoiceId',
            in: 'query',
            schema: { $ref: '#/components/schemas/InvoiceId' },
          },
          {
            name: 'currency',
            in: 'query',
            required: true,
            schema: { $ref: '#/components/schemas/Currency' },
          },
        ],
        responses: {
          '204': { description: 'It is gone.' },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/periods': {
      get: {
        operationId: 'listPeriods',
        summary: 'What each source has for each billing period. For staff.',
        responses: {
          '200': {
            description: 'Newest period first.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/SourcePeriod' },
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
  },
  components: {
    parameters: {
      customerQuery: {
        name: 'customer',
        in: 'query',
        description:
          "Slug; `default` for what is the business's own or nobody's yet.",
        schema: { type: 'string', maxLength: 63 },
      },
      siteQuery: {
        name: 'site',
        in: 'query',
        schema: { type: 'string', maxLength: 63 },
      },
      source: {
        name: 'source',
        in: 'path',
        required: true,
        schema: { type: 'string', maxLength: 63 },
      },
      import: {
        name: 'import',
        in: 'path',
        required: true,
        schema: { type: 'string', maxLength: 63 },
      },
      from: {
        name: 'from',
        in: 'query',
        required: true,
        description: 'First day, in UTC.',
        schema: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
      },
      to: {
        name: 'to',
        in: 'query',
        required: true,
        description: 'The day after the last one, in UTC.',
        schema: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
      },
      metric: {
        name: 'metric',
        in: 'query',
        description: 'Which cost; effective unless told.',
        schema: { $ref: '#/components/schemas/Metric' },
      },
      filter: {
        name: 'filter',
        in: 'query',
        description:
          '`<dimension>:<value>`, any number of them: values of one dimension are alternatives, dimensions narrow each other. An empty value means that there is none.\n',
        schema: {
          type: 'array',
          maxItems: 50,
          items: { type: 'string', pattern: '^[a-z_]{1,40}:[^\\x00]{0,1024}$' },
        },
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
      Metric: {
        type: 'string',
        enum: ['billed', 'effective', 'list', 'contracted'],
      },
      Dimension: {
        type: 'string',
        description:
          '`customer` is whose cost it is; the others are columns of FOCUS, or set by allocation (site, team, cost_centre, project).\n',
        enum: [
          'customer',
          'site',
          'team',
          'cost_centre',
          'project',
          'service_provider_name',
          'service_category',
          'service_name',
          'sub_account_id',
          'region_id',
          'charge_category',
          'pricing_category',
          'commitment_discount_status',
          'allocation_method',
          'resource_id',
          'resource_type',
          'invoice_id',
          'sku_id',
          'source',
        ],
      },
      Day: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
      Currency: { type: 'string', pattern: '^[A-Z]{3}$' },
      InvoiceId: {
        type: 'string',
        maxLength: 200,
        description: 'Left out for what no invoice is named for.',
      },
      SignedAmount: {
        type: 'string',
        pattern: '^-?\\d{1,18}(\\.\\d{1,18})?$',
        description: 'An exact decimal.',
      },
      Reconciliation: {
        type: 'object',
        required: [
          'source',
          'sourceName',
          'period',
          'invoiceId',
          'currency',
          'charges',
          'categories',
          'charged',
          'state',
        ],
        properties: {
          source: { type: 'string' },
          sourceName: { type: 'string' },
          period: { type: 'string' },
          invoiceId: {
            type: 'string',
            description: 'Empty where rows name none.',
          },
          issuer: { type: 'string' },
          currency: { type: 'string' },
          charges: { type: 'integer' },
          categories: {
            type: 'object',
            description:
              'What was billed, by charge category; taxes, credits and purchases are never left out.\n',
            additionalProperties: { type: 'string' },
          },
          charged: { type: 'string', description: 'What the rows add up to.' },
          invoiced: { type: 'string' },
          difference: { type: 'string', description: 'Invoiced less charged.' },
          state: {
            type: 'string',
            enum: [
              'matches',
              'explained',
              'differs',
              'not-entered',
              'no-charges',
            ],
          },
          explanation: { type: 'string' },
          enteredBy: { type: 'string' },
          enteredAt: { type: 'string', format: 'date-time' },
        },
      },
      Money: {
        type: 'object',
        required: ['amount', 'currency'],
        properties: {
          amount: { type: 'string', description: 'An exact decimal.' },
          currency: { type: 'string' },
        },
      },
      Share: {
        description:
          'An exact decimal from 0 to 1, or null where nothing could have a share.',
        type: ['string', 'null'],
      },
      CostsSummary: {
        type: 'object',
        required: ['metric', 'month', 'today', 'currencies'],
        properties: {
          metric: { $ref: '#/components/schemas/Metric' },
          month: {
            type: 'string',
            description: 'First day of this month',
            'in UTC.': null,
          },
          today: {
            type: 'string',
            description: 'The day that the figures end with',
            'in UTC.': null,
          },
          newestCharge: {
            type: 'string',
            format: 'date-time',
            description:
              'Day of the newest charge, in UTC; absent when there is none.',
          },
          currencies: {
            type: 'array',
            items: {
              type: 'object',
              required: [
                'currency',
                'monthToDate',
                'atThisPace',
                'lastMonth',
                'lastMonthToDate',
                'effectiveSavingsRate',
                'commitmentUtilisation',
                'commitmentCoverage',
              ],
              properties: {
                currency: { type: 'string' },
                monthToDate: { type: 'string' },
                atThisPace: {
                  type: ['string', 'null'],
                  description:
                    'Of the whole month, if its other days were as those that have charges; null before the first.\n',
                },
                lastMonth: { type: 'string' },
                lastMonthToDate: {
                  type: 'string',
                  description: 'Its first days',
                  'as many as this month has.': null,
                },
                unallocated: {
                  type: 'string',
                  description: 'Of this month',
                  "nobody's yet. For staff.": null,
                },
                allocationCoverageByRows: {
                  $ref: '#/components/schemas/Share',
                },
                allocationCoverage: { $ref: '#/components/schemas/Share' },
                effectiveSavingsRate: { $ref: '#/components/schemas/Share' },
                commitmentUtilisation: { $ref: '#/components/schemas/Share' },
                commitmentCoverage: { $ref: '#/components/schemas/Share' },
              },
            },
          },
        },
      },
      CostsReply: {
        type: 'object',
        required: ['metric', 'items', 'answeredBy'],
        properties: {
          metric: { $ref: '#/components/schemas/Metric' },
          answeredBy: {
            type: 'string',
            enum: [
              'business-monthly',
              'business-daily',
              'monthly',
              'customer-daily',
              'resource-monthly',
              'daily',
              'charges',
            ],
            description: 'The smallest table that could answer.',
          },
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['amount', 'currency', 'charges'],
              properties: {
                period: {
                  type: 'string',
                  description: 'First day of the period.',
                },
                value: {
                  type: ['string', 'null'],
                  description:
                    'Of the dimension; null where charges have none.',
                },
                isRest: { type: 'boolean' },
                amount: { type: 'string' },
                currency: { type: 'string' },
                charges: {
                  type: 'integer',
                  description: 'How many add up to it.',
                },
                unknown: {
                  type: 'integer',
                  description:
                    'How many of them have no such cost, and add nothing.',
                },
              },
            },
          },
        },
      },
      Charge: {
        type: 'object',
        required: [
          'customer',
          'period',
          'source',
          'row',
          'part',
          'chargePeriodStart',
          'chargePeriodEnd',
          'chargeCategory',
          'currency',
          'billedCost',
        ],
        properties: {
          customer: { type: 'string' },
          period: { type: 'string' },
          source: { type: 'string' },
          row: {
            type: 'integer',
            description: 'Of the file',
            'the first after its head is 1.': null,
          },
          part: {
            type: 'integer',
            description: '0 for a whole row; its parts count from 1.',
          },
          chargePeriodStart: { type: 'string', format: 'date-time' },
          chargePeriodEnd: { type: 'string', format: 'date-time' },
          chargeCategory: { type: 'string' },
          chargeDescription: { type: 'string' },
          serviceProviderName: { type: 'string' },
          serviceName: { type: 'string' },
          subAccountId: { type: 'string' },
          regionId: { type: 'string' },
          resourceId: { type: 'string' },
          resourceName: { type: 'string' },
          site: { type: 'string' },
          allocationMethod: { type: 'string' },
          currency: { type: 'string' },
          billedCost: { type: 'string' },
          effectiveCost: { type: 'string' },
          listCost: { type: 'string' },
          contractedCost: { type: 'string' },
        },
      },
      ChargeDetail: {
        type: 'object',
        required: [
          'customer',
          'source',
          'row',
          'part',
          'columns',
          'allocation',
        ],
        properties: {
          customer: { type: 'string' },
          source: { type: 'string' },
          sourceName: { type: 'string', description: 'For staff.' },
          row: { type: 'integer' },
          part: { type: 'integer' },
          import: { type: 'string', description: 'Its id. For staff.' },
          fileName: { type: 'string', description: 'For staff.' },
          columns: {
            type: 'object',
            description:
              'Every column of FOCUS 1.4 that is not null, by its name there.',
            additionalProperties: { type: 'string' },
          },
          extension: {
            type: 'object',
            description: 'Columns of the file that FOCUS 1.4 has not.',
            additionalProperties: { type: 'string' },
          },
          allocation: {
            type: 'object',
            required: ['method'],
            properties: {
              method: { type: 'string' },
              rule: { type: 'string' },
              reason: { type: 'string' },
              ratio: { type: 'string' },
              site: { type: 'string' },
              team: { type: 'string' },
              costCentre: { type: 'string' },
              project: { type: 'string' },
            },
          },
        },
      },
      SourceName: {
        type: 'string',
        minLength: 1,
        maxLength: 80,
        pattern: '\\S',
      },
      SourceDefaults: {
        type: 'object',
        description:
          "What rows get in columns of FOCUS that the source's files have not, such as BillingCurrency.\n",
        maxProperties: 20,
        additionalProperties: { type: 'string', minLength: 1, maxLength: 200 },
      },
      Source: {
        type: 'object',
        required: ['sourceId', 'name', 'defaults', 'createdAt'],
        properties: {
          sourceId: { type: 'string' },
          name: { type: 'string' },
          defaults: { $ref: '#/components/schemas/SourceDefaults' },
          createdAt: { type: 'string', format: 'date-time' },
          lastImport: { $ref: '#/components/schemas/Import' },
        },
      },
      ImportState: {
        type: 'string',
        enum: ['queued', 'running', 'succeeded', 'failed'],
      },
      Import: {
        type: 'object',
        required: [
          'importId',
          'source',
          'sourceName',
          'fileName',
          'bytes',
          'state',
          'createdAt',
          'createdBy',
        ],
        properties: {
          importId: { type: 'string' },
          source: { type: 'string' },
          sourceName: { type: 'string' },
          fileName: { type: 'string' },
          bytes: { type: 'integer' },
          state: { $ref: '#/components/schemas/ImportState' },
          step: {
            type: 'string',
            enum: [
              'reading',
              'mapping',
              'checking',
              'allocating',
              'loading',
              'replacing',
            ],
            description: 'What is being done, while it runs.',
          },
          format: {
            type: 'string',
            description: 'As which export the file was read.',
          },
          accepted: { type: 'integer', description: 'Rows that went in.' },
          rejected: { type: 'integer', description: 'Rows that did not.' },
          unchanged: {
            type: 'boolean',
            description:
              'The file said what was there already, so nothing was replaced.',
          },
          mustFindings: { type: 'integer' },
          shouldFindings: { type: 'integer' },
          problem: {
            type: 'object',
            required: ['code', 'message'],
            properties: {
              code: { type: 'string' },
              message: { type: 'string' },
            },
          },
          createdAt: { type: 'string', format: 'date-time' },
          createdBy: { type: 'string' },
          startedAt: { type: 'string', format: 'date-time' },
          finishedAt: { type: 'string', format: 'date-time' },
        },
      },
      ImportDetail: {
        allOf: [
          { $ref: '#/components/schemas/Import' },
          {
            type: 'object',
            required: ['periods'],
            properties: {
              periods: {
                type: 'array',
                items: { $ref: '#/components/schemas/Restatement' },
              },
            },
          },
        ],
      },
      Restatement: {
        type: 'object',
        required: ['period', 'rowsBefore', 'rowsAfter', 'sums'],
        properties: {
          period: { type: 'string' },
          rowsBefore: { type: 'integer' },
          rowsAfter: { type: 'integer' },
          sums: {
            type: 'array',
            items: {
              type: 'object',
              required: ['currency', 'billedBefore', 'billedAfter'],
              properties: {
                currency: { type: 'string' },
                billedBefore: { type: 'string' },
                billedAfter: { type: 'string' },
              },
            },
          },
        },
      },
      Conformance: {
        type: 'object',
        required: [
          'version',
          'model',
          'rows',
          'checked',
          'notChecked',
          'findings',
        ],
        properties: {
          version: { type: 'string' },
          model: {
            type: 'string',
            description: 'Which text of FOCUS the rules are of.',
          },
          rows: { type: 'integer' },
          checked: { type: 'integer', description: 'How many rules.' },
          notChecked: {
            type: 'array',
            items: {
              type: 'object',
              required: ['ruleId', 'text', 'why'],
              properties: {
                ruleId: { type: 'string' },
                text: { type: 'string' },
                why: { type: 'string' },
              },
            },
          },
          findings: {
            type: 'array',
            items: {
              type: 'object',
              required: [
                'ruleId',
                'keyword',
                'severity',
                'text',
                'failingRows',
              ],
              properties: {
                ruleId: { type: 'string' },
                keyword: { type: 'string' },
                severity: { type: 'string', enum: ['MUST', 'SHOULD'] },
                column: { type: 'string' },
                text: { type: 'string' },
                failingRows: {
                  type: ['integer', 'null'],
                  description:
                    'Null when the head of the file breaks the rule.',
                },
                example: {
                  type: 'object',
                  required: ['row', 'values'],
                  properties: {
                    row: { type: 'integer' },
                    values: {
                      type: 'object',
                      additionalProperties: { type: ['string', 'null'] },
                    },
                  },
                },
              },
            },
          },
        },
      },
      RejectedRow: {
        type: 'object',
        required: ['row', 'reasons', 'values'],
        properties: {
          row: { type: 'integer' },
          reasons: {
            type: 'array',
            items: {
              type: 'object',
              required: ['code', 'message'],
              properties: {
                column: { type: 'string' },
                code: { type: 'string' },
                message: { type: 'string' },
              },
            },
          },
          values: { type: 'string', description: 'The row as it was.' },
        },
      },
      SourcePeriod: {
        type: 'object',
        required: [
          'source',
          'sourceName',
          'period',
          'rows',
          'sums',
          'importId',
          'replacedAt',
        ],
        properties: {
          source: { type: 'string' },
          sourceName: { type: 'string' },
          period: { type: 'string' },
          rows: { type: 'integer' },
          sums: {
            type: 'array',
            description: 'What was billed.',
            items: { $ref: '#/components/schemas/Money' },
          },
          importId: { type: 'string' },
          replacedAt: { type: 'string', format: 'date-time' },
        },
      },
    },
  },
} as const;
