import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { PlanChange } from '../../api';
import { sitesTranslationRef } from '../../translation';
import styles from './PlanAttributes.module.css';

type Attribute = PlanChange['attributes'][number];

/** The attributes of one planned change; secrets are named, not shown. */
export function PlanAttributes({ change }: { change: PlanChange }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  if (change.attributes.length === 0) {
    return (
      <Text as="p" color="secondary" className={styles.none}>
        {t('plan.noAttributes')}
      </Text>
    );
  }
  return (
    <div className={styles.frame}>
      <table className={styles.attributes}>
        <thead>
          <tr>
            <th scope="col">{t('plan.attribute')}</th>
            <th scope="col">{t('plan.before')}</th>
            <th scope="col">{t('plan.after')}</th>
          </tr>
        </thead>
        <tbody>
          {change.attributes.map(attribute => (
            <tr key={attribute.path}>
              <th scope="row">{attribute.path}</th>
              <Value attribute={attribute} side="before" />
              <Value attribute={attribute} side="after" />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Value(props: { attribute: Attribute; side: 'before' | 'after' }) {
  const { attribute, side } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  if (attribute.sensitive) {
    return <td className={styles.quiet}>{t('plan.hidden')}</td>;
  }
  if (side === 'after' && attribute.afterUnknown) {
    return <td className={styles.quiet}>{t('plan.knownLater')}</td>;
  }
  const value = attribute[side];
  if (value === undefined) {
    return <td className={styles.quiet}>{t('plan.absent')}</td>;
  }
  return <td>{value}</td>;
}
