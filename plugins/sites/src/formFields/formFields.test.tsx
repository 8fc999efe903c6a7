import type { ApiHolder, ApiRef } from '@backstage/frontend-plugin-api';
import { PortalError, meApiRef } from '@freehold/plugin-tenancy-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ComponentType } from 'react';
import { mockSitesApi, renderPage } from '../__testUtils__/renderPage';
import { offering, operator, owner, price } from '../__testUtils__/samples';
import { sitesApiRef } from '../api';
import { ContentPicker } from './ContentPicker';
import { CustomerPicker } from './CustomerPicker';
import { ExtrasPicker } from './ExtrasPicker';
import { OrderSummary } from './OrderSummary';
import { PlacementPicker } from './PlacementPicker';
import { SiteName, validateSiteName } from './SiteName';

/** Holds a field's value as the scaffolder's form does. */
function renderField(
  Field: ComponentType<any>,
  options: {
    sites?: ReturnType<typeof mockSitesApi>;
    value?: unknown;
    form?: Record<string, unknown>;
    me?: typeof owner;
    customers?: Record<string, jest.Mock>;
  } = {},
) {
  const { value, form = {}, sites = mockSitesApi(), ...rest } = options;
  const onChange = jest.fn();
  function Form() {
    const [formData, setFormData] = useState(value);
    return (
      <Field
        formData={formData}
        onChange={(next: unknown) => {
          onChange(next);
          setFormData(next);
        }}
        rawErrors={[]}
        formContext={{ formData: form }}
      />
    );
  }
  renderPage(<Form />, { sites, ...rest });
  return { onChange, sites };
}

describe('CustomerPicker', () => {
  it('orders for the own customer of a member', async () => {
    const { onChange } = renderField(CustomerPicker);
    expect(await screen.findByDisplayValue('Acme Bikes')).toHaveAttribute(
      'readonly',
    );
    expect(onChange).toHaveBeenCalledWith('acme');
  });

  it('lets staff find a customer by name', async () => {
    const listCustomers = jest.fn(async ({ search }) => ({
      items: [
        { slug: 'acme', name: 'Acme Bikes' },
        { slug: 'birch', name: 'Birch Bakery' },
      ].filter(({ name }) => name.includes(search ?? '')),
      total: 2,
    }));
    const { onChange } = renderField(CustomerPicker, {
      me: operator,
      customers: { listCustomers },
    });
    await userEvent.type(await screen.findByRole('combobox'), 'Birch');
    await userEvent.click(
      await screen.findByRole('option', { name: 'Birch Bakery' }),
    );
    expect(onChange).toHaveBeenLastCalledWith('birch');
  });
});

describe('SiteName', () => {
  it('says that a name is free, and the address it makes', async () => {
    const sites = mockSitesApi({
      checkSiteName: async () => ({ available: true }),
    });
    renderField(SiteName, { sites });
    await userEvent.type(await screen.findByRole('textbox'), 'Shop');
    expect(
      await screen.findByText('http://shop.acme.localhost:7007'),
    ).toBeInTheDocument();
    expect(screen.getByText(/Other clouds give/)).toBeVisible();
    expect(sites.checkSiteName).toHaveBeenCalledTimes(1);
    expect(sites.checkSiteName).toHaveBeenCalledWith('acme', 'shop');
  });

  it.each([
    ['local', 'Free. The address will be', true],
    ['aws', 'Free. The address is known once the site is live', false],
  ])(
    'tells the address of %s once that is chosen, if the portal gives it',
    async (cloud, text, isKnown) => {
      const sites = mockSitesApi({
        checkSiteName: async () => ({ available: true }),
      });
      renderField(SiteName, { sites, form: { placement: { cloud } } });
      await userEvent.type(await screen.findByRole('textbox'), 'shop');
      expect(await screen.findByText(text, { exact: false })).toBeVisible();
      expect(screen.queryAllByText(/shop\.acme\.localhost/)).toHaveLength(
        isKnown ? 1 : 0,
      );
    },
  );

  it('gives the reason why a name cannot be had', async () => {
    const sites = mockSitesApi({
      checkSiteName: async () => ({
        available: false,
        reason: 'You have a site of this name.',
      }),
    });
    renderField(SiteName, { sites });
    await userEvent.type(await screen.findByRole('textbox'), 'shop');
    expect(
      await screen.findByText('You have a site of this name.'),
    ).toBeInTheDocument();
  });

  it('does not ask about what cannot be a name', async () => {
    const { sites } = renderField(SiteName);
    await userEvent.type(await screen.findByRole('textbox'), '9 lives');
    expect(await screen.findByText(/Use 2 to 40 small/)).toBeInTheDocument();
    expect(sites.checkSiteName).not.toHaveBeenCalled();
  });
});

describe('validateSiteName', () => {
  const apiHolder = (sites: object, me = owner): ApiHolder => ({
    get: <T,>(ref: ApiRef<T>) =>
      ({
        [sitesApiRef.id]: sites,
        [meApiRef.id]: { load: async () => me },
      })[ref.id] as T,
  });
  const validate = async (
    name: string,
    holder: ApiHolder,
    customer?: string,
  ) => {
    const addError = jest.fn();
    await validateSiteName(name, { addError } as never, {
      apiHolder: holder,
      formData: customer ? { customer } : {},
      schema: {},
    });
    return addError;
  };

  it('refuses a name that was taken meanwhile', async () => {
    const addError = await validate(
      'shop',
      apiHolder({
        checkSiteName: async () => ({ available: false, reason: 'Taken.' }),
      }),
    );
    expect(addError).toHaveBeenCalledWith('Taken.');
  });

  it('leaves the decision to the order when it cannot ask', async () => {
    const addError = await validate(
      'shop',
      apiHolder({
        checkSiteName: async () => {
          throw PortalError.unanswered(new Error('offline'));
        },
      }),
    );
    expect(addError).not.toHaveBeenCalled();
  });

  it('wants to know for which customer staff order', async () => {
    const checkSiteName = jest.fn(async () => ({ available: true }));
    const holder = apiHolder({ checkSiteName }, operator);
    expect(await validate('shop', holder)).toHaveBeenCalledTimes(1);
    expect(checkSiteName).not.toHaveBeenCalled();
    expect(await validate('shop', holder, 'birch')).not.toHaveBeenCalled();
    expect(checkSiteName).toHaveBeenCalledWith('birch', 'shop');
  });
});

describe('PlacementPicker', () => {
  it('offers the sizes of the chosen cloud with their prices', async () => {
    const { onChange } = renderField(PlacementPicker, { value: {} });
    await userEvent.click(await screen.findByRole('radio', { name: /Medium/ }));
    expect(screen.getByText('€12.50 a month')).toBeInTheDocument();
    expect(screen.queryByText('Huge')).not.toBeInTheDocument();
    expect(onChange).toHaveBeenLastCalledWith(
      expect.objectContaining({
        cloud: 'local',
        region: 'here',
        size: 'medium',
        runtime: { kind: 'static' },
      }),
    );
  });

  it('gives up what another cloud does not offer', async () => {
    const { onChange } = renderField(PlacementPicker, {
      value: { cloud: 'local', region: 'here', size: 'medium' },
    });
    await userEvent.click(await screen.findByRole('button', { name: /Cloud/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Far cloud' }),
    );
    await waitFor(() =>
      expect(onChange).toHaveBeenLastCalledWith(
        expect.objectContaining({
          cloud: 'far',
          region: 'north',
          size: 'huge',
        }),
      ),
    );
  });

  it('asks for what runs the site only where there is a choice', async () => {
    renderField(PlacementPicker, { value: {} });
    await screen.findByRole('radio', { name: /Medium/ });
    expect(screen.queryByText('What runs it')).not.toBeInTheDocument();
  });

  it('offers measures of one’s own to what runs, and their price', async () => {
    const sites = mockSitesApi({
      quotePrice: async () => ({
        price: price(
          { 'size.custom': '10.00', 'custom.vcpu': '20.00' },
          '30.00',
        ),
      }),
    });
    const { onChange } = renderField(PlacementPicker, {
      sites,
      value: { cloud: 'aws' },
    });
    await screen.findByRole('radio', { name: /^Small/ });
    expect(
      screen.queryByRole('radio', { name: /^Custom/ }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('radio', { name: /A container image/ }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: /Image/ }),
      'registry.example/shop:1',
    );
    await userEvent.click(screen.getByRole('radio', { name: /^Custom/ }));
    expect(await screen.findByText('€30.00')).toBeInTheDocument();
    expect(sites.quotePrice).toHaveBeenLastCalledWith('acme', {
      cloud: 'aws',
      size: 'custom',
      cpu: '0.5',
      memory: 1_024,
      instances: 1,
    });
    expect(onChange).toHaveBeenLastCalledWith(
      expect.objectContaining({
        runtime: {
          kind: 'container',
          image: 'registry.example/shop:1',
          port: 8_080,
        },
        customSize: {
          cpu: '0.5',
          memory: 1_024,
          minimumInstances: 1,
          maximumInstances: 2,
        },
      }),
    );
  });

  it('says at the field what is wrong, and keeps what was typed', async () => {
    const { onChange } = renderField(PlacementPicker, {
      value: { cloud: 'aws', size: 'small' },
    });
    await userEvent.click(
      await screen.findByRole('radio', { name: /A container image/ }),
    );
    const image = screen.getByRole('textbox', { name: /Image/ });
    await userEvent.type(image, 'Shop');
    expect(image).not.toBeInvalid();
    await userEvent.tab();
    expect(image).toBeInvalid();
    expect(image).toHaveAccessibleDescription(/Name an image in small letters/);
    expect(image).toHaveValue('Shop');
    expect(onChange.mock.lastCall[0]).not.toHaveProperty('runtime');
  });
});

describe('ContentPicker', () => {
  const archive = new File(['x'], 'site.zip', { type: 'application/zip' });
  const chooseFile = async () => {
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Your own files' }),
    );
    await userEvent.upload(
      document.querySelector<HTMLInputElement>('input[type=file]')!,
      archive,
    );
  };

  it('takes the starter page', async () => {
    const { onChange } = renderField(ContentPicker);
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Starter page' }),
    );
    expect(onChange).toHaveBeenLastCalledWith({ kind: 'starter' });
  });

  it('uploads an archive and shows what was in it', async () => {
    const sites = mockSitesApi({
      uploadContent: async () => ({
        contentId: 'cnt_1',
        sha256: 'ab',
        files: 3,
        bytes: 4_096,
      }),
    });
    const { onChange } = renderField(ContentPicker, { sites });
    await chooseFile();
    expect(
      await screen.findByText(/3 uploaded files, 4.1 kB/),
    ).toBeInTheDocument();
    expect(onChange).toHaveBeenLastCalledWith({
      kind: 'upload',
      contentId: 'cnt_1',
      files: 3,
      bytes: 4_096,
      fileName: 'site.zip',
    });
  });

  it('shows how much was sent, and lets the upload be stopped', async () => {
    const sites = mockSitesApi({
      uploadContent: (_customer, _file, uploading) => {
        uploading?.onProgress?.(0.42);
        return new Promise(() => {});
      },
    });
    renderField(ContentPicker, { sites });
    await chooseFile();
    expect(await screen.findByText('Sending site.zip: 42 %')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    const { signal } = sites.uploadContent.mock.calls[0][2];
    expect(signal.aborted).toBe(true);
    expect(
      screen.getByRole('button', { name: 'Choose a file' }),
    ).toBeInTheDocument();
  });

  it('shows why the backend refused an archive', async () => {
    const sites = mockSitesApi({
      uploadContent: async () => {
        throw new PortalError({
          name: 'InputError',
          message: 'The archive has no index.html.',
          status: 400,
        });
      },
    });
    const { onChange } = renderField(ContentPicker, { sites });
    await chooseFile();
    expect(
      await screen.findByText('The archive has no index.html.'),
    ).toBeInTheDocument();
    expect(onChange).toHaveBeenLastCalledWith({});
  });
});

describe('ExtrasPicker', () => {
  const onAws = (kind: string) => ({
    placement: { cloud: 'aws', runtimeDraft: { kind } },
  });

  it('names what the cloud lacks instead of asking for it', async () => {
    const { onChange } = renderField(ExtrasPicker, {
      form: { placement: { cloud: 'local' } },
    });
    expect(
      await screen.findByText(
        /This machine cannot have containers.* Choose another cloud/,
      ),
    ).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(onChange.mock.lastCall[0].extras).toEqual({
      domains: [],
      environment: {},
      secretReferences: {},
      addOns: {},
    });
  });

  it('names no other cloud where none is offered that could', async () => {
    const sites = mockSitesApi();
    sites.getOffering.mockResolvedValue({
      ...offering,
      clouds: offering.clouds.filter(({ id }) => id !== 'aws'),
    });
    renderField(ExtrasPicker, {
      sites,
      form: { placement: { cloud: 'local' } },
    });
    expect(
      await screen.findByText(/No cloud that is offered here can/),
    ).toBeVisible();
    expect(screen.queryByText(/another cloud/)).not.toBeInTheDocument();
  });

  it('offers to static files a domain, and says what needs a container', async () => {
    renderField(ExtrasPicker, { form: onAws('static') });
    expect(
      await screen.findByRole('button', { name: 'Add a domain' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Add a variable' }),
    ).not.toBeInTheDocument();
    expect(
      screen.getByText(/Static files read no variables/),
    ).toBeInTheDocument();
  });

  it('takes variables, secrets by reference, and add-ons', async () => {
    const { onChange } = renderField(ExtrasPicker, {
      form: onAws('container'),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add a variable' }),
    );
    await userEvent.keyboard('MODE');
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Value of variable 1' }),
      'live',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Add a secret' }));
    await userEvent.keyboard('TOKEN');
    const reference = screen.getByRole('textbox', { name: 'ARN of secret 1' });
    await userEvent.type(reference, 'hunter2');
    await userEvent.tab();
    expect(reference).toHaveAccessibleDescription(/Give the whole ARN/);
    expect(onChange.mock.lastCall[0]).not.toHaveProperty('extras');
    const arn = 'arn:aws:ssm:eu-central-1:111111111111:parameter/acme/token';
    await userEvent.clear(reference);
    await userEvent.type(reference, arn);
    await userEvent.click(screen.getByRole('checkbox', { name: /Storage/ }));
    expect(onChange.mock.lastCall[0].extras).toEqual({
      domains: [],
      environment: { MODE: 'live' },
      secretReferences: { TOKEN: arn },
      addOns: { storage: true },
    });
  });

  it('warns of a secret among the plain variables', async () => {
    renderField(ExtrasPicker, { form: onAws('container') });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add a variable' }),
    );
    await userEvent.keyboard('DB_PASSWORD');
    expect(screen.getByText(/This looks like a secret/)).toBeInTheDocument();
  });
});

describe('OrderSummary', () => {
  it('puts the whole order into words, for the review as well', async () => {
    const { onChange } = renderField(OrderSummary, {
      sites: mockSitesApi({
        quotePrice: async () => ({
          price: price({ 'size.medium': '12.50' }, '12.50'),
        }),
      }),
      form: {
        name: 'shop',
        title: 'The bike shop',
        placement: { cloud: 'local', region: 'here', size: 'medium' },
        content: { kind: 'starter' },
      },
    });
    expect(await screen.findByText('€12.50 a month')).toBeInTheDocument();
    expect(screen.getByText(/price list 2026-11/)).toBeInTheDocument();
    expect(screen.getByText(/limits of the standard tier/)).toBeInTheDocument();
    expect(onChange).toHaveBeenLastCalledWith({
      site: 'The bike shop',
      address: 'http://shop.acme.localhost:7007',
      customer: 'Acme Bikes',
      place: 'This machine · Here',
      size: 'Medium: For daily visitors',
      content: 'Starter page',
      price: '€12.50 a month',
    });
  });

  it('tells the price part by part, and what the limit says to it', async () => {
    const line = (item: string, quantity: string, amount: string) => ({
      item,
      quantity,
      unitAmount: amount,
      amount,
    });
    renderField(OrderSummary, {
      sites: mockSitesApi({
        quotePrice: async () => ({
          price: {
            amount: '41.00',
            currency: 'EUR',
            priceVersion: '2026-11',
            lines: [
              line('size.medium', '1', '12.50'),
              line('custom.vcpu', '0.5', '8.50'),
              line('database.small', '1', '20.00'),
            ],
          },
          refusal: 'All sites together would cost 41.00 EUR a month.',
        }),
      }),
      form: {
        name: 'shop',
        placement: { cloud: 'local', region: 'here', size: 'medium' },
        content: { kind: 'starter' },
      },
    });
    const lines = await screen.findByRole('table', { name: 'Monthly price' });
    expect(
      within(lines)
        .getAllByRole('row')
        .map(row => row.textContent),
    ).toEqual([
      'Size Medium€12.50',
      'Virtual processors × 0.5€8.50',
      'Database, Small€20.00',
      'Total a month€41.00',
    ]);
    expect(screen.getByRole('alert')).toHaveTextContent('All sites together');
  });

  it('says what is left of the monthly limit', async () => {
    renderField(OrderSummary, {
      sites: mockSitesApi({
        quotePrice: async () => ({
          price: price({ 'size.medium': '12.50' }, '12.50'),
          monthlyLimit: { amount: '100.00', currency: 'EUR' },
          monthlyTotal: { amount: '72.50', currency: 'EUR' },
        }),
      }),
      form: {
        name: 'shop',
        placement: { cloud: 'local', region: 'here', size: 'medium' },
      },
    });
    expect(
      await screen.findByText(
        '€27.50 of your monthly limit of €100.00 would be left.',
      ),
    ).toBeInTheDocument();
  });

  it('tells a container and what is beside it in words', async () => {
    const { onChange } = renderField(OrderSummary, {
      form: {
        name: 'shop',
        placement: {
          cloud: 'aws',
          region: 'eu-central-1',
          size: 'custom',
          runtime: { kind: 'container', image: 'shop:1', port: 80 },
          customSize: {
            cpu: '2',
            memory: 8_192,
            minimumInstances: 1,
            maximumInstances: 3,
          },
        },
        content: { kind: 'starter' },
        beside: {
          extras: {
            domains: ['a.example'],
            environment: { A: '1', B: '2' },
            secretReferences: {},
            addOns: { database: { size: 'small', replica: true } },
          },
        },
      },
    });
    await waitFor(() =>
      expect(onChange).toHaveBeenLastCalledWith(
        expect.objectContaining({
          address: 'Known once the site is live',
          size: 'Custom: 2 processors, 8 GiB, 1 to 3 instances',
          content: 'Container shop:1, port 80',
          extras: '1 domain; 2 variables; Database, Small with a copy',
        }),
      ),
    );
  });
});
