import http from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

type Tags = Record<string, string>;

/** Application Auto Scaling, whose tags moto 5.2 lacks and Terraform asks for. */
const SERVICE = 'AnyScaleFrontendService.';

/**
 * Stands before moto, passes everything on, and answers what it lacks: else the
 * provider takes its 500 for a passing failure and asks 25 times.
 *
 * @param port - where it listens
 * @param moto - port moto listens on
 */
export async function fillGapsOfMoto(
  port: number,
  moto: number,
): Promise<http.Server> {
  const tags = new Map<string, Tags>();
  const server = http.createServer((request, response) => {
    handle(request, response, moto, tags).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

async function handle(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  moto: number,
  tags: Map<string, Tags>,
) {
  const target = String(request.headers['x-amz-target'] ?? '');
  if (!target.startsWith(SERVICE)) {
    const answer = await passOn(request, moto, body => pipeline(request, body));
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    await pipeline(answer, response);
    return;
  }
  const body = await buffer(request);
  const given = JSON.parse(body.toString() || '{}');
  const own = answerTags(target.slice(SERVICE.length), given, tags);
  if (own) {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(own));
    return;
  }
  const answer = await passOn(request, moto, async each => {
    each.end(body);
  });
  const said = await buffer(answer);
  const arn = /"ScalableTargetARN": *"([^"]+)"/.exec(said.toString())?.[1];
  if (arn && given.Tags) tags.set(arn, given.Tags);
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  response.end(said);
}

function answerTags(
  action: string,
  given: { ResourceARN: string; Tags?: Tags; TagKeys?: string[] },
  tags: Map<string, Tags>,
): object | undefined {
  const current = tags.get(given.ResourceARN) ?? {};
  if (action === 'ListTagsForResource') return { Tags: current };
  if (action === 'TagResource') {
    tags.set(given.ResourceARN, { ...current, ...given.Tags });
    return {};
  }
  if (action === 'UntagResource') {
    const kept = Object.entries(current).filter(
      ([key]) => !given.TagKeys?.includes(key),
    );
    tags.set(given.ResourceARN, Object.fromEntries(kept));
    return {};
  }
  return undefined;
}

async function passOn(
  request: http.IncomingMessage,
  port: number,
  send: (body: http.ClientRequest) => Promise<unknown>,
) {
  const passed = http.request({
    host: '127.0.0.1',
    port,
    path: request.url,
    method: request.method,
    headers: request.headers,
  });
  const answered = new Promise<http.IncomingMessage>((resolve, reject) => {
    passed.once('response', resolve);
    passed.once('error', reject);
  });
  const [answer] = await Promise.all([answered, send(passed)]);
  return answer;
}
