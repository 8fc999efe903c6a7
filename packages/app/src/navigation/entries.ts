import type { Me } from '@freehold/plugin-tenancy-react';
import {
  RiAddCircleLine,
  RiBookShelfLine,
  RiBuilding2Line,
  RiDashboard3Line,
  RiFileList3Line,
  RiGlobalLine,
  RiHome5Line,
  RiMailLine,
  RiNotification3Line,
  RiPieChart2Line,
  RiPriceTag3Line,
  RiSearchLine,
  RiTeamLine,
  type RemixiconComponentType,
} from '@remixicon/react';

/** One place of the portal that the navigation leads to. */
export interface NavigationEntry {
  id:
    | 'home'
    | 'search'
    | 'notifications'
    | 'sites'
    | 'costs'
    | 'members'
    | 'staff'
    | 'usage'
    | 'order'
    | 'customers'
    | 'catalog'
    | 'audit'
    | 'outbox'
    | 'prices';
  href: string;
  icon: RemixiconComponentType;
  /** Left out of the bar of a narrow window; settings lead there. */
  isMinor?: boolean;
  /** How many things there wait for the reader. */
  count?: number;
  /** Whether the page at `pathname` belongs to this entry. */
  includes: (pathname: string) => boolean;
}

export const ORDER_PATH = '/create/templates/default/website';

/** A site's own page is a catalog entity outside the business's namespace. */
const SITE_ENTITY = /^\/catalog\/(?!default\/)[^/]+\/component\//;

/**
 * Where `me` can go. What a customer may not reach is not in the list at all,
 * so that it is not even named.
 */
export function navigationEntries(options: {
  me: Me | undefined;
  canOrder: boolean;
  canListCustomers: boolean;
  canManageStaff: boolean;
  canReadAudit: boolean;
  canReadMail: boolean;
  canReadPrices: boolean;
  canReadCosts: boolean;
  unreadCount: number;
}): NavigationEntry[] {
  const { me, canOrder, canListCustomers, canReadAudit, canReadMail } = options;
  const { canManageStaff, canReadPrices, canReadCosts, unreadCount } = options;
  const entries: NavigationEntry[] = [
    {
      id: 'home',
      href: '/',
      icon: RiHome5Line,
      includes: pathname => pathname === '/',
    },
    {
      id: 'sites',
      href: '/sites',
      icon: RiGlobalLine,
      includes: pathname =>
        isBelow(pathname, '/sites') || SITE_ENTITY.test(pathname),
    },
  ];
  if (canReadCosts) {
    entries.push({
      id: 'costs',
      href: '/costs',
      icon: RiPieChart2Line,
      includes: pathname => isBelow(pathname, '/costs'),
    });
  }
  if (me?.kind === 'member') {
    entries.push({
      id: 'members',
      href: '/members',
      icon: RiTeamLine,
      includes: pathname => isBelow(pathname, '/members'),
    });
    entries.push({
      id: 'usage',
      href: '/usage',
      icon: RiDashboard3Line,
      isMinor: true,
      includes: pathname => isBelow(pathname, '/usage'),
    });
  }
  if (canOrder) {
    entries.push({
      id: 'order',
      href: ORDER_PATH,
      icon: RiAddCircleLine,
      includes: pathname => isBelow(pathname, '/create'),
    });
  }
  if (canListCustomers) {
    entries.push(
      {
        id: 'customers',
        href: '/customers',
        icon: RiBuilding2Line,
        includes: pathname => isBelow(pathname, '/customers'),
      },
      {
        id: 'catalog',
        href: '/catalog',
        icon: RiBookShelfLine,
        includes: pathname =>
          isBelow(pathname, '/catalog') && !SITE_ENTITY.test(pathname),
      },
    );
  }
  if (canReadPrices) {
    entries.push({
      id: 'prices',
      href: '/prices',
      icon: RiPriceTag3Line,
      isMinor: true,
      includes: pathname => isBelow(pathname, '/prices'),
    });
  }
  if (canManageStaff) {
    entries.push({
      id: 'staff',
      href: '/staff',
      icon: RiTeamLine,
      isMinor: true,
      includes: pathname => isBelow(pathname, '/staff'),
    });
  }
  if (canReadAudit) {
    entries.push({
      id: 'audit',
      href: '/audit',
      icon: RiFileList3Line,
      isMinor: true,
      includes: pathname => isBelow(pathname, '/audit'),
    });
  }
  if (canReadMail) {
    entries.push({
      id: 'outbox',
      href: '/outbox',
      icon: RiMailLine,
      isMinor: true,
      includes: pathname => isBelow(pathname, '/outbox'),
    });
  }
  entries.push(
    {
      id: 'search',
      href: '/search',
      icon: RiSearchLine,
      isMinor: true,
      includes: pathname => isBelow(pathname, '/search'),
    },
    {
      id: 'notifications',
      href: '/notifications',
      icon: RiNotification3Line,
      isMinor: true,
      count: unreadCount,
      includes: pathname => isBelow(pathname, '/notifications'),
    },
  );
  return entries;
}

function isBelow(pathname: string, root: string): boolean {
  return pathname === root || pathname.startsWith(`${root}/`);
}
