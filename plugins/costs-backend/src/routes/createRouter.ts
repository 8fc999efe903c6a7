import type { CostsPaths } from '@freehold/plugin-costs-common';
import { createApiRouter } from '@freehold/plugin-tenancy-node';
import type { Router } from 'express';
import { spec } from '../schema/openapi.generated';
import { activateRuleSetDraft } from './activateRuleSetDraft';
import { createSource } from './createSource';
import { discardRuleSetDraft } from './discardRuleSetDraft';
import { downloadRejectedRows } from './downloadRejectedRows';
import { exportCharges } from './exportCharges';
import { getCharge } from './getCharge';
import { getConformance } from './getConformance';
import { getCostsSummary } from './getCostsSummary';
import { getImport } from './getImport';
import { getRuleSet } from './getRuleSet';
import { importCharges } from './importCharges';
import { listCharges } from './listCharges';
import { listImports } from './listImports';
import { listPeriods } from './listPeriods';
import { listReconciliations } from './listReconciliations';
import { listRejectedRows } from './listRejectedRows';
import { listRuleSets } from './listRuleSets';
import { listSources } from './listSources';
import { listUnallocatedCosts } from './listUnallocatedCosts';
import { queryCosts } from './queryCosts';
import { reallocatePeriods } from './reallocatePeriods';
import { removeInvoiceTotal } from './removeInvoiceTotal';
import { saveRuleSetDraft } from './saveRuleSetDraft';
import { setInvoiceTotal } from './setInvoiceTotal';
import { simulateRuleSetDraft } from './simulateRuleSetDraft';
import type { CostsRouter, RouteContext } from './RouteContext';

const routes = [
  getCostsSummary,
  queryCosts,
  listCharges,
  exportCharges,
  getCharge,
  listSources,
  createSource,
  importCharges,
  listImports,
  getImport,
  getConformance,
  listRejectedRows,
  downloadRejectedRows,
  listPeriods,
  listReconciliations,
  setInvoiceTotal,
  removeInvoiceTotal,
  listRuleSets,
  getRuleSet,
  saveRuleSetDraft,
  discardRuleSetDraft,
  simulateRuleSetDraft,
  activateRuleSetDraft,
  reallocatePeriods,
  listUnallocatedCosts,
];

/** Every operation of the document, each in a file of its own name. */
export function createRouter(context: RouteContext): Router {
  const { refusals } = context;
  const register = (api: CostsRouter) => {
    for (const addRoute of routes) {
      addRoute(api, context);
    }
  };
  return createApiRouter<CostsPaths>(spec, register, { refusals });
}
