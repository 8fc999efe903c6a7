import { useApi } from '@backstage/frontend-plugin-api';
import { useUpload } from '@freehold/plugin-tenancy-react';
import { costsApiRef, type Import } from '../api';

/**
 * Uploads exports of providers. `sourceFor` tells where a file belongs, and may
 * make that source first.
 */
export function useChargesUpload(options: {
  sourceFor: () => Promise<string>;
  onReceived: (received: Import) => void;
}) {
  const { sourceFor, onReceived } = options;
  const api = useApi(costsApiRef);
  return useUpload({
    send: async (file, progress) =>
      api.importCharges(await sourceFor(), file, progress),
    onReceived,
  });
}
