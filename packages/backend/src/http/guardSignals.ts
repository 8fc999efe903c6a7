import type { AuthService } from '@backstage/backend-plugin-api';
import type { RequestHandler } from 'express';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often an open connection is asked whether its user may still be here. */
const RECHECK_MILLISECONDS = 3_000;

/** By then the plugin listens. */
const FIRST_ANSWER_MILLISECONDS = 100;

const PATH = '/api/signals';

/**
 * Closes signals to those who are not signed in, whom Backstage lets connect
 * and hear broadcasts, and ends a connection once its session is over.
 *
 * Backstage's plugin begins to listen for upgrades at the first one it sees
 * as a request, and leaves that one without an answer; this comes before it,
 * listens before it, and answers. Its client tries again by itself.
 */
export function guardSignals(auth: AuthService): RequestHandler {
  let isListening = false;
  return (req, res, next) => {
    const { server } = req.socket as unknown as { server?: Server };
    if (server && isWebSocket(req) && !isListening) {
      isListening = true;
      server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
        guardConnection(auth, request, socket);
      });
      setTimeout(
        () => res.status(503).set('Connection', 'close').end(),
        FIRST_ANSWER_MILLISECONDS,
      );
    }
    next();
  };
}

/**
 * Every upgrade of the whole portal comes by here. Backstage takes any address
 * that its own ends with, such as `/signals`; and what nobody takes would stay
 * open for ever.
 */
function guardConnection(
  auth: AuthService,
  request: IncomingMessage,
  socket: Duplex,
): void {
  const token = request.headers['sec-websocket-protocol'];
  if (request.url !== PATH || !isWebSocket(request)) {
    refuse(socket, '400 Bad Request');
  } else if (!token) {
    refuse(socket, '401 Unauthorized');
  } else {
    void endWithSession(auth, token, socket);
  }
}

/** As Backstage's plugin tells which requests are for it. */
function isWebSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLocaleLowerCase('en-US') === 'websocket';
}

function refuse(socket: Duplex, status: string): void {
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
  );
  // What listens after this sees a socket that is gone, and lets it be.
  socket.destroy();
}

async function endWithSession(
  auth: AuthService,
  token: string,
  socket: Duplex,
): Promise<void> {
  while (!socket.destroyed) {
    await sleep(RECHECK_MILLISECONDS, undefined, { ref: false });
    if (!socket.destroyed && !(await isUser(auth, token))) {
      socket.destroy();
    }
  }
}

async function isUser(auth: AuthService, token: string): Promise<boolean> {
  return auth.authenticate(token).then(
    credentials => auth.isPrincipal(credentials, 'user'),
    () => false,
  );
}
