import type { CostsPaths } from '@freehold/plugin-costs-common';
import { createApiRouter } from '@freehold/plugin-tenancy-node';
import type { Router } from 'express';
import { spec } from '../schema/openapi.generated';
import { correctRejectedRows } from './correctRejectedRows';
import { compareCosts } from './compareCosts';
import { createSource } from './createSource';
import { deleteView } from './deleteView';
import { activateRuleSetDraft } from './activateRuleSetDraft';
import { discardRuleSetDraft } from './discardRuleSetDraft';
import { downloadRejectedRows } from './downloadRejectedRows';
import { explainChanges } from './explainChanges';
import { exportCharges } from './exportCharges';
import { exportReport } from './exportReport';
import { getCharge } from './getCharge';
import { getConformance } from './getConformance';
import { getCostsSummary } from './getCostsSummary';
import { getImport } from './getImport';
import { getRuleSet } from './getRuleSet';
import { importCharges } from './importCharges';
import { importInvoiceTotals } from './importInvoiceTotals';
import { listCharges } from './listCharges';
import { listImports } from './listImports';
import { listMarkups } from './listMarkups';
import { listPeriods } from './listPeriods';
import { listReconciliations } from './listReconciliations';
import { listRejectedRows } from './listRejectedRows';
import { listRuleSets } from './listRuleSets';
import { listSources } from './listSources';
import { listTopResources } from './listTopResources';
import { listViews } from './listViews';
import { listUnallocatedCosts } from './listUnallocatedCosts';
import { queryCosts } from './queryCosts';
import { reallocatePeriods } from './reallocatePeriods';
import { removeInvoiceTotal } from './removeInvoiceTotal';
import { removeMarkup } from './removeMarkup';
import { setMarkup } from './setMarkup';
import { saveView } from './saveView';
import { setDefaultView } from './setDefaultView';
import { setInvoiceTotal } from './setInvoiceTotal';
import { updateView } from './updateView';
import { exportTagFixes } from './exportTagFixes';
import { getTagCompliance } from './getTagCompliance';
import { getTagPolicy } from './getTagPolicy';
import { listCustomerCompliance } from './listCustomerCompliance';
import { listTagFixes } from './listTagFixes';
import { listTagKeys } from './listTagKeys';
import { previewTagPolicy } from './previewTagPolicy';
import { setTagPolicy } from './setTagPolicy';
import { saveRuleSetDraft } from './saveRuleSetDraft';
import { simulateRuleSetDraft } from './simulateRuleSetDraft';
import type { CostsRouter, RouteContext } from './RouteContext';

const routes = [
  getCostsSummary,
  queryCosts,
  compareCosts,
  explainChanges,
  listTopResources,
  listViews,
  saveView,
  updateView,
  deleteView,
  setDefaultView,
  listCharges,
  exportCharges,
  exportReport,
  getCharge,
  listSources,
  createSource,
  importCharges,
  listImports,
  getImport,
  getConformance,
  listRejectedRows,
  downloadRejectedRows,
  correctRejectedRows,
  listPeriods,
  listReconciliations,
  setInvoiceTotal,
  importInvoiceTotals,
  removeInvoiceTotal,
  listMarkups,
  setMarkup,
  removeMarkup,
  getTagPolicy,
  setTagPolicy,
  previewTagPolicy,
  getTagCompliance,
  listCustomerCompliance,
  listTagFixes,
  exportTagFixes,
  listTagKeys,
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
