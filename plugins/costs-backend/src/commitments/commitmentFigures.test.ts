import path from 'node:path';
import {
  createCharges,
  insertCharges,
  insertFocusFile,
  type TestCharge,
} from '../allocation/__testUtils__/chargesTable';
import { describeSharedData, filesOf } from '../__testUtils__/sharedData';
import { commitmentFigures } from './commitmentFigures';
import {
  COMMITMENT_GROUPS,
  commitmentSumsSql,
} from './__testUtils__/commitmentSumsSql';

async function figures(
  fill: (
    connection: Awaited<ReturnType<typeof createCharges>>,
  ) => Promise<void>,
) {
  const connection = await createCharges();
  await fill(connection);
  const decimal = (column: string) => `cast(${column} as decimal(38, 18))`;
  const sums = await connection.runAndReadAll(`
    select ${commitmentSumsSql({
      effectiveCost: decimal('effective_cost'),
      listCost: decimal('list_cost'),
    })}
    from charges group by ${COMMITMENT_GROUPS.join(', ')}`);
  connection.closeSync();
  return commitmentFigures(
    sums
      .getRows()
      .map(([currency, category, status, pricing, rows, ...amounts]) => ({
        currency: String(currency),
        chargeCategory: String(category),
        commitmentDiscountStatus: status as string | null,
        pricingCategory: pricing as string | null,
        rows: rows as bigint,
        effectiveCost: String(amounts[0]),
        listCost: String(amounts[1]),
        rowsWithoutListCost: amounts[2] as bigint,
        effectiveCostWithoutListCost: String(amounts[3]),
      })),
  );
}

const ofCharges = (charges: TestCharge[]) =>
  figures(connection => insertCharges(connection, charges));

const usage = (
  status: 'Used' | 'Unused' | null,
  pricing: string | null,
  effective: string,
  list: string | null,
): TestCharge => ({
  commitment_discount_status: status,
  pricing_category: pricing,
  effective_cost: effective,
  list_cost: list,
});

describe('commitmentFigures', () => {
  // A commitment of 100 € for a day. 80 € of it are used, for what lists at
  // 120 €; 20 € are not. Besides, usage on demand lists at 60 € and costs 54 €
  // by contract, and spot usage lists at 30 € and costs 10 €.
  const day = [
    usage('Used', 'Committed', '50', '75'),
    usage('Used', 'Committed', '30', '45'),
    usage('Unused', 'Committed', '20', '30'),
    usage(null, 'Standard', '54', '60'),
    usage(null, 'Dynamic', '10', '30'),
  ];
  const expected = {
    currency: 'EUR',
    // 80 / (80 + 20)
    utilisation: '0.8',
    // 120 / (120 + 60): spot usage could not be covered, what is unused is no usage
    coverage: '0.6667',
    // 1 − (80 + 20 + 54 + 10) / (120 + 60 + 30) = 1 − 164 / 210
    effectiveSavingsRate: '0.219',
    rowsWithoutListCost: 0n,
  };

  it('goes by what is used, what is not, and what it lists at', async () => {
    expect(await ofCharges(day)).toEqual([expected]);
  });

  it('lets neither purchases nor taxes, credits and adjustments enter', async () => {
    const others = ['Purchase', 'Tax', 'Credit', 'Adjustment'].map(
      category => ({
        ...usage('Used', 'Committed', '1000', '2000'),
        charge_category: category,
      }),
    );
    expect(await ofCharges([...day, ...others])).toEqual([expected]);
  });

  it('is told by currency', async () => {
    const dollars = day.map(charge => ({ ...charge, billing_currency: 'USD' }));
    expect(await ofCharges([...day, ...dollars])).toEqual([
      expected,
      { ...expected, currency: 'USD' },
    ]);
  });

  it('takes an unknown list cost neither for zero nor for a loss, and says of how many rows', async () => {
    expect(
      await ofCharges([...day, usage(null, 'Standard', '999', null)]),
    ).toEqual([{ ...expected, rowsWithoutListCost: 1n }]);
  });

  it('counts unused commitments that have no list cost as a loss', async () => {
    const [used, , , standard] = day;
    expect(
      await ofCharges([
        used,
        standard,
        usage('Unused', 'Committed', '20', null),
      ]),
    ).toMatchObject([
      // 50 / 70; 1 − (50 + 20 + 54) / (75 + 60) = 1 − 124 / 135
      {
        utilisation: '0.7143',
        effectiveSavingsRate: '0.0815',
        rowsWithoutListCost: 0n,
      },
    ]);
  });

  it('has no figure where there is nothing to divide by', async () => {
    const none = {
      utilisation: null,
      coverage: null,
      effectiveSavingsRate: null,
    };
    expect(await ofCharges([usage(null, null, '5', '0')])).toMatchObject([
      none,
    ]);
  });
});

describeSharedData('commitment figures of the published examples', folder => {
  const published = path.join(folder, 'focus-1.2-1.3-synthetic');

  // Of the 20 usage rows of AWS in FOCUS 1.3, added up by hand:
  //   used    0.03779808960 + 0.09347391360 + 0.06708632640 + 0.05945371200
  //         + 0.10942428480 + 0.02412085440             = 0.39135718080
  //   unused  0.12485599680 + 0.12958796160 + 0.12258286080 = 0.37702681920
  //   list cost of used 0.58674240000, of what is priced Standard
  //         285.09515376530, together 285.68189616530
  //   effective cost of all 257.35398576198
  // utilisation 0.3913571808 / 0.7683840000, coverage 0.5867424 / 285.6818961653,
  // savings 1 − 257.35398576198 / 285.68189616530
  it.each([
    ['aws_1_3', '0.5093', '0.0021', '0.0992'],
    // used 0.588806256, unused 0.691833744; all usage is committed: 0.882768
    ['aws_1_2', '0.4598', '1', '-0.4507'],
    // used 0.7273907136, unused 0.8093772864; 1.0905408 of 69.92710623226568
    ['azure_1_2', '0.4733', '0.0156', '0.0921'],
    // used 0.5203112256, unused 0.5042007744; 0.7800768 of 32.1167393976711
    ['azure_1_3', '0.5079', '0.0243', '0.09'],
    // used 0.5382968806, unused 0.5342391194; 0.8070418 of 398.5879030607005
    ['gcp_1_2', '0.5019', '0.002', '0.0991'],
    // used 0.2336162164, unused 0.3026517836; 0.3502492 of 216.76170468529232
    ['gcp_1_3', '0.4356', '0.0016', '0.099'],
  ])(
    'are those worked out by hand for %s, with and without credits',
    async (name, utilisation, coverage, effectiveSavingsRate) => {
      for (const credits of ['', '_credits']) {
        const file = `${name}_cost_and_usage_rows25_seed7${credits}.csv`;
        expect(
          await figures(connection =>
            insertFocusFile(connection, path.join(published, file)),
          ),
        ).toEqual([
          {
            currency: 'USD',
            utilisation,
            coverage,
            effectiveSavingsRate,
            rowsWithoutListCost: 0n,
          },
        ]);
      }
    },
  );

  it.each(
    filesOf(
      path.join(
        folder,
        'focus-spec-examples/1.2/commitment_discount_scenarios',
      ),
      /csv$/,
    ),
  )('are none for %s, which has purchases only', async file => {
    expect(
      await figures(connection =>
        insertFocusFile(
          connection,
          path.join(
            folder,
            'focus-spec-examples/1.2/commitment_discount_scenarios',
            file,
          ),
        ),
      ),
    ).toMatchObject([
      { utilisation: null, coverage: null, effectiveSavingsRate: null },
    ]);
  });
});
