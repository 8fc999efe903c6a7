import { finalDeploymentStates } from '@freehold/plugin-sites-common';
import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import { newId } from '../domain/ids';

interface SiteAddress {
  tenant: string;
  siteId: string;
}

/** How long a check stays in the history of its site. */
const CHECKS_KEPT_DAYS = 90;

/** Lets one turn at a time be counted. */
const LOCK = JSON.stringify(['sites.drift-turns']);

/**
 * Whose drift check is due. In each round every customer has one turn, first
 * who waited longest since one of theirs; a customer's own sites go by how long
 * ago theirs was. What is about to change is looked at after that.
 */
const DUE = `
  with due as (
    select tenant_id, site_id, drift_turn_at,
           row_number() over (
             partition by tenant_id
             order by drift_turn_at nulls first, site_id) as place
      from sites
     where deleted_at is null
       and state in ('live', 'suspended')
       and not suspended_with_customer
       and active_deployment_id is null
       and cloud = any(:clouds)
       and coalesce(drift_turn_at, '-infinity')
           <= now() - make_interval(secs => :seconds)
       and not exists (
         select from deployments unfinished
          where unfinished.tenant_id = sites.tenant_id
            and unfinished.site_id = sites.site_id
            and unfinished.kind = 'check'
            and unfinished.state not in ('succeeded', 'failed', 'cancelled')))
  select tenant_id, site_id
    from due
    join (select tenant_id, max(drift_turn_at) as last_turn_at
            from sites
           where deleted_at is null
           group by tenant_id) turns using (tenant_id)
   order by place, last_turn_at nulls first, drift_turn_at nulls first,
            tenant_id, site_id
   limit :limit`;

const NO_DRIFT = {
  drift_found_at: null,
  drift_check_id: null,
  drift_finding: null,
};

/** What is known of the drift of sites, and whose check is due. */
export class DriftStore {
  /** Sites to check next, in this order; for the all-tenants door. */
  async listDue(
    trx: TenantTransaction,
    options: {
      /** Those that can drift. */
      clouds: readonly string[];
      everyMilliseconds: number;
      limit: number;
    },
  ): Promise<SiteAddress[]> {
    const { rows } = await trx.raw(DUE, {
      clouds: [...options.clouds],
      seconds: options.everyMilliseconds / 1_000,
      limit: options.limit,
    });
    return rows.map((row: Record<string, string>) => ({
      tenant: row.tenant_id,
      siteId: row.site_id,
    }));
  }

  /**
   * Takes one of the checks that all customers together have an hour; for the
   * all-tenants door, in a transaction of its own.
   *
   * @returns undefined when it was taken; else how long until one is free
   */
  async takeTurn(
    trx: TenantTransaction,
    site: SiteAddress,
    perHour: number,
  ): Promise<{ freeInSeconds: number } | undefined> {
    await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      LOCK,
    ]);
    await trx('drift_turns')
      .where('taken_at', '<=', trx.raw(`now() - interval '1 hour'`))
      .delete();
    const [{ taken, seconds }] = await trx('drift_turns').select(
      trx.raw('count(*)::int as taken'),
      trx.raw(
        `ceil(extract(epoch from min(taken_at) + interval '1 hour' - now()))::int
           as seconds`,
      ),
    );
    if (taken >= perHour) {
      return { freeInSeconds: Math.max(seconds, 1) };
    }
    await trx('drift_turns').insert({
      tenant_id: site.tenant,
      turn_id: newId('turn'),
    });
    await this.passOver(trx, site);
    return undefined;
  }

  /** Whether a check of the site waits or runs. */
  async isBeingChecked(
    trx: TenantTransaction,
    site: SiteAddress,
  ): Promise<boolean> {
    const row = await trx('deployments')
      .where({ ...keyOf(site), kind: 'check' })
      .whereNotIn('state', finalDeploymentStates)
      .first('deployment_id');
    return row !== undefined;
  }

  /** Forgets checks whose time is over, but for the one that knows of a drift. */
  async purgeChecks(trx: TenantTransaction, site: SiteAddress): Promise<void> {
    const standing = trx('sites').where(keyOf(site)).select('drift_check_id');
    await trx('deployments')
      .where({ ...keyOf(site), kind: 'check' })
      .whereIn('state', finalDeploymentStates)
      .where(
        'created_at',
        '<',
        trx.raw('now() - make_interval(days => ?)', [CHECKS_KEPT_DAYS]),
      )
      .whereRaw('deployment_id is distinct from (?)', [standing])
      .delete();
  }

  /** Lets the site wait for its next turn, as if this one had been taken. */
  async passOver(trx: TenantTransaction, site: SiteAddress): Promise<void> {
    await trx('sites')
      .where(keyOf(site))
      .update({ drift_turn_at: trx.fn.now() });
  }

  /**
   * What a check came to.
   *
   * @param finding - tells one drift from another; undefined when there is none
   * @returns whether nobody has heard of it, and the check that knew before
   */
  async recordChecked(
    trx: TenantTransaction,
    check: SiteAddress & { deploymentId: string },
    finding: string | undefined,
  ): Promise<{ isNew: boolean; earlierCheckId?: string }> {
    const before = await trx('sites')
      .where(keyOf(check))
      .forUpdate()
      .first('drift_check_id', 'drift_finding');
    await trx('sites')
      .where(keyOf(check))
      .update({
        drift_checked_at: trx.fn.now(),
        ...(finding === undefined
          ? NO_DRIFT
          : {
              drift_found_at: trx.raw('coalesce(drift_found_at, now())'),
              drift_check_id: check.deploymentId,
              drift_finding: finding,
            }),
      });
    return {
      isNew: finding !== undefined && finding !== before.drift_finding,
      earlierCheckId: before.drift_check_id ?? undefined,
    };
  }

  /**
   * The site is what its state says again.
   *
   * @returns the check that had found otherwise, if one had
   */
  async forget(
    trx: TenantTransaction,
    site: SiteAddress,
  ): Promise<string | undefined> {
    const before = await trx('sites')
      .where(keyOf(site))
      .forUpdate()
      .first('drift_check_id');
    await trx('sites').where(keyOf(site)).update(NO_DRIFT);
    return before.drift_check_id ?? undefined;
  }
}

function keyOf({ tenant, siteId }: SiteAddress) {
  return { tenant_id: tenant, site_id: siteId };
}
