import { createPortalClient, expectData } from './createPortalClient';
import { PortalError } from './PortalError';

interface Paths {
  '/things': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: {
        query?: { search?: string };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {};
          content: { 'application/json': { names: string[] } };
        };
      };
    };
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { 'application/json': { name: string } } };
      responses: {
        201: { headers: {}; content: { 'application/json': { id: string } } };
      };
    };
  };
}

function clientAnswering(fetch: jest.Mock) {
  return createPortalClient<Paths>({
    pluginId: 'things',
    discoveryApi: {
      getBaseUrl: async id => `https://portal.example/api/${id}`,
    },
    fetchApi: { fetch },
  });
}

describe('createPortalClient', () => {
  it('asks the discovered address with the query', async () => {
    const fetch = jest.fn(async () => Response.json({ names: ['a'] }));
    await expect(
      expectData(
        clientAnswering(fetch).request('get', '/things', {
          params: { query: { search: 'x y' } },
        }),
      ),
    ).resolves.toEqual({ names: ['a'] });
    expect(fetch).toHaveBeenCalledWith(
      'https://portal.example/api/things/things?search=x%20y',
      expect.objectContaining({ method: 'GET', body: undefined }),
    );
  });

  it('sends a body as a whole, not as a stream', async () => {
    const fetch = jest.fn(async (_url: string, _init: RequestInit) =>
      Response.json({ id: '1' }, { status: 201 }),
    );
    await clientAnswering(fetch).request('post', '/things', {
      body: { name: 'shop' },
    });
    const { body } = fetch.mock.calls[0][1];
    expect(new TextDecoder().decode(body as ArrayBuffer)).toBe(
      '{"name":"shop"}',
    );
  });

  it('rejects a refusal with what the backend said and the request id', async () => {
    const fetch = jest.fn(async () =>
      Response.json(
        { error: { name: 'ConflictError', message: 'Taken; choose another' } },
        {
          status: 409,
          headers: { 'x-request-id': 'req-1', 'retry-after': '7' },
        },
      ),
    );
    await expect(
      clientAnswering(fetch).request('get', '/things'),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: 'Taken; choose another',
      status: 409,
      requestId: 'req-1',
      retryAfterSeconds: 7,
    });
  });

  it('rejects with status 0 when no answer came', async () => {
    const fetch = jest.fn(async () => {
      throw new TypeError('Failed to fetch');
    });
    const answer = clientAnswering(fetch).request('get', '/things');
    await expect(answer).rejects.toBeInstanceOf(PortalError);
    await expect(answer).rejects.toMatchObject({ status: 0 });
  });
});
