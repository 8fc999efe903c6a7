import http from 'node:http';
import { buffer } from 'node:stream/consumers';
import { bucketPolicies } from './gaps/bucketPolicies.ts';
import { calledActions } from './gaps/calledActions.ts';
import { databases } from './gaps/databases.ts';
import { distributions } from './gaps/distributions.ts';
import type { Call, Gap, Reply } from './gaps/Gap.ts';
import { ruleDescriptions } from './gaps/ruleDescriptions.ts';
import { scalingTags } from './gaps/scalingTags.ts';
import { serviceSettings } from './gaps/serviceSettings.ts';
import { visitors } from './gaps/visitors.ts';

/**
 * Stands before moto 5.2, passes everything on, and answers what it lacks.
 *
 * @param port - where it listens
 * @param moto - port moto listens on
 */
export async function fillGapsOfMoto(
  port: number,
  moto: number,
): Promise<http.Server> {
  const gaps = [
    // First, since it must see every call.
    calledActions(),
    bucketPolicies(),
    databases(),
    distributions(),
    ruleDescriptions(),
    scalingTags(),
    serviceSettings(),
    visitors(),
  ];
  const server = http.createServer((request, response) => {
    handle(request, response, moto, gaps).catch(() => response.destroy());
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
  port: number,
  gaps: Gap[],
) {
  const call: Call = {
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: request.headers,
    body: await buffer(request),
  };
  const reply = await answer(call, port, gaps);
  response.writeHead(reply.status, reply.headers);
  response.end(reply.body);
}

async function answer(call: Call, port: number, gaps: Gap[]): Promise<Reply> {
  const moto = (asked: Call) => askMoto(port, asked);
  for (const gap of gaps) {
    const reply = await gap.answer(call, moto);
    if (reply) return reply;
  }
  return moto(call);
}

async function askMoto(port: number, call: Call): Promise<Reply> {
  const { 'transfer-encoding': _, ...headers } = call.headers;
  const passed = http.request({
    host: '127.0.0.1',
    port,
    path: call.url,
    method: call.method,
    headers: { ...headers, 'content-length': String(call.body.length) },
  });
  const reply = await new Promise<http.IncomingMessage>((resolve, reject) => {
    passed.once('response', resolve);
    passed.once('error', reject);
    passed.end(call.body);
  });
  const { 'transfer-encoding': __, ...replyHeaders } = reply.headers;
  return {
    status: reply.statusCode ?? 502,
    headers: replyHeaders,
    body: await buffer(reply),
  };
}
