import type { IncomingHttpHeaders } from 'node:http';

/** One request to AWS, whole. */
export interface Call {
  method: string;
  /** Path with query. */
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Asks moto itself. */
export type AskMoto = (call: Call) => Promise<Reply>;

/** Something moto lacks, and what is answered in its place. */
export interface Gap {
  /** @returns undefined for a call that moto answers well by itself */
  answer(call: Call, moto: AskMoto): Promise<Reply | undefined>;
}

/** Name of the operation in the JSON protocols: `X-Amz-Target`'s last part. */
export function operationOf(
  { headers }: Call,
  service: string,
): string | undefined {
  const target = String(headers['x-amz-target'] ?? '');
  return target.startsWith(`${service}.`)
    ? target.slice(service.length + 1)
    : undefined;
}

/** A reply of the JSON protocols. */
export function jsonReply(value: object): Reply {
  return {
    status: 200,
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: Buffer.from(JSON.stringify(value)),
  };
}

/** The same call with another body. */
export function withBody(call: Call, text: string): Call {
  const body = Buffer.from(text);
  return {
    ...call,
    headers: { ...call.headers, 'content-length': String(body.length) },
    body,
  };
}
