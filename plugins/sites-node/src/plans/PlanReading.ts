import {
  AtLeast,
  UNKNOWN,
  type PlannedResource,
  type ReadFacts,
  type ResourceAction,
  type ResourceFacts,
} from './PlannedResource';
import { PlanReferences } from './PlanReferences';
import type { ResourceReader, ResourceReaders } from './ResourceReader';
import { ResourceValues } from './ResourceValues';

type Side = 'before' | 'after';

/** Where an attribute names a resource instead of referring to it. */
const typeOfTarget: Record<string, string> = {
  bucket: 'aws_s3_bucket',
  replicate_source_db: 'aws_db_instance',
};

/** One reading of one plan: what refers to what is found once. */
export class PlanReading {
  private readonly resources: any[];
  private readonly references: PlanReferences;
  private readonly byAddress: Map<string, any>;
  private readonly byName: Map<string, any>;
  private companionsByTarget?: Map<string, any[]>;

  constructor(
    shown: any,
    private readonly readers: ResourceReaders,
  ) {
    this.resources = (shown.resource_changes ?? []).filter(
      (resource: any) => resource.mode !== 'data',
    );
    // What was replaced earlier and is still to be deleted has the same address.
    const current = this.resources.filter(({ deposed }) => !deposed);
    this.references = new PlanReferences(shown, current);
    this.byAddress = new Map(current.map(it => [it.address, it]));
    this.byName = new Map(
      current.flatMap(it =>
        namesOf(it).map(name => [`${it.type}|${name}`, it] as const),
      ),
    );
  }

  read(): PlannedResource[] {
    return this.resources.flatMap(resource => {
      const action = toAction(resource.change.actions);
      return action ? [this.readResource(resource, action)] : [];
    });
  }

  private readResource(resource: any, action: ResourceAction): PlannedResource {
    const { address, type } = resource;
    const reader = this.readerOf(type);
    const { facts: before } = this.factsOf(resource, 'before');
    const { facts: after, unknown } = this.factsOf(resource, 'after');
    const isChangedByCompanions =
      action === 'keep' &&
      (unknown.length > 0 || JSON.stringify(before) !== JSON.stringify(after));
    const values = this.valuesOf(
      resource,
      resource.change.after ? 'after' : 'before',
    );
    return {
      address,
      type,
      kind:
        typeof reader?.kind === 'function'
          ? reader.kind(values)
          : (reader?.kind ?? 'other'),
      action: isChangedByCompanions ? 'update' : action,
      ...(before && { before }),
      ...(after && { after }),
      unknown,
    };
  }

  private factsOf(
    resource: any,
    side: Side,
  ): { facts?: ResourceFacts; unknown: string[] } {
    if (!resource.change[side]) {
      return { unknown: [] };
    }
    const read: ReadFacts =
      this.readerOf(resource.type)?.read?.(this.valuesOf(resource, side)) ?? {};
    const entries = Object.entries(read);
    const known = entries.map(([name, value]) => [
      name,
      value instanceof AtLeast ? value.known : value,
    ]);
    return {
      facts: Object.fromEntries(
        known.filter(([, value]) => value !== undefined && value !== UNKNOWN),
      ),
      unknown: entries
        .filter(([, value]) => value === UNKNOWN || value instanceof AtLeast)
        .map(([name]) => name),
    };
  }

  private readerOf(type: string): ResourceReader | undefined {
    return this.readers[type] ?? this.readers[`${type.split('_')[0]}_*`];
  }

  private valuesOf(resource: any, side: Side): ResourceValues {
    const { change, address } = resource;
    const valuesOfOther = (other: any) => this.valuesOf(other, side);
    return new ResourceValues(
      address,
      {
        values: change[side],
        unknown: side === 'after' ? change.after_unknown : undefined,
        sensitive: change[`${side}_sensitive`],
      },
      {
        target: attribute => {
          const found = this.targetOf(resource, attribute);
          return found?.change[side] && valuesOfOther(found);
        },
        companions: type =>
          this.companionsOf(address)
            .filter(it => it.type === type && it.change[side])
            .map(valuesOfOther),
        isWritten: attribute => this.references.isWritten(resource, attribute),
      },
    );
  }

  private companionsOf(address: string): any[] {
    this.companionsByTarget ??= this.findCompanions();
    return this.companionsByTarget.get(address) ?? [];
  }

  private findCompanions(): Map<string, any[]> {
    const companions = new Map<string, any[]>();
    for (const resource of this.resources) {
      const target =
        'bucket' in (resource.change.after ?? resource.change.before ?? {}) ||
        resource.change.after_unknown?.bucket
          ? this.targetOf(resource, 'bucket')
          : undefined;
      if (target && target !== resource) {
        const known = companions.get(target.address) ?? [];
        companions.set(target.address, [...known, resource]);
      }
    }
    return companions;
  }

  private targetOf(resource: any, attribute: string): any {
    const address = this.references.find(resource, attribute);
    if (address) return this.byAddress.get(address);
    const value =
      resource.change.after?.[attribute] ?? resource.change.before?.[attribute];
    const type = typeOfTarget[attribute];
    return type && typeof value === 'string'
      ? this.byName.get(`${type}|${value}`)
      : undefined;
  }
}

function namesOf({ change }: any): string[] {
  const known = change.after ?? change.before ?? {};
  return [known.id, known.bucket, known.identifier, known.arn].filter(
    name => typeof name === 'string',
  );
}

/** Reading data changes nothing and makes nothing. */
function toAction(actions: string[]): ResourceAction | undefined {
  if (actions.length === 2) {
    return 'replace';
  }
  const single = {
    create: 'create',
    update: 'update',
    delete: 'destroy',
    forget: 'forget',
    'no-op': 'keep',
  } as const;
  return single[actions[0] as keyof typeof single];
}
