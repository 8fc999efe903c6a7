import { Agent } from 'node:http';
import { parse } from 'cookie';
import request from 'supertest';
import { portalHeaders } from './startPortal';

type Server = Parameters<typeof request>[0];

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
        [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
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

const CHROME_ON_LINUX =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
