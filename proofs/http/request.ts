import { Agent, request as httpRequest } from 'node:http';

export interface Call {
  method?: string;
  /** Path with query, sent as it is: bad encodings included. */
  path: string;
  headers?: Record<string, string>;
  /** Objects go out as JSON; strings and bytes as they are. */
  body?: unknown;
  /** Network address to call from, of 127.0.0.0/8. */
  from?: string;
  /** A stream that is still open after this many milliseconds is cut off. */
  patienceMs?: number;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** Each `Set-Cookie` as it came. */
  setCookies: string[];
  body: string;
  /** The answer was a stream that had not ended. */
  cutOff: boolean;
}

/** No request of ours takes the portal this long, however busy the machine. */
const ANSWER_LIMIT_MS = 20_000;

class IdleConnectionClosed extends Error {}

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/**
 * One HTTP request, without fetch's helpfulness: Host can be set, paths aren't
 * normalised, and an answer that never ends is cut off.
 *
 * @param origin - such as `http://localhost:7007`; reached over 127.0.0.1
 */
export async function request(origin: string, call: Call): Promise<Answer> {
  try {
    return await requestOnce(origin, call);
  } catch (error) {
    // The portal closed an idle connection while this was on its way to it.
    if (error instanceof IdleConnectionClosed) {
      return requestOnce(origin, call);
    }
    throw error;
  }
}

function requestOnce(origin: string, call: Call): Promise<Answer> {
  const { port, host } = new URL(origin);
  const { payload, headers } = encode(call);
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      {
        host: '127.0.0.1',
        port,
        localAddress: call.from,
        agent,
        method: call.method ?? 'GET',
        path: call.path,
        headers: { host, ...headers, ...call.headers },
      },
      incoming => {
        const chunks: Buffer[] = [];
        const finish = (cutOff: boolean) => {
          clearTimeout(timer);
          resolve({
            status: incoming.statusCode!,
            headers: flatten(incoming.headers),
            setCookies: incoming.headers['set-cookie'] ?? [],
            body: Buffer.concat(chunks).toString('utf8'),
            cutOff,
          });
        };
        const timer = setTimeout(() => {
          finish(true);
          outgoing.destroy();
        }, call.patienceMs ?? 30_000);
        incoming.on('data', chunk => chunks.push(chunk));
        incoming.on('end', () => finish(false));
        incoming.on('error', () => finish(true));
      },
    );
    outgoing.setTimeout(ANSWER_LIMIT_MS, () =>
      outgoing.destroy(new Error(`No answer in ${ANSWER_LIMIT_MS / 1000} s`)),
    );
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        outgoing.reusedSocket && error.code === 'ECONNRESET'
          ? new IdleConnectionClosed()
          : error,
      ),
    );
    outgoing.end(payload);
  });
}

function encode(call: Call): {
  payload?: Buffer | string;
  headers: Record<string, string>;
} {
  const { body } = call;
  if (body === undefined) {
    return { headers: {} };
  }
  const raw = typeof body === 'string' || Buffer.isBuffer(body);
  const payload = raw ? (body as string | Buffer) : JSON.stringify(body);
  return {
    payload,
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(payload)),
    },
  };
}

function flatten(
  headers: Record<string, string | string[] | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value)]),
  );
}
