import { readView, writeView } from './CostsView';
import { periodsOf, rangeOf, within } from './DayRange';
import { drillIntoPeriod, drillIntoValue } from './drillDown';

const defaults = { groupBy: 'customer', today: '2026-11-21' } as const;
const read = (search: string) =>
  readView(new URLSearchParams(search), defaults);
const write = (view: ReturnType<typeof read>) =>
  decodeURIComponent(writeView(view, defaults).toString());

describe('a view in the address', () => {
  it('is this month by default, and then the address is empty', () => {
    const view = read('');
    expect(view).toMatchObject({
      preset: 'this-month',
      range: { from: '2026-11-01', to: '2026-12-01' },
      metric: 'effective',
      granularity: 'day',
      stack: 'service_category',
      groupBy: 'customer',
      filters: [],
    });
    expect(write(view)).toBe('');
  });

  it('comes back from the address as it went in', () => {
    const search =
      'from=2026-01-01&to=2026-11-01&metric=billed&per=day&stack=region_id&by=site&filter=customer:acme&filter=team:&currency=USD';
    expect(write(read(search))).toBe(search);
  });

  it.each([
    'vs=before',
    'vs=last-year',
    'vs=custom&vsFrom=2026-01-01&vsTo=2026-02-01',
  ])('keeps what it is compared with: %s', search => {
    expect(write(read(search))).toBe(search);
  });

  it('reads values that have colons in them', () => {
    expect(read('filter=resource_id:arn:aws:s3:::bucket').filters).toEqual([
      { dimension: 'resource_id', value: 'arn:aws:s3:::bucket' },
    ]);
  });

  it.each([
    'from=2026-11-09&to=2026-11-02',
    'from=2026-13-40&to=2026-14-01',
    'vs=custom&vsFrom=2026-02-01&vsTo=2026-01-01',
    'vs=nothing',
    'metric=guessed&by=nothing&stack=x&per=hour&range=never&filter=secret:1',
  ])('leaves out what makes no sense: %s', search => {
    expect(write(read(search))).toBe('');
  });

  it('shows long ranges by month', () => {
    expect(read('range=last-12-months').granularity).toBe('month');
    expect(read('range=last-90-days').granularity).toBe('day');
  });
});

describe('named ranges', () => {
  it.each([
    ['this-month', '2026-11-01', '2026-12-01'],
    ['last-month', '2026-10-01', '2026-11-01'],
    ['last-30-days', '2026-10-23', '2026-11-22'],
    ['last-90-days', '2026-08-24', '2026-11-22'],
    ['last-12-months', '2025-12-01', '2026-12-01'],
  ] as const)('%s is from %s to before %s', (preset, from, to) => {
    expect(rangeOf(preset, '2026-11-21')).toEqual({ from, to });
  });

  it('have a period for each day or month, the first one cut', () => {
    const range = { from: '2026-01-30', to: '2026-03-02' };
    expect(periodsOf(range, 'month')).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
    ]);
    expect(periodsOf(range, 'day')).toHaveLength(31);
    expect(within(range, '2026-01-01', 'month')).toEqual({
      from: '2026-01-30',
      to: '2026-02-01',
    });
  });
});

describe('drilling down', () => {
  it('narrows to a value and tells it apart by what is below', () => {
    const { to, view } = drillIntoValue(read(''), {
      dimension: 'customer',
      value: 'acme',
    });
    expect(to).toBe('dashboard');
    expect(write(view)).toBe('by=service_category&filter=customer:acme');
  });

  it('goes by tags, whatever stands in their keys', () => {
    const view = read('by=tag:k8s%253Aapp&filter=tag:env:a:b&filter=tag:x');
    expect(view.groupBy).toBe('tag:k8s%3Aapp');
    expect(view.filters).toEqual([{ dimension: 'tag:env', value: 'a:b' }]);
    expect(write(view)).toBe('by=tag:k8s%3Aapp&filter=tag:env:a:b');
    const drill = drillIntoValue(view, { dimension: 'tag:env', value: '' });
    expect(drill.to).toBe('dashboard');
    expect(drill.view).toMatchObject({
      groupBy: 'service_category',
      filters: [{ dimension: 'tag:env', value: '' }],
    });
  });

  it('ends at the charges', () => {
    const { to, view } = drillIntoValue(read('filter=customer:acme'), {
      dimension: 'resource_id',
      value: 'i-1',
    });
    expect(to).toBe('charges');
    expect(write(view)).toBe('filter=customer:acme&filter=resource_id:i-1');
  });

  it('leads to the charges of what a view shows alone already', () => {
    expect(
      drillIntoValue(read('filter=service_name:Compute'), {
        dimension: 'service_name',
        value: 'Compute',
      }).to,
    ).toBe('charges');
  });

  it('goes from a month to its days, and from a day to its charges', () => {
    const months = read('range=last-12-months');
    const month = drillIntoPeriod(months, '2026-10-01');
    expect(month.to).toBe('dashboard');
    expect(write(month.view)).toBe('from=2026-10-01&to=2026-11-01');
    const day = drillIntoPeriod(month.view, '2026-10-09', {
      dimension: 'service_category',
      value: 'Compute',
    });
    expect(day.to).toBe('charges');
    expect(write(day.view)).toBe(
      'from=2026-10-09&to=2026-10-10&filter=service_category:Compute',
    );
  });
});
