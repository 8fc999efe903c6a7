import {
  CreateBucketCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { TestDatabases } from '@backstage/backend-test-utils';
import { MotoServer } from '@freehold/plugin-tenancy-node/testUtils';
import { setTimeout as sleep } from 'node:timers/promises';
import { focusCsv, usage } from '../__testUtils__/focusCsv';
import { startCostsBackend } from '../__testUtils__/startCostsBackend';

jest.setTimeout(120_000);

const describeWithMoto = MotoServer.isThere ? describe : describe.skip;

describeWithMoto('exports that lie in a bucket', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const credentials = {
    accessKeyId: 'AKIACOLLECTOR',
    secretAccessKey: 'the-secret-of-the-collector',
  };
  let moto: MotoServer;
  let s3: S3Client;

  beforeAll(async () => {
    moto = await MotoServer.start();
    s3 = new S3Client({
      region: 'eu-central-1',
      endpoint: moto.endpoint,
      forcePathStyle: true,
      credentials,
    });
    await s3.send(
      new CreateBucketCommand({
        Bucket: 'exports',
        CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' },
      }),
    );
  });
  afterAll(() => moto?.stop());

  const put = (key: string, cost: string) =>
    s3.send(
      new PutObjectCommand({
        Bucket: 'exports',
        Key: key,
        Body: focusCsv([usage({ BilledCost: cost })]),
      }),
    );

  it('are taken below their prefix, once, the newest of the month', async () => {
    await put('focus/data/BILLING_PERIOD=2026-09/run-1/bill.csv', '4');
    await put('other/2026-09/bill.csv', '100');
    const backend = await startCostsBackend(
      await databases.init('POSTGRES_18'),
      {
        collect: [
          {
            source: 'Bucket',
            settleSeconds: 0,
            s3: {
              bucket: 'exports',
              region: 'eu-central-1',
              prefix: 'focus/',
              endpoint: moto.endpoint,
              credentials,
            },
          },
        ],
      },
    );
    const look = async () => {
      await backend.runTasks('costs-collect');
      for (;;) {
        const { body } = await backend
          .as('default/olga')
          .get('/api/costs/imports');
        const items: any[] = body.items;
        if (items.every(it => it.finishedAt)) {
          return items;
        }
        await sleep(100);
      }
    };
    await look();
    await look();
    // S3 tells when objects were changed to the second.
    await sleep(1_100);
    await put('focus/data/BILLING_PERIOD=2026-09/run-2/bill.csv', '3');
    const items = await look();
    expect(items.map(it => [it.state, it.origin])).toEqual([
      [
        'succeeded',
        's3://exports/focus/data/BILLING_PERIOD=2026-09/run-2/bill.csv',
      ],
      [
        'succeeded',
        's3://exports/focus/data/BILLING_PERIOD=2026-09/run-1/bill.csv',
      ],
    ]);
    expect(JSON.stringify(items)).not.toContain(credentials.secretAccessKey);
    const { body } = await backend
      .as('default/olga')
      .get('/api/costs/query')
      .query({ from: '2026-01-01', to: '2027-01-01', metric: 'billed' });
    expect(body.items).toMatchObject([{ amount: '3', charges: 1 }]);
    await backend.stop();
  });
});
