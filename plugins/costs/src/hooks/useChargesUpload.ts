import { useApi } from '@backstage/frontend-plugin-api';
import { useUpload } from '@freehold/plugin-tenancy-react';
import { costsApiRef, type Import, type ImportOptions } from '../api';

/**
 * Uploads exports of providers. `sourceFor` tells where a file belongs, and may
 * make that source first.
 */
export function useChargesUpload(options: {
  sourceFor: () => Promise<string>;
  said: ImportOptions;
  onReceived: (received: Import) => void;
}) {
  const { onReceived, said, sourceFor } = options;
  const api = useApi(costsApiRef);
  return useUpload({
    send: async (file, progress) =>
      api.importCharges(await sourceFor(), file, { ...said, ...progress }),
    onReceived,
  });
}

/** Uploads rejected rows of an import, corrected. */
export function useCorrectionUpload(
  importId: string,
  onReceived: (received: Import) => void,
) {
  const api = useApi(costsApiRef);
  return useUpload({
    send: (file, progress) => api.correctRejectedRows(importId, file, progress),
    onReceived,
  });
}
