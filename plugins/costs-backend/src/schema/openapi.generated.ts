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
            schema: { $ref: '#/components/schemas/Grouping' },
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
    '/comparison': {
      get: {
        operationId: 'compareCosts',
        summary:
          'What two spans of days cost, by one dimension, with the difference of each, never across currencies.\n',
        parameters: [
          { $ref: '#/components/parameters/customerQuery' },
          { $ref: '#/components/parameters/from' },
          { $ref: '#/components/parameters/to' },
          { $ref: '#/components/parameters/comparedFrom' },
          { $ref: '#/components/parameters/comparedTo' },
          { $ref: '#/components/parameters/metric' },
          { $ref: '#/components/parameters/filter' },
          {
            name: 'groupBy',
            in: 'query',
            description:
              'The dimension whose values are told apart; none for one sum.',
            schema: { $ref: '#/components/schemas/Grouping' },
          },
          {
            name: 'top',
            in: 'query',
            description:
              'So many values, the highest in either span, are told apart; the rest is one group with `isRest`.\n',
            schema: { type: 'integer', minimum: 1, maximum: 1000 },
          },
        ],
        responses: {
          '200': {
            description: 'The sums of both spans.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['metric', 'items'],
                  properties: {
                    metric: { $ref: '#/components/schemas/Metric' },
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/ComparedSum' },
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
    '/changes': {
      get: {
        operationId: 'explainChanges',
        summary:
          'Why two spans of days did not cost the same: which services, which of their resources, and for which reasons. Services and rest are the whole change.\n',
        parameters: [
          { $ref: '#/components/parameters/customerQuery' },
          { $ref: '#/components/parameters/from' },
          { $ref: '#/components/parameters/to' },
          { $ref: '#/components/parameters/comparedFrom' },
          { $ref: '#/components/parameters/comparedTo' },
          { $ref: '#/components/parameters/metric' },
          { $ref: '#/components/parameters/filter' },
        ],
        responses: {
          '200': {
            description: 'The change of each currency.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['metric', 'currencies'],
                  properties: {
                    metric: { $ref: '#/components/schemas/Metric' },
                    currencies: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/CurrencyChange' },
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
    '/resources': {
      get: {
        operationId: 'listTopResources',
        summary:
          'The dearest resources of each currency, and what they cost before.',
        parameters: [
          { $ref: '#/components/parameters/customerQuery' },
          { $ref: '#/components/parameters/from' },
          { $ref: '#/components/parameters/to' },
          { $ref: '#/components/parameters/comparedFrom' },
          { $ref: '#/components/parameters/comparedTo' },
          { $ref: '#/components/parameters/metric' },
          { $ref: '#/components/parameters/filter' },
          {
            name: 'top',
            in: 'query',
            schema: { type: 'integer', minimum: 1, maximum: 100 },
          },
        ],
        responses: {
          '200': {
            description: 'Resources, highest cost first.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['metric', 'items'],
                  properties: {
                    metric: { $ref: '#/components/schemas/Metric' },
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/ResourceCost' },
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
                  required: ['prices', 'items', 'total', 'sums'],
                  properties: {
                    prices: { $ref: '#/components/schemas/Prices' },
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
        summary:
          'The charges as a FOCUS file, streamed. A CSV file that spreadsheets open has texts like formulas defused; Parquet has everything as it is.\n',
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
          {
            name: 'format',
            in: 'query',
            description:
              'CSV unless told. PDF is for people and has a limit, in the cost that `metric` names.\n',
            schema: { type: 'string', enum: ['csv', 'parquet', 'pdf'] },
          },
          { $ref: '#/components/parameters/metric' },
        ],
        responses: {
          '200': {
            description: 'The file.',
            content: {
              'text/csv': { schema: { type: 'string' } },
              'application/vnd.apache.parquet': {
                schema: { type: 'string', format: 'binary' },
              },
              'application/pdf': {
                schema: { type: 'string', format: 'binary' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/report': {
      get: {
        operationId: 'exportReport',
        summary:
          'What the page of costs shows, as a file: the breakdown or the trend as CSV or Parquet with every digit, or all of it as PDF for people.\n',
        parameters: [
          { $ref: '#/components/parameters/customerQuery' },
          { $ref: '#/components/parameters/from' },
          { $ref: '#/components/parameters/to' },
          {
            name: 'comparedFrom',
            in: 'query',
            description: 'First day of the span to stand beside, in UTC.',
            schema: { $ref: '#/components/schemas/Day' },
          },
          {
            name: 'comparedTo',
            in: 'query',
            description: 'The day after its last one, in UTC.',
            schema: { $ref: '#/components/schemas/Day' },
          },
          { $ref: '#/components/parameters/metric' },
          { $ref: '#/components/parameters/filter' },
          {
            name: 'groupBy',
            in: 'query',
            required: true,
            description: 'What the breakdown tells apart.',
            schema: { $ref: '#/components/schemas/Grouping' },
          },
          {
            name: 'stack',
            in: 'query',
            description:
              'What is told apart over time; service categories unless told.',
            schema: { $ref: '#/components/schemas/Grouping' },
          },
          {
            name: 'granularity',
            in: 'query',
            description: 'By day unless told.',
            schema: { type: 'string', enum: ['day', 'month'] },
          },
          {
            name: 'content',
            in: 'query',
            description: 'Of CSV and Parquet; the breakdown unless told.',
            schema: { type: 'string', enum: ['breakdown', 'trend'] },
          },
          {
            name: 'format',
            in: 'query',
            required: true,
            schema: { type: 'string', enum: ['csv', 'parquet', 'pdf'] },
          },
        ],
        responses: {
          '200': {
            description: 'The file.',
            content: {
              'text/csv': { schema: { type: 'string' } },
              'application/vnd.apache.parquet': {
                schema: { type: 'string', format: 'binary' },
              },
              'application/pdf': {
                schema: { type: 'string', format: 'binary' },
              },
            },
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
    '/views': {
      get: {
        operationId: 'listViews',
        summary: 'Views of costs that the caller keeps, or that are shared.',
        responses: {
          '200': {
            description: 'The views, by name.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/SavedView' },
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
        operationId: 'saveView',
        summary:
          'Keep what the page shows under a name, alone or shared with everybody of the tenant; staff share with staff.\n',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['name', 'parameters'],
                properties: {
                  name: { $ref: '#/components/schemas/ViewName' },
                  parameters: { $ref: '#/components/schemas/ViewParameters' },
                  isShared: { type: 'boolean' },
                },
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The view.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/SavedView' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/views/{view}': {
      patch: {
        operationId: 'updateView',
        summary:
          'Rename an own view, share it or not, or let it show something else.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                minProperties: 1,
                properties: {
                  name: { $ref: '#/components/schemas/ViewName' },
                  parameters: { $ref: '#/components/schemas/ViewParameters' },
                  isShared: { type: 'boolean' },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The view.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/SavedView' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          {
            name: 'view',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 63 },
          },
        ],
      },
      delete: {
        operationId: 'deleteView',
        summary: 'Delete an own view, also for those it was shared with.',
        responses: {
          '204': { description: 'It is gone.' },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          {
            name: 'view',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 63 },
          },
        ],
      },
    },
    '/default-view': {
      put: {
        operationId: 'setDefaultView',
        summary: 'Choose the view that the caller begins with.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['view'],
                properties: {
                  view: {
                    type: ['string', 'null'],
                    minLength: 1,
                    maxLength: 63,
                    description: 'Null for none.',
                  },
                },
              },
            },
          },
        },
        responses: {
          '204': { description: 'It is chosen.' },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
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
          {
            name: 'mode',
            in: 'query',
            description:
              'Whether the file takes the place of what the source has for its months, as it does unless told, or comes to it.\n',
            schema: { type: 'string', enum: ['replace', 'add'] },
          },
          {
            name: 'encoding',
            in: 'query',
            description:
              'Of the text of a CSV file that has no byte order mark; found by reading it unless told.\n',
            schema: { type: 'string', enum: ['windows-1252'] },
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
          'The rejected rows that nobody has corrected, as CSV: their numbers and reasons, then the columns of their file.\n',
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
    '/imports/{import}/corrections': {
      post: {
        operationId: 'correctRejectedRows',
        summary:
          'Upload rejected rows as they were downloaded, corrected. Those that are right now are added to what the import brought.\n',
        parameters: [
          { $ref: '#/components/parameters/import' },
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
            'text/csv': { schema: { type: 'string', format: 'binary' } },
          },
        },
        responses: {
          '202': {
            description: 'The import of the correction, queued.',
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
    '/sources/{source}/invoice-totals/import': {
      post: {
        operationId: 'importInvoiceTotals',
        summary:
          "Enter what many invoices say, all or none: a list with the columns invoice, issuer, currency and amount, or FOCUS 1.4's Invoice Detail (CSV, gzipped CSV or Parquet).\n",
        requestBody: {
          required: true,
          content: {
            'application/octet-stream': {
              schema: { type: 'string', format: 'binary' },
            },
            'application/gzip': {
              schema: { type: 'string', format: 'binary' },
            },
            'text/csv': { schema: { type: 'string', format: 'binary' } },
          },
        },
        responses: {
          '200': {
            description: 'What became of them.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['entered', 'unchanged'],
                  properties: {
                    entered: {
                      type: 'integer',
                      description: 'Totals that are new, or other than before.',
                    },
                    unchanged: { type: 'integer' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [{ $ref: '#/components/parameters/source' }],
      },
    },
    '/markups': {
      get: {
        operationId: 'listMarkups',
        summary:
          'What the business adds to its costs for customers: for all of them first, then customer by customer. For finance and operators.\n',
        responses: {
          '200': {
            description:
              'Every mark-up, those that later ones took the place of too.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Markup' },
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
      put: {
        operationId: 'setMarkup',
        summary:
          'Add a percentage to costs from a month on, in place of the one for the same customer, service and month. For finance.\n',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['validFrom', 'percent'],
                properties: {
                  customer: { $ref: '#/components/schemas/CustomerSlug' },
                  serviceCategory: {
                    $ref: '#/components/schemas/ServiceCategory',
                  },
                  validFrom: { $ref: '#/components/schemas/Day' },
                  percent: { $ref: '#/components/schemas/Percent' },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The mark-up.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Markup' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/markups/{markup}': {
      delete: {
        operationId: 'removeMarkup',
        summary: 'Take a mark-up back, for past months too. For finance.',
        responses: {
          '204': { description: 'It is gone.' },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          {
            name: 'markup',
            in: 'path',
            required: true,
            schema: { type: 'string', maxLength: 63 },
          },
        ],
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
    '/allocation/rule-sets': {
      get: {
        operationId: 'listRuleSets',
        summary:
          'Versions of the rules that say whose a cost is, newest first. For staff.\n',
        responses: {
          '200': {
            description: 'The versions, without their rules.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/RuleSetHead' },
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
    '/allocation/rule-sets/{version}': {
      get: {
        operationId: 'getRuleSet',
        summary: 'One version with its rules.',
        responses: {
          '200': {
            description: 'The version.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RuleSet' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [
          {
            name: 'version',
            in: 'path',
            required: true,
            schema: { type: 'string', pattern: '^[1-9]\\d{0,8}$' },
          },
        ],
      },
    },
    '/allocation/draft': {
      put: {
        operationId: 'saveRuleSetDraft',
        summary:
          'Say what the next version is to be; the first time, begin it. For finance and operators. What is wrong in a rule is answered with its place.\n',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['rules'],
                properties: {
                  revision: { $ref: '#/components/schemas/DraftRevision' },
                  rules: {
                    type: 'array',
                    maxItems: 1000,
                    description: 'As RuleSet has them.',
                    items: { type: 'object', additionalProperties: true },
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
                schema: { $ref: '#/components/schemas/RuleSet' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
      delete: {
        operationId: 'discardRuleSetDraft',
        summary: 'Throw the draft away; what is in force stays.',
        parameters: [
          {
            name: 'revision',
            in: 'query',
            required: true,
            schema: { $ref: '#/components/schemas/DraftRevision' },
          },
        ],
        responses: {
          '204': { description: 'It is gone.' },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/allocation/draft/activate': {
      post: {
        operationId: 'activateRuleSetDraft',
        summary:
          'Let the draft take the place of what is in force, for what is imported or allocated anew from now on.\n',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['revision', 'comment'],
                properties: {
                  revision: { $ref: '#/components/schemas/DraftRevision' },
                  comment: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 500,
                    pattern: '\\S',
                    description: 'Why, for those who look later.',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What is in force now.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RuleSet' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/allocation/draft/simulation': {
      get: {
        operationId: 'simulateRuleSetDraft',
        summary:
          'What the draft would move from whom to whom, held against what charges are laid to now. Nothing is changed. For staff.\n',
        parameters: [
          {
            name: 'period',
            in: 'query',
            required: true,
            description: 'First days of billing periods.',
            schema: {
              type: 'array',
              minItems: 1,
              maxItems: 24,
              items: { $ref: '#/components/schemas/Day' },
            },
          },
        ],
        responses: {
          '200': {
            description:
              'The moves, and how much is allocated before and after.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/AllocationSimulation' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/allocation/reallocations': {
      post: {
        operationId: 'reallocatePeriods',
        summary:
          'Have billing periods allocated anew by the rules in force, from the files that they were imported from. Follow the imports for the rest.\n',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['periods'],
                properties: {
                  periods: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 200,
                    items: {
                      type: 'object',
                      additionalProperties: false,
                      required: ['source', 'period'],
                      properties: {
                        source: { type: 'string', maxLength: 63 },
                        period: { $ref: '#/components/schemas/Day' },
                      },
                    },
                  },
                },
              },
            },
          },
        },
        responses: {
          '202': {
            description: 'An import for each, queued.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Import' },
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
    '/allocation/unallocated': {
      get: {
        operationId: 'listUnallocatedCosts',
        summary: "What is nobody's yet, the largest first. For staff.",
        parameters: [
          { $ref: '#/components/parameters/from' },
          { $ref: '#/components/parameters/to' },
          { $ref: '#/components/parameters/filter' },
          {
            name: 'by',
            in: 'query',
            required: true,
            description:
              'What it is told apart by; `tag_key` tells which tags there are, `tag` the values of one.\n',
            schema: {
              type: 'string',
              enum: [
                'account',
                'service',
                'resource',
                'reason',
                'tag',
                'tag_key',
              ],
            },
          },
          {
            name: 'tag',
            in: 'query',
            description: 'Key of the tag, for `tag`.',
            schema: { type: 'string', maxLength: 256 },
          },
        ],
        responses: {
          '200': {
            description: 'The largest 200, and what all of it comes to.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'sums'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/UnallocatedCost' },
                    },
                    sums: {
                      type: 'array',
                      items: {
                        type: 'object',
                        required: ['amount', 'currency', 'charges'],
                        properties: {
                          amount: { type: 'string' },
                          currency: { type: 'string' },
                          charges: { type: 'integer' },
                        },
                      },
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
    '/tag-keys': {
      get: {
        operationId: 'listTagKeys',
        summary:
          'Keys of tags that charges of a range have, the most used first.',
        parameters: [
          { $ref: '#/components/parameters/customerQuery' },
          { $ref: '#/components/parameters/from' },
          { $ref: '#/components/parameters/to' },
        ],
        responses: {
          '200': {
            description: 'At most 500 of them.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: { type: 'array', items: { type: 'string' } },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/tag-compliance': {
      get: {
        operationId: 'getTagCompliance',
        summary:
          'How much of the cost, and how many resources, have each tag as it ought to be, by billing period.\n',
        parameters: [
          { $ref: '#/components/parameters/customerQuery' },
          { $ref: '#/components/parameters/from' },
          { $ref: '#/components/parameters/to' },
        ],
        responses: {
          '200': {
            description: 'Oldest period first, and what is asked of tags.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['requirements', 'items'],
                  properties: {
                    requirements: {
                      type: 'array',
                      items: {
                        type: 'object',
                        required: ['key', 'required'],
                        properties: {
                          key: { type: 'string' },
                          required: { type: 'boolean' },
                          allowedValues: {
                            type: 'array',
                            items: { type: 'string' },
                          },
                        },
                      },
                    },
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/TagCompliance' },
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
    '/tag-compliance/customers': {
      get: {
        operationId: 'listCustomerCompliance',
        summary:
          'Customers in one billing period, those with most to fix first in each currency. A resource counts once for each tag.\n',
        parameters: [
          { $ref: '#/components/parameters/customerQuery' },
          { $ref: '#/components/parameters/period' },
          { $ref: '#/components/parameters/tagKey' },
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
                      items: {
                        $ref: '#/components/schemas/CustomerCompliance',
                      },
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
    '/tag-fixes': {
      get: {
        operationId: 'listTagFixes',
        summary:
          'What to fix in the tags of which resource, currency by currency, what costs most first.\n',
        parameters: [
          { $ref: '#/components/parameters/customerQuery' },
          { $ref: '#/components/parameters/period' },
          { $ref: '#/components/parameters/tagKey' },
          { $ref: '#/components/parameters/tagProblem' },
          { $ref: '#/components/parameters/tagSearch' },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'A page of it.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'total'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/TagFix' },
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
    '/tag-fixes/export': {
      get: {
        operationId: 'exportTagFixes',
        summary: 'What to fix as CSV, streamed.',
        parameters: [
          { $ref: '#/components/parameters/customerQuery' },
          { $ref: '#/components/parameters/period' },
          { $ref: '#/components/parameters/tagKey' },
          { $ref: '#/components/parameters/tagProblem' },
          { $ref: '#/components/parameters/tagSearch' },
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
    '/tag-policy': {
      get: {
        operationId: 'getTagPolicy',
        summary:
          'Which tags there ought to be, and how they are put right. For staff.',
        responses: {
          '200': {
            description: 'The newest version, which imports go by.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/TagPolicy' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
      put: {
        operationId: 'setTagPolicy',
        summary:
          'Make a new version. Imports go by it from now on; what is allocated already stays as it is. For finance and operators.\n',
        requestBody: { $ref: '#/components/requestBodies/TagPolicyChange' },
        responses: {
          '200': {
            description: 'The policy, and the periods that go by an older one.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/TagPolicy' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
        parameters: [],
      },
    },
    '/tag-policy/preview': {
      post: {
        operationId: 'previewTagPolicy',
        summary:
          'What a policy would say of a billing period. Nothing is changed. For finance and operators.\n',
        parameters: [
          {
            name: 'period',
            in: 'query',
            description: 'The newest with charges unless told.',
            schema: { $ref: '#/components/schemas/Day' },
          },
        ],
        requestBody: { $ref: '#/components/requestBodies/TagPolicyChange' },
        responses: {
          '200': {
            description: 'By tag and currency, now and then.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/TagPolicyPreview' },
              },
            },
          },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
  },
  components: {
    requestBodies: {
      TagPolicyChange: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              additionalProperties: false,
              required: ['requirements', 'accounts', 'virtual'],
              properties: {
                basedOn: {
                  type: 'integer',
                  minimum: 0,
                  maximum: 2147483647,
                  description:
                    'The version that was changed; refused when there is a newer one.',
                },
                requirements: { $ref: '#/components/schemas/TagRequirements' },
                accounts: { $ref: '#/components/schemas/AccountTags' },
                virtual: { $ref: '#/components/schemas/VirtualTags' },
              },
            },
          },
        },
      },
    },
    parameters: {
      period: {
        name: 'period',
        in: 'query',
        required: true,
        description: 'First day of a billing period.',
        schema: { $ref: '#/components/schemas/Day' },
      },
      tagKey: {
        name: 'key',
        in: 'query',
        schema: { type: 'string', maxLength: 256, pattern: '^[^\\x00]*$' },
      },
      tagProblem: {
        name: 'kind',
        in: 'query',
        schema: { $ref: '#/components/schemas/TagProblem' },
      },
      tagSearch: {
        name: 'search',
        in: 'query',
        description: "A part of the resource's id or name, or of the account.",
        schema: { type: 'string', maxLength: 200, pattern: '^[^\\x00]*$' },
      },
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
      comparedFrom: {
        name: 'comparedFrom',
        in: 'query',
        required: true,
        description: 'First day of the span to compare with, in UTC.',
        schema: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
      },
      comparedTo: {
        name: 'comparedTo',
        in: 'query',
        required: true,
        description: 'The day after its last one, in UTC.',
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
          '`<dimension>:<value>`, any number of them: values of one dimension are alternatives, dimensions narrow each other. An empty value means that there is none. A tag is `tag:<key>:<value>`, with a colon in the key as `%3A`.\n',
        schema: {
          type: 'array',
          maxItems: 50,
          items: { type: 'string', pattern: '^[a-z_]{1,40}:[^\\x00]{0,1300}$' },
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
      DraftRevision: {
        type: 'string',
        minLength: 1,
        maxLength: 63,
        description:
          'Of the draft that was seen; left out where there was none.',
      },
      RuleSetHead: {
        type: 'object',
        required: [
          'version',
          'state',
          'ruleCount',
          'createdBy',
          'createdAt',
          'updatedBy',
          'updatedAt',
        ],
        properties: {
          version: { type: 'integer' },
          state: { type: 'string', enum: ['draft', 'active', 'retired'] },
          basedOn: { type: 'integer' },
          ruleCount: { type: 'integer' },
          comment: { type: 'string' },
          createdBy: { type: 'string' },
          createdAt: { type: 'string', format: 'date-time' },
          updatedBy: { type: 'string' },
          updatedAt: { type: 'string', format: 'date-time' },
          activatedBy: { type: 'string' },
          activatedAt: { type: 'string', format: 'date-time' },
          retiredAt: { type: 'string', format: 'date-time' },
        },
      },
      RuleSet: {
        allOf: [
          { $ref: '#/components/schemas/RuleSetHead' },
          {
            type: 'object',
            required: ['revision', 'rules'],
            properties: {
              revision: { $ref: '#/components/schemas/DraftRevision' },
              rules: {
                type: 'array',
                items: { $ref: '#/components/schemas/AllocationRule' },
              },
            },
          },
        ],
      },
      AllocationRule: {
        type: 'object',
        required: ['id', 'name', 'order', 'enabled', 'conditions', 'effect'],
        properties: {
          id: { type: 'string' },
          name: { type: 'string' },
          order: { type: 'integer', description: 'The lowest is asked first.' },
          enabled: { type: 'boolean' },
          conditions: {
            type: 'array',
            items: { $ref: '#/components/schemas/AllocationCondition' },
          },
          effect: {
            oneOf: [
              { $ref: '#/components/schemas/DirectEffect' },
              { $ref: '#/components/schemas/SharedEffect' },
            ],
          },
        },
      },
      AllocationCondition: {
        type: 'object',
        description:
          'A field, or a tag, is like one of the patterns: `*` is any text, `?` one character.\n',
        required: ['on', 'anyOf'],
        properties: {
          on: {
            type: 'string',
            enum: [
              'tag',
              'serviceProviderName',
              'billingAccountId',
              'subAccountId',
              'subAccountName',
              'resourceId',
              'resourceName',
              'resourceType',
              'serviceName',
              'serviceCategory',
              'regionId',
              'chargeCategory',
            ],
          },
          tag: { type: 'string' },
          anyOf: { type: 'array', items: { type: 'string' } },
          not: { type: 'boolean' },
        },
      },
      ValueSource: {
        description: 'A fixed value, or the value of a tag.',
        oneOf: [
          {
            type: 'object',
            required: ['value'],
            properties: { value: { type: 'string' } },
          },
          {
            type: 'object',
            required: ['tag'],
            properties: { tag: { type: 'string' } },
          },
        ],
      },
      DirectEffect: {
        type: 'object',
        required: ['kind', 'set'],
        properties: {
          kind: { type: 'string', enum: ['direct'] },
          set: {
            type: 'object',
            properties: {
              tenant: { $ref: '#/components/schemas/ValueSource' },
              site: { $ref: '#/components/schemas/ValueSource' },
              team: { $ref: '#/components/schemas/ValueSource' },
              costCentre: { $ref: '#/components/schemas/ValueSource' },
              project: { $ref: '#/components/schemas/ValueSource' },
            },
          },
        },
      },
      SharedEffect: {
        type: 'object',
        required: ['kind', 'split'],
        properties: {
          kind: { type: 'string', enum: ['shared'] },
          split: { $ref: '#/components/schemas/AllocationSplit' },
          set: {
            type: 'object',
            properties: {
              team: { $ref: '#/components/schemas/ValueSource' },
              costCentre: { $ref: '#/components/schemas/ValueSource' },
              project: { $ref: '#/components/schemas/ValueSource' },
            },
          },
        },
      },
      AllocationSplit: {
        oneOf: [
          {
            type: 'object',
            required: ['by', 'among'],
            properties: {
              by: { type: 'string', enum: ['even', 'direct-cost'] },
              among: { $ref: '#/components/schemas/SplitAmong' },
            },
          },
          {
            type: 'object',
            required: ['by', 'weights'],
            properties: {
              by: { type: 'string', enum: ['weights'] },
              weights: {
                type: 'object',
                additionalProperties: { type: 'string' },
              },
            },
          },
          {
            type: 'object',
            required: ['by', 'metric'],
            properties: {
              by: { type: 'string', enum: ['metric'] },
              metric: { type: 'string' },
            },
          },
        ],
      },
      SplitAmong: {
        oneOf: [
          {
            type: 'object',
            required: ['tenants'],
            properties: {
              tenants: { type: 'array', items: { type: 'string' } },
            },
          },
          {
            type: 'object',
            required: ['all'],
            properties: { all: { type: 'string', enum: ['with-direct-cost'] } },
          },
        ],
      },
      AllocationSimulation: {
        type: 'object',
        required: ['version', 'customers', 'moves', 'coverage'],
        properties: {
          version: { type: 'integer' },
          customers: {
            type: 'array',
            description:
              "What lies with each; no `tenant` is what is nobody's.",
            items: {
              type: 'object',
              required: ['tenant', 'currency', 'before', 'after'],
              properties: {
                tenant: { type: ['string', 'null'] },
                currency: { type: 'string' },
                before: { type: 'string' },
                after: { type: 'string' },
              },
            },
          },
          moves: {
            type: 'array',
            description:
              "In each dimension, the difference to the last digit. No `from` or `to` is what is nobody's.\n",
            items: {
              type: 'object',
              required: ['dimension', 'currency', 'from', 'to', 'cost'],
              properties: {
                dimension: {
                  type: 'string',
                  enum: ['tenant', 'site', 'team', 'costCentre', 'project'],
                },
                currency: { type: 'string' },
                from: { type: ['string', 'null'] },
                to: { type: ['string', 'null'] },
                ruleId: { type: 'string' },
                cost: { type: 'string' },
              },
            },
          },
          coverage: {
            type: 'object',
            required: ['before', 'after'],
            properties: {
              before: {
                type: 'array',
                items: { $ref: '#/components/schemas/AllocationCoverage' },
              },
              after: {
                type: 'array',
                items: { $ref: '#/components/schemas/AllocationCoverage' },
              },
            },
          },
        },
      },
      AllocationCoverage: {
        type: 'object',
        required: ['currency', 'byCost', 'byRows'],
        properties: {
          currency: { type: 'string' },
          byCost: { $ref: '#/components/schemas/Share' },
          byRows: { $ref: '#/components/schemas/Share' },
        },
      },
      UnallocatedCost: {
        type: 'object',
        required: ['value', 'currency', 'amount', 'share', 'charges'],
        properties: {
          value: { type: ['string', 'null'] },
          label: { type: 'string' },
          currency: { type: 'string' },
          amount: { type: 'string' },
          share: { $ref: '#/components/schemas/Share' },
          charges: { type: 'integer' },
        },
      },
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
      Grouping: {
        type: 'string',
        maxLength: 800,
        pattern: '^(tag:[^\\x00]{1,790}|[a-z_]{1,40})$',
        description:
          'A dimension, or `tag:<key>` with a colon in the key as `%3A`.',
      },
      TagProblem: {
        type: 'string',
        description:
          '`spelling` is put right by itself and worth fixing; the others are breaches.\n',
        enum: ['missing', 'not-allowed', 'contradictory', 'spelling'],
      },
      TagText: { type: 'string', minLength: 1, maxLength: 256, pattern: '\\S' },
      TagRequirements: {
        type: 'array',
        maxItems: 100,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['key', 'variants', 'required'],
          properties: {
            key: { $ref: '#/components/schemas/TagText' },
            variants: {
              type: 'array',
              description: 'Other spellings of the key.',
              maxItems: 1000,
              items: { $ref: '#/components/schemas/TagText' },
            },
            required: { type: 'boolean' },
            allowedValues: {
              type: 'array',
              maxItems: 1000,
              items: { $ref: '#/components/schemas/TagText' },
            },
            valueVariants: {
              type: 'object',
              description: 'Other spellings of values, by what they mean.',
              additionalProperties: { $ref: '#/components/schemas/TagText' },
            },
            letterCase: { type: 'string', enum: ['lower', 'upper'] },
          },
        },
      },
      AccountTags: {
        type: 'array',
        maxItems: 10000,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['accountId', 'tags'],
          properties: {
            accountId: { $ref: '#/components/schemas/TagText' },
            tags: {
              type: 'object',
              description:
                'What resources of the account have unless they say otherwise.',
              additionalProperties: { $ref: '#/components/schemas/TagText' },
            },
          },
        },
      },
      VirtualTags: {
        type: 'array',
        maxItems: 1000,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['id', 'conditions', 'key', 'value'],
          properties: {
            id: {
              type: 'string',
              maxLength: 256,
              pattern: '^[a-z0-9][a-z0-9_-]*$',
            },
            conditions: {
              type: 'array',
              maxItems: 50,
              items: {
                type: 'object',
                additionalProperties: false,
                required: ['on', 'anyOf'],
                properties: {
                  on: { $ref: '#/components/schemas/TagConditionField' },
                  tag: { $ref: '#/components/schemas/TagText' },
                  anyOf: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 1000,
                    items: { $ref: '#/components/schemas/TagText' },
                  },
                  not: { type: 'boolean' },
                },
              },
            },
            key: { $ref: '#/components/schemas/TagText' },
            value: { $ref: '#/components/schemas/TagText' },
            overwrite: { type: 'boolean' },
          },
        },
      },
      TagConditionField: {
        type: 'string',
        enum: [
          'serviceProviderName',
          'billingAccountId',
          'subAccountId',
          'subAccountName',
          'resourceId',
          'resourceName',
          'resourceType',
          'serviceName',
          'serviceCategory',
          'regionId',
          'chargeCategory',
          'tag',
        ],
      },
      TagPolicy: {
        type: 'object',
        required: [
          'version',
          'requirements',
          'accounts',
          'virtual',
          'olderPeriods',
        ],
        properties: {
          version: {
            type: 'integer',
            description: '0 before anybody made one.',
          },
          changedBy: { type: 'string' },
          changedAt: { type: 'string', format: 'date-time' },
          requirements: { $ref: '#/components/schemas/TagRequirements' },
          accounts: { $ref: '#/components/schemas/AccountTags' },
          virtual: { $ref: '#/components/schemas/VirtualTags' },
          olderPeriods: {
            type: 'array',
            description: 'What was allocated by another version, and still is.',
            items: {
              type: 'object',
              required: ['source', 'sourceName', 'period', 'version'],
              properties: {
                source: { type: 'string' },
                sourceName: { type: 'string' },
                period: { type: 'string' },
                version: { type: 'integer' },
              },
            },
          },
        },
      },
      TagPolicyPreview: {
        type: 'object',
        required: ['period', 'items'],
        properties: {
          period: { type: 'string' },
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['key', 'currency', 'cost', 'lookedAt'],
              properties: {
                key: { type: 'string' },
                currency: { type: 'string' },
                cost: { type: 'string' },
                lookedAt: { $ref: '#/components/schemas/Share' },
                now: { $ref: '#/components/schemas/Share' },
                then: { $ref: '#/components/schemas/Share' },
              },
            },
          },
        },
      },
      TagComplianceFigures: {
        type: 'object',
        required: [
          'currency',
          'cost',
          'missingCost',
          'wrongCost',
          'resources',
          'missingResources',
          'wrongResources',
          'byCost',
          'byResources',
        ],
        properties: {
          currency: { type: 'string' },
          cost: {
            type: 'string',
            description: 'Of each charge without its sign.',
          },
          missingCost: { type: 'string' },
          wrongCost: { type: 'string' },
          resources: { type: 'integer' },
          missingResources: { type: 'integer' },
          wrongResources: { type: 'integer' },
          byCost: { $ref: '#/components/schemas/Share' },
          byResources: { $ref: '#/components/schemas/Share' },
        },
      },
      TagCompliance: {
        allOf: [
          { $ref: '#/components/schemas/TagComplianceFigures' },
          {
            type: 'object',
            required: ['period', 'key'],
            properties: { period: { type: 'string' }, key: { type: 'string' } },
          },
        ],
      },
      CustomerCompliance: {
        allOf: [
          { $ref: '#/components/schemas/TagComplianceFigures' },
          {
            type: 'object',
            required: ['customer'],
            properties: { customer: { type: 'string' } },
          },
        ],
      },
      TagFix: {
        type: 'object',
        required: [
          'customer',
          'key',
          'kind',
          'serviceProviderName',
          'resourceId',
          'currency',
          'cost',
          'charges',
        ],
        properties: {
          customer: { type: 'string' },
          key: { type: 'string' },
          kind: { $ref: '#/components/schemas/TagProblem' },
          found: { type: 'string', description: 'Key and value as they are.' },
          wanted: {
            type: 'string',
            description: 'What they should be',
            'where it is clear.': null,
          },
          serviceProviderName: { type: 'string' },
          subAccountId: { type: 'string' },
          resourceId: { type: 'string' },
          resourceName: { type: 'string' },
          currency: { type: 'string' },
          cost: { type: 'string', description: 'Effective cost in the month.' },
          charges: { type: 'integer' },
        },
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
      CustomerSlug: {
        type: 'string',
        pattern: '^[a-z0-9][a-z0-9-]{0,62}$',
        description: 'Left out for every customer without one of its own.',
      },
      ServiceCategory: {
        type: 'string',
        description:
          'Of FOCUS 1.4; left out for every service without one of its own.',
        enum: [
          'AI and Machine Learning',
          'Analytics',
          'Business Applications',
          'Compute',
          'Databases',
          'Developer Tools',
          'Multicloud',
          'Identity',
          'Integration',
          'Internet of Things',
          'Management and Governance',
          'Media',
          'Migration',
          'Mobile',
          'Networking',
          'Security',
          'Storage',
          'Web',
          'Other',
        ],
      },
      Percent: {
        type: 'string',
        pattern: '^-?\\d{1,5}(\\.\\d{1,4})?$',
        description: 'An exact decimal above -100; negative is a rebate.',
      },
      Markup: {
        type: 'object',
        required: ['markupId', 'validFrom', 'percent', 'setBy', 'setAt'],
        properties: {
          markupId: { type: 'string' },
          customer: { $ref: '#/components/schemas/CustomerSlug' },
          serviceCategory: { $ref: '#/components/schemas/ServiceCategory' },
          validFrom: {
            type: 'string',
            description:
              'First day of the first month; until a later one takes its place.',
          },
          percent: { $ref: '#/components/schemas/Percent' },
          setBy: { type: 'string' },
          setAt: { type: 'string', format: 'date-time' },
        },
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
      Prices: {
        type: 'string',
        enum: ['purchase', 'sale'],
        description:
          'Whether costs are what the business pays its providers, or that and its mark-up. Customers that a mark-up is for see the latter.\n',
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
        required: ['metric', 'prices', 'month', 'today', 'currencies'],
        properties: {
          prices: { $ref: '#/components/schemas/Prices' },
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
      Change: {
        type: ['string', 'null'],
        description:
          'The difference as a part of the amount before; null when that was not above nothing.\n',
      },
      ComparedSum: {
        type: 'object',
        required: [
          'amount',
          'before',
          'difference',
          'change',
          'currency',
          'charges',
          'chargesBefore',
        ],
        properties: {
          value: {
            type: ['string', 'null'],
            description: 'Of the dimension; null where charges have none.',
          },
          isRest: { type: 'boolean' },
          amount: { type: 'string' },
          before: { type: 'string', description: 'Of the span compared with.' },
          difference: { type: 'string', description: 'Amount less before.' },
          change: { $ref: '#/components/schemas/Change' },
          currency: { type: 'string' },
          charges: { type: 'integer' },
          chargesBefore: { type: 'integer' },
          unknown: {
            type: 'integer',
            description: 'How many charges of either span have no such cost.',
          },
        },
      },
      ReasonedPart: {
        type: 'object',
        required: ['reason', 'difference'],
        properties: {
          reason: {
            type: 'string',
            description:
              '`usage` is another quantity at the price before, `price` another price of the quantity now, `other` usage whose quantity is not known. Purchase, credit, tax and adjustment are kinds of charges.\n',
            enum: [
              'new',
              'gone',
              'usage',
              'price',
              'purchase',
              'credit',
              'tax',
              'adjustment',
              'other',
            ],
          },
          difference: { type: 'string' },
        },
      },
      ChangedAmounts: {
        type: 'object',
        required: ['amount', 'before', 'difference'],
        properties: {
          amount: { type: 'string' },
          before: { type: 'string' },
          difference: { type: 'string' },
        },
      },
      CurrencyChange: {
        allOf: [
          { $ref: '#/components/schemas/ChangedAmounts' },
          {
            type: 'object',
            required: ['currency', 'services', 'rest'],
            properties: {
              currency: { type: 'string' },
              services: {
                type: 'array',
                items: { $ref: '#/components/schemas/ServiceChange' },
              },
              rest: {
                type: 'string',
                description: 'What the services that are not named changed by.',
              },
            },
          },
        ],
      },
      ServiceChange: {
        allOf: [
          { $ref: '#/components/schemas/ChangedAmounts' },
          {
            type: 'object',
            required: ['service', 'change', 'reasons', 'resources', 'rest'],
            properties: {
              service: { type: ['string', 'null'] },
              change: { $ref: '#/components/schemas/Change' },
              reasons: {
                type: 'array',
                items: { $ref: '#/components/schemas/ReasonedPart' },
              },
              resources: {
                type: 'array',
                items: { $ref: '#/components/schemas/ResourceChange' },
              },
              rest: {
                type: 'string',
                description:
                  'What the resources that are not named changed by.',
              },
            },
          },
        ],
      },
      ResourceChange: {
        allOf: [
          { $ref: '#/components/schemas/ChangedAmounts' },
          {
            type: 'object',
            required: ['resourceId', 'name', 'type', 'reasons'],
            properties: {
              resourceId: { type: ['string', 'null'] },
              name: { type: ['string', 'null'] },
              type: { type: ['string', 'null'] },
              reasons: {
                type: 'array',
                items: { $ref: '#/components/schemas/ReasonedPart' },
              },
            },
          },
        ],
      },
      ResourceCost: {
        allOf: [
          { $ref: '#/components/schemas/ChangedAmounts' },
          {
            type: 'object',
            required: ['customer', 'resourceId', 'currency', 'change'],
            properties: {
              customer: { type: 'string' },
              site: {
                type: 'string',
                description: 'Absent for none',
                'or for several.': null,
              },
              resourceId: { type: 'string' },
              name: { type: 'string' },
              type: { type: 'string' },
              service: { type: 'string' },
              currency: { type: 'string' },
              change: { $ref: '#/components/schemas/Change' },
            },
          },
        ],
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
            description:
              'Of the file, the first after its head is 1; counted on where the month was made of several files.\n',
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
          fileRow: { type: 'integer', description: 'In that file. For staff.' },
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
      ViewName: { type: 'string', minLength: 1, maxLength: 80, pattern: '\\S' },
      ViewParameters: {
        type: 'object',
        additionalProperties: false,
        description:
          'What the address of the page of costs says; what is left out is as the page begins with.\n',
        properties: {
          range: {
            type: 'string',
            enum: [
              'this-month',
              'last-month',
              'last-30-days',
              'last-90-days',
              'last-12-months',
            ],
          },
          from: { $ref: '#/components/schemas/Day' },
          to: { $ref: '#/components/schemas/Day' },
          metric: { $ref: '#/components/schemas/Metric' },
          per: { type: 'string', enum: ['day', 'month'] },
          stack: { $ref: '#/components/schemas/Grouping' },
          by: { $ref: '#/components/schemas/Grouping' },
          filter: {
            type: 'array',
            maxItems: 50,
            items: {
              type: 'string',
              pattern: '^[a-z_]{1,40}:[^\\x00]{0,1024}$',
            },
          },
          currency: { $ref: '#/components/schemas/Currency' },
          vs: { type: 'string', enum: ['before', 'last-year', 'custom'] },
          vsFrom: { $ref: '#/components/schemas/Day' },
          vsTo: { $ref: '#/components/schemas/Day' },
        },
      },
      SavedView: {
        type: 'object',
        required: [
          'viewId',
          'name',
          'owner',
          'parameters',
          'isShared',
          'isOwn',
          'isDefault',
        ],
        properties: {
          viewId: { type: 'string' },
          name: { type: 'string' },
          owner: { type: 'string', description: 'Entity ref of whose it is.' },
          parameters: { $ref: '#/components/schemas/ViewParameters' },
          isShared: { type: 'boolean' },
          isOwn: {
            type: 'boolean',
            description: "Whether it is the caller's.",
          },
          isDefault: {
            type: 'boolean',
            description: 'Whether the caller begins with it.',
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
          'mode',
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
          mode: {
            type: 'string',
            enum: ['replace', 'add', 'correct'],
            description:
              'Whether it takes the place of what the source has for its months, comes to it, or brings rows that another import had rejected.\n',
          },
          corrects: {
            type: 'string',
            description: 'The import that it corrects.',
          },
          origin: {
            type: 'string',
            description: 'The folder or bucket that it was collected from.',
          },
          encoding: {
            type: 'string',
            description: 'Of the text of the file, once it is read.',
          },
          declaredEncoding: {
            type: 'string',
            description: 'What the sender said it is.',
          },
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
          ruleSetVersion: {
            type: 'integer',
            description:
              'Of the allocation rules that its charges were allocated by; 0 for labels alone.\n',
          },
          reallocates: {
            type: 'string',
            description:
              'The billing period that is allocated anew, from a file that was imported before.\n',
          },
          fileOf: { type: 'string', description: 'The import of that file.' },
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
        required: ['period', 'rowsBefore', 'rowsAfter', 'sums', 'changes'],
        properties: {
          period: { type: 'string' },
          rowsBefore: { type: 'integer' },
          rowsAfter: { type: 'integer' },
          reason: {
            type: 'string',
            description: 'Why',
            'where it was no new file.': null,
          },
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
          changes: {
            type: 'array',
            description:
              'What was billed, by service, the largest change first.',
            items: {
              type: 'object',
              required: ['currency', 'service', 'before', 'after'],
              properties: {
                currency: { type: 'string' },
                service: { type: ['string', 'null'] },
                before: { type: 'string' },
                after: { type: 'string' },
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
          correctedBy: {
            type: 'string',
            description: 'The import that brought it right.',
          },
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
          'ruleSetVersion',
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
          ruleSetVersion: {
            type: 'integer',
            description: 'Of the rules it is allocated by; 0 for labels alone.',
          },
          replacedAt: { type: 'string', format: 'date-time' },
        },
      },
    },
  },
} as const;
