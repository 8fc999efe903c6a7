import { nearestOf } from './nearestOf';

describe('nearestOf', () => {
  const allowed = ['production', 'staging', 'dev', 'test'];

  it.each([
    ['prodution', 'production'],
    ['PRODUCTOIN', 'production'],
    ['stagin', 'staging'],
    ['tset', 'test'],
    ['tes', 'test'],
    ['qa', undefined],
    ['something else', undefined],
  ])('takes %s for %s', (written, meant) => {
    expect(nearestOf(written, allowed)).toBe(meant);
  });

  it('guesses nothing where two are as near', () => {
    expect(nearestOf('team-c', ['team-a', 'team-b'])).toBeUndefined();
  });
});
