import { Agent } from 'node:http';
import { parse } from 'cookie';
import request from 'supertest';
import { ORIGIN, portalHeaders } from './startPortal';

type Server = Parameters<typeof request>[0];

/** Not sent along when another site sends the browser here. */
const STRICT = ['freehold-session', 'freehold-challenge'];

const CHROME_ON_LINUX =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

/** Keeps cookies as a browser does, and calls this module's routes. */
export class TestBrowser {
  /** @param address - of 127.0.0.0/8, to call from */
  static create(server: Server, address = '127.0.0.1'): TestBrowser {
    return new TestBrowser(server, new Agent({ localAddress: address }));
  }

  /** By name. */
  readonly cookies = new Map<string, string>();

  private constructor(
    private readonly server: Server,
    private readonly agent: Agent,
  ) {}

  get(path: string) {
    return this.send('get', path);
  }

  post(path: string, body: object = {}) {
    return this.send('post', path, body);
  }

  delete(path: string) {
    return this.send('delete', path);
  }

  signIn(credentials: object) {
    return this.post('/sessions', credentials);
  }

  /** Comes to an address of the auth backend from another site. */
  async visit(address: string): Promise<request.Response> {
    const { pathname, search } = new URL(address, ORIGIN);
    const response = await request(this.server)
      .get(`${pathname}${search}`)
      .agent(this.agent as any)
      .set(
        'Cookie',
        this.cookieHeader(name => !STRICT.includes(name)),
      )
      .redirects(0);
    this.keep(response);
    return response;
  }

  private cookieHeader(isSent: (name: string) => boolean): string {
    return [...this.cookies]
      .filter(([name]) => isSent(name))
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('; ');
  }

  private async send(
    method: 'get' | 'post' | 'delete',
    path: string,
    body?: object,
  ): Promise<request.Response> {
    const call = request(this.server)
      [method](`/api/auth/local${path}`)
      .agent(this.agent as any)
      .set(portalHeaders)
      .set('User-Agent', CHROME_ON_LINUX)
      .set(
        'Cookie',
        this.cookieHeader(() => true),
      );
    const response = await (body ? call.send(body) : call);
    this.keep(response);
    return response;
  }

  private keep(response: request.Response): void {
    for (const line of response.get('Set-Cookie') ?? []) {
      const [name, value] = Object.entries(parse(line.split(';')[0]))[0];
      if (/Expires=Thu, 01 Jan 1970/.test(line)) {
        this.cookies.delete(name);
      } else {
        this.cookies.set(name, value!);
      }
    }
  }
}
