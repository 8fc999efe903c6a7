import { Route, Routes } from 'react-router-dom';
import {
  deadLettersRouteRef,
  deploymentRouteRef,
  logSearchRouteRef,
  siteRouteRef,
} from '../routes';
import { DeadLettersPage } from './DeadLettersPage/DeadLettersPage';
import { DeploymentPage } from './DeploymentPage/DeploymentPage';
import { LogSearchPage } from './LogSearchPage/LogSearchPage';
import { SiteByIdPage } from './SitePage/SiteByIdPage';
import { SitesPage } from './SitesPage/SitesPage';

/** The pages below `/sites`. */
export function SitesRouter() {
  return (
    <Routes>
      <Route path="/" element={<SitesPage />} />
      <Route path={deadLettersRouteRef.path} element={<DeadLettersPage />} />
      <Route path={logSearchRouteRef.path} element={<LogSearchPage />} />
      <Route path={deploymentRouteRef.path} element={<DeploymentPage />} />
      <Route path={siteRouteRef.path} element={<SiteByIdPage />} />
    </Routes>
  );
}
