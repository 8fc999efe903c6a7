import {
  ApiBlueprint,
  createExtensionInput,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  customerListPermission,
  mailReadPermission,
} from '@freehold/plugin-tenancy-common';
import {
  customerSectionDataRef,
  meApiRef,
} from '@freehold/plugin-tenancy-react';
import {
  RiBuilding2Line,
  RiDashboard3Line,
  RiFileList3Line,
  RiMailLine,
  RiShieldKeyholeLine,
  RiShieldUserLine,
  RiTeamLine,
  RiUserSettingsLine,
} from '@remixicon/react';
import { SecurityClient, securityApiRef } from './session';
import {
  LocksClient,
  locksApiRef,
  RememberedMe,
  TenancyClient,
  tenancyApiRef,
} from './api';
import {
  accountRouteRef,
  auditRouteRef,
  customerRouteRef,
  customersRouteRef,
  membersRouteRef,
  newCustomerRouteRef,
  securityRouteRef,
  staffRouteRef,
  outboxRouteRef,
  organizationRouteRef,
  rolesRouteRef,
  usageRouteRef,
} from './routes';

const tenancyApi = ApiBlueprint.make({
  params: define =>
    define({
      api: tenancyApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new TenancyClient(deps),
    }),
});

const meApi = ApiBlueprint.make({
  name: 'me',
  params: define =>
    define({
      api: meApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => {
        const client = new TenancyClient(deps);
        return new RememberedMe(() => client.getMe());
      },
    }),
});

// For those who may not list customers, the address leads nowhere at all.
const customersPage = PageBlueprint.makeWithOverrides({
  name: 'customers',
  if: { permissions: { $contains: customerListPermission.name } },
  inputs: { sections: createExtensionInput([customerSectionDataRef]) },
  factory: (make, { inputs }) =>
    make({
      path: '/customers',
      title: 'Customers',
      icon: <RiBuilding2Line />,
      routeRef: customersRouteRef,
      noHeader: true,
      loader: async () => {
        const { CustomersRouter } =
          await import('./components/CustomersRouter');
        const sections = inputs.sections.map(it =>
          it.get(customerSectionDataRef),
        );
        return <CustomersRouter sections={sections} />;
      },
    }),
});

const auditPage = PageBlueprint.make({
  name: 'audit',
  params: {
    path: '/audit',
    title: 'Audit',
    icon: <RiFileList3Line />,
    routeRef: auditRouteRef,
    noHeader: true,
    loader: async () => {
      const { AuditPage } = await import('./components/AuditPage/AuditPage');
      return <AuditPage />;
    },
  },
});

const membersPage = PageBlueprint.make({
  name: 'members',
  params: {
    path: '/members',
    title: 'Members',
    icon: <RiTeamLine />,
    routeRef: membersRouteRef,
    noHeader: true,
    loader: async () => {
      const { MembersPage } =
        await import('./components/MembersPage/MembersPage');
      return <MembersPage />;
    },
  },
});

// Members of customers are not told that there is a page of staff.
const staffPage = PageBlueprint.make({
  name: 'staff',
  if: { permissions: { $contains: customerListPermission.name } },
  params: {
    path: '/staff',
    title: 'Staff',
    icon: <RiTeamLine />,
    routeRef: staffRouteRef,
    noHeader: true,
    loader: async () => {
      const { StaffPage } = await import('./components/StaffPage/StaffPage');
      return <StaffPage />;
    },
  },
});

const rolesPage = PageBlueprint.make({
  name: 'roles',
  params: {
    path: '/roles',
    title: 'Roles',
    icon: <RiShieldUserLine />,
    routeRef: rolesRouteRef,
    noHeader: true,
    loader: async () => {
      const { RolesPage } = await import('./components/RolesPage/RolesPage');
      return <RolesPage />;
    },
  },
});

const organizationPage = PageBlueprint.make({
  name: 'organization',
  params: {
    path: '/settings/customer',
    title: 'Organization',
    icon: <RiBuilding2Line />,
    routeRef: organizationRouteRef,
    noHeader: true,
    loader: async () => {
      const { OrganizationPage } =
        await import('./components/OrganizationPage/OrganizationPage');
      return <OrganizationPage />;
    },
  },
});

const usagePage = PageBlueprint.make({
  name: 'usage',
  params: {
    path: '/usage',
    title: 'Usage',
    icon: <RiDashboard3Line />,
    routeRef: usageRouteRef,
    noHeader: true,
    loader: async () => {
      const { UsagePage } = await import('./components/UsagePage/UsagePage');
      return <UsagePage />;
    },
  },
});

const securityApi = ApiBlueprint.make({
  name: 'security',
  params: define =>
    define({
      api: securityApiRef,
      deps: { discoveryApi: discoveryApiRef },
      factory: ({ discoveryApi }) =>
        new SecurityClient(
          async () => `${await discoveryApi.getBaseUrl('auth')}/local`,
        ),
    }),
});

const locksApi = ApiBlueprint.make({
  name: 'locks',
  params: define =>
    define({
      api: locksApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new LocksClient(deps),
    }),
});

const securityPage = PageBlueprint.make({
  name: 'security',
  params: {
    path: '/account/security',
    title: 'Sign-in and security',
    icon: <RiShieldKeyholeLine />,
    routeRef: securityRouteRef,
    noHeader: true,
    loader: async () => {
      const { SecurityPage } =
        await import('./components/SecurityPage/SecurityPage');
      return <SecurityPage />;
    },
  },
});

const accountPage = PageBlueprint.make({
  name: 'account',
  params: {
    path: '/account',
    title: 'Account',
    icon: <RiUserSettingsLine />,
    routeRef: accountRouteRef,
    noHeader: true,
    loader: async () => {
      const { AccountPage } =
        await import('./components/AccountPage/AccountPage');
      return <AccountPage />;
    },
  },
});

const outboxPage = PageBlueprint.make({
  name: 'outbox',
  if: { permissions: { $contains: mailReadPermission.name } },
  params: {
    path: '/outbox',
    title: 'Mail',
    icon: <RiMailLine />,
    routeRef: outboxRouteRef,
    noHeader: true,
    loader: async () => {
      const { OutboxRouter } =
        await import('./components/OutboxPage/OutboxRouter');
      return <OutboxRouter />;
    },
  },
});

/** Customers and members. Sign-in is `signInModule`. */
export const tenancyPlugin = createFrontendPlugin({
  pluginId: 'tenancy',
  title: 'Customers',
  icon: <RiBuilding2Line />,
  info: { packageJson: () => import('../package.json') },
  extensions: [
    tenancyApi,
    meApi,
    customersPage,
    membersPage,
    staffPage,
    rolesPage,
    organizationPage,
    usagePage,
    auditPage,
    securityApi,
    locksApi,
    securityPage,
    accountPage,
    outboxPage,
  ],
  routes: {
    customers: customersRouteRef,
    customer: customerRouteRef,
    newCustomer: newCustomerRouteRef,
    members: membersRouteRef,
    staff: staffRouteRef,
    audit: auditRouteRef,
    security: securityRouteRef,
    roles: rolesRouteRef,
    organization: organizationRouteRef,
    usage: usageRouteRef,
    account: accountRouteRef,
    outbox: outboxRouteRef,
  },
});
