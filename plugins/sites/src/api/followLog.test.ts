import { ReadableStream } from 'node:stream/web';
import { followLog } from './followLog';

const encoder = new TextEncoder();

function streamOf(...chunks: string[]): Response {
  let index = 0;
  return {
    ok: true,
    body: new ReadableStream({
      pull(controller) {
        if (index < chunks.length) {
          controller.enqueue(encoder.encode(chunks[index]));
          index += 1;
        } else {
          controller.close();
        }
      },
    }),
  } as unknown as Response;
}

async function follow(response: Response, after = 0) {
  const fetch = jest.fn(async () => response);
  const listener = { onLine: jest.fn(), onState: jest.fn() };
  const isFinal = await followLog({
    fetchApi: { fetch },
    url: 'http://portal/log',
    after,
    signal: new AbortController().signal,
    listener,
  });
  return { fetch, listener, isFinal };
}

const line = (seq: number) =>
  `event: line\ndata: ${JSON.stringify({
    seq,
    at: '2026-11-20T10:00:00.000Z',
    stream: 'stdout',
    text: `line ${seq}`,
  })}\n\n`;

describe('followLog', () => {
  it('hands on lines and states, and knows the end', async () => {
    const { listener, isFinal } = await follow(
      streamOf(
        line(1) + line(2),
        'event: state\ndata: {"state":"succeeded"}\n\n',
        'event: end\ndata: {}\n\n',
      ),
    );
    expect(listener.onLine.mock.calls.map(([{ text }]) => text)).toEqual([
      'line 1',
      'line 2',
    ]);
    expect(listener.onState).toHaveBeenCalledWith('succeeded');
    expect(isFinal).toBe(true);
  });

  it('puts together an event that arrives in pieces', async () => {
    const whole = line(7);
    const { listener } = await follow(
      streamOf(whole.slice(0, 20), whole.slice(20)),
    );
    expect(listener.onLine).toHaveBeenCalledWith(
      expect.objectContaining({ seq: 7 }),
    );
  });

  it('tells a connection that broke from one that ended', async () => {
    const { isFinal } = await follow(streamOf(line(1)));
    expect(isFinal).toBe(false);
  });

  it('asks for what comes after the last line it was given', async () => {
    const { fetch } = await follow(streamOf(), 41);
    expect(fetch).toHaveBeenCalledWith(
      'http://portal/log?after=41',
      expect.anything(),
    );
  });

  it('rejects with the words of the backend when it is refused', async () => {
    const refusal = {
      ok: false,
      status: 404,
      headers: new Headers({ 'content-type': 'application/json' }),
      json: async () => ({
        error: { name: 'NotFoundError', message: 'No such deployment.' },
      }),
    } as unknown as Response;
    await expect(follow(refusal)).rejects.toMatchObject({
      status: 404,
      message: 'No such deployment.',
    });
  });
});
