import { useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useRef, useState } from 'react';
import { costsApiRef, type Import } from '../api';

export type UploadState =
  | { step: 'idle' }
  | { step: 'sending'; fileName: string; share: number }
  | { step: 'failed'; fileName: string; error: Error };

/**
 * Uploads files, one at a time. `sourceFor` tells where a file belongs, and may
 * make that source first.
 */
export function useUpload(options: {
  sourceFor: () => Promise<string>;
  onReceived: (received: Import) => void;
}) {
  const { sourceFor, onReceived } = options;
  const api = useApi(costsApiRef);
  const running = useRef<AbortController>();
  const [state, setState] = useState<UploadState>({ step: 'idle' });
  useEffect(() => () => running.current?.abort(), []);

  const upload = async (file: File) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const fileName = file.name;
    const show = (next: UploadState) => {
      if (!controller.signal.aborted) setState(next);
    };
    show({ step: 'sending', fileName, share: 0 });
    try {
      const received = await api.importCharges(await sourceFor(), file, {
        signal: controller.signal,
        onProgress: share => show({ step: 'sending', fileName, share }),
      });
      show({ step: 'idle' });
      if (!controller.signal.aborted) onReceived(received);
    } catch (error) {
      show({ step: 'failed', fileName, error: error as Error });
    }
  };
  const stop = () => {
    running.current?.abort();
    setState({ step: 'idle' });
  };
  return { state, upload, stop };
}
