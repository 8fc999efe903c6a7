import type { ReactNode } from 'react';
import { SWRConfig } from 'swr';

/** Forgets between tests what `usePermission` was told. */
export function FreshPermissions(props: { children: ReactNode }) {
  return (
    <SWRConfig value={{ provider: () => new Map() }}>
      {props.children}
    </SWRConfig>
  );
}
