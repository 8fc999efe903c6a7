import { refusedTokenMiddleware } from './refusedTokenMiddleware';

function fetchAnswering(status: number) {
  const tokenRefused = jest.fn(async () => {});
  const fetch = refusedTokenMiddleware({ tokenRefused }).apply(
    async () => new Response(null, { status }),
  );
  return { fetch, tokenRefused };
}

const withToken = () =>
  new Request('https://portal.example/api/sites/sites', {
    headers: { authorization: 'Bearer abc' },
  });

describe('refusedTokenMiddleware', () => {
  it('reports the token that was refused', async () => {
    const { fetch, tokenRefused } = fetchAnswering(401);
    await fetch(withToken());
    expect(tokenRefused).toHaveBeenCalledWith('abc');
  });

  it('leaves other refusals alone', async () => {
    const { fetch, tokenRefused } = fetchAnswering(403);
    await fetch(withToken());
    expect(tokenRefused).not.toHaveBeenCalled();
  });

  it('leaves requests without a token alone', async () => {
    const { fetch, tokenRefused } = fetchAnswering(401);
    await fetch('https://elsewhere.example/');
    expect(tokenRefused).not.toHaveBeenCalled();
  });
});
