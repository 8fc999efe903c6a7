import { renderInTestApp } from '@backstage/frontend-test-utils';
import { meApiRef, type Me } from '@freehold/plugin-tenancy-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { tenancyApiRef, type TenancyApi } from '../api';
import { fakeTenancyApi, meApi } from '../__testUtils__';
import { loadPage } from '../session/loadPage';
import { ViewingFrame } from './ViewingFrame';

jest.mock('../session/loadPage');

const inMinutes = (minutes: number) =>
  new Date(Date.now() + minutes * 60_000).toISOString();

const viewing = (minutes: number): Partial<Me> => ({
  role: 'viewer',
  entityRef: 'user:default/sara',
  viewing: {
    reason: 'Their call',
    startedAt: inMinutes(-5),
    expiresAt: inMinutes(minutes),
  },
});

function renderFrame(me: Partial<Me>, parts: Partial<TenancyApi> = {}) {
  renderInTestApp(
    <ViewingFrame>
      <p>The page</p>
    </ViewingFrame>,
    {
      apis: [
        [tenancyApiRef, fakeTenancyApi(parts)],
        [meApiRef, meApi(me)],
      ],
    },
  );
}

describe('ViewingFrame', () => {
  beforeEach(() => jest.mocked(loadPage).mockClear());

  it('says as whom one views, why, and for how long', async () => {
    renderFrame(viewing(9.5));
    expect(await screen.findByText('Viewing as Acme Ltd')).toBeInTheDocument();
    expect(screen.getByText(/Because: Their call/)).toBeInTheDocument();
    expect(screen.getByRole('timer')).toHaveTextContent('10 minutes left');
    expect(screen.getByText('The page')).toBeInTheDocument();
  });

  it('stops, and loads the portal anew', async () => {
    const stopViewingAs = jest.fn(async () => {});
    renderFrame(viewing(9), { stopViewingAs });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Stop viewing' }),
    );
    await waitFor(() => expect(loadPage).toHaveBeenCalledWith('/customers'));
    expect(stopViewingAs).toHaveBeenCalledTimes(1);
  });

  it('stays when stopping failed', async () => {
    renderFrame(viewing(9), {
      stopViewingAs: async () => {
        throw new Error('It is down');
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Stop viewing' }),
    );
    expect(
      await screen.findByText('Viewing could not be stopped'),
    ).toBeInTheDocument();
    expect(loadPage).not.toHaveBeenCalled();
  });

  it('loads the portal anew when the time is over', async () => {
    renderFrame(viewing(-0.1));
    await waitFor(() => expect(loadPage).toHaveBeenCalledWith('/'));
  });

  it('is not there for those who view as nobody', async () => {
    renderFrame({});
    expect(await screen.findByText('The page')).toBeInTheDocument();
    expect(screen.queryByText(/Viewing as/)).toBeNull();
  });
});
