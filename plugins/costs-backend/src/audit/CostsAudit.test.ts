import type { SavedView } from '../domain/SavedView';
import { CostsAudit } from './CostsAudit';

describe('the record of saved views', () => {
  const record = async (
    action: 'saveView' | 'updateView' | 'deleteView',
    views: { before?: SavedView; after?: SavedView },
  ) => {
    const recordAudit = jest.fn();
    await CostsAudit.create({ recordAudit }).viewChanged(
      {} as any,
      action,
      'acme',
      views,
    );
    return recordAudit.mock.calls[0][1];
  };
  const view = (name: string, isShared: boolean): SavedView => ({
    viewId: 'view_1',
    owner: 'user:acme/anna',
    name,
    parameters: {},
    isShared,
  });

  it('names what everybody sees', async () => {
    expect(await record('saveView', { after: view('Plans', true) })).toEqual({
      tenant: 'acme',
      action: 'saveView',
      object: { kind: 'cost-view', id: 'view_1', name: 'Plans' },
      after: { isShared: true, name: 'Plans' },
    });
  });

  it('names to nobody what is one person’s alone, nor what it was renamed to', async () => {
    const recorded = await record('updateView', {
      before: view('Plans', true),
      after: view('Secret plans', false),
    });
    expect(recorded.object).toMatchObject({ name: 'Plans' });
    expect(JSON.stringify(recorded)).not.toContain('Secret');
    expect(
      JSON.stringify(
        await record('deleteView', { before: view('Secret plans', false) }),
      ),
    ).not.toContain('Secret');
  });
});
