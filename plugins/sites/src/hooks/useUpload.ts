import { useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useRef, useState } from 'react';
import { sitesApiRef, type UploadedContent } from '../api';

export type UploadState =
  | { step: 'idle' }
  | { step: 'sending'; fileName: string; share: number }
  | { step: 'checking'; fileName: string }
  | { step: 'failed'; fileName: string; error: Error };

/** Uploads archives for a customer, one at a time; a new one stops the last. */
export function useUpload(options: {
  customer: string;
  onUploaded: (content: UploadedContent, file: File) => void;
}) {
  const { customer, onUploaded } = options;
  const api = useApi(sitesApiRef);
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
      const content = await api.uploadContent(customer, file, {
        signal: controller.signal,
        onProgress: share =>
          show(
            share < 1
              ? { step: 'sending', fileName, share }
              : { step: 'checking', fileName },
          ),
      });
      show({ step: 'idle' });
      if (!controller.signal.aborted) onUploaded(content, file);
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
