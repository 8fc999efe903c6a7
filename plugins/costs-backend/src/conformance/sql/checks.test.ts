import { Workspace } from '../__testUtils__/workspace';
import type { Check } from '../rules/FocusRule';
import { compileCheck } from './compileCheck';
import { incomparable } from './productCheck';
import { literal } from '../../reading/sql';

type Values = Record<string, string | null>;

describe('a check function', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await Workspace.create();
  });
  afterAll(() => workspace.close());

  /** Whether the check holds of a row with these values; null: nothing to say. */
  async function answer(check: Check, values: Values) {
    await workspace.load(Object.keys(values), [values]);
    const [row] = await workspace.rows<{ holds: boolean | null }>(
      `SELECT ${compileCheck(check)} AS holds FROM source_rows`,
    );
    return row.holds;
  }
  /** The same, for several values of one column at once. */
  async function answers(check: Check, values: (string | null)[]) {
    await workspace.load(
      [check.column ?? ''],
      values.map(value => ({ [check.column ?? '']: value })),
    );
    const found = await workspace.rows<{ holds: boolean | null }>(
      `SELECT ${compileCheck(check)} AS holds FROM source_rows ORDER BY __row`,
    );
    return found.map(({ holds }) => holds);
  }
  /** The values about which the check says otherwise than expected. */
  async function misjudged(
    check: Check,
    { keeps = [], breaks = [] }: { keeps?: string[]; breaks?: string[] },
  ) {
    const column = check.column ?? 'ResourceId';
    const values = [...keeps, ...breaks];
    const found = await answers({ ...check, column }, values);
    return values.filter((_, index) => found[index] !== index < keeps.length);
  }

  it('CheckValue compares a text exactly and has nothing to say of null', async () => {
    const check = {
      check: 'CheckValue',
      column: 'ChargeClass',
      value: 'Correction',
    };
    expect(await answers(check, ['Correction', 'correction', null])).toEqual([
      true,
      false,
      null,
    ]);
  });

  it('CheckValue with null asks for null', async () => {
    const check = { check: 'CheckValue', column: 'Tags', value: null };
    expect(await answers(check, [null, '{}'])).toEqual([true, false]);
  });

  it('CheckValue with 0 knows a zero however it is written', async () => {
    expect(
      await misjudged(
        { check: 'CheckValue', column: 'EffectiveCost', value: '0' },
        {
          keeps: ['0', '0.00', '-0', '0E5', '0e-7'],
          breaks: ['0.0000000000000000000000001', '-1', '1E-9'],
        },
      ),
    ).toEqual([]);
  });

  it('CheckValue knows no other amount than 0, rather than answer wrongly', () => {
    expect(
      compileCheck({ check: 'CheckValue', column: 'ListCost', value: '5' }),
    ).toBeUndefined();
  });

  it('CheckNotValue takes null for another value', async () => {
    const check = {
      check: 'CheckNotValue',
      column: 'ChargeClass',
      value: 'Correction',
    };
    expect(await answers(check, ['Correction', 'x', null])).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('CheckNotValue with null asks for a value', async () => {
    const check = { check: 'CheckNotValue', column: 'Tags', value: null };
    expect(await answers(check, [null, '{}'])).toEqual([false, true]);
  });

  it('CheckSameValue and CheckNotSameValue compare two columns', async () => {
    const columns = ['SkuId', 'SkuPriceId'];
    const same = { check: 'CheckSameValue', columns };
    const notSame = { check: 'CheckNotSameValue', columns };
    expect(await answer(same, { SkuId: 'a', SkuPriceId: 'a' })).toBe(true);
    expect(await answer(same, { SkuId: 'a', SkuPriceId: 'b' })).toBe(false);
    expect(await answer(notSame, { SkuId: 'a', SkuPriceId: 'a' })).toBe(false);
    expect(await answer(notSame, { SkuId: 'a', SkuPriceId: null })).toBe(true);
  });

  it('CheckGreaterOrEqualThanValue 0 refuses what is below zero, by however little', async () => {
    expect(
      await misjudged(
        {
          check: 'CheckGreaterOrEqualThanValue',
          column: 'ListUnitPrice',
          value: '0',
        },
        {
          keeps: ['0', '-0.00', '5', '1E-9'],
          breaks: ['-0.0000000000000000000000000001', '-1', ' -3', '-1E-9'],
        },
      ),
    ).toEqual([]);
  });

  it('OneOf and OneOfPairs go by the allowed values', async () => {
    expect(
      await misjudged(
        {
          check: 'OneOf',
          column: 'PricingCategory',
          values: ['Standard', "O'ther"],
        },
        { keeps: ['Standard', "O'ther"], breaks: ['standard', 'Standard '] },
      ),
    ).toEqual([]);
    const pairs = {
      check: 'OneOfPairs',
      columns: ['ServiceSubcategory', 'ServiceCategory'],
      pairs: [['Search', 'Analytics']] as [string, string][],
    };
    expect(
      await answer(pairs, {
        ServiceSubcategory: 'Search',
        ServiceCategory: 'Analytics',
      }),
    ).toBe(true);
    expect(
      await answer(pairs, {
        ServiceSubcategory: 'Search',
        ServiceCategory: 'Web',
      }),
    ).toBe(false);
    expect(
      await answer(pairs, {
        ServiceSubcategory: 'Search',
        ServiceCategory: null,
      }),
    ).toBe(null);
  });

  it('CheckNationalCurrency takes codes of ISO 4217', async () => {
    expect(
      await misjudged(
        { check: 'CheckNationalCurrency' },
        {
          keeps: ['EUR', 'USD', 'JPY'],
          breaks: ['eur', 'Token', 'XYZ', 'US', 'EUR USD', ''],
        },
      ),
    ).toEqual([]);
  });

  it('FormatCurrency takes codes in capitals and the names of virtual currencies', async () => {
    expect(
      await misjudged(
        { check: 'FormatCurrency' },
        {
          keeps: ['EUR', 'Token', 'DBU'],
          breaks: ['eur', ' EUR', 'Usd', '  '],
        },
      ),
    ).toEqual([]);
  });

  it.each(['TypeDecimal', 'CheckDecimalValue'])(
    '%s takes what reads as one number',
    async check => {
      expect(
        await misjudged(
          { check },
          {
            keeps: [
              '4',
              '-3',
              '1.234',
              '.5',
              '35.2E-7',
              '35.2E+7',
              '+333',
              '2e5',
              '12345678901234567890123456789012345678901234567890.1',
            ],
            breaks: [
              '3,432,342',
              'abc',
              '1.2.3',
              '2.3^3',
              '$5',
              '',
              'NaN',
              'Infinity',
              '0x1F',
            ],
          },
        ),
      ).toEqual([]);
    },
  );

  it('FormatNumeric goes by the NumericFormat attribute', async () => {
    expect(
      await misjudged(
        { check: 'FormatNumeric' },
        {
          keeps: [
            '4',
            '-3',
            '1.234',
            '-100.2',
            '0',
            '35.2E-7',
            '1.5E-3',
            '35.2E7',
          ],
          breaks: [
            '35.2E+7',
            '1.5E+3',
            '35.24 x 10^7',
            '2.3^3',
            '3,432,342',
            '+333',
            'abc',
            '1/3',
            '5 ',
            '1.5e-3',
          ],
        },
      ),
    ).toEqual([]);
  });

  it('TypeDateTime takes a date that reads one way only, and exists', async () => {
    expect(
      await misjudged(
        { check: 'TypeDateTime' },
        {
          keeps: [
            '2026-05-01T00:00:00Z',
            '2026-05-01 00:00:00',
            '2026-05-01',
            '2026-05-01T00:00:00+02:00',
            '2028-02-29T00:00:00Z',
          ],
          breaks: [
            '5/1/26',
            '01.05.2026',
            '2026-02-30T00:00:00Z',
            '2026-05-01T30:00:00Z',
            'May 2026',
            '',
          ],
        },
      ),
    ).toEqual([]);
    expect(
      await answers({ check: 'TypeDateTime', column: 'ChargePeriodEnd' }, [
        null,
      ]),
    ).toEqual([null]);
  });

  it('FormatDateTime takes YYYY-MM-DDTHH:mm:ssZ only', async () => {
    expect(
      await misjudged(
        { check: 'FormatDateTime' },
        {
          keeps: ['2026-05-01T00:00:00Z'],
          breaks: [
            '2026-05-01 00:00:00',
            '2026-05-01T00:00:00',
            '2026-05-01T00:00:00+02:00',
            '2026-05-01',
            '2026-5-1T0:0:0Z',
            '2026-05-01T24:00:00Z',
          ],
        },
      ),
    ).toEqual([]);
  });

  it('FormatString refuses text that lost a character while it was decoded', async () => {
    expect(
      await misjudged(
        { check: 'FormatString' },
        { keeps: ['Zürich', '日本', ''], breaks: ['Z\ufffdrich'] },
      ),
    ).toEqual([]);
  });

  it('NotBlank refuses spaces only', async () => {
    expect(
      await misjudged(
        { check: 'NotBlank' },
        { keeps: ['a', ' a'], breaks: [' ', '   '] },
      ),
    ).toEqual([]);
  });

  it('FormatUnit takes units as the UnitFormat attribute writes them', async () => {
    expect(
      await misjudged(
        { check: 'FormatUnit' },
        {
          keeps: [
            'GB',
            'Hours',
            'GB-Hours',
            'GB/Hour',
            '1000 Tokens',
            'Units/3 Months',
            'Executions',
            'b',
            'Gib',
          ],
          breaks: [
            'hours',
            'gb',
            'GIB',
            'HOURS',
            '1.5 GB',
            '1M',
            'GB/Request',
            'Lambda-GB-Seconds',
            '100 hours',
            '',
          ],
        },
      ),
    ).toEqual([]);
  });

  it('FormatKeyValue takes a flat JSON object with each key once', async () => {
    expect(
      await misjudged(
        { check: 'FormatKeyValue', column: 'Tags' },
        {
          keeps: [
            '{}',
            '{"a":"b","c":1,"d":true,"e":null}',
            ' {"a":1}',
            '{"a":": [x]"}',
            '{"a":",}","b":": nan"}',
            '{" org":"x"}',
          ],
          breaks: [
            'no',
            '[]',
            '"a"',
            '3',
            '{"a":{}}',
            '{"a":1,"b":[1]}',
            '{"a":1,"a":2}',
            '{"a":1,}',
            '{"a":NaN}',
            '{"a":-Infinity}',
            "{'a':1}",
            '{"a":1} x',
            '',
          ],
        },
      ),
    ).toEqual([]);
    expect(
      await answers({ check: 'FormatKeyValue', column: 'Tags' }, [null]),
    ).toEqual([null]);
  });

  it('PropertyKeysPascalCase looks at each key', async () => {
    expect(
      await misjudged(
        { check: 'PropertyKeysPascalCase', column: 'SkuPriceDetails' },
        {
          keeps: ['{}', '{"CoreCount":2,"x_Tenancy":"Shared"}'],
          breaks: ['{"coreCount":2}', '{"Core Count":2}'],
        },
      ),
    ).toEqual([]);
  });

  it('FormatJsonObject goes by a JSON schema', async () => {
    const schema = {
      type: 'object',
      required: ['Elements'],
      properties: {
        Elements: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            required: ['Ratio'],
            properties: {
              Ratio: { type: 'number', minimum: 0, maximum: 1 },
              Unit: { type: ['string', 'null'] },
            },
            oneOf: [
              { properties: { Unit: { type: 'null' } } },
              { required: ['Unit'], properties: { Unit: { type: 'string' } } },
            ],
            patternProperties: { '^x_[A-Z]': {} },
            additionalProperties: false,
          },
        },
      },
      additionalProperties: false,
    };
    expect(
      await misjudged(
        { check: 'FormatJsonObject', column: 'AllocatedMethodDetails', schema },
        {
          keeps: [
            '{"Elements":[{"Ratio":0.5}]}',
            '{"Elements":[{"Ratio":1,"Unit":"Hours"},{"Ratio":0,"Unit":null,"x_Basis":[1]}]}',
          ],
          breaks: [
            'no',
            '[]',
            '{}',
            '{"Elements":{}}',
            '{"Elements":[]}',
            '{"Elements":[1]}',
            '{"Elements":[{"Unit":"Hours"}]}',
            '{"Elements":[{"Ratio":"0.5"}]}',
            '{"Elements":[{"Ratio":1.01}]}',
            '{"Elements":[{"Ratio":-0.01}]}',
            '{"Elements":[{"Ratio":1,"Unit":5}]}',
            '{"Elements":[{"Ratio":1,"Basis":5}]}',
            '{"Elements":[{"Ratio":1}],"Other":1}',
          ],
        },
      ),
    ).toEqual([]);
  });

  describe('ColumnByColumnEqualsColumnValue', () => {
    const columns = ['ListUnitPrice', 'PricingQuantity', 'ListCost'];
    const check = { check: 'ColumnByColumnEqualsColumnValue', columns };
    const product = (
      price: string | null,
      quantity: string | null,
      cost: string | null,
    ) =>
      answer(check, {
        ListUnitPrice: price,
        PricingQuantity: quantity,
        ListCost: cost,
      });

    it.each([
      ['0.1', '3', '0.3'],
      ['0.1', '3', '0.30'],
      ['0.0640320000', '4', '0.256128'],
      ['-0.5', '3', '-1.5'],
      ['1E-3', '2E3', '2'],
      ['1.50E2', '2', '300.00'],
      ['2.50 ', '2', '5.00'],
      [' 2', '2 ', '4.00'],
      // Rounded to the places that are written.
      ['0.006', '0.0000689582', '0.00000041370'],
      ['0.3333', '3', '1.00'],
      // Nineteen digits each, which no double could tell apart.
      ['1.000000000000000001', '1.000000000000000001', '1.0000000000'],
    ])('%s × %s is %s', async (price, quantity, cost) => {
      expect(await product(price, quantity, cost)).toBe(true);
    });

    it.each([
      ['0.1', '3', '0.31'],
      ['0.1', '3', '-0.3'],
      ['3', '1.34', '4'],
      ['0.006', '0.0000689582', '0.0000004138'],
      ['1', '0.30000000004', '0.3000000001'],
      ['90071992547409931', '1', '90071992547409930'],
    ])('%s × %s is not %s', async (price, quantity, cost) => {
      expect(await product(price, quantity, cost)).toBe(false);
    });

    it('has nothing to say where one of them is null', async () => {
      expect(await product(null, '3', '1')).toBe(null);
      expect(await product('1', null, '1')).toBe(null);
      expect(await product('1', '3', null)).toBe(null);
    });

    it('tells rows apart whose digits do not fit, instead of rounding them', async () => {
      const long = '1.00000000000000000000000000000000000001';
      expect(await product(long, long, '1.00')).toBe(null);
      const [row] = await workspace.rows<{ left: boolean }>(
        `SELECT ${incomparable(columns, compileCheck(check) ?? '')} AS left FROM source_rows`,
      );
      expect(row.left).toBe(true);
    });
  });

  it('AND and OR join others', async () => {
    const isA = { check: 'CheckValue', column: 'SkuId', value: 'a' };
    const isB = { check: 'CheckValue', column: 'RegionId', value: 'b' };
    const row = { SkuId: 'a', RegionId: 'c' };
    expect(await answer({ check: 'AND', items: [isA, isB] }, row)).toBe(false);
    expect(await answer({ check: 'OR', items: [isA, isB] }, row)).toBe(true);
  });

  it('that is not known has no SQL, nor has anything that contains it', () => {
    const unknown = { check: 'CheckMoonPhase', column: 'SkuId' };
    expect(compileCheck(unknown)).toBeUndefined();
    expect(compileCheck({ check: 'OR', items: [unknown] })).toBeUndefined();
    expect(compileCheck({ check: 'constructor' })).toBeUndefined();
  });

  it('takes values as text, whatever they hold', async () => {
    const value = `'; DROP TABLE source_rows; --`;
    expect(
      await answer(
        { check: 'OneOf', column: 'A"b', values: [value] },
        { 'A"b': value },
      ),
    ).toBe(true);
    expect(literal("it's")).toBe("'it''s'");
  });
});
