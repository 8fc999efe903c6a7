import { firstFreeName, memberNameFrom } from './memberNames';

describe('memberNameFrom', () => {
  it.each([
    ['ann@acme.example', 'ann'],
    ['José.Álvarez@acme.example', 'jose-alvarez'],
    ['ann+billing@acme.example', 'ann-billing'],
    ['"weird@local"@acme.example', 'weird-local'],
    ['--__--@acme.example', 'member'],
    ['中村@acme.example', 'member'],
    [`${'x'.repeat(49)}-yz@acme.example`, 'x'.repeat(49)],
  ])('makes of %s the name %s', (email, name) => {
    expect(memberNameFrom(email)).toBe(name);
  });
});

describe('firstFreeName', () => {
  it('counts on from names that are or were taken', () => {
    expect(firstFreeName('ann', new Set())).toBe('ann');
    expect(firstFreeName('ann', new Set(['anna']))).toBe('ann');
    expect(firstFreeName('ann', new Set(['ann', 'ann-2', 'anna']))).toBe(
      'ann-3',
    );
  });
});
