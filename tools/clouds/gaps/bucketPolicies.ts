import { withBody, type Gap } from './Gap.ts';

interface Statement {
  Effect: string;
  Condition?: object;
}

/**
 * Policies of buckets. Moto takes every condition for met, so "deny all that
 * comes without TLS" would lock everybody out: it is kept here, given back when
 * asked for, and not told to moto.
 */
export function bucketPolicies(): Gap {
  const policies = new Map<string, Buffer>();
  return {
    async answer(call, moto) {
      const { pathname, searchParams } = new URL(call.url, 'http://s3');
      if (!searchParams.has('policy')) return undefined;
      const bucket = pathname.split('/')[1] ?? '';
      const isPut = call.method === 'PUT';
      const reply = await moto(
        isPut ? withBody(call, withoutConditions(call.body)) : call,
      );
      if (reply.status >= 300) return reply;
      if (isPut) policies.set(bucket, call.body);
      if (call.method === 'DELETE') policies.delete(bucket);
      const kept = policies.get(bucket);
      if (call.method !== 'GET' || !kept) return reply;
      return {
        ...reply,
        headers: { ...reply.headers, 'content-length': String(kept.length) },
        body: kept,
      };
    },
  };
}

function withoutConditions(policy: Buffer): string {
  const parsed = JSON.parse(policy.toString());
  const isTold = ({ Effect, Condition }: Statement) =>
    Effect !== 'Deny' || !Condition;
  return JSON.stringify({
    ...parsed,
    Statement: parsed.Statement.filter(isTold),
  });
}
