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
  '/comparison': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What two spans of days cost, by one dimension, with the difference of each, never across currencies. */
    get: operations['compareCosts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Why two spans of days did not cost the same: which services, which of their resources, and for which reasons. Services and rest are the whole change. */
    get: operations['explainChanges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/resources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The dearest resources of each currency, and what they cost before. */
    get: operations['listTopResources'];
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
    /** The charges as a FOCUS file, streamed. A CSV file that spreadsheets open has texts like formulas defused; Parquet has everything as it is. */
    get: operations['exportCharges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the page of costs shows, as a file: the breakdown or the trend as CSV or Parquet with every digit, or all of it as PDF for people. */
    get: operations['exportReport'];
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
  '/views': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Views of costs that the caller keeps, or that are shared. */
    get: operations['listViews'];
    put?: never;
    /** Keep what the page shows under a name, alone or shared with everybody of the tenant; staff share with staff. */
    post: operations['saveView'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/views/{view}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        view: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete an own view, also for those it was shared with. */
    delete: operations['deleteView'];
    options?: never;
    head?: never;
    /** Rename an own view, share it or not, or let it show something else. */
    patch: operations['updateView'];
    trace?: never;
  };
  '/default-view': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Choose the view that the caller begins with. */
    put: operations['setDefaultView'];
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
    /** The rejected rows that nobody has corrected, as CSV: their numbers and reasons, then the columns of their file. */
    get: operations['downloadRejectedRows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/imports/{import}/corrections': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        import: components['parameters']['import'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Upload rejected rows as they were downloaded, corrected. Those that are right now are added to what the import brought. */
    post: operations['correctRejectedRows'];
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
  '/sources/{source}/invoice-totals/import': {
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
    /** Enter what many invoices say, all or none: a list with the columns invoice, issuer, currency and amount, or FOCUS 1.4's Invoice Detail (CSV, gzipped CSV or Parquet). */
    post: operations['importInvoiceTotals'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/markups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the business adds to its costs for customers: for all of them first, then customer by customer. For finance and operators. */
    get: operations['listMarkups'];
    /** Add a percentage to costs from a month on, in place of the one for the same customer, service and month. For finance. */
    put: operations['setMarkup'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/markups/{markup}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        markup: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take a mark-up back, for past months too. For finance. */
    delete: operations['removeMarkup'];
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
  '/allocation/rule-sets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Versions of the rules that say whose a cost is, newest first. For staff. */
    get: operations['listRuleSets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/allocation/rule-sets/{version}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        version: string;
      };
      cookie?: never;
    };
    /** One version with its rules. */
    get: operations['getRuleSet'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/allocation/draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Say what the next version is to be; the first time, begin it. For finance and operators. What is wrong in a rule is answered with its place. */
    put: operations['saveRuleSetDraft'];
    post?: never;
    /** Throw the draft away; what is in force stays. */
    delete: operations['discardRuleSetDraft'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/allocation/draft/activate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let the draft take the place of what is in force, for what is imported or allocated anew from now on. */
    post: operations['activateRuleSetDraft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/allocation/draft/simulation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the draft would move from whom to whom, held against what charges are laid to now. Nothing is changed. For staff. */
    get: operations['simulateRuleSetDraft'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/allocation/reallocations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Have billing periods allocated anew by the rules in force, from the files that they were imported from. Follow the imports for the rest. */
    post: operations['reallocatePeriods'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/allocation/unallocated': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is nobody's yet, the largest first. For staff. */
    get: operations['listUnallocatedCosts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tag-keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Keys of tags that charges of a range have, the most used first. */
    get: operations['listTagKeys'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tag-compliance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How much of the cost, and how many resources, have each tag as it ought to be, by billing period. */
    get: operations['getTagCompliance'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tag-compliance/customers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Customers in one billing period, those with most to fix first in each currency. A resource counts once for each tag. */
    get: operations['listCustomerCompliance'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tag-fixes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What to fix in the tags of which resource, currency by currency, what costs most first. */
    get: operations['listTagFixes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tag-fixes/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What to fix as CSV, streamed. */
    get: operations['exportTagFixes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tag-policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which tags there ought to be, and how they are put right. For staff. */
    get: operations['getTagPolicy'];
    /** Make a new version. Imports go by it from now on; what is allocated already stays as it is. For finance and operators. */
    put: operations['setTagPolicy'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tag-policy/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a policy would say of a billing period. Nothing is changed. For finance and operators. */
    post: operations['previewTagPolicy'];
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
    /** @description Of the draft that was seen; left out where there was none. */
    DraftRevision: string;
    RuleSetHead: {
      version: number;
      /** @enum {string} */
      state: 'draft' | 'active' | 'retired';
      basedOn?: number;
      ruleCount: number;
      comment?: string;
      createdBy: string;
      /** Format: date-time */
      createdAt: string;
      updatedBy: string;
      /** Format: date-time */
      updatedAt: string;
      activatedBy?: string;
      /** Format: date-time */
      activatedAt?: string;
      /** Format: date-time */
      retiredAt?: string;
    };
    RuleSet: components['schemas']['RuleSetHead'] & {
      revision: components['schemas']['DraftRevision'];
      rules: components['schemas']['AllocationRule'][];
    };
    AllocationRule: {
      id: string;
      name: string;
      /** @description The lowest is asked first. */
      order: number;
      enabled: boolean;
      conditions: components['schemas']['AllocationCondition'][];
      effect:
        | components['schemas']['DirectEffect']
        | components['schemas']['SharedEffect'];
    };
    /** @description A field, or a tag, is like one of the patterns: `*` is any text, `?` one character. */
    AllocationCondition: {
      /** @enum {string} */
      on:
        | 'tag'
        | 'serviceProviderName'
        | 'billingAccountId'
        | 'subAccountId'
        | 'subAccountName'
        | 'resourceId'
        | 'resourceName'
        | 'resourceType'
        | 'serviceName'
        | 'serviceCategory'
        | 'regionId'
        | 'chargeCategory';
      tag?: string;
      anyOf: string[];
      not?: boolean;
    };
    /** @description A fixed value, or the value of a tag. */
    ValueSource:
      | {
          value: string;
        }
      | {
          tag: string;
        };
    DirectEffect: {
      /** @enum {string} */
      kind: 'direct';
      set: {
        tenant?: components['schemas']['ValueSource'];
        site?: components['schemas']['ValueSource'];
        team?: components['schemas']['ValueSource'];
        costCentre?: components['schemas']['ValueSource'];
        project?: components['schemas']['ValueSource'];
      };
    };
    SharedEffect: {
      /** @enum {string} */
      kind: 'shared';
      split: components['schemas']['AllocationSplit'];
      set?: {
        team?: components['schemas']['ValueSource'];
        costCentre?: components['schemas']['ValueSource'];
        project?: components['schemas']['ValueSource'];
      };
    };
    AllocationSplit:
      | {
          /** @enum {string} */
          by: 'even' | 'direct-cost';
          among: components['schemas']['SplitAmong'];
        }
      | {
          /** @enum {string} */
          by: 'weights';
          weights: {
            [key: string]: string;
          };
        }
      | {
          /** @enum {string} */
          by: 'metric';
          metric: string;
        };
    SplitAmong:
      | {
          tenants: string[];
        }
      | {
          /** @enum {string} */
          all: 'with-direct-cost';
        };
    AllocationSimulation: {
      version: number;
      /** @description What lies with each; no `tenant` is what is nobody's. */
      customers: {
        tenant: string | null;
        currency: string;
        before: string;
        after: string;
      }[];
      /** @description In each dimension, the difference to the last digit. No `from` or `to` is what is nobody's. */
      moves: {
        /** @enum {string} */
        dimension: 'tenant' | 'site' | 'team' | 'costCentre' | 'project';
        currency: string;
        from: string | null;
        to: string | null;
        ruleId?: string;
        cost: string;
      }[];
      coverage: {
        before: components['schemas']['AllocationCoverage'][];
        after: components['schemas']['AllocationCoverage'][];
      };
    };
    AllocationCoverage: {
      currency: string;
      byCost: components['schemas']['Share'];
      byRows: components['schemas']['Share'];
    };
    UnallocatedCost: {
      value: string | null;
      label?: string;
      currency: string;
      amount: string;
      share: components['schemas']['Share'];
      charges: number;
    };
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
    /** @description A dimension, or `tag:<key>` with a colon in the key as `%3A`. */
    Grouping: string;
    /**
     * @description `spelling` is put right by itself and worth fixing; the others are breaches.
     * @enum {string}
     */
    TagProblem: 'missing' | 'not-allowed' | 'contradictory' | 'spelling';
    TagText: string;
    TagRequirements: {
      key: components['schemas']['TagText'];
      /** @description Other spellings of the key. */
      variants: components['schemas']['TagText'][];
      required: boolean;
      allowedValues?: components['schemas']['TagText'][];
      /** @description Other spellings of values, by what they mean. */
      valueVariants?: {
        [key: string]: components['schemas']['TagText'];
      };
      /** @enum {string} */
      letterCase?: 'lower' | 'upper';
    }[];
    AccountTags: {
      accountId: components['schemas']['TagText'];
      /** @description What resources of the account have unless they say otherwise. */
      tags: {
        [key: string]: components['schemas']['TagText'];
      };
    }[];
    VirtualTags: {
      id: string;
      conditions: {
        on: components['schemas']['TagConditionField'];
        tag?: components['schemas']['TagText'];
        anyOf: components['schemas']['TagText'][];
        not?: boolean;
      }[];
      key: components['schemas']['TagText'];
      value: components['schemas']['TagText'];
      overwrite?: boolean;
    }[];
    /** @enum {string} */
    TagConditionField:
      | 'serviceProviderName'
      | 'billingAccountId'
      | 'subAccountId'
      | 'subAccountName'
      | 'resourceId'
      | 'resourceName'
      | 'resourceType'
      | 'serviceName'
      | 'serviceCategory'
      | 'regionId'
      | 'chargeCategory'
      | 'tag';
    TagPolicy: {
      /** @description 0 before anybody made one. */
      version: number;
      changedBy?: string;
      /** Format: date-time */
      changedAt?: string;
      requirements: components['schemas']['TagRequirements'];
      accounts: components['schemas']['AccountTags'];
      virtual: components['schemas']['VirtualTags'];
      /** @description What was allocated by another version, and still is. */
      olderPeriods: {
        source: string;
        sourceName: string;
        period: string;
        version: number;
      }[];
    };
    TagPolicyPreview: {
      period: string;
      items: {
        key: string;
        currency: string;
        cost: string;
        lookedAt: components['schemas']['Share'];
        now?: components['schemas']['Share'];
        then?: components['schemas']['Share'];
      }[];
    };
    TagComplianceFigures: {
      currency: string;
      /** @description Of each charge without its sign. */
      cost: string;
      missingCost: string;
      wrongCost: string;
      resources: number;
      missingResources: number;
      wrongResources: number;
      byCost: components['schemas']['Share'];
      byResources: components['schemas']['Share'];
    };
    TagCompliance: components['schemas']['TagComplianceFigures'] & {
      period: string;
      key: string;
    };
    CustomerCompliance: components['schemas']['TagComplianceFigures'] & {
      customer: string;
    };
    TagFix: {
      customer: string;
      key: string;
      kind: components['schemas']['TagProblem'];
      /** @description Key and value as they are. */
      found?: string;
      /** @description What they should be */
      wanted?: string;
      serviceProviderName: string;
      subAccountId?: string;
      resourceId: string;
      resourceName?: string;
      currency: string;
      /** @description Effective cost in the month. */
      cost: string;
      charges: number;
    };
    Day: string;
    Currency: string;
    /** @description Left out for what no invoice is named for. */
    InvoiceId: string;
    /** @description An exact decimal. */
    SignedAmount: string;
    /** @description Left out for every customer without one of its own. */
    CustomerSlug: string;
    /**
     * @description Of FOCUS 1.4; left out for every service without one of its own.
     * @enum {string}
     */
    ServiceCategory:
      | 'AI and Machine Learning'
      | 'Analytics'
      | 'Business Applications'
      | 'Compute'
      | 'Databases'
      | 'Developer Tools'
      | 'Multicloud'
      | 'Identity'
      | 'Integration'
      | 'Internet of Things'
      | 'Management and Governance'
      | 'Media'
      | 'Migration'
      | 'Mobile'
      | 'Networking'
      | 'Security'
      | 'Storage'
      | 'Web'
      | 'Other';
    /** @description An exact decimal above -100; negative is a rebate. */
    Percent: string;
    Markup: {
      markupId: string;
      customer?: components['schemas']['CustomerSlug'];
      serviceCategory?: components['schemas']['ServiceCategory'];
      /** @description First day of the first month; until a later one takes its place. */
      validFrom: string;
      percent: components['schemas']['Percent'];
      setBy: string;
      /** Format: date-time */
      setAt: string;
    };
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
    /**
     * @description Whether costs are what the business pays its providers, or that and its mark-up. Customers that a mark-up is for see the latter.
     * @enum {string}
     */
    Prices: 'purchase' | 'sale';
    Money: {
      /** @description An exact decimal. */
      amount: string;
      currency: string;
    };
    /** @description An exact decimal from 0 to 1, or null where nothing could have a share. */
    Share: string | null;
    CostsSummary: {
      prices: components['schemas']['Prices'];
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
    /** @description The difference as a part of the amount before; null when that was not above nothing. */
    Change: string | null;
    ComparedSum: {
      /** @description Of the dimension; null where charges have none. */
      value?: string | null;
      isRest?: boolean;
      amount: string;
      /** @description Of the span compared with. */
      before: string;
      /** @description Amount less before. */
      difference: string;
      change: components['schemas']['Change'];
      currency: string;
      charges: number;
      chargesBefore: number;
      /** @description How many charges of either span have no such cost. */
      unknown?: number;
    };
    ReasonedPart: {
      /**
       * @description `usage` is another quantity at the price before, `price` another price of the quantity now, `other` usage whose quantity is not known. Purchase, credit, tax and adjustment are kinds of charges.
       * @enum {string}
       */
      reason:
        | 'new'
        | 'gone'
        | 'usage'
        | 'price'
        | 'purchase'
        | 'credit'
        | 'tax'
        | 'adjustment'
        | 'other';
      difference: string;
    };
    ChangedAmounts: {
      amount: string;
      before: string;
      difference: string;
    };
    CurrencyChange: components['schemas']['ChangedAmounts'] & {
      currency: string;
      services: components['schemas']['ServiceChange'][];
      /** @description What the services that are not named changed by. */
      rest: string;
    };
    ServiceChange: components['schemas']['ChangedAmounts'] & {
      service: string | null;
      change: components['schemas']['Change'];
      reasons: components['schemas']['ReasonedPart'][];
      resources: components['schemas']['ResourceChange'][];
      /** @description What the resources that are not named changed by. */
      rest: string;
    };
    ResourceChange: components['schemas']['ChangedAmounts'] & {
      resourceId: string | null;
      name: string | null;
      type: string | null;
      reasons: components['schemas']['ReasonedPart'][];
    };
    ResourceCost: components['schemas']['ChangedAmounts'] & {
      customer: string;
      /** @description Absent for none */
      site?: string;
      resourceId: string;
      name?: string;
      type?: string;
      service?: string;
      currency: string;
      change: components['schemas']['Change'];
    };
    Charge: {
      customer: string;
      period: string;
      source: string;
      /** @description Of the file, the first after its head is 1; counted on where the month was made of several files. */
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
      /** @description In that file. For staff. */
      fileRow?: number;
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
    ViewName: string;
    /** @description What the address of the page of costs says; what is left out is as the page begins with. */
    ViewParameters: {
      /** @enum {string} */
      range?:
        | 'this-month'
        | 'last-month'
        | 'last-30-days'
        | 'last-90-days'
        | 'last-12-months';
      from?: components['schemas']['Day'];
      to?: components['schemas']['Day'];
      metric?: components['schemas']['Metric'];
      /** @enum {string} */
      per?: 'day' | 'month';
      stack?: components['schemas']['Grouping'];
      by?: components['schemas']['Grouping'];
      filter?: string[];
      currency?: components['schemas']['Currency'];
      /** @enum {string} */
      vs?: 'before' | 'last-year' | 'custom';
      vsFrom?: components['schemas']['Day'];
      vsTo?: components['schemas']['Day'];
    };
    SavedView: {
      viewId: string;
      name: string;
      /** @description Entity ref of whose it is. */
      owner: string;
      parameters: components['schemas']['ViewParameters'];
      isShared: boolean;
      /** @description Whether it is the caller's. */
      isOwn: boolean;
      /** @description Whether the caller begins with it. */
      isDefault: boolean;
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
      /**
       * @description Whether it takes the place of what the source has for its months, comes to it, or brings rows that another import had rejected.
       * @enum {string}
       */
      mode: 'replace' | 'add' | 'correct';
      /** @description The import that it corrects. */
      corrects?: string;
      /** @description The folder or bucket that it was collected from. */
      origin?: string;
      /** @description Of the text of the file, once it is read. */
      encoding?: string;
      /** @description What the sender said it is. */
      declaredEncoding?: string;
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
      /** @description Of the allocation rules that its charges were allocated by; 0 for labels alone. */
      ruleSetVersion?: number;
      /** @description The billing period that is allocated anew, from a file that was imported before. */
      reallocates?: string;
      /** @description The import of that file. */
      fileOf?: string;
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
      /** @description Why */
      reason?: string;
      sums: {
        currency: string;
        billedBefore: string;
        billedAfter: string;
      }[];
      /** @description What was billed, by service, the largest change first. */
      changes: {
        currency: string;
        service: string | null;
        before: string;
        after: string;
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
      /** @description The import that brought it right. */
      correctedBy?: string;
    };
    SourcePeriod: {
      source: string;
      sourceName: string;
      period: string;
      rows: number;
      /** @description What was billed. */
      sums: components['schemas']['Money'][];
      importId: string;
      /** @description Of the rules it is allocated by; 0 for labels alone. */
      ruleSetVersion: number;
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
    /** @description First day of a billing period. */
    period: components['schemas']['Day'];
    tagKey: string;
    tagProblem: components['schemas']['TagProblem'];
    /** @description A part of the resource's id or name, or of the account. */
    tagSearch: string;
    /** @description Slug; `default` for what is the business's own or nobody's yet. */
    customerQuery: string;
    siteQuery: string;
    source: string;
    import: string;
    /** @description First day, in UTC. */
    from: string;
    /** @description The day after the last one, in UTC. */
    to: string;
    /** @description First day of the span to compare with, in UTC. */
    comparedFrom: string;
    /** @description The day after its last one, in UTC. */
    comparedTo: string;
    /** @description Which cost; effective unless told. */
    metric: components['schemas']['Metric'];
    /** @description `<dimension>:<value>`, any number of them: values of one dimension are alternatives, dimensions narrow each other. An empty value means that there is none. A tag is `tag:<key>:<value>`, with a colon in the key as `%3A`. */
    filter: string[];
    offset: number;
    limit: number;
  };
  requestBodies: {
    TagPolicyChange: {
      content: {
        'application/json': {
          /** @description The version that was changed; refused when there is a newer one. */
          basedOn?: number;
          requirements: components['schemas']['TagRequirements'];
          accounts: components['schemas']['AccountTags'];
          virtual: components['schemas']['VirtualTags'];
        };
      };
    };
  };
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
        /** @description `<dimension>:<value>`, any number of them: values of one dimension are alternatives, dimensions narrow each other. An empty value means that there is none. A tag is `tag:<key>:<value>`, with a colon in the key as `%3A`. */
        filter?: components['parameters']['filter'];
        /** @description The dimension whose values are told apart; none for one sum. */
        groupBy?: components['schemas']['Grouping'];
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
  compareCosts: {
    parameters: {
      query: {
        /** @description Slug; `default` for what is the business's own or nobody's yet. */
        customer?: components['parameters']['customerQuery'];
        /** @description First day, in UTC. */
        from: components['parameters']['from'];
        /** @description The day after the last one, in UTC. */
        to: components['parameters']['to'];
        /** @description First day of the span to compare with, in UTC. */
        comparedFrom: components['parameters']['comparedFrom'];
        /** @description The day after its last one, in UTC. */
        comparedTo: components['parameters']['comparedTo'];
        /** @description Which cost; effective unless told. */
        metric?: components['parameters']['metric'];
        /** @description `<dimension>:<value>`, any number of them: values of one dimension are alternatives, dimensions narrow each other. An empty value means that there is none. A tag is `tag:<key>:<value>`, with a colon in the key as `%3A`. */
        filter?: components['parameters']['filter'];
        /** @description The dimension whose values are told apart; none for one sum. */
        groupBy?: components['schemas']['Grouping'];
        /** @description So many values, the highest in either span, are told apart; the rest is one group with `isRest`. */
        top?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sums of both spans. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            metric: components['schemas']['Metric'];
            items: components['schemas']['ComparedSum'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  explainChanges: {
    parameters: {
      query: {
        /** @description Slug; `default` for what is the business's own or nobody's yet. */
        customer?: components['parameters']['customerQuery'];
        /** @description First day, in UTC. */
        from: components['parameters']['from'];
        /** @description The day after the last one, in UTC. */
        to: components['parameters']['to'];
        /** @description First day of the span to compare with, in UTC. */
        comparedFrom: components['parameters']['comparedFrom'];
        /** @description The day after its last one, in UTC. */
        comparedTo: components['parameters']['comparedTo'];
        /** @description Which cost; effective unless told. */
        metric?: components['parameters']['metric'];
        /** @description `<dimension>:<value>`, any number of them: values of one dimension are alternatives, dimensions narrow each other. An empty value means that there is none. A tag is `tag:<key>:<value>`, with a colon in the key as `%3A`. */
        filter?: components['parameters']['filter'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The change of each currency. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            metric: components['schemas']['Metric'];
            currencies: components['schemas']['CurrencyChange'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listTopResources: {
    parameters: {
      query: {
        /** @description Slug; `default` for what is the business's own or nobody's yet. */
        customer?: components['parameters']['customerQuery'];
        /** @description First day, in UTC. */
        from: components['parameters']['from'];
        /** @description The day after the last one, in UTC. */
        to: components['parameters']['to'];
        /** @description First day of the span to compare with, in UTC. */
        comparedFrom: components['parameters']['comparedFrom'];
        /** @description The day after its last one, in UTC. */
        comparedTo: components['parameters']['comparedTo'];
        /** @description Which cost; effective unless told. */
        metric?: components['parameters']['metric'];
        /** @description `<dimension>:<value>`, any number of them: values of one dimension are alternatives, dimensions narrow each other. An empty value means that there is none. A tag is `tag:<key>:<value>`, with a colon in the key as `%3A`. */
        filter?: components['parameters']['filter'];
        top?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Resources, highest cost first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            metric: components['schemas']['Metric'];
            items: components['schemas']['ResourceCost'][];
          };
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
        /** @description `<dimension>:<value>`, any number of them: values of one dimension are alternatives, dimensions narrow each other. An empty value means that there is none. A tag is `tag:<key>:<value>`, with a colon in the key as `%3A`. */
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
            prices: components['schemas']['Prices'];
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
        /** @description `<dimension>:<value>`, any number of them: values of one dimension are alternatives, dimensions narrow each other. An empty value means that there is none. A tag is `tag:<key>:<value>`, with a colon in the key as `%3A`. */
        filter?: components['parameters']['filter'];
        /** @description The version of FOCUS to write; 1.4 unless told. */
        version?: '1.2' | '1.4';
        /** @description CSV unless told. PDF is for people and has a limit, in the cost that `metric` names. */
        format?: 'csv' | 'parquet' | 'pdf';
        /** @description Which cost; effective unless told. */
        metric?: components['parameters']['metric'];
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
          'application/vnd.apache.parquet': string;
          'application/pdf': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  exportReport: {
    parameters: {
      query: {
        /** @description Slug; `default` for what is the business's own or nobody's yet. */
        customer?: components['parameters']['customerQuery'];
        /** @description First day, in UTC. */
        from: components['parameters']['from'];
        /** @description The day after the last one, in UTC. */
        to: components['parameters']['to'];
        /** @description First day of the span to stand beside, in UTC. */
        comparedFrom?: components['schemas']['Day'];
        /** @description The day after its last one, in UTC. */
        comparedTo?: components['schemas']['Day'];
        /** @description Which cost; effective unless told. */
        metric?: components['parameters']['metric'];
        /** @description `<dimension>:<value>`, any number of them: values of one dimension are alternatives, dimensions narrow each other. An empty value means that there is none. A tag is `tag:<key>:<value>`, with a colon in the key as `%3A`. */
        filter?: components['parameters']['filter'];
        /** @description What the breakdown tells apart. */
        groupBy: components['schemas']['Grouping'];
        /** @description What is told apart over time; service categories unless told. */
        stack?: components['schemas']['Grouping'];
        /** @description By day unless told. */
        granularity?: 'day' | 'month';
        /** @description Of CSV and Parquet; the breakdown unless told. */
        content?: 'breakdown' | 'trend';
        format: 'csv' | 'parquet' | 'pdf';
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
          'application/vnd.apache.parquet': string;
          'application/pdf': string;
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
  listViews: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The views, by name. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SavedView'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  saveView: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: components['schemas']['ViewName'];
          parameters: components['schemas']['ViewParameters'];
          isShared?: boolean;
        };
      };
    };
    responses: {
      /** @description The view. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  deleteView: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        view: string;
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
  updateView: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        view: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: components['schemas']['ViewName'];
          parameters?: components['schemas']['ViewParameters'];
          isShared?: boolean;
        };
      };
    };
    responses: {
      /** @description The view. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedView'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  setDefaultView: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Null for none. */
          view: string | null;
        };
      };
    };
    responses: {
      /** @description It is chosen. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
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
        /** @description Whether the file takes the place of what the source has for its months, as it does unless told, or comes to it. */
        mode?: 'replace' | 'add';
        /** @description Of the text of a CSV file that has no byte order mark; found by reading it unless told. */
        encoding?: 'windows-1252';
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
  correctRejectedRows: {
    parameters: {
      query: {
        fileName: string;
      };
      header?: never;
      path: {
        import: components['parameters']['import'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
        'application/gzip': string;
        'text/csv': string;
      };
    };
    responses: {
      /** @description The import of the correction, queued. */
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
  importInvoiceTotals: {
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
        'application/octet-stream': string;
        'application/gzip': string;
        'text/csv': string;
      };
    };
    responses: {
      /** @description What became of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Totals that are new, or other than before. */
            entered: number;
            unchanged: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listMarkups: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Every mark-up, those that later ones took the place of too. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Markup'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  setMarkup: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          customer?: components['schemas']['CustomerSlug'];
          serviceCategory?: components['schemas']['ServiceCategory'];
          validFrom: components['schemas']['Day'];
          percent: components['schemas']['Percent'];
        };
      };
    };
    responses: {
      /** @description The mark-up. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Markup'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  removeMarkup: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        markup: string;
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
  listRuleSets: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The versions, without their rules. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['RuleSetHead'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getRuleSet: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        version: string;
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
          'application/json': components['schemas']['RuleSet'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  saveRuleSetDraft: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          revision?: components['schemas']['DraftRevision'];
          /** @description As RuleSet has them. */
          rules: {
            [key: string]: unknown;
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
          'application/json': components['schemas']['RuleSet'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  discardRuleSetDraft: {
    parameters: {
      query: {
        revision: components['schemas']['DraftRevision'];
      };
      header?: never;
      path?: never;
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
  activateRuleSetDraft: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          revision: components['schemas']['DraftRevision'];
          /** @description Why, for those who look later. */
          comment: string;
        };
      };
    };
    responses: {
      /** @description What is in force now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleSet'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  simulateRuleSetDraft: {
    parameters: {
      query: {
        /** @description First days of billing periods. */
        period: components['schemas']['Day'][];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The moves, and how much is allocated before and after. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AllocationSimulation'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  reallocatePeriods: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          periods: {
            source: string;
            period: components['schemas']['Day'];
          }[];
        };
      };
    };
    responses: {
      /** @description An import for each, queued. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Import'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listUnallocatedCosts: {
    parameters: {
      query: {
        /** @description First day, in UTC. */
        from: components['parameters']['from'];
        /** @description The day after the last one, in UTC. */
        to: components['parameters']['to'];
        /** @description `<dimension>:<value>`, any number of them: values of one dimension are alternatives, dimensions narrow each other. An empty value means that there is none. A tag is `tag:<key>:<value>`, with a colon in the key as `%3A`. */
        filter?: components['parameters']['filter'];
        /** @description What it is told apart by; `tag_key` tells which tags there are, `tag` the values of one. */
        by: 'account' | 'service' | 'resource' | 'reason' | 'tag' | 'tag_key';
        /** @description Key of the tag, for `tag`. */
        tag?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The largest 200, and what all of it comes to. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['UnallocatedCost'][];
            sums: {
              amount: string;
              currency: string;
              charges: number;
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listTagKeys: {
    parameters: {
      query: {
        /** @description Slug; `default` for what is the business's own or nobody's yet. */
        customer?: components['parameters']['customerQuery'];
        /** @description First day, in UTC. */
        from: components['parameters']['from'];
        /** @description The day after the last one, in UTC. */
        to: components['parameters']['to'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description At most 500 of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: string[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getTagCompliance: {
    parameters: {
      query: {
        /** @description Slug; `default` for what is the business's own or nobody's yet. */
        customer?: components['parameters']['customerQuery'];
        /** @description First day, in UTC. */
        from: components['parameters']['from'];
        /** @description The day after the last one, in UTC. */
        to: components['parameters']['to'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Oldest period first, and what is asked of tags. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            requirements: {
              key: string;
              required: boolean;
              allowedValues?: string[];
            }[];
            items: components['schemas']['TagCompliance'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listCustomerCompliance: {
    parameters: {
      query: {
        /** @description Slug; `default` for what is the business's own or nobody's yet. */
        customer?: components['parameters']['customerQuery'];
        /** @description First day of a billing period. */
        period: components['parameters']['period'];
        key?: components['parameters']['tagKey'];
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
            items: components['schemas']['CustomerCompliance'][];
            total: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listTagFixes: {
    parameters: {
      query: {
        /** @description Slug; `default` for what is the business's own or nobody's yet. */
        customer?: components['parameters']['customerQuery'];
        /** @description First day of a billing period. */
        period: components['parameters']['period'];
        key?: components['parameters']['tagKey'];
        kind?: components['parameters']['tagProblem'];
        /** @description A part of the resource's id or name, or of the account. */
        search?: components['parameters']['tagSearch'];
        offset?: components['parameters']['offset'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['TagFix'][];
            total: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  exportTagFixes: {
    parameters: {
      query: {
        /** @description Slug; `default` for what is the business's own or nobody's yet. */
        customer?: components['parameters']['customerQuery'];
        /** @description First day of a billing period. */
        period: components['parameters']['period'];
        key?: components['parameters']['tagKey'];
        kind?: components['parameters']['tagProblem'];
        /** @description A part of the resource's id or name, or of the account. */
        search?: components['parameters']['tagSearch'];
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
  getTagPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The newest version, which imports go by. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TagPolicy'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  setTagPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: components['requestBodies']['TagPolicyChange'];
    responses: {
      /** @description The policy, and the periods that go by an older one. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TagPolicy'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  previewTagPolicy: {
    parameters: {
      query?: {
        /** @description The newest with charges unless told. */
        period?: components['schemas']['Day'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: components['requestBodies']['TagPolicyChange'];
    responses: {
      /** @description By tag and currency, now and then. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TagPolicyPreview'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
}
