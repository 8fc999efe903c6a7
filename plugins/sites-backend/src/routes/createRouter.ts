import { createApiRouter } from '@freehold/plugin-tenancy-node';
import type { SitesPaths } from '@freehold/plugin-sites-common';
import type { Router } from 'express';
import { spec } from '../schema/openapi.generated';
import { acceptDrift } from './acceptDrift';
import { approveDeployment } from './approveDeployment';
import { cancelDeployment } from './cancelDeployment';
import { checkDrift } from './checkDrift';
import { checkSiteName } from './checkSiteName';
import { discardDeadLetter } from './discardDeadLetter';
import { downloadDeploymentLog } from './downloadDeploymentLog';
import { downloadState } from './downloadState';
import { forceCancelDeployment } from './forceCancelDeployment';
import { listDeadLetters } from './listDeadLetters';
import { requeueDeadLetter } from './requeueDeadLetter';
import { createPriceBook } from './createPriceBook';
import { deletePriceBook } from './deletePriceBook';
import { deleteSite } from './deleteSite';
import { getCloudCredentials } from './getCloudCredentials';
import { getDeployment } from './getDeployment';
import { getMonthlyLimit } from './getMonthlyLimit';
import { getOffering } from './getOffering';
import { getPriceBook } from './getPriceBook';
import { getSite } from './getSite';
import { getSitesUsage } from './getSitesUsage';
import { getSummary } from './getSummary';
import { listDeployments } from './listDeployments';
import { listDriftChecks } from './listDriftChecks';
import { listPriceBooks } from './listPriceBooks';
import { listSiteIds } from './listSiteIds';
import { listSites } from './listSites';
import { listStates } from './listStates';
import { orderSite } from './orderSite';
import { publishPriceBook } from './publishPriceBook';
import { quotePrice } from './quotePrice';
import { reconcileDrift } from './reconcileDrift';
import { rejectDeployment } from './rejectDeployment';
import { releaseStateLock } from './releaseStateLock';
import { removeCloudCredential } from './removeCloudCredential';
import { restoreState } from './restoreState';
import { resumeSite } from './resumeSite';
import { retryDeployment } from './retryDeployment';
import { searchDeploymentLog } from './searchDeploymentLog';
import { searchLogs } from './searchLogs';
import { setCloudCredential } from './setCloudCredential';
import { setMonthlyLimit } from './setMonthlyLimit';
import { streamDeploymentLog } from './streamDeploymentLog';
import { suspendSite } from './suspendSite';
import { updatePriceBook } from './updatePriceBook';
import { updateSite } from './updateSite';
import { uploadContent } from './uploadContent';
import type { RouteContext, SitesRouter } from './RouteContext';

const routes = [
  getOffering,
  listPriceBooks,
  createPriceBook,
  getPriceBook,
  updatePriceBook,
  deletePriceBook,
  publishPriceBook,
  getMonthlyLimit,
  setMonthlyLimit,
  quotePrice,
  getSummary,
  listSites,
  listSiteIds,
  listDeployments,
  getSitesUsage,
  checkSiteName,
  uploadContent,
  orderSite,
  getSite,
  updateSite,
  deleteSite,
  suspendSite,
  resumeSite,
  listStates,
  downloadState,
  restoreState,
  releaseStateLock,
  getDeployment,
  approveDeployment,
  rejectDeployment,
  cancelDeployment,
  forceCancelDeployment,
  retryDeployment,
  listDeadLetters,
  requeueDeadLetter,
  discardDeadLetter,
  listDriftChecks,
  checkDrift,
  reconcileDrift,
  acceptDrift,
  streamDeploymentLog,
  searchLogs,
  searchDeploymentLog,
  downloadDeploymentLog,
  getCloudCredentials,
  setCloudCredential,
  removeCloudCredential,
];

/** Every operation of the document, each in a file of its own name. */
export function createRouter(context: RouteContext): Router {
  const { refusals } = context;
  const register = (api: SitesRouter) => {
    for (const addRoute of routes) {
      addRoute(api, context);
    }
  };
  return createApiRouter<SitesPaths>(spec, register, { refusals });
}
