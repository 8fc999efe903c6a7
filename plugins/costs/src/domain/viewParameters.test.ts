import { toParameters, toSearch } from './viewParameters';

it.each([
  '',
  'range=last-month&metric=billed&per=day&stack=region_id&by=site&currency=USD&vs=before&filter=site%3Aa&filter=site%3A',
  'from=2026-01-01&to=2026-02-01&vs=custom&vsFrom=2025-01-01&vsTo=2025-02-01',
])('an address comes back as it was kept: %s', search => {
  expect(toSearch(toParameters(new URLSearchParams(search)))).toBe(search);
});

it('keeps nothing that is not of the view', () => {
  expect(
    toParameters(new URLSearchParams('figure=1+EUR&offset=50&by=site')),
  ).toEqual({ by: 'site' });
});
