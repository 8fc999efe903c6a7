import { useEffect, useRef, useState } from 'react';

export type UploadState =
  | { step: 'idle' }
  | { step: 'sending'; fileName: string; share: number }
  /** All of it is sent; what becomes of it is not known yet. */
  | { step: 'checking'; fileName: string }
  | { step: 'failed'; fileName: string; error: Error };

/** An upload under way, or why the last one was refused. */
export interface Upload {
  state: UploadState;
  upload: (file: File) => Promise<void>;
  stop: () => void;
}

/** Sends files, one at a time; a new one stops the last. */
export function useUpload<Received>(options: {
  send: (
    file: File,
    options: { signal: AbortSignal; onProgress: (share: number) => void },
  ) => Promise<Received>;
  onReceived: (received: Received, file: File) => void;
}): Upload {
  const { send, onReceived } = options;
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
      const received = await send(file, {
        signal: controller.signal,
        onProgress: share =>
          show(
            share < 1
              ? { step: 'sending', fileName, share }
              : { step: 'checking', fileName },
          ),
      });
      show({ step: 'idle' });
      if (!controller.signal.aborted) onReceived(received, file);
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
