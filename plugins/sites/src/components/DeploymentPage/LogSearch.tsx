import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, SearchField } from '@backstage/ui';
import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import { sitesTranslationRef } from '../../translation';
import styles from './DeploymentLog.module.css';

/** Searches in a log; Enter jumps to the next line that has the text. */
export function LogSearch(props: {
  search: string;
  onSearch: (search: string) => void;
  /** How many lines have it, and which of them is jumped to, from 0. */
  count: number;
  position: number;
  onJump: (position: number) => void;
}) {
  const { search, onSearch, count, position, onJump } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const jump = (step: number) => onJump((position + step + count) % count);
  return (
    <div className={styles.search} role="search">
      <SearchField
        aria-label={t('log.search')}
        placeholder={t('log.search')}
        size="small"
        maxLength={200}
        value={search}
        onChange={onSearch}
        onSubmit={() => count > 0 && jump(1)}
      />
      {search && (
        <>
          <span aria-live="polite" className={styles.found}>
            {count > 0
              ? t('log.position', {
                  position: String(position + 1),
                  total: String(count),
                })
              : t('log.noMatch')}
          </span>
          <ButtonIcon
            aria-label={t('log.previous')}
            variant="tertiary"
            icon={<RiArrowUpLine />}
            isDisabled={count === 0}
            onPress={() => jump(-1)}
          />
          <ButtonIcon
            aria-label={t('log.next')}
            variant="tertiary"
            icon={<RiArrowDownLine />}
            isDisabled={count === 0}
            onPress={() => jump(1)}
          />
        </>
      )}
    </div>
  );
}
