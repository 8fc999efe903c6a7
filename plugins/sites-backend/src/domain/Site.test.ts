import { assertSuspendable } from './Site';

const site = { name: 'shop', cloud: 'local', state: 'live' } as const;

describe('suspending a site', () => {
  it('is possible while the portal serves it', () => {
    expect(() => assertSuspendable(site)).not.toThrow();
  });

  it('is refused where visitors would go on reaching it', () => {
    expect(() => assertSuspendable({ ...site, cloud: 'aws' })).toThrow(
      /answers visitors without the portal/,
    );
  });

  it.each(['ordered', 'failed', 'deleting'] as const)(
    'is refused while it is %s',
    state => {
      expect(() => assertSuspendable({ ...site, state })).toThrow(
        new RegExp(`is ${state}, only a live one`),
      );
    },
  );
});
