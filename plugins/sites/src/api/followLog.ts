import type { FetchApi } from '@backstage/frontend-plugin-api';
import type { DeploymentState } from '@freehold/plugin-sites-common';
import { PortalError } from '@freehold/plugin-tenancy-react';
import { createParser } from 'eventsource-parser';
import type { LogListener } from './SitesApi';

/**
 * Reads one connection of a deployment's log. Resolves to true when the server
 * said that the deployment is final, to false when the connection broke before.
 * EventSource cannot be used: it sends no Authorization header.
 */
export async function followLog(options: {
  fetchApi: FetchApi;
  url: string;
  after: number;
  signal: AbortSignal;
  listener: LogListener;
}): Promise<boolean> {
  const { fetchApi, url, after, signal, listener } = options;
  const response = await fetchApi.fetch(`${url}?after=${after}`, {
    headers: { accept: 'text/event-stream' },
    signal,
  });
  if (!response.ok || !response.body) {
    throw await PortalError.fromResponse(response);
  }

  let isFinal = false;
  const parser = createParser({
    onEvent({ event, data }) {
      if (event === 'line') listener.onLine(JSON.parse(data));
      if (event === 'state') listener.onState(readState(data));
      if (event === 'end') isFinal = true;
    },
  });
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return false;
      parser.feed(decoder.decode(value, { stream: true }));
      if (isFinal) return true;
    }
  } catch (error) {
    // A connection that breaks is resumed by the caller, as one that ends is.
    if (error instanceof SyntaxError) throw error;
    return false;
  } finally {
    reader.cancel().catch(() => {});
  }
}

function readState(data: string): DeploymentState {
  return JSON.parse(data).state;
}
