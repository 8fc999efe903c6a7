import { useMe } from '@freehold/plugin-tenancy-react';
import type { ReactNode } from 'react';
import { ViewingBanner } from './ViewingBanner';

/** The app, below a banner while its reader views as a customer. */
export function ViewingFrame(props: { children: ReactNode }) {
  const { me } = useMe();
  return (
    <>
      {me?.viewing && (
        <ViewingBanner customer={me.tenantName} viewing={me.viewing} />
      )}
      {props.children}
    </>
  );
}
