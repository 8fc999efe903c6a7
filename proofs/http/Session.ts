import { type Answer, type Call, request } from './request.ts';

/** Someone who calls the portal. Without a token: nobody. */
export class Session {
  /** Signs in as the portal's own page does. */
  static async signIn(
    origin: string,
    name: string,
    account: { email: string; password: string; tenant?: string },
  ): Promise<Session> {
    const answer = await request(origin, {
      method: 'POST',
      path: '/api/auth/local/sessions',
      headers: ownPageHeaders(origin),
      body: account,
    });
    const token =
      answer.status === 200 && JSON.parse(answer.body).backstageIdentity?.token;
    if (!token) {
      throw new Error(
        `${name} could not sign in: ${answer.status} ${answer.body}`,
      );
    }
    const cookie = answer.headers['set-cookie']?.split(';')[0];
    return new Session(origin, name, token, cookie);
  }

  static nobody(origin: string): Session {
    return new Session(origin, 'nobody');
  }

  readonly origin: string;
  readonly name: string;
  readonly token?: string;
  readonly cookie?: string;

  private constructor(
    origin: string,
    name: string,
    token?: string,
    cookie?: string,
  ) {
    this.origin = origin;
    this.name = name;
    this.token = token;
    this.cookie = cookie;
  }

  /** The same session under a name that says more about it. */
  renamed(name: string): Session {
    return new Session(this.origin, name, this.token, this.cookie);
  }

  call(call: Call): Promise<Answer> {
    return request(this.origin, {
      ...call,
      headers: {
        ...ownPageHeaders(this.origin),
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...call.headers,
      },
    });
  }

  /** Ends the session as the portal's own page does, by its cookie. */
  async signOut(): Promise<void> {
    await this.json({
      method: 'DELETE',
      path: '/api/auth/local/sessions/current',
      headers: { cookie: this.cookie! },
    });
  }

  /** The parsed answer of a call that must succeed. */
  async json<T = any>(call: Call): Promise<T> {
    const answer = await this.call(call);
    if (answer.status < 200 || answer.status > 299) {
      throw new Error(
        `${this.name}: ${call.method ?? 'GET'} ${call.path} answered ${answer.status} ${answer.body.slice(0, 500)}`,
      );
    }
    return JSON.parse(answer.body || 'null');
  }
}

/** What the portal's own pages send along. */
export function ownPageHeaders(origin: string): Record<string, string> {
  return { origin, 'x-freehold-request': '1' };
}
