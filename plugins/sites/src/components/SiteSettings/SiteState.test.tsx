import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockSitesApi, renderPage } from '../../__testUtils__/renderPage';
import { site } from '../../__testUtils__/samples';
import type { StateHistory } from '../../api';
import { Settings } from './SiteSettings';

const operator = [
  'sites.site.update',
  'sites.state.read',
  'sites.state.change',
];
const at = '2026-11-20T10:00:00.000Z';

const history = (changes: Partial<StateHistory> = {}): StateHistory => ({
  total: 2,
  items: [
    {
      version: '2',
      createdAt: at,
      serial: 4,
      bytes: 2_100,
      resourceCount: 3,
      deploymentId: 'dep_2',
    },
    { version: '1', createdAt: at, serial: 3, deploymentId: 'dep_1' },
  ],
  ...changes,
});

function render(
  answer: StateHistory,
  options: { allowed?: string[]; activeDeploymentId?: string } = {},
) {
  const { allowed = operator, activeDeploymentId } = options;
  const sites = mockSitesApi({
    listStates: async () => answer,
    downloadState: async () => undefined,
    restoreState: async () => history().items[0],
    releaseStateLock: async () => undefined,
  });
  renderPage(
    <Settings site={site({ activeDeploymentId })} refresh={async () => {}} />,
    { sites, allowed },
  );
  return sites;
}

describe('the state of a site', () => {
  it('is not there for those who do not look after states', async () => {
    const sites = render(history(), { allowed: ['sites.site.update'] });
    await screen.findByLabelText('Title');
    expect(screen.queryByText('Terraform state')).not.toBeInTheDocument();
    expect(sites.listStates).not.toHaveBeenCalled();
  });

  it('says of each version where it came from, and downloads it', async () => {
    const sites = render(history());
    expect(
      await screen.findByText('Version 2, the present one'),
    ).toBeInTheDocument();
    expect(screen.getByText('serial 4 · 3 resources · 2.1 kB')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Download: Version 1' }),
    );
    expect(sites.downloadState).toHaveBeenCalledWith('acme', 'site_1', '1');
  });

  it('is rolled back to an older version, with a reason', async () => {
    const sites = render(history());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Roll back: Version 1' }),
    );
    expect(
      screen.queryByRole('button', { name: 'Roll back: Version 2' }),
    ).not.toBeInTheDocument();
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox'), 'Ruined');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Roll back' }),
    );
    await waitFor(() =>
      expect(sites.restoreState).toHaveBeenCalledWith(
        'acme',
        'site_1',
        '1',
        'Ruined',
      ),
    );
  });

  it('asks to plan next once it was rolled back', async () => {
    const [newest, ...rest] = history().items;
    render(history({ items: [{ ...newest, restoredFrom: '1' }, ...rest] }));
    expect(
      await screen.findByText('The state was rolled back to version 1'),
    ).toBeInTheDocument();
    expect(screen.getByText(/Plan next/)).toBeInTheDocument();
  });

  it('is not rolled back while a deployment is under way', async () => {
    render(history(), { activeDeploymentId: 'dep_3' });
    await screen.findByText('Version 2, the present one');
    expect(
      screen.queryByRole('button', { name: /Roll back/ }),
    ).not.toBeInTheDocument();
  });

  it('shows who left its lock, and releases it with a reason', async () => {
    const lock = { lockId: 'l1', since: at, holder: 'x@host', isAlive: false };
    const sites = render(history({ lock }));
    expect(
      await screen.findByText('A run that is gone left the lock on the state'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Release the lock' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox'), 'It burned');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Release the lock' }),
    );
    await waitFor(() =>
      expect(sites.releaseStateLock).toHaveBeenCalledWith(
        'acme',
        'site_1',
        'l1',
        'It burned',
      ),
    );
  });

  it('leaves the lock to a run that is alive', async () => {
    const lock = { lockId: 'l1', since: at, isAlive: true };
    render(history({ lock }));
    await screen.findByText('A run holds the lock on the state');
    expect(
      screen.queryByRole('button', { name: 'Release the lock' }),
    ).not.toBeInTheDocument();
  });

  it('may be none yet, or not to be had', async () => {
    render({ items: [], total: 0 });
    expect(await screen.findByText('No state yet')).toBeInTheDocument();
  });
});
