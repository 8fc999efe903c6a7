import assert from 'node:assert/strict';
import type { Aws } from './Aws.ts';
import type { Attributes, Kind } from './Kind.ts';
import { kinds } from './kinds/index.ts';
import { isRecord } from './records.ts';
import type { StateResource } from './SiteState.ts';

/** What one reading of a site came to. */
export interface Reading {
  resources: number;
  types: number;
  tagged: number;
}

/**
 * Reads every resource of a state back from AWS: it is there, it is as it must
 * be, and it has the labels under which its costs are found.
 *
 * @param labels - that everything with tags must carry
 */
export async function readBack(
  aws: Aws,
  resources: StateResource[],
  labels: Record<string, string>,
): Promise<Reading> {
  let tagged = 0;
  for (const { address, type, attributes } of resources) {
    const kind = kindOf(type);
    const found = await kind.find(aws, attributes);
    assert.ok(found, `AWS does not have ${address}`);
    assert.deepEqual(
      plain(kind.facts?.(found, attributes)),
      plain(kind.wanted?.(attributes)),
      `what AWS says of ${address}`,
    );
    if (kind.tags) {
      const tags = await kind.tags(found, aws, attributes);
      assert.deepEqual({ ...tags, ...labels }, tags, `tags of ${address}`);
      tagged += 1;
    }
    assert.equal(
      kind.tags !== undefined,
      takesTags(attributes),
      `whether ${type} takes tags is told wrongly in kinds/`,
    );
  }
  const types = new Set(resources.map(({ type }) => type)).size;
  return { resources: resources.length, types, tagged };
}

/** Addresses of what AWS still has of a state. */
export async function findRemains(
  aws: Aws,
  resources: StateResource[],
): Promise<string[]> {
  const remains: string[] = [];
  for (const { address, type, attributes } of resources) {
    if (await kindOf(type).find(aws, attributes)) {
      remains.push(address);
    }
  }
  return remains;
}

/** ARNs that AWS finds under the labels of a site, and that are not gone. */
export async function findTagged(
  aws: Aws,
  labels: Record<string, string>,
): Promise<string[]> {
  const { ResourceTagMappingList } = await aws.tagging.getResources({
    TagFilters: Object.entries(labels).map(([Key, value]) => ({
      Key,
      Values: [value],
    })),
  });
  const living: string[] = [];
  for (const { ResourceARN } of ResourceTagMappingList ?? []) {
    if (!(await isRecord(aws, ResourceARN!))) {
      living.push(ResourceARN!);
    }
  }
  return living;
}

function kindOf(type: string): Kind<any> {
  const kind = kinds[type];
  assert.ok(kind, `nothing in kinds/ reads ${type} back`);
  return kind;
}

function takesTags({ tags_all }: Attributes): boolean {
  return tags_all !== undefined && tags_all !== null;
}

/** Without properties that are undefined, and in plain objects. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
