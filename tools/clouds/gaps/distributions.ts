import type { Call, Gap, Reply } from './Gap.ts';

const PATH = /^\/2020-05-31\/distribution(?:\/([^/?]+))?/;
const CONTROL = /<OriginAccessControlId>([^<]+)<\/OriginAccessControlId>/;

/**
 * Distributions, of which moto forgets how they may read their bucket, and
 * tells a way to forward values that none with a cache policy has.
 */
export function distributions(): Gap {
  const controls = new Map<string, string>();
  return {
    async answer(call, moto) {
      const path = PATH.exec(call.url);
      if (!path) return undefined;
      const reply = await moto(call);
      const id = path[1] ?? /<Id>([^<]+)</.exec(reply.body.toString())?.[1];
      const given = CONTROL.exec(call.body.toString())?.[1];
      if (id && given && reply.status < 300) controls.set(id, given);
      const control = id && controls.get(id);
      return control && isOfOne(call, path[1])
        ? asGiven(reply, control)
        : reply;
    },
  };
}

function isOfOne(call: Call, id: string | undefined) {
  return id !== undefined || call.method === 'POST';
}

function asGiven(reply: Reply, control: string): Reply {
  const told = reply.body.toString();
  const body = Buffer.from(
    told
      .replace(
        /<\/OriginPath>/g,
        `</OriginPath><OriginAccessControlId>${control}</OriginAccessControlId>`,
      )
      .replace(/<ForwardedValues>.*?<\/ForwardedValues>/gs, value =>
        told.includes('<CachePolicyId>') ? '' : value,
      ),
  );
  return {
    ...reply,
    headers: { ...reply.headers, 'content-length': String(body.length) },
    body,
  };
}
