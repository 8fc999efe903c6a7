import net from 'node:net';
import { Problem } from '../bootstrap/problem.mjs';

/** Refuses a port that something else listens on, before any work is done. */
export async function requireFreePort(port: number): Promise<void> {
  try {
    await listenOnce(port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new Problem(
        `port ${port} is in use by another program. Stop that one, or choose another port: npm start -- --port ${port + 1}`,
      );
    }
    if (code === 'EACCES') {
      throw new Problem(
        `port ${port} may not be used by this user. Choose one above 1023: npm start -- --port 7007`,
      );
    }
    throw error;
  }
}

export async function findFreePort(): Promise<number> {
  return listenOnce(0);
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address() as net.AddressInfo;
      server.close(() => resolve(address.port));
    });
  });
}
