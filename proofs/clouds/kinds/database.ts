import { type Kind, kind, orNone, toTags } from '../Kind.ts';

/** Databases, and the secret that holds their password. */
export const database: Record<string, Kind<any>> = {
  aws_db_instance: kind({
    find: async ({ rds }, { identifier }) =>
      (
        await orNone(
          rds.describeDBInstances({ DBInstanceIdentifier: identifier }),
        )
      )?.DBInstances?.[0],
    facts: it => ({
      class: it.DBInstanceClass,
      encrypted: it.StorageEncrypted,
      public: it.PubliclyAccessible,
      zones: it.MultiAZ,
      groups: it.VpcSecurityGroups?.map(each => each.VpcSecurityGroupId),
      backupDays: it.BackupRetentionPeriod,
      of: it.ReadReplicaSourceDBInstanceIdentifier || undefined,
    }),
    wanted: state => ({
      class: state.instance_class,
      encrypted: true,
      public: false,
      zones: state.multi_az,
      groups: state.vpc_security_group_ids,
      backupDays: state.backup_retention_period,
      of: state.replicate_source_db || undefined,
    }),
    tags: ({ TagList }) => toTags(TagList),
  }),
  aws_db_subnet_group: kind({
    find: async ({ rds }, { name }) =>
      (await orNone(rds.describeDBSubnetGroups({ DBSubnetGroupName: name })))
        ?.DBSubnetGroups?.[0],
    facts: ({ Subnets }) => Subnets?.map(each => each.SubnetIdentifier).sort(),
    wanted: ({ subnet_ids }) => [...subnet_ids].sort(),
    tags: async (_, { rds }, { arn }) =>
      toTags((await rds.listTagsForResource({ ResourceName: arn })).TagList),
  }),
  aws_db_parameter_group: kind({
    find: async ({ rds }, { name }) =>
      (
        await orNone(
          rds.describeDBParameterGroups({ DBParameterGroupName: name }),
        )
      )?.DBParameterGroups?.[0],
    facts: ({ DBParameterGroupFamily }) => DBParameterGroupFamily,
    wanted: ({ family }) => family,
    tags: async (_, { rds }, { arn }) =>
      toTags((await rds.listTagsForResource({ ResourceName: arn })).TagList),
  }),
  aws_secretsmanager_secret: kind({
    find: async ({ secrets }, { arn }) => {
      const found = await orNone(secrets.describeSecret({ SecretId: arn }));
      // It can be brought back for seven days, as the stack wants it.
      return found?.DeletedDate ? undefined : found;
    },
    tags: ({ Tags }) => toTags(Tags),
  }),
  aws_secretsmanager_secret_version: kind({
    find: async ({ secrets }, { secret_id, version_id }) => {
      const secret = await orNone(
        secrets.describeSecret({ SecretId: secret_id }),
      );
      return secret?.DeletedDate
        ? undefined
        : secret?.VersionIdsToStages?.[version_id];
    },
  }),
};
