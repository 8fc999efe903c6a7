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
import { decisionTranslationRef } from '../../decisionTranslation';
import { differingFacts } from '../../domain/differingFacts';
import { kindKey } from '../../domain/kindKey';
import { sitesTranslationRef } from '../../translation';
import { PlanAttributes } from '../DeploymentPage/PlanAttributes';
import planStyles from '../DeploymentPage/PlanChanges.module.css';
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
    <ul className={planStyles.changes}>
      {changes.map(change => {
        const resource = byAddress.get(change.address);
        return (
          <li key={change.address}>
            {isStaff ? (
              <details className={planStyles.change}>
                <summary>
                  <RiArrowRightSLine
                    size={18}
                    aria-hidden
                    className={planStyles.arrow}
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
  const { t: tKind } = useTranslationRef(decisionTranslationRef);
  const isGone = change.action === 'destroy';
  const facts = resource ? differingFacts(resource) : [];
  const details = isGone
    ? t('drift.gone')
    : facts.map(fact => t(`drift.fact.${fact}`)).join(', ') ||
      t('drift.settings');
  return (
    <>
      <span className={planStyles.resource}>
        <span className={planStyles.name}>
          {tKind(`kind.${kindKey(resource?.kind ?? 'other')}`, { count: 1 })}
        </span>
        <span>{details}</span>
        {withAddress && (
          <code className={planStyles.address}>{change.address}</code>
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
