import { Route, Routes } from 'react-router-dom';
import { deploymentRouteRef, siteRouteRef } from '../routes';
import { DeploymentPage } from './DeploymentPage/DeploymentPage';
import { SiteByIdPage } from './SitePage/SiteByIdPage';
import { SitesPage } from './SitesPage/SitesPage';

/** The pages below `/sites`. */
export function SitesRouter() {
  return (
    <Routes>
      <Route path="/" element={<SitesPage />} />
      <Route path={deploymentRouteRef.path} element={<DeploymentPage />} />
      <Route path={siteRouteRef.path} element={<SiteByIdPage />} />
    </Routes>
  );
}
