/** A question that the dashboard asks. */
export interface CostQuestion {
  what: string;
  path: string;
  /** What DuckDB is asked instead, over the month's file. */
  duckDb?: string;
  /** Milliseconds that 95 of 100 answers may take, with so many who ask at a time. */
  goals: { customer?: number; staff?: number; clients: number };
}

const DASHBOARD = { customer: 50, staff: 150, clients: 8 };
const DRILL_DOWN = { customer: 200, staff: 200, clients: 1 };
const ANY_GROUPING = { customer: 1_000, staff: 1_000, clients: 1 };

/**
 * The dashboard's questions.
 *
 * @param month - with a row for every hour, `2026-09`
 * @param since - the first month of a year of days
 */
export function costQueries(month: string, since: string): CostQuestion[] {
  const next = nextMonth(month);
  const inMonth = `from=${month}-01&to=${next}-01`;
  const inYear = `from=${since}-01&to=${next}-01`;
  const query = (rest: string) => `/api/costs/query?${rest}`;
  return [
    {
      what: 'summary',
      path: '/api/costs/summary',
      duckDb: `select sum(effective), sum(list) from charges`,
      goals: DASHBOARD,
    },
    {
      what: 'a month by day and service category',
      path: query(`${inMonth}&granularity=day&groupBy=service_category`),
      duckDb: `select date_trunc('day', start), ServiceCategory, sum(effective) from charges group by all`,
      goals: DASHBOARD,
    },
    {
      what: 'a year by month and service category',
      path: query(`${inYear}&granularity=month&groupBy=service_category`),
      goals: DASHBOARD,
    },
    {
      what: 'a month by service',
      path: query(`${inMonth}&groupBy=service_name`),
      duckDb: `select ServiceName, sum(effective) from charges group by all`,
      goals: DASHBOARD,
    },
    {
      what: 'a month by site',
      path: query(`${inMonth}&groupBy=site`),
      goals: DASHBOARD,
    },
    {
      what: 'a month by day and service (heat map)',
      path: query(`${inMonth}&granularity=day&groupBy=service_name`),
      duckDb: `select date_trunc('day', start), ServiceName, sum(effective) from charges group by all`,
      goals: DASHBOARD,
    },
    {
      what: 'a month by customer',
      path: query(`${inMonth}&groupBy=customer`),
      duckDb: `select tenant, sum(effective) from charges group by all`,
      goals: { staff: DASHBOARD.staff, clients: DASHBOARD.clients },
    },
    {
      what: 'a month by day and customer, the ten largest',
      path: query(`${inMonth}&granularity=day&groupBy=customer&top=10`),
      goals: { staff: DASHBOARD.staff, clients: DASHBOARD.clients },
    },
    {
      what: 'the rows behind one service of a day',
      path: `/api/costs/charges?from=${month}-17&to=${month}-18&filter=service_name%3AAWS%20Lambda&limit=50`,
      duckDb: `select * from charges where ServiceName = 'AWS Lambda' and start >= '${month}-17' and start < '${month}-18' order by effective desc limit 50`,
      goals: DRILL_DOWN,
    },
    {
      what: 'the rows behind a month',
      path: `/api/costs/charges?${inMonth}&limit=50`,
      duckDb: `select * from charges order by effective desc limit 50`,
      goals: { customer: DRILL_DOWN.customer, clients: DRILL_DOWN.clients },
    },
    {
      what: 'a month by resource, the ten largest',
      path: query(`${inMonth}&groupBy=resource_id&top=10`),
      duckDb: `select ResourceId, sum(effective) from charges group by all order by 2 desc limit 10`,
      goals: ANY_GROUPING,
    },
    {
      what: 'a month by SKU',
      path: query(`${inMonth}&groupBy=sku_id`),
      duckDb: `select SkuId, sum(effective) from charges group by all`,
      goals: ANY_GROUPING,
    },
  ];
}

function nextMonth(month: string): string {
  const next = new Date(`${month}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return next.toISOString().slice(0, 7);
}
