import { Route, Routes } from 'react-router-dom';
import {
  deadLettersRouteRef,
  deploymentRouteRef,
  siteRouteRef,
} from '../routes';
import { DeadLettersPage } from './DeadLettersPage/DeadLettersPage';
import { DeploymentPage } from './DeploymentPage/DeploymentPage';
import { SiteByIdPage } from './SitePage/SiteByIdPage';
import { SitesPage } from './SitesPage/SitesPage';

/** The pages below `/sites`. */
export function SitesRouter() {
  return (
    <Routes>
      <Route path="/" element={<SitesPage />} />
      <Route path={deadLettersRouteRef.path} element={<DeadLettersPage />} />
      <Route path={deploymentRouteRef.path} element={<DeploymentPage />} />
      <Route path={siteRouteRef.path} element={<SiteByIdPage />} />
    </Routes>
  );
}
