// Generated from schema/openapi.yaml by tools/generate-api.mjs. Do not edit.
export interface paths {
  '/summary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This month so far beside the last one, a set of figures per currency. */
    get: operations['getCostsSummary'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/query': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Sums of charges by period and by one dimension, never across currencies. */
    get: operations['queryCosts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/charges': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The charges that a sum is made of, currency by currency, highest amount first. */
    get: operations['listCharges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/charges/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The charges as a FOCUS file, streamed. */
    get: operations['exportCharges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/charges/{period}/{source}/{row}/{part}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description First day of the billing period. */
        period: string;
        source: components['parameters']['source'];
        row: string;
        part: string;
      };
      cookie?: never;
    };
    /** One charge with every column, and the file and row it came from. */
    get: operations['getCharge'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where charges come from. For staff. */
    get: operations['listSources'];
    put?: never;
    /** Name a new source. A later import of it replaces what it brought for the same billing periods. For finance and operators. */
    post: operations['createSource'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources/{source}/imports': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        source: components['parameters']['source'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Upload an export of a provider as it is (CSV, gzipped CSV or Parquet). The answer comes when it is received; follow the import for the rest. */
    post: operations['importCharges'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Imports, newest first. For staff. */
    get: operations['listImports'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/imports/{import}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        import: components['parameters']['import'];
      };
      cookie?: never;
    };
    /** One import, with what it replaced. */
    get: operations['getImport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/imports/{import}/conformance': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        import: components['parameters']['import'];
      };
      cookie?: never;
    };
    /** How the file keeps to FOCUS. */
    get: operations['getConformance'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/imports/{import}/rejected-rows': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        import: components['parameters']['import'];
      };
      cookie?: never;
    };
    /** Rows of the file that did not go in, and why. */
    get: operations['listRejectedRows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/imports/{import}/rejected-rows/download': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        import: components['parameters']['import'];
      };
      cookie?: never;
    };
    /** The rejected rows as CSV, with their row numbers and reasons. */
    get: operations['downloadRejectedRows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reconciliation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What rows add up to by invoice, beside what the invoice says; newest billing period first. For staff. */
    get: operations['listReconciliations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources/{source}/invoice-totals': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        source: components['parameters']['source'];
      };
      cookie?: never;
    };
    get?: never;
    /** Enter what an invoice says, or why its rows say something else. */
    put: operations['setInvoiceTotal'];
    post?: never;
    /** Take back what was entered. */
    delete: operations['removeInvoiceTotal'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/periods': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What each source has for each billing period. For staff. */
    get: operations['listPeriods'];
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
    /** @enum {string} */
    Metric: 'billed' | 'effective' | 'list' | 'contracted';
    /**
     * @description `customer` is whose cost it is; the others are columns of FOCUS, or set by allocation (site, team, cost_centre, project).
     * @enum {string}
     */
    Dimension:
      | 'customer'
      | 'site'
      | 'team'
      | 'cost_centre'
      | 'project'
      | 'service_provider_name'
      | 'service_category'
      | 'service_name'
      | 'sub_account_id'
      | 'region_id'
      | 'charge_category'
      | 'pricing_category'
      | 'commitment_discount_status'
      | 'allocation_method'
      | 'resource_id'
      | 'resource_type'
      | 'invoice_id'
      | 'sku_id'
      | 'source';
    Day: string;
    Currency: string;
    /** @description Left out for what no invoice is named for. */
    InvoiceId: string;
    /** @description An exact decimal. */
    SignedAmount: string;
    Reconciliation: {
      source: string;
      sourceName: string;
      period: string;
      /** @description Empty where rows name none. */
      invoiceId: string;
      issuer?: string;
      currency: string;
      charges: number;
      /** @description What was billed, by charge category; taxes, credits and purchases are never left out. */
      categories: {
        [key: string]: string;
      };
      /** @description What the rows add up to. */
      charged: string;
      invoiced?: string;
      /** @description Invoiced less charged. */
      difference?: string;
      /** @enum {string} */
      state: 'matches' | 'explained' | 'differs' | 'not-entered' | 'no-charges';
      explanation?: string;
      enteredBy?: string;
      /** Format: date-time */
      enteredAt?: string;
    };
    Money: {
      /** @description An exact decimal. */
      amount: string;
      currency: string;
    };
    /** @description An exact decimal from 0 to 1, or null where nothing could have a share. */
    Share: string | null;
    CostsSummary: {
      metric: components['schemas']['Metric'];
      /** @description First day of this month */
      month: string;
      /** @description The day that the figures end with */
      today: string;
      /**
       * Format: date-time
       * @description Day of the newest charge, in UTC; absent when there is none.
       */
      newestCharge?: string;
      currencies: {
        currency: string;
        monthToDate: string;
        /** @description Of the whole month, if its other days were as those that have charges; null before the first. */
        atThisPace: string | null;
        lastMonth: string;
        /** @description Its first days */
        lastMonthToDate: string;
        /** @description Of this month */
        unallocated?: string;
        allocationCoverageByRows?: components['schemas']['Share'];
        allocationCoverage?: components['schemas']['Share'];
        effectiveSavingsRate: components['schemas']['Share'];
        commitmentUtilisation: components['schemas']['Share'];
        commitmentCoverage: components['schemas']['Share'];
      }[];
    };
    CostsReply: {
      metric: components['schemas']['Metric'];
      /**
       * @description The smallest table that could answer.
       * @enum {string}
       */
      answeredBy:
        | 'business-monthly'
        | 'business-daily'
        | 'monthly'
        | 'customer-daily'
        | 'resource-monthly'
        | 'daily'
        | 'charges';
      items: {
        /** @description First day of the period. */
        period?: string;
        /** @description Of the dimension; null where charges have none. */
        value?: string | null;
        isRest?: boolean;
        amount: string;
        currency: string;
        /** @description How many add up to it. */
        charges: number;
        /** @description How many of them have no such cost, and add nothing. */
        unknown?: number;
      }[];
    };
    Charge: {
      customer: string;
      period: string;
      source: string;
      /** @description Of the file */
      row: number;
      /** @description 0 for a whole row; its parts count from 1. */
      part: number;
      /** Format: date-time */
      chargePeriodStart: string;
      /** Format: date-time */
      chargePeriodEnd: string;
      chargeCategory: string;
      chargeDescription?: string;
      serviceProviderName?: string;
      serviceName?: string;
      subAccountId?: string;
      regionId?: string;
      resourceId?: string;
      resourceName?: string;
      site?: string;
      allocationMethod?: string;
      currency: string;
      billedCost: string;
      effectiveCost?: string;
      listCost?: string;
      contractedCost?: string;
    };
    ChargeDetail: {
      customer: string;
      source: string;
      /** @description For staff. */
      sourceName?: string;
      row: number;
      part: number;
      /** @description Its id. For staff. */
      import?: string;
      /** @description For staff. */
      fileName?: string;
      /** @description Every column of FOCUS 1.4 that is not null, by its name there. */
      columns: {
        [key: string]: string;
      };
      /** @description Columns of the file that FOCUS 1.4 has not. */
      extension?: {
        [key: string]: string;
      };
      allocation: {
        method: string;
        rule?: string;
        reason?: string;
        ratio?: string;
        site?: string;
        team?: string;
        costCentre?: string;
        project?: string;
      };
    };
    SourceName: string;
    /** @description What rows get in columns of FOCUS that the source's files have not, such as BillingCurrency. */
    SourceDefaults: {
      [key: string]: string;
    };
    Source: {
      sourceId: string;
      name: string;
      defaults: components['schemas']['SourceDefaults'];
      /** Format: date-time */
      createdAt: string;
      lastImport?: components['schemas']['Import'];
    };
    /** @enum {string} */
    ImportState: 'queued' | 'running' | 'succeeded' | 'failed';
    Import: {
      importId: string;
      source: string;
      sourceName: string;
      fileName: string;
      bytes: number;
      state: components['schemas']['ImportState'];
      /**
       * @description What is being done, while it runs.
       * @enum {string}
       */
      step?:
        | 'reading'
        | 'mapping'
        | 'checking'
        | 'allocating'
        | 'loading'
        | 'replacing';
      /** @description As which export the file was read. */
      format?: string;
      /** @description Rows that went in. */
      accepted?: number;
      /** @description Rows that did not. */
      rejected?: number;
      /** @description The file said what was there already, so nothing was replaced. */
      unchanged?: boolean;
      mustFindings?: number;
      shouldFindings?: number;
      problem?: {
        code: string;
        message: string;
      };
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      /** Format: date-time */
      startedAt?: string;
      /** Format: date-time */
      finishedAt?: string;
    };
    ImportDetail: components['schemas']['Import'] & {
      periods: components['schemas']['Restatement'][];
    };
    Restatement: {
      period: string;
      rowsBefore: number;
      rowsAfter: number;
      sums: {
        currency: string;
        billedBefore: string;
        billedAfter: string;
      }[];
    };
    Conformance: {
      version: string;
      /** @description Which text of FOCUS the rules are of. */
      model: string;
      rows: number;
      /** @description How many rules. */
      checked: number;
      notChecked: {
        ruleId: string;
        text: string;
        why: string;
      }[];
      findings: {
        ruleId: string;
        keyword: string;
        /** @enum {string} */
        severity: 'MUST' | 'SHOULD';
        column?: string;
        text: string;
        /** @description Null when the head of the file breaks the rule. */
        failingRows: number | null;
        example?: {
          row: number;
          values: {
            [key: string]: string | null;
          };
        };
      }[];
    };
    RejectedRow: {
      row: number;
      reasons: {
        column?: string;
        code: string;
        message: string;
      }[];
      /** @description The row as it was. */
      values: string;
    };
    SourcePeriod: {
      source: string;
      sourceName: string;
      period: string;
      rows: number;
      /** @description What was billed. */
      sums: components['schemas']['Money'][];
      importId: string;
      /** Format: date-time */
      replacedAt: string;
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
    /** @description Slug; `default` for what is the business's own or nobody's yet. */
    customerQuery: string;
    siteQuery: string;
    source: string;
    import: string;
    /** @description First day, in UTC. */
    from: string;
    /** @description The day after the last one, in UTC. */
    to: string;
    /** @description Which cost; effective unless told. */
    metric: components['schemas']['Metric'];
    /** @description `<dimension>:<value>`, any number of them: values of one dimension are alternatives, dimensions narrow each other. An empty value means that there is none. */
    filter: string[];
    offset: number;
    limit: number;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getCostsSummary: {
    parameters: {
      query?: {
        /** @description Slug; `default` for what is the business's own or nobody's yet. */
        customer?: components['parameters']['customerQuery'];
        site?: components['parameters']['siteQuery'];
        /** @description Which cost; effective unless told. */
        metric?: components['parameters']['metric'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The figures. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CostsSummary'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  queryCosts: {
    parameters: {
      query: {
        /** @description Slug; `default` for what is the business's own or nobody's yet. */
        customer?: components['parameters']['customerQuery'];
        /** @description First day, in UTC. */
        from: components['parameters']['from'];
        /** @description The day after the last one, in UTC. */
        to: components['parameters']['to'];
        /** @description Which cost; effective unless told. */
        metric?: components['parameters']['metric'];
        /** @description `<dimension>:<value>`, any number of them: values of one dimension are alternatives, dimensions narrow each other. An empty value means that there is none. */
        filter?: components['parameters']['filter'];
        /** @description The dimension whose values are told apart; none for one sum. */
        groupBy?: components['schemas']['Dimension'];
        /** @description What a period is; `total` for the whole range. */
        granularity?: 'day' | 'month' | 'total';
        /** @description So many values with the highest sums are told apart, the rest is one group with `isRest`. */
        top?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sums. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CostsReply'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listCharges: {
    parameters: {
      query: {
        /** @description Slug; `default` for what is the business's own or nobody's yet. */
        customer?: components['parameters']['customerQuery'];
        /** @description First day, in UTC. */
        from: components['parameters']['from'];
        /** @description The day after the last one, in UTC. */
        to: components['parameters']['to'];
        /** @description Which cost; effective unless told. */
        metric?: components['parameters']['metric'];
        /** @description `<dimension>:<value>`, any number of them: values of one dimension are alternatives, dimensions narrow each other. An empty value means that there is none. */
        filter?: components['parameters']['filter'];
        offset?: components['parameters']['offset'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of them, and what all of them add up to. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Charge'][];
            /** @description How many there are in all. */
            total: number;
            sums: components['schemas']['Money'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  exportCharges: {
    parameters: {
      query: {
        /** @description Slug; `default` for what is the business's own or nobody's yet. */
        customer?: components['parameters']['customerQuery'];
        /** @description First day, in UTC. */
        from: components['parameters']['from'];
        /** @description The day after the last one, in UTC. */
        to: components['parameters']['to'];
        /** @description `<dimension>:<value>`, any number of them: values of one dimension are alternatives, dimensions narrow each other. An empty value means that there is none. */
        filter?: components['parameters']['filter'];
        /** @description The version of FOCUS to write; 1.4 unless told. */
        version?: '1.2' | '1.4';
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
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getCharge: {
    parameters: {
      query?: {
        /** @description Slug; `default` for what is the business's own or nobody's yet. */
        customer?: components['parameters']['customerQuery'];
      };
      header?: never;
      path: {
        /** @description First day of the billing period. */
        period: string;
        source: components['parameters']['source'];
        row: string;
        part: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The charge. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChargeDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listSources: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sources, with what each brought last. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Source'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  createSource: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: components['schemas']['SourceName'];
          defaults?: components['schemas']['SourceDefaults'];
        };
      };
    };
    responses: {
      /** @description The source. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Source'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  importCharges: {
    parameters: {
      query: {
        fileName: string;
      };
      header?: never;
      path: {
        source: components['parameters']['source'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
        'application/gzip': string;
        'application/vnd.apache.parquet': string;
        'text/csv': string;
      };
    };
    responses: {
      /** @description The import, queued. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Import'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listImports: {
    parameters: {
      query?: {
        source?: string;
        offset?: components['parameters']['offset'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Import'][];
            total: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getImport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        import: components['parameters']['import'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The import. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getConformance: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        import: components['parameters']['import'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The report. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Conformance'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listRejectedRows: {
    parameters: {
      query?: {
        offset?: components['parameters']['offset'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path: {
        import: components['parameters']['import'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['RejectedRow'][];
            total: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  downloadRejectedRows: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        import: components['parameters']['import'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The rows. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listReconciliations: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Every invoice that rows or people name. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Reconciliation'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  setInvoiceTotal: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        source: components['parameters']['source'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          period: components['schemas']['Day'];
          invoiceId?: components['schemas']['InvoiceId'];
          currency: components['schemas']['Currency'];
          total: components['schemas']['SignedAmount'];
          explanation?: string;
        };
      };
    };
    responses: {
      /** @description It is kept. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  removeInvoiceTotal: {
    parameters: {
      query: {
        period: components['schemas']['Day'];
        invoiceId?: components['schemas']['InvoiceId'];
        currency: components['schemas']['Currency'];
      };
      header?: never;
      path: {
        source: components['parameters']['source'];
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
  listPeriods: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Newest period first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SourcePeriod'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
}
