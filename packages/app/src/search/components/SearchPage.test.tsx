import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { SearchQuery } from '@backstage/plugin-search-common';
import { searchApiRef } from '@backstage/plugin-search-react';
import { meApiRef, PortalError, type Me } from '@freehold/plugin-tenancy-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SWRConfig } from 'swr';
import { SearchPage } from './SearchPage';

const owner: Me = {
  kind: 'member',
  tenant: 'acme',
  tenantName: 'Acme Ltd',
  role: 'owner',
  entityRef: 'user:acme/ann',
  displayName: 'Ann',
  email: 'ann@acme.example',
};

const hit = (kind: string, name: string, namespace = 'acme', text = '') => ({
  type: 'software-catalog',
  document: {
    title: `The ${name}`,
    text,
    kind,
    namespace,
    location: `/catalog/${namespace}/${kind.toLocaleLowerCase('en-US')}/${name}`,
  },
});

function renderPage(
  query: (query: SearchQuery) => Promise<any>,
  options: { address?: string; me?: Partial<Me> } = {},
) {
  renderInTestApp(
    <SWRConfig value={{ provider: () => new Map() }}>
      <SearchPage />
    </SWRConfig>,
    {
      initialRouteEntries: [options.address ?? '/search?query=shop'],
      apis: [
        [searchApiRef, { query }],
        [
          meApiRef,
          {
            cached: () => ({ ...owner, ...options.me }),
            load: async () => ({ ...owner, ...options.me }),
          },
        ],
      ],
    },
  );
}

describe('SearchPage', () => {
  it('shows what was found in words, and links to its page', async () => {
    renderPage(async () => ({
      results: [
        hit('Component', 'shop', 'acme', 'Sells things'),
        hit('User', 'ann', 'acme', 'The ann : ann@acme.example'),
        hit('Template', 'website', 'default'),
      ],
    }));
    expect(
      await screen.findByRole('link', { name: 'The shop' }),
    ).toHaveAttribute('href', '/catalog/acme/component/shop');
    expect(screen.getByText('Site · Sells things')).toBeInTheDocument();
    expect(screen.getByText('Member · ann@acme.example')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'The ann' })).toHaveAttribute(
      'href',
      '/members?search=The%20ann',
    );
    expect(screen.getByRole('link', { name: 'The website' })).toHaveAttribute(
      'href',
      '/create/templates/default/website',
    );
    expect(document.body.textContent).not.toMatch(/component:|user:|group:/);
  });

  it('tells staff whose it is, and sends them to the customer', async () => {
    renderPage(
      async () => ({
        results: [hit('Group', 'acme'), hit('Component', 'shop')],
      }),
      { me: { kind: 'staff', tenant: 'default', role: 'support' } },
    );
    expect(
      await screen.findByRole('link', { name: 'The acme' }),
    ).toHaveAttribute('href', '/customers/acme');
    expect(screen.getByText('Site · acme')).toBeInTheDocument();
  });

  it('asks for nothing until something is typed, and once typing pauses', async () => {
    const query = jest.fn(async () => ({ results: [] }));
    renderPage(query, { address: '/search' });
    expect(
      await screen.findByText('What are you looking for?'),
    ).toBeInTheDocument();
    expect(query).not.toHaveBeenCalled();
    await userEvent.type(screen.getByRole('searchbox'), 'blog');
    expect(
      await screen.findByText('Nothing found for “blog”'),
    ).toBeInTheDocument();
    expect(query).toHaveBeenCalledTimes(1);
    expect(query).toHaveBeenCalledWith(
      expect.objectContaining({ term: 'blog' }),
    );
  });

  it('turns pages by what the backend says', async () => {
    const query = jest.fn(async ({ pageCursor }: SearchQuery) => ({
      results: [hit('Component', pageCursor ?? 'first')],
      ...(pageCursor
        ? { previousPageCursor: 'MA==' }
        : { nextPageCursor: 'MQ==' }),
    }));
    renderPage(query);
    await screen.findByText('The first');
    expect(screen.getByRole('button', { name: 'Previous' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByText('The MQ==')).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Next' })).toBeDisabled(),
    );
  });

  it('says what to do when it fails', async () => {
    renderPage(async () => {
      throw new PortalError({ name: 'x', message: 'Wait 5 s.', status: 429 });
    });
    expect(await screen.findByText('The search failed')).toBeInTheDocument();
    expect(screen.getByText('Wait 5 s.')).toBeInTheDocument();
  });
});
