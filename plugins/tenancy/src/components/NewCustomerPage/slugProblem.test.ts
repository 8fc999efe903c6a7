import { slugProblem, suggestSlug } from './slugProblem';

describe('suggestSlug', () => {
  it.each([
    ['Alder & Birch Ltd', 'alder-birch-ltd'],
    ['Müller Söhne', 'muller-sohne'],
    ['24 Hours Print', 'hours-print'],
    ['', ''],
  ])('makes of %j the slug %j', (name, slug) => {
    expect(suggestSlug(name)).toBe(slug);
  });

  it('suggests nothing that would be refused, however long the name', () => {
    const slug = suggestSlug('The Very Long Name Of An Association - Of Words');
    expect(slugProblem(slug)).toBeUndefined();
  });
});

describe('slugProblem', () => {
  it('refuses what the portal uses itself', () => {
    expect(slugProblem('api')).toBe('reserved');
  });

  it.each(['a', 'Acme', 'acme--x', 'acme-', '1acme', 'x'.repeat(41)])(
    'refuses %j',
    slug => {
      expect(slugProblem(slug)).toBe('invalid');
    },
  );
});
