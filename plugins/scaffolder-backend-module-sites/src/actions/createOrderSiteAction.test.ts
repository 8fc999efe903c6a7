import {
  coreServices,
  createBackendPlugin,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import express from 'express';
import Router from 'express-promise-router';
import { scaffolderModuleSites } from '../module';

interface Call {
  method: string;
  url: string;
  key?: string;
  requestId?: string;
  user: unknown;
  body: unknown;
}

const INPUT = {
  name: 'shop',
  title: 'Our shop',
  cloud: 'local',
  region: 'here',
  size: 'small',
  content: { kind: 'starter' },
};

describe('freehold:site:order', () => {
  const calls: Call[] = [];
  let action: TemplateAction<any, any>;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const backend = await startTestBackend({
      features: [
        createSitesDouble(calls),
        scaffolderModuleSites,
        createBackendPlugin({
          pluginId: 'scaffolder',
          register(env) {
            env.registerExtensionPoint(scaffolderActionsExtensionPoint, {
              addActions: (...actions) => {
                [action] = actions;
              },
            });
            env.registerInit({ deps: {}, async init() {} });
          },
        }),
      ],
    });
    stop = () => backend.stop();
  });

  afterAll(() => stop());

  beforeEach(() => {
    calls.length = 0;
  });

  const run = async (
    options: {
      input?: object;
      credentials?: BackstageCredentials;
      task?: string;
      step?: string;
      each?: object;
      isDryRun?: boolean;
    } = {},
  ) => {
    const output: Record<string, unknown> = {};
    await action.handler({
      input: { ...INPUT, ...options.input },
      task: { id: options.task ?? 'task-1' },
      step: { id: options.step ?? 'order' },
      each: options.each,
      isDryRun: options.isDryRun,
      logger: mockServices.logger.mock(),
      getInitiatorCredentials: async () =>
        options.credentials ?? mockCredentials.user('user:birch/bea'),
      output: (name: string, value: unknown) => {
        output[name] = value;
      },
    } as any);
    return output;
  };

  it('passes on what the site is and has beside itself', async () => {
    const specification = {
      runtime: { kind: 'container', image: 'shop:1', port: 8080 },
      customSize: { cpu: '1', memory: 2048 },
      domains: ['www.example.com'],
      environment: { MODE: 'live' },
      secretReferences: { TOKEN: 'arn:aws:ssm:eu-west-1:1:parameter/birch/t' },
      addOns: { storage: true },
    };
    await run({ input: { ...specification, size: 'custom' } });
    expect(calls[0].body).toEqual({
      ...INPUT,
      ...specification,
      size: 'custom',
    });
  });

  it('orders as the initiator, for their own customer', async () => {
    const output = await run();
    expect(calls).toEqual([
      {
        method: 'POST',
        url: '/customers/birch/sites',
        key: expect.stringMatching(/^[0-9a-f]{64}$/),
        requestId: 'task-1',
        user: 'user:birch/bea',
        body: INPUT,
      },
    ]);
    expect(output).toEqual({
      siteRef: 'component:birch/shop',
      siteId: 'site_1',
      deploymentId: 'dep_1',
      deploymentUrl: '/sites/birch/deployments/dep_1',
    });
  });

  it('orders with an upload, and sends nothing else of what a form kept of it', async () => {
    await run({
      input: {
        customer: 'cedar',
        content: {
          kind: 'upload',
          contentId: 'cnt_1',
          fileName: 'site.zip',
          files: 2,
        },
      },
      credentials: mockCredentials.user('user:default/olga'),
    });
    expect(calls[0]).toMatchObject({
      url: '/customers/cedar/sites',
      body: { content: { kind: 'upload', contentId: 'cnt_1' } },
    });
    expect(calls[0].body).not.toHaveProperty('customer');
  });

  it('repeats its key when the step is run again, and only then', async () => {
    await run();
    await run();
    await run({ task: 'task-2' });
    await run({ step: 'other' });
    await run({ each: { key: '0', value: 'a' } });
    const keys = calls.map(({ key }) => key);
    expect(keys[1]).toBe(keys[0]);
    expect(new Set(keys).size).toBe(4);
  });

  it('asks staff for the customer', async () => {
    const credentials = mockCredentials.user('user:default/olga');
    await expect(run({ credentials })).rejects.toThrow('Choose the customer');
    expect(calls).toEqual([]);
  });

  it('asks for the upload that is missing', async () => {
    await expect(
      run({ input: { content: { kind: 'upload' } } }),
    ).rejects.toThrow('Upload the content');
  });

  it('fails with the reason that the sites API gives', async () => {
    await expect(run({ input: { name: 'taken' } })).rejects.toMatchObject({
      name: 'ConflictError',
      message: "There is a site 'taken' already. Choose another name.",
      // The task's log prints it.
      stack:
        "ConflictError: There is a site 'taken' already. Choose another name.",
    });
  });

  it('only checks the name in a dry run', async () => {
    expect(await run({ isDryRun: true })).toEqual({});
    expect(calls).toMatchObject([
      { method: 'GET', url: '/customers/birch/site-names/shop' },
    ]);
    await expect(
      run({ isDryRun: true, input: { name: 'taken' } }),
    ).rejects.toThrow("There is a site 'taken' already.");
  });
});

/** Plays the sites API, with the real one's checks of who calls. */
function createSitesDouble(calls: Call[]) {
  return createBackendPlugin({
    pluginId: 'sites',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          const router = Router();
          router.use(express.json(), async (req, _res, next) => {
            const { principal } = await httpAuth.credentials(req, {
              allow: ['user'],
            });
            calls.push({
              method: req.method,
              url: req.url,
              key: req.get('idempotency-key'),
              requestId: req.get('x-request-id'),
              user: principal.userEntityRef,
              body: req.body,
            });
            next();
          });
          router.post('/customers/:customer/sites', (req, res) => {
            if (req.body.name === 'taken') {
              throw new ConflictError(
                "There is a site 'taken' already. Choose another name.",
              );
            }
            res.status(201).json({
              order: {
                monthlyPrice: { amount: '5.00', currency: 'EUR' },
                priceVersion: '1',
                lines: [],
              },
              site: {
                siteId: 'site_1',
                customer: req.params.customer,
                name: req.body.name,
              },
              deployment: { deploymentId: 'dep_1' },
            });
          });
          router.get('/customers/:customer/site-names/:name', (req, res) => {
            res.json(
              req.params.name === 'taken'
                ? {
                    available: false,
                    reason: "There is a site 'taken' already.",
                  }
                : { available: true },
            );
          });
          httpRouter.use(router);
        },
      });
    },
  });
}
