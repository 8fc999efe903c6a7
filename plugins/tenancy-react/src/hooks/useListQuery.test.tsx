import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { useListQuery } from './useListQuery';

const FILTERS = ['state'] as const;

function renderQuery(address: string) {
  return renderHook(
    () => ({
      list: useListQuery({ filters: FILTERS, defaultSort: 'name' }),
      address: useLocation().search,
    }),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <MemoryRouter initialEntries={[address]}>{children}</MemoryRouter>
      ),
    },
  ).result;
}

describe('useListQuery', () => {
  it('reads everything from the address', () => {
    const { list } = renderQuery(
      '/?search=shop&state=live&sort=-createdAt&offset=40&limit=50',
    ).current;
    expect(list.query).toEqual({
      search: 'shop',
      sort: '-createdAt',
      offset: 40,
      limit: 50,
      filters: { state: 'live' },
    });
    expect(list.sortDescriptor).toEqual({
      column: 'createdAt',
      direction: 'descending',
    });
    expect(list.isNarrowed).toBe(true);
  });

  it('falls back on figures that make sense', () => {
    const { list } = renderQuery('/?offset=-3&limit=99999').current;
    expect(list.query).toMatchObject({ offset: 0, limit: 200, sort: 'name' });
    expect(list.isNarrowed).toBe(false);
  });

  it('goes back to the first page when something else is listed', () => {
    const result = renderQuery('/?offset=40');
    act(() => result.current.list.setFilter('state', 'failed'));
    expect(result.current.address).toBe('?state=failed');
    act(() => result.current.list.setOffset(20));
    act(() =>
      result.current.list.setSort({
        column: 'createdAt',
        direction: 'descending',
      }),
    );
    expect(result.current.address).toBe('?state=failed&sort=-createdAt');
  });

  it('clears search and filters and keeps the order', () => {
    const result = renderQuery('/?search=x&state=live&sort=-name');
    act(() => result.current.list.clear());
    expect(result.current.address).toBe('?sort=-name');
  });
});
