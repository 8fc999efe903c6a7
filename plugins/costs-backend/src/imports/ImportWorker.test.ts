import { mockServices } from '@backstage/backend-test-utils';
import { ImportWorker } from './ImportWorker';

describe('ImportWorker', () => {
  it('looks again at a queue that something came into while it looked', async () => {
    const claim = jest.fn(async () => undefined);
    const worker = ImportWorker.create({
      database: {
        transaction: async (_tenant: string, work: () => Promise<unknown>) =>
          work(),
      },
      imports: { claim, listGivenUp: async () => [] },
      logger: mockServices.logger.mock(),
    } as never);
    claim.mockImplementationOnce(async () => {
      worker.wake();
      return undefined;
    });
    await worker.work();
    expect(claim).toHaveBeenCalledTimes(2);
    await worker.work();
    expect(claim).toHaveBeenCalledTimes(3);
  });
});
