import type { Plan } from './Deployment';
import { keepRepairable, readDrift } from './readDrift';

type Change = Plan['changes'][number];

const plan = (...changes: Partial<Change>[]): Plan => ({
  summary: { create: 0, update: changes.length, replace: 0, destroy: 0 },
  changes: changes.map(change => ({
    address: 'aws_s3_bucket.files',
    type: 'aws_s3_bucket',
    name: 'files',
    action: 'update',
    attributes: [],
    ...change,
  })),
});
const attribute = (path: string) => ({ path, sensitive: false });

describe('a drift', () => {
  it('is what a refresh found, not what a plan would do', () => {
    const found = readDrift({
      resource_changes: [
        { address: 'a.planned', change: { actions: ['create'] } },
      ],
      resource_drift: [
        {
          address: 'a.found',
          type: 'a',
          name: 'found',
          change: { actions: ['delete'], before: { size: 1 }, after: null },
        },
      ],
    });
    expect(found.changes).toEqual([
      expect.objectContaining({ address: 'a.found', action: 'destroy' }),
    ]);
  });

  it('is none when the output names none', () => {
    expect(readDrift({}).changes).toEqual([]);
  });

  it('is left with what Terraform would put right', () => {
    const drift = plan({
      attributes: ['tags.owner', 'versioning[0].enabled'].map(attribute),
    });
    const repair = plan({ attributes: [attribute('tags.color')] });
    expect(keepRepairable(drift, repair)).toMatchObject({
      summary: { update: 1 },
      changes: [{ attributes: [{ path: 'tags.owner' }] }],
    });
  });

  it('is none where the configuration leaves everything to others', () => {
    const drift = plan({ attributes: [attribute('desired_count')] });
    expect(keepRepairable(drift, plan()).changes).toEqual([]);
    const another = plan({ address: 'aws_s3_bucket.other' });
    expect(keepRepairable(drift, another).changes).toEqual([]);
  });

  it('keeps what is gone when it would be made again', () => {
    const gone = plan({ action: 'destroy' });
    const made = plan({ action: 'create' });
    expect(keepRepairable(gone, made).summary.destroy).toBe(1);
    expect(keepRepairable(gone, plan()).changes).toEqual([]);
  });
});
