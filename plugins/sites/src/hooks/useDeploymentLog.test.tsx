import { TestApiProvider } from '@backstage/frontend-test-utils';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { mockSitesApi } from '../__testUtils__/renderPage';
import { sitesApiRef, type SitesApi } from '../api';
import { useDeploymentLog } from './useDeploymentLog';

type FollowOptions = Parameters<SitesApi['followLog']>[2];

/** A log whose connections a test ends by hand. */
function scriptedLog() {
  const connections: {
    options: FollowOptions;
    end: (isFinal: boolean) => void;
  }[] = [];
  const api = mockSitesApi({
    followLog: (_customer, _id, options) =>
      new Promise<boolean>(end => {
        connections.push({ options, end });
      }),
  });
  return { api, connections };
}

function line(seq: number) {
  return {
    seq,
    at: '2026-11-20T10:00:00.000Z',
    stream: 'stdout',
    text: String(seq),
  };
}

function render(api: ReturnType<typeof mockSitesApi>, onState = () => {}) {
  return renderHook(
    () =>
      useDeploymentLog({ customer: 'acme', deploymentId: 'dep_1', onState }),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <TestApiProvider apis={[[sitesApiRef, api as unknown as SitesApi]]}>
          {children}
        </TestApiProvider>
      ),
    },
  );
}

describe('useDeploymentLog', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const noState = () => {};

  it('resumes a broken connection after the last line it saw', async () => {
    const { api, connections } = scriptedLog();
    const { result } = render(api, noState);
    expect(connections[0].options.after).toBe(0);
    await act(async () => {
      connections[0].options.listener.onLine(line(1));
      connections[0].options.listener.onLine(line(2));
      connections[0].end(false);
      await jest.advanceTimersByTimeAsync(1_000);
    });
    expect(connections[1].options.after).toBe(2);
    await act(async () => {
      // A server may repeat what was in flight.
      connections[1].options.listener.onLine(line(2));
      connections[1].options.listener.onLine(line(3));
      await jest.advanceTimersByTimeAsync(100);
    });
    expect(result.current.lines.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('stops when the deployment is final', async () => {
    const { api, connections } = scriptedLog();
    const { result } = render(api, noState);
    await act(async () => {
      connections[0].end(true);
      await jest.advanceTimersByTimeAsync(60_000);
    });
    expect(result.current.connection).toBe('ended');
    expect(connections).toHaveLength(1);
  });

  it('waits longer after each attempt that brought nothing', async () => {
    const { api, connections } = scriptedLog();
    render(api, noState);
    for (const count of [1, 2, 3]) {
      await act(async () => {
        connections[count - 1].end(false);
        await jest.advanceTimersByTimeAsync(500 * 2 ** count - 1);
      });
      expect(connections).toHaveLength(count);
      await act(async () => {
        await jest.advanceTimersByTimeAsync(1);
      });
      expect(connections).toHaveLength(count + 1);
    }
  });

  it('closes its connection when nobody looks any more', () => {
    const { api, connections } = scriptedLog();
    const { unmount } = render(api, noState);
    unmount();
    expect(connections[0].options.signal.aborted).toBe(true);
  });

  it('tells that the deployment moved', async () => {
    const { api, connections } = scriptedLog();
    const onState = jest.fn();
    render(api, onState);
    await act(async () => {
      connections[0].options.listener.onState('applying');
    });
    expect(onState).toHaveBeenCalledTimes(1);
  });
});
