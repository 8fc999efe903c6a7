import { columns12, purchase, tax, usage } from './__testUtils__/rows12';
import type { FileRow } from './__testUtils__/workspace';
import { Workspace } from './__testUtils__/workspace';
import { checkConformance } from './checkConformance';
import type { ConformanceInput } from './checkConformance';
import { planRules } from './planRules';
import { columnsOfVersion } from './rules/focusRules';

describe('checkConformance', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await Workspace.create();
  });
  afterAll(() => workspace.close());

  async function check(
    rows: FileRow[],
    { columns = columns12, ...input }: Partial<ConformanceInput> = {},
  ) {
    await workspace.load(columns, rows);
    return checkConformance(workspace, {
      table: 'source_rows',
      rowColumn: '__row',
      columns,
      version: '1.2',
      ...input,
    });
  }

  it('finds nothing in rows that keep to FOCUS 1.2', async () => {
    const report = await check([usage, purchase, tax]);
    expect(report).toMatchObject({
      version: '1.2',
      model: '1.2',
      rows: 3,
      findings: [],
      summary: { MUST: { broken: 0 }, SHOULD: { broken: 0 } },
    });
    expect(report.summary.MUST.checked).toBeGreaterThan(200);
  });

  it('says of each broken rule its sentence, how many rows break it and what the first holds', async () => {
    const report = await check([
      usage,
      { ...usage, BilledCost: null, ChargeDescription: null },
      { ...usage, BilledCost: null },
    ]);
    expect(report.findings).toEqual([
      {
        ruleId: 'BilledCost-C-003-M',
        keyword: 'MUST NOT',
        severity: 'MUST',
        column: 'BilledCost',
        text: 'BilledCost MUST NOT be null.',
        columns: ['BilledCost'],
        failingRows: 2,
        example: { row: 2, values: { BilledCost: null } },
      },
      expect.objectContaining({
        ruleId: 'ChargeDescription-C-003-O',
        severity: 'SHOULD',
        failingRows: 1,
      }),
    ]);
    expect(report.summary).toMatchObject({
      MUST: { broken: 1 },
      SHOULD: { broken: 1 },
    });
  });

  it('shows of an example all columns that the rule looked at', async () => {
    const report = await check([usage, { ...usage, ListCost: '0.21' }]);
    expect(
      report.findings.find(({ ruleId }) => ruleId === 'ListCost-C-009-C')
        ?.example,
    ).toEqual({
      row: 2,
      values: {
        ListUnitPrice: '0.10',
        PricingQuantity: '2',
        ListCost: '0.21',
        ChargeClass: null,
      },
    });
  });

  it('reports the same of the same rows, whichever order they were read in', async () => {
    const rows = [{ ...usage, BilledCost: 'x' }, { ...usage, Tags: 'x' }, tax];
    expect(await check(rows)).toEqual(await check(rows));
  });

  it('finds values of one column that go with several of another', async () => {
    const report = await check([
      usage,
      { ...usage, SkuId: 'sku-2' },
      {
        ...usage,
        ServiceCategory: 'Web',
        ServiceSubcategory: 'Application Platforms',
      },
      {
        ...usage,
        ServiceName: 'Search',
        ServiceCategory: 'Analytics',
        ServiceSubcategory: 'Search',
      },
    ]);
    expect(
      report.findings.map(({ ruleId, failingRows, example }) => [
        ruleId,
        failingRows,
        example?.row,
      ]),
    ).toEqual([
      ['ServiceName-C-005-C', 3, 1],
      ['SkuPriceId-C-008-M', 4, 1],
      ['ServiceName-C-008-C', 3, 1],
    ]);
  });

  describe('of columns', () => {
    const without = (...names: string[]) =>
      columns12.filter(name => !names.includes(name));

    it('finds a mandatory column that is missing, and checks nothing that needs it', async () => {
      const report = await check([usage], { columns: without('ListCost') });
      expect(report.findings).toEqual([
        expect.objectContaining({
          ruleId: 'CostAndUsage-D-032-M',
          columns: ['ListCost'],
          failingRows: null,
          example: null,
        }),
      ]);
      const ids = report.notChecked
        .filter(({ reason }) => reason === 'columnAbsent')
        .map(({ ruleId }) => ruleId);
      expect(ids).toContain('ListCost-C-003-M');
      expect(ids).toContain('ListUnitPrice-C-010-C');
      expect(report.checkedRules).not.toContain('ListCost-C-003-M');
    });

    it('leaves open whether a conditional column is missing rightly', async () => {
      const columns = without('Tags');
      const unknown = await check([usage], { columns });
      expect(unknown.findings).toEqual([]);
      expect(unknown.notChecked).toContainEqual(
        expect.objectContaining({
          ruleId: 'CostAndUsage-D-064-C',
          reason: 'criterion',
          note: 'TAGGING_SUPPORTED',
        }),
      );
      const known = await check([usage], {
        columns,
        supports: ['TAGGING_SUPPORTED'],
      });
      expect(known.findings.map(({ ruleId }) => ruleId)).toEqual([
        'CostAndUsage-D-064-C',
      ]);
    });

    it('asks for names of accounts once they are known to be supported', async () => {
      const rows = [{ ...usage, BillingAccountName: null }];
      const unknown = await check(rows);
      expect(unknown.findings).toEqual([]);
      expect(unknown.notChecked).toContainEqual(
        expect.objectContaining({
          ruleId: 'BillingAccountName-C-003-C',
          reason: 'criterion',
        }),
      );
      const known = await check(rows, {
        supports: ['ACCOUNT_NAMING_SUPPORTED'],
      });
      expect(known.findings.map(({ ruleId }) => ruleId)).toEqual([
        'BillingAccountName-C-003-C',
      ]);
    });

    it('finds custom columns without prefix, between those of FOCUS, or with long names', async () => {
      const long = `x_${'Very'.repeat(13)}`;
      const report = await check([usage], {
        columns: ['Id', ...columns12, 'x_Team', long],
      });
      expect(
        report.findings.map(({ ruleId, columns }) => [ruleId, columns]),
      ).toEqual([
        ['ColumnHandling-A-010-M', ['Id']],
        ['ColumnHandling-A-005-O', [long]],
        ['ColumnHandling-A-013-O', ['Id']],
      ]);
    });
  });

  describe('of versions', () => {
    it.each(['1.0', '1.1'] as const)(
      'checks %s by the rules of 1.2 for the columns that it has',
      async version => {
        const columns = [...columnsOfVersion(version)];
        const report = await check([usage, tax], { version, columns });
        expect(report).toMatchObject({ version, model: '1.2', findings: [] });
        expect(report.notChecked).toContainEqual(
          expect.objectContaining({
            ruleId: 'CostAndUsage-D-033-O',
            reason: 'version',
            note: 'InvoiceId',
          }),
        );
      },
    );

    it('checks 1.3 by the rules of 1.2, and of 1.4 for what 1.3 added', async () => {
      const columns = [...columnsOfVersion('1.3')];
      const added = { HostProviderName: 'AWS', ServiceProviderName: null };
      const report = await check([{ ...usage, ...added }], {
        version: '1.3',
        columns,
      });
      expect(report.model).toBe('1.2, and 1.4 for the columns that 1.3 added');
      expect(report.findings.map(({ ruleId }) => ruleId)).toEqual([
        'ServiceProviderName-1.4-Null',
      ]);
    });
  });

  it('says of every rule that it was checked, or why not', async () => {
    const report = await check([usage]);
    const told = new Set([
      ...report.checkedRules,
      ...report.notChecked.map(({ ruleId }) => ruleId),
    ]);
    expect(told.size).toBe(
      report.checkedRules.length + report.notChecked.length,
    );
    const reasons = new Set(report.notChecked.map(({ reason }) => reason));
    expect([...reasons].sort()).toEqual([
      'covered',
      'criterion',
      'errata',
      'permission',
      'provider',
      'text',
    ]);
  });

  it('says of products with too many digits that it could not compare them', async () => {
    const long = '1.00000000000000000000000000000000000001';
    const report = await check([
      { ...usage, ListUnitPrice: long, PricingQuantity: long, ListCost: long },
    ]);
    expect(report.notChecked).toContainEqual(
      expect.objectContaining({
        ruleId: 'ListCost-C-009-C',
        reason: 'digits',
        note: '1 rows',
      }),
    );
  });

  it('never passes a check that it does not know', () => {
    const rule = {
      id: 'New-C-001-M',
      keyword: 'MUST' as const,
      column: 'SkuId',
      text: 'SkuId MUST be as the moon wills.',
      require: { check: 'CheckMoonPhase', column: 'SkuId' },
    };
    const plan = planRules(
      { name: 'x', rules: [rule], columns: new Set(['SkuId']) },
      ['SkuId'],
      new Set(),
    );
    expect(plan).toEqual({
      header: [],
      rows: [],
      distinct: [],
      unchecked: [
        expect.objectContaining({
          ruleId: 'New-C-001-M',
          reason: 'unknownFunction',
        }),
      ],
    });
  });
});
