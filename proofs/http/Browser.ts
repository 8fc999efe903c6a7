import { type Answer, type Call, request } from './request.ts';
import { ownPageHeaders } from './Session.ts';

/** Not sent along when another site sends the browser here. */
const STRICT = ['freehold-session', 'freehold-challenge'];

/** Somebody at the portal's pages: keeps cookies as a browser does. */
export class Browser {
  /** @param address - of 127.0.0.0/8, to call from */
  static open(origin: string, address?: string): Browser {
    return new Browser(origin, address);
  }

  readonly origin: string;
  readonly address?: string;
  /** By name, as they are sent. */
  readonly cookies = new Map<string, string>();

  private constructor(origin: string, address?: string) {
    this.origin = origin;
    this.address = address;
  }

  get sessionCookie(): string | undefined {
    return this.cookies.get('freehold-session');
  }

  /** A request of a page of the portal. */
  async call(call: Call): Promise<Answer> {
    return this.send({
      ...call,
      headers: {
        ...ownPageHeaders(this.origin),
        cookie: this.cookieHeader(() => true),
        ...call.headers,
      },
    });
  }

  /** One of the routes of sign-in, by its cookies. */
  auth(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.call({ method, path: `/api/auth/local${path}`, body });
  }

  /** @param headers - sent along with what a page sends */
  signIn(
    account: { email: string; password: string; tenant?: string },
    headers?: Record<string, string>,
  ): Promise<Answer> {
    const path = '/api/auth/local/sessions';
    return this.call({ method: 'POST', path, body: account, headers });
  }

  async isSignedIn(): Promise<boolean> {
    const { status } = await this.auth('POST', '/sessions/refresh');
    return status === 200;
  }

  /** Comes to an address of the portal from another site. */
  async visit(
    address: string,
    headers?: Record<string, string>,
  ): Promise<Answer> {
    const { pathname, search } = new URL(address, this.origin);
    const cookie = this.cookieHeader(name => !STRICT.includes(name));
    return this.send({
      path: `${pathname}${search}`,
      headers: { cookie, ...headers },
    });
  }

  private async send(call: Call): Promise<Answer> {
    const answer = await request(this.origin, { from: this.address, ...call });
    answer.setCookies.forEach(line => this.keep(line));
    return answer;
  }

  private cookieHeader(isSent: (name: string) => boolean): string {
    return [...this.cookies]
      .filter(([name]) => isSent(name))
      .map(pair => pair.join('='))
      .join('; ');
  }

  private keep(line: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
    if (/Expires=Thu, 01 Jan 1970/.test(line)) {
      this.cookies.delete(name);
    } else {
      this.cookies.set(name, value);
    }
  }
}
