const { isolateTenantTable } = require('@freehold/plugin-tenancy-node');

const DIMENSIONS = {
  service_provider_name: 'text not null',
  service_category: 'text',
  service_name: 'text',
  region_id: 'text',
  charge_category: 'text not null',
  pricing_category: 'text',
  commitment_discount_status: 'text',
  allocation_method: 'text not null',
};
const OF_A_TENANT = {
  sub_account_id: 'text',
  site: 'text',
  team: 'text',
  cost_centre: 'text',
  project: 'text',
};
const OF_A_RESOURCE = {
  resource_id: 'text',
  resource_type: 'text',
  invoice_id: 'text',
  sku_id: 'text',
};

const TABLES = [
  ['monthly_business_costs', 'month', DIMENSIONS],
  ['daily_business_costs', 'day', DIMENSIONS],
  ['daily_customer_costs', 'day', {}],
  [
    'monthly_resource_costs',
    'month',
    { ...DIMENSIONS, ...OF_A_TENANT, ...OF_A_RESOURCE },
  ],
];

/**
 * Smaller rollups: of the whole business without its customers, which are rows
 * of its own tenant; of each customer without anything else; and by month of
 * what hourly charges tell apart and days do not shrink. The index finds the
 * rows of a day without knowing whose they are.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const [table, period, dimensions] of TABLES) {
    const columns = Object.entries(dimensions).map(
      ([name, type]) => `${name} ${type},`,
    );
    await knex.raw(`
      create table ${table} (
        tenant_id text not null,
        ${period} date not null,
        billing_period date not null,
        source_id text not null,
        line integer not null,
        currency text not null,
        ${columns.join('\n')}
        billed numeric not null,
        effective numeric not null,
        list numeric not null,
        contracted numeric not null,
        effective_absolute numeric not null,
        effective_without_list numeric not null,
        effective_unknown integer not null,
        list_unknown integer not null,
        contracted_unknown integer not null,
        charges integer not null,
        whole_charges integer not null,
        primary key (tenant_id, ${period}, billing_period, source_id, line)
      )`);
    await knex.raw(
      `create index on ${table} (source_id, billing_period, ${period})`,
    );
    await knex.raw(`create index on ${table} (${period})`);
  }
  await knex.raw('create index on charges (charge_period_start)');
  await fillFromKept(knex);
  for (const [table] of TABLES) {
    await isolateTenantTable(knex, table);
  }
};

/** What was brought in before is summed up from what is kept of it. */
async function fillFromKept(knex) {
  const measures = [
    ...['billed', 'effective', 'list', 'contracted'],
    ...['effective_absolute', 'effective_without_list', 'effective_unknown'],
    ...['list_unknown', 'contracted_unknown', 'charges', 'whole_charges'],
  ];
  const sums = measures.map(name => `sum(${name}) as ${name}`).join(', ');
  const ofBusiness = ['currency', ...Object.keys(DIMENSIONS)].join(', ');
  const open = table =>
    knex.raw(`alter table ${table} no force row level security`);
  const close = table =>
    knex.raw(`alter table ${table} force row level security`);
  const fill = (table, { from, period, tenant, dimensions }) =>
    knex.raw(
      `insert into ${table} (tenant_id, ${period}, billing_period, source_id, line, ${dimensions}, ${measures.join(', ')})
       select ${tenant}, ${period}, billing_period, source_id,
              row_number() over (partition by ${tenant}, ${period}, billing_period, source_id),
              ${dimensions}, ${sums}
         from ${from}
        group by ${tenant === 'tenant_id' ? 'tenant_id, ' : ''}${period}, billing_period, source_id, ${dimensions}`,
    );
  for (const table of ['daily_costs', 'monthly_costs', 'charges']) {
    await open(table);
  }
  await fill('daily_business_costs', {
    from: 'daily_costs',
    period: 'day',
    tenant: `'default'`,
    dimensions: ofBusiness,
  });
  await fill('monthly_business_costs', {
    from: 'monthly_costs',
    period: 'month',
    tenant: `'default'`,
    dimensions: ofBusiness,
  });
  await fill('daily_customer_costs', {
    from: 'daily_costs',
    period: 'day',
    tenant: 'tenant_id',
    dimensions: 'currency',
  });
  const ofResources = [
    'currency',
    ...Object.keys({ ...DIMENSIONS, ...OF_A_TENANT, ...OF_A_RESOURCE }),
  ].join(', ');
  await fill('monthly_resource_costs', {
    from: `(select tenant_id, billing_period, source_id, billing_currency as currency,
                   date_trunc('month', charge_period_start at time zone 'UTC')::date as month,
                   ${Object.keys({ ...DIMENSIONS, ...OF_A_TENANT, ...OF_A_RESOURCE }).join(', ')},
                   billed_cost as billed, coalesce(effective_cost, 0) as effective,
                   coalesce(list_cost, 0) as list, coalesce(contracted_cost, 0) as contracted,
                   coalesce(abs(effective_cost), 0) as effective_absolute,
                   case when list_cost is null then coalesce(effective_cost, 0) else 0 end as effective_without_list,
                   (effective_cost is null)::int as effective_unknown,
                   (list_cost is null)::int as list_unknown,
                   (contracted_cost is null)::int as contracted_unknown,
                   1 as charges, (part <= 1)::int as whole_charges
              from charges) as charge`,
    period: 'month',
    tenant: 'tenant_id',
    dimensions: ofResources,
  });
  for (const table of ['daily_costs', 'monthly_costs', 'charges']) {
    await close(table);
  }
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index charges_charge_period_start_idx');
  for (const [table] of TABLES) {
    await knex.raw('drop table ??', [table]);
  }
};
