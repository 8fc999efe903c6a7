import type { Plan, PlannedResource } from '../api';
import { planStatements } from './planStatements';

function plan(...resources: Partial<PlannedResource>[]): Plan {
  return {
    summary: { create: 0, update: 0, replace: 0, destroy: 0 },
    changes: [],
    resources: resources.map((resource, index) => ({
      address: `x.${index}`,
      type: 'x',
      kind: 'other',
      action: 'create',
      unknown: [],
      ...resource,
    })),
  };
}

describe('the statements of a plan', () => {
  it('begin with what is lost, and leave out what stays', () => {
    const statements = planStatements(
      plan(
        { kind: 'service', action: 'update' },
        { kind: 'network-rule', action: 'destroy' },
        { kind: 'database', action: 'replace', before: { name: 'shop' } },
        { kind: 'bucket', action: 'keep' },
      ),
    );
    expect(statements).toMatchObject([
      { kind: 'database', action: 'replace', isLoss: true, names: ['shop'] },
      { kind: 'network-rule', action: 'destroy', isLoss: false },
      { kind: 'service', action: 'update', isLoss: false },
    ]);
  });

  it('know no loss where a copy is kept, or where nothing is held', () => {
    expect(
      planStatements(
        plan(
          {
            kind: 'database',
            action: 'destroy',
            before: { leavesSnapshot: true },
          },
          { kind: 'bucket', action: 'replace', before: { holdsData: false } },
        ),
      ),
    ).toMatchObject([
      { kind: 'database', isLoss: false, leavesCopy: true },
      { kind: 'bucket', isLoss: false, leavesCopy: false },
    ]);
  });

  it('count things of one kind together', () => {
    expect(
      planStatements(plan({ kind: 'network' }, { kind: 'network' })),
    ).toMatchObject([{ kind: 'network', count: 2 }]);
  });

  it('tell a size that changes, and what would be open or in clear', () => {
    expect(
      planStatements(
        plan({
          kind: 'database',
          action: 'update',
          before: { size: 'small' },
          after: { size: 'large', public: true, encrypted: false },
        }),
      ),
    ).toMatchObject([
      {
        sizes: [{ from: 'small', to: 'large' }],
        isPublic: true,
        isClear: true,
      },
    ]);
  });

  it('make do with the changes of plans from before there was more', () => {
    expect(
      planStatements({
        summary: { create: 1, update: 0, replace: 0, destroy: 0 },
        changes: [
          {
            address: 'x.y',
            type: 'x',
            name: 'y',
            action: 'create',
            attributes: [],
          },
        ],
      }),
    ).toMatchObject([{ kind: 'other', action: 'create', count: 1 }]);
  });
});
