import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ConformanceFinding } from '../../api';
import { importsTranslationRef } from '../../importsTranslation';
import styles from './ImportPage.module.css';

/** A rule of FOCUS that a file breaks, with a row that does. */
export function FindingItem({ finding }: { finding: ConformanceFinding }) {
  const { ruleId, column, keyword, text, failingRows, example } = finding;
  const { t } = useTranslationRef(importsTranslationRef);
  return (
    <li>
      <div className={styles.heading}>
        <span>
          {column && <strong>{column}</strong>}{' '}
          <span className={styles.quiet}>{keyword}</span>
        </span>
        <span>
          {failingRows === null
            ? t('conformance.ofHead')
            : t('conformance.failing', {
                count: failingRows,
                number: failingRows.toLocaleString(),
              })}
        </span>
      </div>
      <span>{text}</span>
      <span className={styles.quiet}>
        <code>{ruleId}</code>
        {example && (
          <>
            {' · '}
            {t('conformance.example', {
              row: example.row.toLocaleString(),
              values: Object.entries(example.values)
                .map(
                  ([name, value]) =>
                    `${name} = ${value ?? t('conformance.empty')}`,
                )
                .join(', '),
            })}
          </>
        )}
      </span>
    </li>
  );
}
