import { ADA, usePortal } from './__testUtils__/usePortal';

const { signIn } = usePortal({ answerInterval: { milliseconds: 250 } });

describe('the time of an answer', () => {
  it.each([
    ['the right password', ADA],
    ['a wrong password', { ...ADA, password: 'wrong' }],
    ['an unknown e-mail', { ...ADA, email: 'nobody@acme.example' }],
    ['an account without a password', { ...ADA, email: 'new@acme.example' }],
  ])('tells nothing for %s', async (_, body) => {
    const startedAt = performance.now();
    await signIn(body);
    // Timers may fire a little early.
    expect(performance.now() - startedAt + 2).toBeGreaterThanOrEqual(250);
  });
});
