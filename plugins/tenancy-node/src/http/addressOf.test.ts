import { addressOf } from './addressOf';

describe('addressOf', () => {
  it.each([
    ['::ffff:10.0.0.7', '10.0.0.7'],
    ['10.0.0.7', '10.0.0.7'],
    ['::ffff:a00:7', '::ffff:a00:7'],
    ['2001:db8::7', '2001:db8::7'],
    [undefined, 'unknown'],
  ])('writes %s as %s', (ip, address) => {
    expect(addressOf({ ip })).toBe(address);
  });
});
