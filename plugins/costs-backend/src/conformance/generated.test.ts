import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { CHARGE_COLUMNS } from '@freehold/plugin-costs-node';
import { describeSharedData } from '../__testUtils__/sharedData';
import { columnsOfVersion, focusModelFor } from './rules/focusRules';

describe('the rules of FOCUS', () => {
  it('of 1.2 are all of the published ones but the composite', () => {
    const ids = new Set(focusModelFor('1.2').rules.map(({ id }) => id));
    expect(ids.size).toBe(621 - 143);
  });

  it('know the columns of each version', () => {
    const counts = (['1.0', '1.1', '1.2', '1.3', '1.4'] as const).map(
      version => columnsOfVersion(version).size,
    );
    expect(counts).toEqual([43, 50, 57, 65, 65]);
  });

  it('speak of the same columns of 1.4 as our tables', () => {
    expect([...columnsOfVersion('1.4')]).toEqual(
      CHARGE_COLUMNS.map(({ focusName }) => focusName),
    );
  });
});

describeSharedData('the generated rules', data => {
  it('are what tools/generate-focus-rules.mjs makes of the published models', () => {
    const root = path.resolve(__dirname, '../../../..');
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        path.join(root, 'tools/generate-focus-rules.mjs'),
        path.join(data, 'focus-rules'),
        '--check',
      ],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
