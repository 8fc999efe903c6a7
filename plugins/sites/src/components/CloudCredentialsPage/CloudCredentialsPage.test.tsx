import { PortalError } from '@freehold/plugin-tenancy-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockSitesApi, renderPage } from '../../__testUtils__/renderPage';
import { operator } from '../../__testUtils__/samples';
import type { CloudCredential } from '../../api';
import { CloudCredentialsPage } from './CloudCredentialsPage';

const EXTERNAL_ID = 'freehold-0123456789abcdef';

const credential: CloudCredential = {
  credentialId: 'cred_1',
  customer: 'acme',
  cloud: 'aws',
  kind: 'access-key',
  name: 'Main account',
  account: '222222222222',
  principal: 'arn:aws:iam::222222222222:user/portal',
  accessKeyEnding: 'K7QZ',
  updatedBy: 'user:acme/anna',
  createdAt: '2026-11-20T09:00:00Z',
  updatedAt: '2026-11-20T09:00:00Z',
};

const apiWith = (...items: CloudCredential[]) =>
  mockSitesApi({
    getCloudCredentials: async () => ({ items, externalId: EXTERNAL_ID }),
  });

const render = (
  sites: ReturnType<typeof mockSitesApi>,
  options: Partial<Parameters<typeof renderPage>[1]> = {},
) =>
  renderPage(<CloudCredentialsPage />, {
    sites,
    allowed: ['sites.credential.manage'],
    ...options,
  });

describe('CloudCredentialsPage', () => {
  it('says which account sites are made in, and never more of a key than its end', async () => {
    render(apiWith(credential));
    expect(
      await screen.findByText(/your own AWS account, 222222222222/),
    ).toBeVisible();
    expect(screen.getByText('Main account')).toBeVisible();
    expect(screen.getByText('…K7QZ')).toBeVisible();
    expect(screen.getByText('Not yet')).toBeVisible();
  });

  it('takes an access key when there is none', async () => {
    const sites = apiWith();
    sites.setCloudCredential.mockResolvedValue(credential);
    render(sites);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Enter credentials' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText(/^Name/), 'Main account');
    await userEvent.type(
      dialog.getByLabelText(/^Access key ID/),
      'AKIAIOSFODNN7EXAMPLE',
    );
    await userEvent.type(
      dialog.getByLabelText(/^Secret access key/),
      'wJalrXUtnFEMI',
    );
    await userEvent.click(
      dialog.getByRole('button', { name: 'Check and keep' }),
    );
    await waitFor(() =>
      expect(sites.setCloudCredential).toHaveBeenCalledWith('acme', 'aws', {
        kind: 'access-key',
        name: 'Main account',
        accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        secretAccessKey: 'wJalrXUtnFEMI',
      }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('tells the external id that a role must ask for, and why AWS says no', async () => {
    const sites = apiWith();
    sites.setCloudCredential.mockRejectedValue(
      new PortalError({
        name: 'InputError',
        message: 'AWS does not let the portal be this role.',
        status: 400,
      }),
    );
    render(sites);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Enter credentials' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByLabelText(/^A role/));
    expect(dialog.getByText(EXTERNAL_ID)).toBeVisible();
    await userEvent.type(dialog.getByLabelText(/^Name/), 'Deployer');
    await userEvent.type(
      dialog.getByLabelText(/^Role/),
      'arn:aws:iam::222222222222:role/deployer',
    );
    await userEvent.click(
      dialog.getByRole('button', { name: 'Check and keep' }),
    );
    expect(
      await dialog.findByText('AWS does not let the portal be this role.'),
    ).toBeVisible();
  });

  it('removes credentials once their name was typed', async () => {
    const sites = apiWith(credential);
    sites.removeCloudCredential.mockResolvedValue(undefined);
    render(sites);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Remove credentials' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByRole('textbox'), 'Main account');
    await userEvent.click(
      dialog.getByRole('button', { name: 'Remove credentials' }),
    );
    await waitFor(() =>
      expect(sites.removeCloudCredential).toHaveBeenCalledWith('acme', 'aws'),
    );
  });

  it('shows staff those of the business, and of the customer in the address', async () => {
    const sites = apiWith();
    const customers = {
      listCustomers: jest.fn(async () => ({ items: [], total: 0 })),
      getCustomer: jest.fn(async () => ({ slug: 'acme', name: 'Acme' })),
    };
    const { unmount } = render(sites, { me: operator, customers });
    expect(
      await screen.findByText(/can only order on AWS with an account of/),
    ).toBeVisible();
    expect(sites.getCloudCredentials).toHaveBeenCalledWith('default');
    unmount();
    render(sites, { me: operator, customers, at: '/?customer=acme' });
    await waitFor(() =>
      expect(sites.getCloudCredentials).toHaveBeenCalledWith('acme'),
    );
  });

  it('is not for everybody', async () => {
    const sites = apiWith(credential);
    render(sites, { allowed: [] });
    expect(
      await screen.findByText('Owners and admins manage these'),
    ).toBeVisible();
    expect(sites.getCloudCredentials).not.toHaveBeenCalled();
  });
});
