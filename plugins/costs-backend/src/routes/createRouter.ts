import type { CostsPaths } from '@freehold/plugin-costs-common';
import { createApiRouter } from '@freehold/plugin-tenancy-node';
import type { Router } from 'express';
import { spec } from '../schema/openapi.generated';
import { createSource } from './createSource';
import { downloadRejectedRows } from './downloadRejectedRows';
import { exportCharges } from './exportCharges';
import { getCharge } from './getCharge';
import { getConformance } from './getConformance';
import { getCostsSummary } from './getCostsSummary';
import { getImport } from './getImport';
import { importCharges } from './importCharges';
import { listCharges } from './listCharges';
import { listImports } from './listImports';
import { listPeriods } from './listPeriods';
import { listReconciliations } from './listReconciliations';
import { listRejectedRows } from './listRejectedRows';
import { listSources } from './listSources';
import { queryCosts } from './queryCosts';
import { removeInvoiceTotal } from './removeInvoiceTotal';
import { setInvoiceTotal } from './setInvoiceTotal';
import { exportTagFixes } from './exportTagFixes';
import { getTagCompliance } from './getTagCompliance';
import { getTagPolicy } from './getTagPolicy';
import { listCustomerCompliance } from './listCustomerCompliance';
import { listTagFixes } from './listTagFixes';
import { listTagKeys } from './listTagKeys';
import { previewTagPolicy } from './previewTagPolicy';
import { setTagPolicy } from './setTagPolicy';
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
  getTagPolicy,
  setTagPolicy,
  previewTagPolicy,
  getTagCompliance,
  listCustomerCompliance,
  listTagFixes,
  exportTagFixes,
  listTagKeys,
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
