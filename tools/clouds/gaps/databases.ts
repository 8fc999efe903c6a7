import { createHash } from 'node:crypto';
import { withBody, type Call, type Gap } from './Gap.ts';

const FILTER = 'dbi-resource-id';

/**
 * Databases. Moto has one id for all of them, by which Terraform cannot tell one
 * from its replica, and does not say of parameters that somebody set them.
 */
export function databases(): Gap {
  const names = new Map<string, string>();
  return {
    async answer(call, moto) {
      if (!isForDatabases(call)) return undefined;
      const reply = await moto(askByName(call, names));
      const body = Buffer.from(
        reply.body
          .toString()
          .replace(/<DBInstance>.*?<\/DBInstance>/gs, instance =>
            withOwnId(instance, names),
          )
          .replaceAll(
            '</ApplyMethod></Parameter>',
            '</ApplyMethod><Source>user</Source></Parameter>',
          ),
      );
      return {
        ...reply,
        headers: { ...reply.headers, 'content-length': String(body.length) },
        body,
      };
    },
  };
}

function isForDatabases({ headers, method }: Call) {
  return (
    method === 'POST' && String(headers.authorization).includes('/rds/aws4_')
  );
}

/** A filter that moto cannot apply becomes the name it stands for. */
function askByName(call: Call, names: Map<string, string>): Call {
  const given = new URLSearchParams(call.body.toString());
  const filter = [...given].find(([, value]) => value === FILTER)?.[0];
  const id = filter && given.get(filter.replace(/Name$/, 'Values.Value.1'));
  if (!filter || !id) return call;
  for (const key of [...given.keys()]) {
    if (key.startsWith('Filters.')) given.delete(key);
  }
  given.set('DBInstanceIdentifier', names.get(id) ?? id);
  return withBody(call, given.toString());
}

function withOwnId(instance: string, names: Map<string, string>): string {
  const name = /<DBInstanceIdentifier>([^<]+)/.exec(instance)?.[1];
  if (!name) return instance;
  const digest = createHash('sha256').update(name).digest('hex');
  const id = `db-${digest.slice(0, 26).toUpperCase()}`;
  names.set(id, name);
  return instance.replace(/<DbiResourceId>[^<]*/, `<DbiResourceId>${id}`);
}
