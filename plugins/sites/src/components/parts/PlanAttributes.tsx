import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { PlanChange } from '../../api';
import { sitesTranslationRef } from '../../translation';
import styles from './PlanAttributes.module.css';

type Attribute = PlanChange['attributes'][number];
type Side = 'before' | 'after';

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
  const sides = sidesOf(change);
  return (
    <div className={styles.frame}>
      <table className={styles.attributes}>
        <thead>
          <tr>
            <th scope="col">{t('plan.attribute')}</th>
            {sides.map(side => (
              <th key={side} scope="col">
                {t(`plan.${side}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {change.attributes.map(attribute => (
            <tr key={attribute.path}>
              <th scope="row">{attribute.path}</th>
              {sides.map(side => (
                <Value key={side} attribute={attribute} side={side} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is created had no values before, what is destroyed has none after. */
function sidesOf(change: PlanChange): readonly Side[] {
  switch (change.action) {
    case 'create':
      return ['after'];
    case 'destroy':
    case 'forget':
      return ['before'];
    default:
      return ['before', 'after'];
  }
}

function Value(props: { attribute: Attribute; side: Side }) {
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
