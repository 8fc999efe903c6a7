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
    name: own.siteName,
  };
  const headers = Object.fromEntries(
    operation.parameters
      .filter(parameter => parameter.in === 'header')
      .map(({ name, schema }) => [
        name.toLowerCase(),
        String(sample(schema, { [name]: 'bad-input-proof' }, name)),
      ]),
  );
  return {
    method: operation.method,
    path: operation.path.replaceAll(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(pathNames[name]),
    ),
    pathNames,
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
      }) as Record<string, unknown>),
  };
}
