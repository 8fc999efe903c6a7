import http from 'node:http';
import type { AddressInfo } from 'node:net';

export const AWS_SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';

/** A key that the double takes for a user of this account. */
export const keyOf = (account: string) => `AKIAOF${account}`;

interface Question {
  action: string;
  accessKeyId: string;
  fields: Record<string, string>;
}

/** A role of the double: whoever shows the external id may be it. */
export interface DoubleRole {
  externalId?: string;
  longestSeconds?: number;
}

/**
 * The token service of AWS, as far as the portal asks it: knows keys by
 * {@link keyOf}, refuses what AWS refuses with AWS's own codes.
 */
export class StsDouble {
  readonly asked: Question[] = [];
  readonly roles = new Map<string, DoubleRole>();
  /** The code that everything is answered with, if any. */
  trouble?: string;

  static async start(): Promise<StsDouble> {
    const double = new StsDouble();
    await new Promise<void>(resolve => {
      double.server.listen(0, '127.0.0.1', resolve);
    });
    return double;
  }

  private readonly server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      const fields = Object.fromEntries(
        new URLSearchParams(Buffer.concat(chunks).toString()),
      );
      const { authorization = '' } = request.headers;
      const accessKeyId = /Credential=([^/]+)\//.exec(authorization)?.[1] ?? '';
      const question = { action: fields.Action, accessKeyId, fields };
      this.asked.push(question);
      const { status, body } = this.answer(question);
      response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
    });
  });

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  private answer(question: Question): { status: number; body: string } {
    const account = /^(?:AKIA|ASIA)OF(\d{12})$/.exec(question.accessKeyId)?.[1];
    if (this.trouble || !account) {
      return refuse(this.trouble ?? 'InvalidClientTokenId');
    }
    if (question.action === 'GetCallerIdentity') {
      return reply(
        question.action,
        `<Account>${account}</Account><UserId>AIDA</UserId><Arn>arn:aws:iam::${account}:user/portal</Arn>`,
      );
    }
    return this.assume(question);
  }

  private assume({ action, fields }: Question) {
    const role = this.roles.get(fields.RoleArn);
    if (!role || (role.externalId && role.externalId !== fields.ExternalId)) {
      return refuse('AccessDenied', 403);
    }
    if (Number(fields.DurationSeconds) > (role.longestSeconds ?? 3_600)) {
      return refuse(
        'ValidationError',
        400,
        'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      );
    }
    const account = fields.RoleArn.split(':')[4];
    return reply(
      action,
      `<Credentials><AccessKeyId>ASIAOF${account}</AccessKeyId><SecretAccessKey>${AWS_SECRET}</SecretAccessKey><SessionToken>session-token-of-${account}</SessionToken><Expiration>2030-01-01T00:00:00Z</Expiration></Credentials>`,
    );
  }
}

function reply(action: string, result: string) {
  return {
    status: 200,
    body: `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></${action}Response>`,
  };
}

function refuse(code: string, status = 403, message = 'No.') {
  return {
    status,
    body: `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`,
  };
}
