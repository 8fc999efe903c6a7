import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from '../http/Session.ts';

/** What somebody hears over the portal's WebSocket. */
export interface Listener {
  who: Session;
  heard: string[];
  /** Whether the portal took the connection. */
  isOpen: boolean;
  /** Whether the connection ended since. */
  readonly isClosed: boolean;
  close(): void;
}

const CONNECT_TRIES = 3;
const CONNECT_LIMIT_MS = 3000;

/** Connects as a browser does, and asks for everything on a channel. */
export async function listen(who: Session, channel: string): Promise<Listener> {
  for (let attempt = 1; ; attempt++) {
    const listener = await connect(who, channel);
    // The first request of all makes the portal take WebSockets, and is never
    // answered itself.
    if (listener.isOpen || attempt === CONNECT_TRIES) {
      return listener;
    }
    listener.close();
    await sleep(100);
  }
}

async function connect(who: Session, channel: string): Promise<Listener> {
  const socket = new WebSocket(
    `${who.origin.replace(/^http/, 'ws')}/api/signals`,
    who.token ? [who.token] : [],
  );
  const heard: string[] = [];
  socket.addEventListener('message', ({ data }) => heard.push(String(data)));
  const isOpen = await new Promise<boolean>(resolve => {
    socket.addEventListener('open', () => resolve(true));
    socket.addEventListener('error', () => resolve(false));
    setTimeout(() => resolve(false), CONNECT_LIMIT_MS);
  });
  if (isOpen) {
    socket.send(JSON.stringify({ action: 'subscribe', channel }));
  }
  return {
    who,
    heard,
    isOpen,
    get isClosed() {
      return socket.readyState === WebSocket.CLOSED;
    },
    close: () => socket.close(),
  };
}
