import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ownPageHeaders, type Session } from '../http/Session.ts';

/** What the portal tells of an import. */
export interface CostImport {
  importId: string;
  state: 'queued' | 'running' | 'succeeded' | 'failed';
  step?: string;
  accepted?: number;
  rejected?: number;
  problem?: { code: string; message: string };
  startedAt?: string;
  finishedAt?: string;
}

/** Brings files of charges in over HTTP, as finance does. */
export class CostImports {
  private readonly finance: Session;

  constructor(finance: Session) {
    this.finance = finance;
  }

  /** @returns the source's id */
  async createSource(name: string): Promise<string> {
    const { sourceId } = await this.finance.json({
      method: 'POST',
      path: '/api/costs/sources',
      body: { name },
    });
    return sourceId;
  }

  /** Sends a file, however large, and does not wait for its import. */
  async upload(
    sourceId: string,
    file: string,
    mode: 'replace' | 'add' = 'replace',
  ): Promise<CostImport> {
    const { origin, token } = this.finance;
    const { size } = await stat(file);
    const { host, port } = new URL(origin);
    const answer = new Promise<CostImport>((resolve, reject) => {
      const outgoing = httpRequest(
        {
          host: '127.0.0.1',
          port,
          method: 'POST',
          path: `/api/costs/sources/${sourceId}/imports?fileName=charges.csv&mode=${mode}`,
          headers: {
            ...ownPageHeaders(origin),
            host,
            authorization: `Bearer ${token}`,
            'content-type': 'application/octet-stream',
            'content-length': size,
          },
        },
        incoming => {
          text(incoming).then(body =>
            incoming.statusCode === 202
              ? resolve(JSON.parse(body))
              : reject(new Error(`${incoming.statusCode}: ${body}`)),
          );
        },
      );
      outgoing.on('error', reject);
      pipeline(createReadStream(file), outgoing).catch(reject);
    });
    return answer;
  }

  get(importId: string): Promise<CostImport> {
    return this.finance.json({ path: `/api/costs/imports/${importId}` });
  }

  /**
   * Waits until the import is over.
   *
   * @throws Error when it failed
   */
  async succeed(
    importId: string,
    onLook: (found: CostImport) => void = () => {},
  ): Promise<CostImport> {
    for (;;) {
      const found = await this.get(importId);
      onLook(found);
      if (found.state === 'succeeded') {
        return found;
      }
      if (found.state === 'failed') {
        throw new Error(`The import failed: ${JSON.stringify(found.problem)}`);
      }
      await sleep(50);
    }
  }
}
