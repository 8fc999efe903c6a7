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
  };
}

export function readDatabaseCluster(values: ResourceValues): ReadFacts {
  return {
    name: values.text('cluster_identifier'),
    encrypted: values.boolean('storage_encrypted'),
    deletionProtection: values.boolean('deletion_protection'),
  };
}

/** A replica is encrypted as what it is a replica of. */
function isEncrypted(values: ResourceValues): boolean | typeof UNKNOWN {
  const encrypted = values.boolean('storage_encrypted');
  const source = values.get('replicate_source_db');
  if (encrypted === true || source === undefined) {
    return encrypted;
  }
  return (
    values.target('replicate_source_db')?.boolean('storage_encrypted') ??
    UNKNOWN
  );
}
