import { type Operation, sample } from '../http/openapi.ts';
import type { World } from '../seed/World.ts';
import type { GoodCall } from './BadCall.ts';

/** A request the operation would take, on the onlooker's own objects. */
export function goodCall(operation: Operation, world: World): GoodCall {
  const { own } = world;
  const pathNames: Record<string, string> = {
    customer: own.customer,
    tenant: own.customer,
    invitation: own.invitation,
    mail: own.mail,
    event: own.event,
    member: own.member,
    site: own.site,
    deployment: own.deployment,
    view: own.view,
    name: own.siteName,
    cloud: 'aws',
    markup: world.markup,
    priceBook: world.priceBook,
    import: world.charge.importId,
    period: world.charge.period,
    source: world.charge.source,
    row: String(world.charge.row),
    part: String(world.charge.part),
    version: '1',
  };
  const headers = Object.fromEntries(
    operation.parameters
      .filter(parameter => parameter.in === 'header')
      .map(({ name, schema }) => [
        name.toLowerCase(),
        String(sample(schema, { [name]: 'bad-input-proof' }, name)),
      ]),
  );
  const query = Object.fromEntries(
    operation.parameters
      .filter(parameter => parameter.in === 'query' && parameter.required)
      .map(({ name, schema }) => [
        name,
        String(
          sample(
            schema,
            {
              action: 'sites.site.read',
              from: '2026-01-01',
              to: '2027-01-01',
              comparedFrom: '2025-01-01',
              comparedTo: '2026-01-01',
              fileName: 'bad-input.csv',
              period: world.charge.period,
              groupBy: 'site',
              currency: 'EUR',
              revision: world.rulesRevision,
              ...world.placement,
            },
            name,
          ),
        ),
      ]),
  );
  return {
    method: operation.method,
    path: withQuery(
      operation.path.replaceAll(/:(\w+)/g, (_, name: string) =>
        encodeURIComponent(pathNames[name]),
      ),
      query,
    ),
    pathNames,
    query,
    headers,
    body:
      operation.body &&
      (sample(operation.body, {
        ...world.placement,
        slug: 'bad-input',
        name: 'bad-input',
        email: 'bad@input.example',
        newEmail: 'moved@input.example',
        password: world.password,
        token: /invitations/.test(operation.path)
          ? world.tokens.invitation
          : world.tokens.emailChange,
        contactEmail: 'bad@input.example',
        version: '2099-01',
        amount: '1000000.00',
        item: 'size.small',
        defaults: { BillingCurrency: 'EUR' },
        parameters: { by: 'site' },
        view: own.view,
        period: world.charge.period,
        percent: '12.5',
        total: '12.50',
        invoiceId: '',
        rules: [],
        revision: world.rulesRevision,
        source: world.charge.source,
        cpu: '1',
        // This machine has none of its own.
        domains: [],
        addOns: {},
        currency: 'EUR',
        validFrom: '2099-01-01',
        to: own.member,
        roleArn: 'arn:aws:iam::222222222222:role/deployer',
      }) as Record<string, unknown>),
  };
}

/** A path with its query, if it has one. */
export function withQuery(path: string, query: Record<string, string>): string {
  const text = new URLSearchParams(query).toString();
  return text ? `${path}?${text}` : path;
}
