import { TestDatabases } from '@backstage/backend-test-utils';
import { migrate } from './database/migrate';

jest.setTimeout(120_000);

/** Tables with figures that only ever hold rows of the business itself. */
const OF_THE_BUSINESS = [
  'cost_markups',
  'daily_business_costs',
  'invoice_sums',
  'invoice_totals',
  'monthly_business_costs',
];

describe('sale prices', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('stand before every table in which customers find costs, column by column', async () => {
    const knex = await databases.init('POSTGRES_18');
    await migrate({ getClient: async () => knex } as never);
    const { rows } = await knex.raw(
      `select table_schema as schema, table_name as name,
              string_agg(column_name || ' ' || data_type, ', ' order by column_name) as columns,
              bool_or(data_type = 'numeric') as has_figures
         from information_schema.columns
         join pg_class on oid = format('%I.%I', table_schema, table_name)::regclass
        where table_schema in (current_schema(), 'costs_sale')
          and not relispartition
          and has_table_privilege('freehold_tenant', oid, 'select')
        group by 1, 2`,
    );
    const shapes = (isSale: boolean) =>
      Object.fromEntries(
        rows
          .filter((it: any) => (it.schema === 'costs_sale') === isSale)
          .filter((it: any) => it.has_figures)
          .filter((it: any) => !OF_THE_BUSINESS.includes(it.name))
          .map((it: any) => [it.name, it.columns]),
      );
    expect(Object.keys(shapes(true))).toContain('charges');
    expect(shapes(true)).toEqual(shapes(false));
  });
});
