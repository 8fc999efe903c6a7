import type { AuthService } from '@backstage/backend-plugin-api';
import type { RequestHandler } from 'express';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** How often an open connection is asked whether its user may still be here. */
const RECHECK_MILLISECONDS = 30_000;

/** By then the plugin listens. */
const FIRST_ANSWER_MILLISECONDS = 100;

const REFUSAL =
  'HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

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
    if (server && req.headers.upgrade && !isListening) {
      isListening = true;
      server.on('upgrade', (request: IncomingMessage, socket: Duplex) =>
        guardConnection(auth, request, socket),
      );
      setTimeout(
        () => res.status(503).set('Connection', 'close').end(),
        FIRST_ANSWER_MILLISECONDS,
      );
    }
    next();
  };
}

function guardConnection(
  auth: AuthService,
  request: IncomingMessage,
  socket: Duplex,
): void {
  if (!request.url?.startsWith('/api/signals')) {
    return;
  }
  const token = request.headers['sec-websocket-protocol'];
  if (!token) {
    socket.end(REFUSAL);
    // What listens after this sees a socket that is gone, and lets it be.
    socket.destroy();
    return;
  }
  const recheck = setInterval(async () => {
    if (!(await isUser(auth, token))) {
      socket.destroy();
    }
  }, RECHECK_MILLISECONDS);
  recheck.unref();
  socket.once('close', () => clearInterval(recheck));
}

async function isUser(auth: AuthService, token: string): Promise<boolean> {
  return auth.authenticate(token).then(
    credentials => auth.isPrincipal(credentials, 'user'),
    () => false,
  );
}
