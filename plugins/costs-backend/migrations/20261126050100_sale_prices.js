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
};

function rollup(period) {
  return {
    day: period,
    costs: ['billed', 'effective', 'effective_absolute'],
    shown: [
      ...['tenant_id', period, 'billing_period', 'source_id', 'line'],
      ...['currency', 'service_provider_name', 'service_category'],
      ...['service_name', 'region_id', 'charge_category', 'site', 'team'],
      ...['cost_centre', 'project', 'allocation_method', 'charges'],
      ...['effective_unknown', 'whole_charges'],
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
};

async function createSaleView(knex, table, shape) {
  const { rows } = await knex.raw(
    `select attname as name, format_type(atttypid, atttypmod) as type,
            attnotnull as is_needed
       from pg_attribute
      where attrelid = ?::regclass and attnum > 0 and not attisdropped
      order by attnum`,
    [table],
  );
  await knex.raw(
    `create view ${SCHEMA}.${table} with (security_invoker = true) as
     select ${rows.map(column => columnOf(column, shape)).join(', ')}
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
  await knex.raw(`grant select on ${SCHEMA}.${table} to freehold_tenant`);
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
