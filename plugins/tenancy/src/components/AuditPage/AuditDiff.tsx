import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AuditEvent } from '../../api';
import { tenancyTranslationRef } from '../../translation';
import styles from './AuditPage.module.css';
import { changedFields } from './auditWords';

/** What was before and is now, side by side. */
export function AuditDiff(props: { event: AuditEvent }) {
  const { t } = useTranslationRef(tenancyTranslationRef);
  const fields = changedFields(props.event);
  if (fields.length === 0) return null;
  const hasBefore = fields.some(({ before }) => before !== undefined);
  return (
    <table className={styles.diff}>
      <thead>
        <tr>
          <th scope="col">{t('audit.diff.what')}</th>
          {hasBefore && <th scope="col">{t('audit.diff.before')}</th>}
          <th scope="col">
            {t(hasBefore ? 'audit.diff.after' : 'audit.diff.value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, before, after }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {hasBefore && (
              <td>{before === undefined ? '—' : <del>{before}</del>}</td>
            )}
            <td>{after === undefined ? '—' : <ins>{after}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
