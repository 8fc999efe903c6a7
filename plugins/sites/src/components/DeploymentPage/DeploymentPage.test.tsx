import { PortalError, type Me } from '@freehold/plugin-tenancy-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Deployment, LogListener } from '../../api';
import { mockSitesApi, renderPage } from '../../__testUtils__/renderPage';
import {
  awaitingApproval,
  deployment,
  operator,
  owner,
  price,
  site,
} from '../../__testUtils__/samples';
import { SitesRouter } from '../SitesRouter';

const at = '/sites/acme/deployments/dep_1';

function render(
  sites: ReturnType<typeof mockSitesApi>,
  options: { allowed?: string[]; at?: string; me?: Me } = {},
) {
  return renderPage(<SitesRouter />, {
    sites,
    at,
    mountPath: '/sites/*',
    ...options,
  });
}

const steps = async () =>
  within(
    await screen.findByRole('list', { name: 'Steps of the deployment' }),
  ).getAllByRole('listitem');

describe('DeploymentPage', () => {
  it('shows where a deployment stands, and says so in the tab', async () => {
    render(mockSitesApi({ getDeployment: async () => deployment() }));
    expect(await screen.findByText('Deployment of shop')).toBeInTheDocument();
    expect((await steps())[1]).toHaveAttribute('aria-current', 'step');
    await waitFor(() =>
      expect(document.title).toBe('Planning · shop · Freehold'),
    );
  });

  it('shows what the plan creates, and hides secrets', async () => {
    render(mockSitesApi({ getDeployment: async () => awaitingApproval() }), {
      me: operator,
    });
    expect(await screen.findByText('1 to create')).toBeInTheDocument();
    await userEvent.click(await screen.findByText('content'));
    const token = screen.getByRole('row', { name: /input.token/ });
    expect(within(token).getByText('hidden')).toBeInTheDocument();
    expect(
      within(screen.getByRole('row', { name: /^id/ })).getByText(
        'known once applied',
      ),
    ).toBeInTheDocument();
  });

  it('tells customers in plain words what is lost', async () => {
    render(
      mockSitesApi({
        getDeployment: async () => ({
          ...awaitingApproval(),
          plan: {
            summary: { create: 0, update: 0, replace: 0, destroy: 1 },
            changes: [],
            resources: [
              {
                address: 'module.database.aws_db_instance.this',
                type: 'aws_db_instance',
                kind: 'database',
                action: 'destroy',
                before: { name: 'shop' },
                unknown: [],
              },
            ],
          },
        }),
      }),
    );
    expect(
      await screen.findByText(
        'A database (shop) will be deleted with all it holds.',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText(/aws_db_instance/)).not.toBeInTheDocument();
  });

  it.each<[string, Partial<Deployment>, RegExp[]]>([
    [
      'done',
      { state: 'succeeded' },
      [/2 parts of the network were made/, /^2 created$/],
    ],
    [
      'never begun',
      { state: 'cancelled' },
      [/were to be made/, /None of this was done/],
    ],
    [
      'cut short',
      {
        state: 'failed',
        steps: [{ state: 'applying', at: new Date().toISOString() }],
      },
      [/were to be made/, /ended before all of this was done/],
    ],
  ])('tells what a plan says as %s once it is over', async (_, over, words) => {
    const part = {
      type: 'aws_subnet',
      kind: 'network' as const,
      action: 'create' as const,
      unknown: [],
    };
    render(
      mockSitesApi({
        getDeployment: async () => ({
          ...awaitingApproval(),
          ...over,
          plan: {
            summary: { create: 2, update: 0, replace: 0, destroy: 0 },
            changes: [],
            resources: ['a', 'b'].map(address => ({ ...part, address })),
          },
        }),
      }),
    );
    for (const text of words) {
      expect(await screen.findByText(text)).toBeVisible();
    }
    expect(screen.queryByText(/will be/)).not.toBeInTheDocument();
  });

  it('says of what is let go that it stays in the cloud', async () => {
    render(
      mockSitesApi({
        getDeployment: async () => ({
          ...awaitingApproval(),
          plan: {
            summary: {
              create: 0,
              update: 0,
              replace: 0,
              destroy: 0,
              forget: 1,
            },
            changes: [],
            resources: [
              {
                address: 'aws_s3_bucket.old',
                type: 'aws_s3_bucket',
                kind: 'bucket',
                action: 'forget',
                unknown: [],
              },
            ],
          },
        }),
      }),
    );
    expect(
      await screen.findByText(/A storage for files will stay in the cloud/),
    ).toBeVisible();
    expect(screen.getByText('1 to let go')).toBeVisible();
  });

  it('finds one of 500 resources without showing all of them', async () => {
    const changes = Array.from({ length: 500 }, (_, index) => ({
      address: `module.part_${index}.aws_subnet.this`,
      type: index % 2 ? 'aws_subnet' : 'aws_eip',
      name: `part-${index}`,
      action: index === 321 ? ('destroy' as const) : ('create' as const),
      attributes: [],
    }));
    render(
      mockSitesApi({
        getDeployment: async () => ({
          ...awaitingApproval(),
          plan: {
            summary: { create: 499, update: 0, replace: 0, destroy: 1 },
            changes,
          },
        }),
      }),
      { me: operator },
    );
    expect(await screen.findByText('500 resources')).toBeInTheDocument();
    const shown = screen.getAllByText(/^part-/);
    expect(shown).toHaveLength(50);
    expect(shown[0]).toHaveTextContent('part-321');
    await userEvent.type(screen.getByRole('searchbox'), 'part_499');
    expect(await screen.findByText('1 resource')).toBeInTheDocument();
    expect(screen.getByText('part-499')).toBeInTheDocument();
  });

  it('shows the price before and after, part by part', async () => {
    render(
      mockSitesApi({
        getDeployment: async () =>
          deployment({
            priceBefore: price({ 'size.small': '5.00' }, '5.00'),
            price: price({ 'size.medium': '12.50' }, '12.50'),
          }),
      }),
    );
    const lines = await screen.findByRole('table', {
      name: 'Monthly price, before and after',
    });
    expect(
      await within(lines).findByRole('row', { name: /Total a month/ }),
    ).toHaveTextContent('Total a month€5.00€12.50+€7.50');
  });

  it('says until when to decide, about which plan', async () => {
    render(
      mockSitesApi({
        getDeployment: async () => ({
          ...awaitingApproval(),
          planHash: '0123456789abcdef0123',
          approvalExpiresAt: new Date(Date.now() + 7_500_000).toISOString(),
        }),
      }),
      { me: operator, allowed: ['sites.deployment.approve'] },
    );
    const box = within(
      await screen.findByRole('region', {
        name: 'This plan waits for a decision',
      }),
    );
    expect(await box.findByText('0123456789ab')).toBeInTheDocument();
    expect(box.getByText(/2 hr 4 min/)).toBeInTheDocument();
  });

  it('keeps who asked for a change from approving it, and says why', async () => {
    render(
      mockSitesApi({
        getDeployment: async () => ({
          ...awaitingApproval(),
          barredFromApproval: [owner.entityRef],
        }),
      }),
      { allowed: ['sites.deployment.approve'] },
    );
    expect(
      await screen.findByText(/somebody else has to approve it/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Approve the plan' }),
    ).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Reject' })).toBeEnabled();
  });

  it('tells customers that somebody else decides', async () => {
    render(mockSitesApi({ getDeployment: async () => awaitingApproval() }));
    expect(
      await screen.findByText(/Our staff look at the plan/),
    ).toBeInTheDocument();
  });

  it.each<[string, boolean, object, string[]]>([
    [
      'asks who may decide',
      true,
      { me: operator },
      ['sites.deployment.approve'],
    ],
    ['does not ask who may not decide', false, {}, []],
  ])(
    'says that an approval holds no more, and why, and %s',
    async (...given) => {
      const [, isAsked, who, allowed] = given;
      const moment = new Date().toISOString();
      render(
        mockSitesApi({
          getDeployment: async () => ({
            ...awaitingApproval(),
            voidedApproval: {
              by: 'user:default/olga',
              at: moment,
              voidedAt: moment,
            },
          }),
        }),
        { ...who, allowed },
      );
      expect(
        await screen.findByText('An approval holds no more'),
      ).toBeInTheDocument();
      expect(screen.getByText(/it was planned anew/)).toBeInTheDocument();
      expect(screen.queryAllByText(/decide again/)).toHaveLength(
        isAsked ? 1 : 0,
      );
    },
  );

  it('gives the reasons of the checks', async () => {
    render(mockSitesApi({ getDeployment: async () => awaitingApproval() }));
    expect(
      await screen.findByText(
        'This customer asked to approve each deployment.',
      ),
    ).toBeInTheDocument();
  });

  it('approves the very plan that is shown', async () => {
    const sites = mockSitesApi({
      getDeployment: async () => awaitingApproval(),
      approveDeployment: async () => deployment({ state: 'queued' }),
    });
    render(sites, { allowed: ['sites.deployment.approve'] });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approve the plan' }),
    );
    expect(sites.approveDeployment).toHaveBeenCalledWith(
      'acme',
      'dep_1',
      'abc123',
    );
  });

  it('says why a plan was not approved and looks at the new one', async () => {
    const sites = mockSitesApi({
      getDeployment: async () => awaitingApproval(),
      approveDeployment: async () => {
        throw new PortalError({
          name: 'ConflictError',
          message: 'The plan has changed since you saw it.',
          status: 409,
        });
      },
    });
    render(sites, { allowed: ['sites.deployment.approve'] });
    const before = sites.getDeployment.mock.calls.length;
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approve the plan' }),
    );
    expect(
      await screen.findByText('The plan has changed since you saw it.'),
    ).toBeInTheDocument();
    expect(sites.getDeployment.mock.calls.length).toBeGreaterThan(before);
  });

  it('rejects a plan with a reason only', async () => {
    const sites = mockSitesApi({
      getDeployment: async () => awaitingApproval(),
      rejectDeployment: async () => deployment({ state: 'failed' }),
    });
    render(sites, { allowed: ['sites.deployment.approve'] });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Reject' }),
    );
    const dialog = await screen.findByRole('dialog');
    const reject = within(dialog).getByRole('button', { name: 'Reject' });
    expect(reject).toBeDisabled();
    await userEvent.type(within(dialog).getByRole('textbox'), 'Too dear');
    await userEvent.click(reject);
    expect(sites.rejectDeployment).toHaveBeenCalledWith(
      'acme',
      'dep_1',
      'Too dear',
    );
  });

  it('offers nothing to those who may only look', async () => {
    render(mockSitesApi({ getDeployment: async () => awaitingApproval() }));
    await screen.findByText('Deployment of shop');
    for (const name of [/approve/i, /reject/i, /cancel/i, /retry/i]) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
  });

  it('says how many come first while it waits for its turn', async () => {
    render(
      mockSitesApi({
        getDeployment: async () =>
          deployment({ state: 'queued', queuedBefore: 3 }),
      }),
    );
    expect(await screen.findByText(/3 before it/)).toBeInTheDocument();
  });

  it('says what went wrong and when it is tried again', async () => {
    render(
      mockSitesApi({
        getDeployment: async () =>
          deployment({
            state: 'queued',
            setback: { code: 'network', message: 'The network failed.' },
            nextAttemptAt: new Date(Date.now() + 125_000).toISOString(),
          }),
      }),
    );
    expect(
      await screen.findByText(/The network failed\. It is tried again/),
    ).toBeInTheDocument();
    expect(screen.getByText('in 2 minutes')).toBeInTheDocument();
  });

  it('lets operators end by force, with a reason, what does not stop', async () => {
    const sites = mockSitesApi({
      getDeployment: async () =>
        deployment({ state: 'applying', cancelRequested: true }),
      forceCancelDeployment: async () => deployment({ cancelForced: true }),
    });
    render(sites, { allowed: ['sites.deployment.rescue'] });
    await userEvent.click(
      await screen.findByRole('button', { name: 'End it by force' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      within(dialog).getByText(/without being recorded/),
    ).toBeInTheDocument();
    await userEvent.type(within(dialog).getByRole('textbox'), 'It hangs');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'End it by force' }),
    );
    expect(sites.forceCancelDeployment).toHaveBeenCalledWith(
      'acme',
      'dep_1',
      'It hangs',
    );
  });

  it('offers no force while it may still stop by itself', async () => {
    render(
      mockSitesApi({
        getDeployment: async () => deployment({ state: 'applying' }),
      }),
      { allowed: ['sites.deployment.rescue'] },
    );
    await screen.findByText('Deployment of shop');
    expect(
      screen.queryByRole('button', { name: 'End it by force' }),
    ).not.toBeInTheDocument();
  });

  it('says what cancelling leaves behind before it cancels', async () => {
    const sites = mockSitesApi({
      getDeployment: async () => deployment(),
      cancelDeployment: async () => deployment({ cancelRequested: true }),
    });
    render(sites, { allowed: ['sites.deployment.control'] });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel the deployment' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Nothing was applied yet');
    expect(sites.cancelDeployment).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel the deployment' }),
    );
    expect(sites.cancelDeployment).toHaveBeenCalledWith('acme', 'dep_1');
  });

  it('says why a deployment failed and repeats it', async () => {
    const sites = mockSitesApi({
      getDeployment: async (_, id) =>
        id === 'dep_1'
          ? deployment({
              state: 'failed',
              failure: {
                code: 'denied',
                message: 'You have 10 sites already.',
              },
            })
          : deployment({ deploymentId: id, siteName: 'shop-again' }),
      retryDeployment: async () => deployment({ deploymentId: 'dep_2' }),
    });
    render(sites, { allowed: ['sites.deployment.control'] });
    expect(
      await screen.findByText('You have 10 sites already.'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Retry the deployment' }),
    );
    expect(
      await screen.findByText('Deployment of shop-again'),
    ).toBeInTheDocument();
  });

  it('opens the live site when it is done', async () => {
    render(
      mockSitesApi({
        getDeployment: async () =>
          deployment({
            state: 'succeeded',
            finishedAt: '2026-11-20T10:00:04.000Z',
          }),
        getSite: async () => site(),
      }),
    );
    expect(
      await screen.findByRole('link', { name: /Open the site/ }),
    ).toHaveAttribute('href', 'http://shop.acme.localhost:7007');
  });

  it('keeps the log folded, and follows it from the start once opened', async () => {
    const sites = mockSitesApi({
      getDeployment: async () => deployment(),
      followLog: async (_customer, _id, { listener, after }) => {
        tell(listener, after);
        return new Promise<boolean>(() => {});
      },
    });
    render(sites, { at: `${at}?log=open` });
    const log = await screen.findByRole('log', { name: 'Log' });
    expect(await within(log).findByText('terraform init')).toBeInTheDocument();
    expect(log).toHaveAttribute('aria-live', 'off');
    expect(screen.getByText(/Live · 2 lines/)).toBeInTheDocument();
  });

  it('searches the log, marks what it finds and jumps from line to line', async () => {
    const sites = mockSitesApi({
      getDeployment: async () => deployment(),
      followLog: async (_customer, _id, { listener, after }) => {
        tell(listener, after);
        return new Promise<boolean>(() => {});
      },
      downloadDeploymentLog: async () => undefined,
    });
    render(sites, { at: `${at}?log=open` });
    const log = await screen.findByRole('log', { name: 'Log' });
    await within(log).findByText('terraform init');
    const field = screen.getByRole('searchbox', { name: 'Search in the log' });
    await userEvent.type(field, 'TERRA');
    const marked = await within(log).findAllByText('terra');
    expect(screen.getByText(`1 of ${marked.length}`)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Next line found' }),
    );
    expect(
      screen.getByText(`${marked.length > 1 ? 2 : 1} of ${marked.length}`),
    ).toBeInTheDocument();
    await userEvent.type(field, ' nowhere');
    expect(await screen.findByText('Nothing found')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Download' }));
    expect(sites.downloadDeploymentLog).toHaveBeenCalled();
  });

  it('says that a log was removed when its time was over', async () => {
    const sites = mockSitesApi({
      getDeployment: async () =>
        deployment({ logRemovedAt: '2026-11-20T10:00:00.000Z' }),
      followLog: async () => true,
    });
    render(sites);
    expect(await screen.findByText('This log was removed')).toBeInTheDocument();
  });

  it('answers a deployment that is not there without a hint', async () => {
    render(
      mockSitesApi({
        getDeployment: async () => {
          throw new PortalError({
            name: 'NotFoundError',
            message: 'No such deployment',
            status: 404,
          });
        },
      }),
    );
    expect(
      await screen.findByText('There is no such deployment'),
    ).toBeInTheDocument();
  });
});

function tell(listener: LogListener, after: number) {
  ['terraform init', 'terraform plan'].slice(after).forEach((text, index) =>
    listener.onLine({
      seq: after + index + 1,
      at: '2026-11-20T10:00:01.000Z',
      stream: 'stdout',
      text,
    }),
  );
}
