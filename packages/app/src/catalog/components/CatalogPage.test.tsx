import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CatalogPage } from './CatalogPage';

const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop', namespace: 'acme', title: 'The shop' },
    spec: { type: 'website' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'olga' },
    spec: { profile: { displayName: 'Olga Operator' } },
  },
];

function renderPage(address: string, catalog = catalogApiMock({ entities })) {
  renderInTestApp(<CatalogPage />, {
    initialRouteEntries: [address],
    apis: [[catalogApiRef, catalog], mockApis.permission()],
  });
}

describe('CatalogPage', () => {
  it('opens with how many entries there are, each leading to its page', async () => {
    renderPage('/catalog');
    expect(await screen.findByText('2 entries')).toBeInTheDocument();
    expect(await screen.findByText('Olga Operator')).toBeInTheDocument();
    const row = screen.getByText('The shop').closest('[role=row]');
    expect(row).toHaveAttribute('data-href', '/catalog/acme/component/shop');
  });

  it('shows what the address says', async () => {
    renderPage('/catalog?kind=Component&namespace=acme&search=sho');
    expect(await screen.findByText('1 entry')).toBeInTheDocument();
    expect(screen.queryByText('Olga Operator')).not.toBeInTheDocument();
  });

  it('says when nothing matches, and clears the filters', async () => {
    renderPage('/catalog?search=nowhere');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('2 entries')).toBeInTheDocument();
  });

  it('says that loading failed and tries again', async () => {
    const catalog = catalogApiMock.mock({
      getEntityFacets: async () => ({ facets: {} }),
      queryEntities: jest
        .fn()
        .mockRejectedValueOnce(new Error('no'))
        .mockResolvedValue({ items: [], totalItems: 0, pageInfo: {} }),
    });
    renderPage('/catalog', catalog);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    await waitFor(() =>
      expect(screen.getByText('Nothing matches')).toBeInTheDocument(),
    );
  });
});
