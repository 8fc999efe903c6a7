import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { customerListPermission } from '@freehold/plugin-tenancy-common';
import { StateChip } from '@freehold/plugin-tenancy-react';
import {
  RiArrowRightSLine,
  RiDeleteBinLine,
  RiEditLine,
} from '@remixicon/react';
import type { DriftCheck, PlanChange, PlannedResource } from '../../api';
import { differingFacts } from '../../domain/differingFacts';
import { sitesTranslationRef } from '../../translation';
import { PlanAttributes } from '../DeploymentPage/PlanAttributes';
import styles from './SiteDrift.module.css';

/** What a check found: in words, and for staff attribute by attribute. */
export function DriftChanges(props: {
  found: Pick<DriftCheck, 'changes' | 'resources'>;
}) {
  const { allowed: isStaff } = usePermission({
    permission: customerListPermission,
  });
  const { changes = [], resources = [] } = props.found;
  const byAddress = new Map(resources.map(it => [it.address, it]));
  return (
    <ul className={styles.changes}>
      {changes.map(change => {
        const resource = byAddress.get(change.address);
        return (
          <li key={change.address}>
            {isStaff ? (
              <details className={styles.change}>
                <summary>
                  <RiArrowRightSLine
                    size={18}
                    aria-hidden
                    className={styles.arrow}
                  />
                  <Words change={change} resource={resource} withAddress />
                </summary>
                <PlanAttributes change={change} />
              </details>
            ) : (
              <div className={styles.plain}>
                <Words change={change} resource={resource} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Words(props: {
  change: PlanChange;
  resource?: PlannedResource;
  withAddress?: boolean;
}) {
  const { change, resource, withAddress } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const isGone = change.action === 'destroy';
  const facts = resource ? differingFacts(resource) : [];
  const details = isGone
    ? t('drift.gone')
    : facts.map(fact => t(`drift.fact.${fact}`)).join(', ') ||
      t('drift.settings');
  return (
    <>
      <span className={styles.resource}>
        <span className={styles.name}>
          {t(`drift.kind.${kindKey(resource?.kind)}`)}
        </span>
        <span>{details}</span>
        {withAddress && (
          <code className={styles.address}>{change.address}</code>
        )}
      </span>
      <StateChip
        tone={isGone ? 'bad' : 'attention'}
        icon={isGone ? RiDeleteBinLine : RiEditLine}
        label={t(isGone ? 'drift.isGone' : 'drift.isChanged')}
      />
    </>
  );
}

function kindKey(kind: PlannedResource['kind'] = 'other') {
  const keys = {
    'dns-record': 'dnsRecord',
    'load-balancer': 'loadBalancer',
    'network-rule': 'networkRule',
  } as const;
  return kind in keys
    ? keys[kind as keyof typeof keys]
    : (kind as Exclude<typeof kind, keyof typeof keys>);
}
