import { screen } from '@testing-library/react';
import { mockSitesApi, renderPage } from '../../__testUtils__/renderPage';
import { site } from '../../__testUtils__/samples';
import { SiteAnswer } from './SiteAnswer';

describe('SiteAnswer', () => {
  it('says of a site in a cloud that it still answers while its customer is suspended', async () => {
    renderPage(
      <SiteAnswer
        site={site({ cloud: 'aws', answersThoughSuspended: true })}
      />,
      { sites: mockSitesApi() },
    );
    expect(
      await screen.findByText(/suspended, but the site still answers visitors/),
    ).toBeVisible();
  });

  it('says of a site that the portal serves that visitors see a notice', async () => {
    renderPage(
      <SiteAnswer
        site={site({
          state: 'suspended',
          suspendedReason: 'Its customer is suspended',
        })}
      />,
      { sites: mockSitesApi() },
    );
    expect(await screen.findByText(/^Visitors see a notice/)).toBeVisible();
  });
});
