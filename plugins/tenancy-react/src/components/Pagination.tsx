import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Select, Text } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { portalTranslationRef } from '../translation';
import styles from './Pagination.module.css';

const LIMITS = ['20', '50', '100'];

/** Pages of a list, for lists and tables alike; absent when all fits on one. */
export function Pagination(props: {
  offset: number;
  limit: number;
  total: number;
  onOffset: (offset: number) => void;
  onLimit: (limit: number) => void;
}) {
  const { offset, limit, total, onOffset, onLimit } = props;
  const { t } = useTranslationRef(portalTranslationRef);
  if (total <= Number(LIMITS[0]) && offset === 0) return null;
  return (
    <nav className={styles.pagination}>
      <Select
        className={styles.rows}
        aria-label={t('list.rowsLabel')}
        size="small"
        options={[...new Set([...LIMITS, String(limit)])].map(value => ({
          value,
          label: t('list.rows', { limit: value }),
        }))}
        value={String(limit)}
        onChange={value => onLimit(Number(value))}
      />
      <Text color="secondary">
        {t('list.page', {
          from: String(Math.min(offset + 1, total)),
          to: String(Math.min(offset + limit, total)),
          total: total.toLocaleString(),
        })}
      </Text>
      <ButtonIcon
        variant="secondary"
        aria-label={t('list.previous')}
        icon={<RiArrowLeftSLine />}
        isDisabled={offset === 0}
        onPress={() => onOffset(Math.max(0, offset - limit))}
      />
      <ButtonIcon
        variant="secondary"
        aria-label={t('list.next')}
        icon={<RiArrowRightSLine />}
        isDisabled={offset + limit >= total}
        onPress={() => onOffset(offset + limit)}
      />
    </nav>
  );
}
