import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SitesUsage, Usage } from '../../api';
import { tenancyTranslationRef } from '../../translation';
import lists from '../lists.module.css';
import { toMeters } from './meters';
import styles from './Usage.module.css';
import { UsageMeter } from './UsageMeter';

/** All limits of a customer, and its sites by size. */
export function UsageMeters(props: {
  usage: Usage;
  sites: SitesUsage;
  /** Whether to tell what was agreed with this customer alone. */
  showsOwn?: boolean;
}) {
  const { usage, sites, showsOwn = false } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  return (
    <>
      <div className={styles.meters}>
        {toMeters(usage, sites).map(meter => (
          <UsageMeter key={meter.id} meter={meter} showsOwn={showsOwn} />
        ))}
      </div>
      <section className={lists.section} aria-labelledby="usage-sizes">
        <h2 id="usage-sizes">{t('usage.sizes.title')}</h2>
        <ul className={lists.list}>
          {sites.sizes.map(size => (
            <li key={size.size}>
              <span className={lists.grow}>
                <span>{size.title}</span>
                <span className={lists.quiet}>
                  {size.isIncluded
                    ? t('usage.sizes.included')
                    : t('usage.sizes.notIncluded', {
                        tier: t(`tier.${usage.tier}`),
                      })}
                </span>
              </span>
              <span className={lists.number}>
                {t('usage.sizes.sites', { count: size.sites })}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
