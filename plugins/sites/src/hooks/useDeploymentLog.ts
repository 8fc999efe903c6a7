import { useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import { sitesApiRef, type LogLine } from '../api';

export type LogConnection = 'connecting' | 'following' | 'waiting' | 'ended';

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;

/** Hands lines on once a frame: a log may bring hundreds at once. */
class LineBuffer {
  last = 0;
  private lines: LogLine[] = [];
  private frame: number | undefined;

  constructor(private readonly show: (lines: LogLine[]) => void) {}

  add(line: LogLine) {
    if (line.seq <= this.last) return;
    this.last = line.seq;
    this.lines = [...this.lines, line];
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.show(this.lines);
    });
  }

  close() {
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
  }
}

/**
 * A deployment's log, from its first line, followed until the deployment is
 * final. A broken connection is resumed after the last line that was seen.
 * `onState` hears that the deployment moved.
 */
export function useDeploymentLog(options: {
  customer: string;
  deploymentId: string;
  onState: () => void;
}): { lines: LogLine[]; connection: LogConnection; error?: Error } {
  const { customer, deploymentId, onState } = options;
  const api = useApi(sitesApiRef);
  const [lines, setLines] = useState<LogLine[]>([]);
  const [connection, setConnection] = useState<LogConnection>('connecting');
  const [error, setError] = useState<Error>();

  useEffect(() => {
    const stop = new AbortController();
    const buffer = new LineBuffer(setLines);

    const follow = async () => {
      let delay = FIRST_DELAY_MS;
      while (!stop.signal.aborted) {
        const before = buffer.last;
        try {
          const isFinal = await api.followLog(customer, deploymentId, {
            after: buffer.last,
            signal: stop.signal,
            listener: {
              onLine: line => {
                setConnection('following');
                buffer.add(line);
              },
              onState: () => {
                setConnection('following');
                onState();
              },
            },
          });
          setError(undefined);
          if (isFinal) {
            setConnection('ended');
            onState();
            return;
          }
        } catch (caught) {
          if (stop.signal.aborted) return;
          setError(caught as Error);
        }
        if (stop.signal.aborted) return;
        setConnection('waiting');
        delay =
          buffer.last > before
            ? FIRST_DELAY_MS
            : Math.min(delay * 2, LONGEST_DELAY_MS);
        await pause(delay, stop.signal);
      }
    };

    setLines([]);
    follow();
    return () => {
      stop.abort();
      buffer.close();
    };
  }, [api, customer, deploymentId, onState]);

  return { lines, connection, error };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
