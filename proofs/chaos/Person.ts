import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from '../http/request.ts';
import { Session } from '../http/Session.ts';
import type { Replicas } from './Replicas.ts';

const PATIENCE_MS = 120_000;

/** What somebody is told, whichever replica it is that answers. */
export interface Told {
  status: number;
  body: any;
}

/** Signed in at every replica, and led to one that is up, as by a proxy. */
export class Person {
  static async signIn(
    replicas: Replicas,
    email: string,
    password: string,
  ): Promise<Person> {
    const sessions = await Promise.all(
      replicas.portals.map(({ url }) =>
        Session.signIn(url, email, { email, password }),
      ),
    );
    return new Person(replicas, sessions);
  }

  private readonly replicas: Replicas;
  private readonly sessions: Session[];

  private constructor(replicas: Replicas, sessions: Session[]) {
    this.replicas = replicas;
    this.sessions = sessions;
  }

  /**
   * Asks again of whichever is up when a call is cut short; it may have had its
   * effect, and is made once more all the same.
   *
   * @returns also what is refused, for the caller to judge
   */
  async ask(call: Call): Promise<Told> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const { url } = this.replicas.pickUp();
      const session = this.sessions.find(({ origin }) => origin === url)!;
      const answer = await session.call(call).catch(() => undefined);
      if (answer && !answer.cutOff && answer.status < 500) {
        return {
          status: answer.status,
          body: JSON.parse(answer.body || 'null'),
        };
      }
      if (Date.now() > deadline) {
        throw new Error(
          `${call.method ?? 'GET'} ${call.path}: ${answer ? `${answer.status} ${answer.body.slice(0, 500)}` : 'no answer'}`,
        );
      }
      await sleep(200);
    }
  }

  /** The answer to what must not be refused. */
  async get(call: Call): Promise<any> {
    const { status, body } = await this.ask(call);
    if (status > 299) {
      throw new Error(
        `${call.method ?? 'GET'} ${call.path} answered ${status} ${JSON.stringify(body)}`,
      );
    }
    return body;
  }
}
