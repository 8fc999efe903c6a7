import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Customer } from '../../api';
import { tenancyTranslationRef } from '../../translation';
import { CustomerStateChip } from '../CustomerStateChip';
import styles from '../lists.module.css';

/** Customers in a narrow window. */
export function CustomersList(props: { customers: Customer[] }) {
  const { t } = useTranslationRef(tenancyTranslationRef);
  return (
    <ul className={styles.list}>
      {props.customers.map(({ slug, name, tier, state, memberCount }) => (
        <li key={slug}>
          <span className={styles.grow}>
            <Link href={`/customers/${slug}`} weight="bold">
              {name}
            </Link>
            <span className={styles.quiet}>
              {slug} · {t(`tier.${tier}`)} ·{' '}
              {t('customers.members', { count: memberCount })}
            </span>
          </span>
          <CustomerStateChip state={state} />
        </li>
      ))}
    </ul>
  );
}
