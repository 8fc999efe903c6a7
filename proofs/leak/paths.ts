import type { Names, World } from '../seed/World.ts';

export type Place = 'own' | 'foreign' | 'unknown';

/** How a path's parameters are filled, one place for each tenant-owned name. */
export interface FilledPath {
  path: string;
  places: Place[];
  sent: string[];
}

/** Which of a customer's names a parameter takes, by its name in the path. */
const nameOfParameter: Record<string, (names: Names, path: string) => string> =
  {
    customer: names => names.customer,
    tenant: names => names.customer,
    invitation: names => names.invitation,
    mail: names => names.mail,
    event: names => names.event,
    member: names => names.member,
    site: names => names.site,
    deployment: names => names.deployment,
    view: names => names.view,
    namespace: names => names.customer,
    uid: names => names.uid,
    sessionId: names => names.session,
    taskId: names => names.task,
    name: names => names.siteName,
  };

/** Parameters that name nothing of a customer's, and what to send for them. */
const fixedParameters: Record<string, string> = {
  kind: 'component',
  cloud: 'aws',
  bucket: 'proof',
  version: '1',
  key: 'note',
  id: '00000000-0000-4000-8000-000000000000',
  actionId: 'proof',
  subscriptionId: 'proof',
  provider: 'local',
  resource: 'proof',
  topic: 'proof',
  // Those of the caller only; the tests of sign-in try the ids of others.
  authenticatorId: 'proof',
  identityId: 'proof',
  sessionId: 'proof',
};

/**
 * Fills a mounted path in every way worth trying: all own, all foreign, all
 * unknown, and one's own customer with somebody else's names below it.
 */
export function fillPath(path: string, world: World): FilledPath[] {
  const owned = parametersOf(path).filter(name => name in nameOfParameter);
  return placings(owned.length).map(places => {
    const sent: string[] = [];
    let index = 0;
    const filled = path.replaceAll(/:(\w+)/g, (_, parameter: string) => {
      const of = nameOfParameter[parameter];
      if (!of) {
        return (
          namesOfBusiness(world)[parameter] ?? fixedParameter(parameter, path)
        );
      }
      const value = of(world[places[index++]], path);
      sent.push(value);
      return encodeURIComponent(value);
    });
    return { path: filled, places, sent };
  });
}

/** Objects of the business that hold the observed customer's, by parameter. */
function namesOfBusiness({
  charge,
  markup,
  priceBook,
}: World): Record<string, string> {
  return {
    markup,
    priceBook,
    import: charge.importId,
    period: charge.period,
    source: charge.source,
    row: String(charge.row),
    part: String(charge.part),
  };
}

function fixedParameter(name: string, path: string): string {
  const value = fixedParameters[name];
  if (value === undefined) {
    throw new Error(
      `No value is known for ':${name}' of ${path}: name one in leak/paths.ts`,
    );
  }
  return value;
}

function parametersOf(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(match => match[1]);
}

/** Every mix of places for so many names that isn't merely one's own. */
function placings(count: number): Place[][] {
  if (count === 0) {
    return [[]];
  }
  const rest = ['own', 'foreign', 'unknown'] as const;
  let mixes: Place[][] = [[]];
  for (let index = 0; index < count; index++) {
    mixes = mixes.flatMap(mix => rest.map(place => [...mix, place]));
  }
  return mixes;
}

/**
 * The group whose answers must be equal: below one's own customer, or below
 * one that isn't. A call with nothing but own names is in none.
 */
export function groupOf(places: Place[]): string | undefined {
  if (places.every(place => place === 'own')) {
    return undefined;
  }
  return places[0] === 'own' ? 'below the own customer' : 'elsewhere';
}
