import { UNKNOWN, type ReadFacts } from '../PlannedResource';
import type { ResourceValues } from '../ResourceValues';

/** An RDS instance, or a replica of one. */
export function readDatabase(values: ResourceValues): ReadFacts {
  return {
    name: values.text('identifier'),
    size: values.text('instance_class'),
    public: values.boolean('publicly_accessible'),
    encrypted: isEncrypted(values),
    deletionProtection: values.boolean('deletion_protection'),
    holdsData: !isReplica(values),
    leavesSnapshot: leavesSnapshot(values),
  };
}

/** A cluster of databases; its instances hold nothing of their own. */
export function readDatabaseCluster(values: ResourceValues): ReadFacts {
  return {
    name: values.text('cluster_identifier'),
    encrypted: values.boolean('storage_encrypted'),
    deletionProtection: values.boolean('deletion_protection'),
    holdsData: true,
    leavesSnapshot: leavesSnapshot(values),
  };
}

export function readDatabaseClusterInstance(values: ResourceValues): ReadFacts {
  return {
    size: values.text('instance_class'),
    public: values.boolean('publicly_accessible'),
    holdsData: false,
  };
}

function isReplica(values: ResourceValues): boolean {
  const source = values.get('replicate_source_db');
  return source !== undefined && source !== '';
}

function leavesSnapshot(values: ResourceValues): boolean | typeof UNKNOWN {
  const isSkipped = values.boolean('skip_final_snapshot');
  if (isSkipped === UNKNOWN) return UNKNOWN;
  return !isSkipped && values.get('final_snapshot_identifier') !== undefined;
}

/** A replica is encrypted as what it is a replica of. */
function isEncrypted(values: ResourceValues): boolean | typeof UNKNOWN {
  const encrypted = values.boolean('storage_encrypted');
  if (encrypted === true || !isReplica(values)) {
    return encrypted;
  }
  return (
    values.target('replicate_source_db')?.boolean('storage_encrypted') ??
    UNKNOWN
  );
}
