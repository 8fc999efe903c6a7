import { renderInTestApp } from '@backstage/frontend-test-utils';
import { PortalError } from '@freehold/plugin-tenancy-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { tenancyApiRef, type TenancyApi } from '../../api';
import { customer, fakeTenancyApi, link, member } from '../../__testUtils__';
import { NewCustomerPage } from './NewCustomerPage';

function renderPage(createCustomer: TenancyApi['createCustomer']) {
  renderInTestApp(<NewCustomerPage />, {
    initialRouteEntries: ['/customers/new'],
    apis: [[tenancyApiRef, fakeTenancyApi({ createCustomer })]],
  });
}

async function fillIn(name: string) {
  const [customerName, ownerName] = await screen.findAllByRole('textbox', {
    name: /^Name/,
  });
  await userEvent.type(customerName, name);
  await userEvent.type(ownerName, 'Ann');
  await userEvent.type(
    screen.getByRole('textbox', { name: /^E-mail/ }),
    'ann@acme.example',
  );
}

describe('NewCustomerPage', () => {
  it("creates the customer with its owner and shows the owner's link", async () => {
    const createCustomer = jest.fn<
      ReturnType<TenancyApi['createCustomer']>,
      Parameters<TenancyApi['createCustomer']>
    >(async () => ({
      customer: customer(),
      owner: member('ann', 'owner'),
      passwordLink: link,
    }));
    renderPage(createCustomer);
    await fillIn('Acme Ltd');
    expect(screen.getByRole('textbox', { name: /^Short name/ })).toHaveValue(
      'acme-ltd',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Add customer' }));
    expect(await screen.findByText(link.url)).toBeInTheDocument();
    expect(createCustomer).toHaveBeenCalledWith({
      slug: 'acme-ltd',
      name: 'Acme Ltd',
      tier: 'standard',
      requiresApproval: false,
      owner: { displayName: 'Ann', email: 'ann@acme.example' },
    });
  });

  it('keeps what was typed when the short name is taken', async () => {
    renderPage(async () => {
      throw new PortalError({
        name: 'ConflictError',
        message: "There is a customer 'acme' already; choose another",
        status: 409,
      });
    });
    await fillIn('Acme');
    await userEvent.click(screen.getByRole('button', { name: 'Add customer' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      "There is a customer 'acme' already; choose another",
    );
    expect(screen.getByRole('textbox', { name: /^Short name/ })).toHaveValue(
      'acme',
    );
  });
});
