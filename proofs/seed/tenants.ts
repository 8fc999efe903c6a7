import { randomBytes } from 'node:crypto';

const memberRoles = [
  'owner',
  'admin',
  'developer',
  'billing',
  'viewer',
] as const;
export type MemberRole = (typeof memberRoles)[number];

interface Member {
  name: string;
  email: string;
  displayName: string;
  role: string;
}

interface CustomerPlan {
  slug: string;
  name: string;
  tier: 'standard' | 'premium';
  members: Member[];
}

/**
 * The people of a proof: an onlooker, the customer it must see nothing of, one
 * that gets deactivated, one that gets suspended, and staff.
 */
export interface Cast {
  /** In every text of the observed customer, and nowhere else. */
  canary: string;
  password: string;
  onlooker: CustomerPlan;
  observed: CustomerPlan;
  deactivated: CustomerPlan;
  suspended: CustomerPlan;
  /** Who only take part where there have to be many. */
  extras: CustomerPlan[];
  staff: Member[];
}

/**
 * A new cast; its names are random, so that no chance match looks like a leak.
 *
 * @param extras - how many further customers there are
 */
export function castTenants(extras = 0): Cast {
  const mark = randomBytes(4).toString('hex');
  const canary = `canary${mark}`;
  return {
    canary,
    password: randomBytes(18).toString('base64url'),
    onlooker: customer(`ash-${mark}`, 'Ash Onlookers', 'ash'),
    observed: customer(`elm-${mark}`, `Elm ${canary}`, `elm-${canary}`),
    deactivated: customer(`oak-${mark}`, `Oak ${canary}`, `oak-${canary}`),
    suspended: customer(`fir-${mark}`, `Fir ${canary}`, `fir-${canary}`),
    extras: Array.from({ length: extras }, (_, index) =>
      customer(`yew-${index}-${mark}`, `Yew ${index}`, `yew-${index}`),
    ),
    staff: [
      ...['operator', 'finance', 'support'].map(role => ({
        name: role,
        email: `${role}@hosting.example`,
        displayName: `The ${role}`,
        role,
      })),
      {
        name: 'viewing',
        email: 'viewing@hosting.example',
        displayName: 'The one who views as a customer',
        role: 'support',
      },
    ],
  };
}

/** In the shape of examples/demo.yaml. */
export function toDemo(cast: Cast): object {
  const { password, staff } = cast;
  return { password, customers: customersOf(cast), staff };
}

/** All customers of a cast. */
export function customersOf(cast: Cast): CustomerPlan[] {
  const { onlooker, observed, deactivated, suspended, extras } = cast;
  return [onlooker, observed, deactivated, suspended, ...extras];
}

function customer(slug: string, name: string, prefix: string): CustomerPlan {
  const member = (title: string, role: MemberRole): Member => ({
    name: `${prefix}-${title}`,
    email: `${title}@${prefix}.example`,
    displayName: `${title} of ${name}`,
    role,
  });
  return {
    slug,
    name,
    tier: 'premium',
    members: [
      ...memberRoles.map(role => member(role, role)),
      member('leaver', 'admin'),
    ],
  };
}
