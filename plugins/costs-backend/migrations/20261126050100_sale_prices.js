/**
 * What a customer sees that a mark-up is for: views by the names of the tables
 * with costs, in a schema that comes first in the search path of that customer's
 * door. Every statement about costs is then answered with the prices it pays, and
 * with nothing of what the business pays, whoever wrote the statement.
 *
 * `freehold.markups` holds the mark-ups as JSON, the one that counts first.
 */
const SCHEMA = 'costs_sale';

/** Of each table: the day of a row, what is multiplied, and what is shown as it is. */
const TABLES = {
  charges: {
    day: `(charge_period_start at time zone 'UTC')::date`,
    costs: ['billed_cost', 'effective_cost'],
    shown: [
      ...['tenant_id', 'billing_period', 'source_id', 'row_number', 'part'],
      ...['import_id', 'availability_zone', 'billing_currency'],
      ...['billing_period_end', 'billing_period_start', 'charge_category'],
      ...['charge_class', 'charge_description', 'charge_frequency'],
      ...['charge_period_end', 'charge_period_start', 'consumed_quantity'],
      ...['consumed_unit', 'host_provider_name', 'region_id', 'region_name'],
      ...['resource_id', 'resource_name', 'resource_type', 'service_category'],
      ...['service_name', 'service_provider_name', 'service_subcategory'],
      ...['sku_id', 'sku_meter', 'tags', 'site', 'team', 'cost_centre'],
      ...['project', 'allocation_method', 'effective_tags'],
    ],
  },
  daily_costs: rollup('day'),
  monthly_costs: rollup('month'),
  monthly_resource_costs: rollup('month', [
    'resource_id',
    'resource_type',
    'sku_id',
  ]),
};

/** What has no service to tell a mark-up by goes by that of its month as a whole. */
const BY_MONTH = {
  tag_compliance: { costs: ['cost', 'missing_cost', 'wrong_cost'], hidden: [] },
  tag_fixes: { costs: ['cost'], hidden: ['sub_account_id'] },
};

function rollup(period, more = []) {
  return {
    day: period,
    costs: ['billed', 'effective', 'effective_absolute'],
    shown: [
      ...['tenant_id', period, 'billing_period', 'source_id', 'line'],
      ...['currency', 'service_provider_name', 'service_category'],
      ...['service_name', 'region_id', 'charge_category', 'site', 'team'],
      ...['cost_centre', 'project', 'allocation_method', 'charges'],
      ...['effective_unknown', 'whole_charges'],
      ...more,
    ],
    unknown: { list_unknown: 'charges', contracted_unknown: 'charges' },
  };
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.raw('create schema ??', [SCHEMA]);
  await knex.raw('grant usage on schema ?? to freehold_tenant', [SCHEMA]);
  for (const [table, shape] of Object.entries(TABLES)) {
    await createSaleView(knex, table, shape);
  }
  for (const [table, shape] of Object.entries(BY_MONTH)) {
    await createSaleViewByMonth(knex, table, shape);
  }
  await createSaleViewOfCustomers(knex);
};

/** Sums of a customer's days, from which no service can be told. */
async function createSaleViewOfCustomers(knex) {
  const keys = ['tenant_id', 'day', 'billing_period', 'source_id', 'currency'];
  const columns = await columnsOf(knex, 'daily_customer_costs');
  const sums = columns.map(({ name, type }) => {
    if (keys.includes(name)) return name;
    return `${name === 'line' ? 'min' : 'sum'}(${name})::${type} as ${name}`;
  });
  await createView(
    knex,
    'daily_customer_costs',
    `select ${sums.join(', ')} from ${SCHEMA}.daily_costs group by ${keys.join(', ')}`,
  );
}

async function createSaleViewByMonth(knex, table, { costs, hidden }) {
  const keys = ['tenant_id', 'billing_period', 'source_id', 'currency'];
  const columns = (await columnsOf(knex, table)).map(({ name, type }) => {
    if (hidden.includes(name)) return `null::${type} as ${name}`;
    return costs.includes(name)
      ? `trim_scale(round(cost.${name} * coalesce(month.factor, 1), 10)) as ${name}`
      : `cost.${name}`;
  });
  const sumOf = (from, sold, bought) =>
    `select ${keys.join(', ')}, ${sold} as sold, ${bought} as bought from ${from}`;
  await createView(
    knex,
    table,
    `select ${columns.join(', ')}
       from ${table} as cost
       left join (
         select ${keys.join(', ')}, sum(sold) / nullif(sum(bought), 0) as factor
           from (${sumOf(`${SCHEMA}.daily_costs`, 'effective', '0')}
                 union all ${sumOf('daily_costs', '0', 'effective')}) as both_prices
          group by ${keys.join(', ')}) as month
         on ${keys.map(key => `month.${key} = cost.${key}`).join(' and ')}`,
  );
}

async function createSaleView(knex, table, shape) {
  const columns = await columnsOf(knex, table);
  await createView(
    knex,
    table,
    `select ${columns.map(column => columnOf(column, shape)).join(', ')}
       from ${table} as cost
       left join lateral (
         select 1 + percent * 0.01 as factor
           from jsonb_to_recordset(current_setting('freehold.markups')::jsonb)
             as markup(place integer, service_category text, valid_from date, percent numeric)
          where cost.charge_category <> 'Tax'
            and ${shape.day} >= valid_from
            and coalesce(markup.service_category = cost.service_category, markup.service_category is null)
          order by place limit 1) as markup on true`,
  );
}

async function createView(knex, name, query) {
  await knex.raw(
    `create view ${SCHEMA}.${name} with (security_invoker = true) as ${query}`,
  );
  await knex.raw(`grant select on ${SCHEMA}.${name} to freehold_tenant`);
}

async function columnsOf(knex, table) {
  const { rows } = await knex.raw(
    `select attname as name, format_type(atttypid, atttypmod) as type,
            attnotnull as is_needed
       from pg_attribute
      where attrelid = ?::regclass and attnum > 0 and not attisdropped
      order by attnum`,
    [table],
  );
  return rows;
}

function columnOf({ is_needed, name, type }, { costs, shown, unknown = {} }) {
  if (shown.includes(name)) {
    return `cost.${name}`;
  }
  if (costs.includes(name)) {
    return `trim_scale(cost.${name} * coalesce(markup.factor, 1)) as ${name}`;
  }
  if (unknown[name]) {
    return `cost.${unknown[name]} as ${name}`;
  }
  return `${is_needed ? '0' : 'null'}::${type} as ${name}`;
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop schema ?? cascade', [SCHEMA]);
};
