import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Section } from '@freehold/plugin-tenancy-react';
import type { TagPolicyPreview } from '../../api';
import { formatMonth } from '../../domain/formatDays';
import { formatPercent } from '../../domain/formatPercent';
import { tagsTranslationRef } from '../../tagsTranslation';
import tables from '../parts/tables.module.css';

/** What a policy would say of a month, beside what the one in force says. */
export function PolicyPreview({ preview }: { preview: TagPolicyPreview }) {
  const { t } = useTranslationRef(tagsTranslationRef);
  const title = t('edit.previewTitle', { month: formatMonth(preview.period) });
  const isWhole = preview.items.every(({ lookedAt }) => lookedAt === '1');
  const currencies = new Set(preview.items.map(({ currency }) => currency));
  const say = (share: string | null | undefined) => {
    if (share === undefined) return t('edit.notAsked');
    return share === null ? '–' : formatPercent(share);
  };
  return (
    <Section title={title} description={t('edit.previewLead')}>
      <table className={`${tables.table} ${tables.list}`} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('byKey.key')}</th>
            <th scope="col" className={tables.number}>
              {t('edit.now')}
            </th>
            <th scope="col" className={tables.number}>
              {t('edit.then')}
            </th>
          </tr>
        </thead>
        <tbody>
          {preview.items.map(item => (
            <tr key={`${item.key}/${item.currency}`}>
              <th scope="row">
                {item.key}
                {currencies.size > 1 && ` · ${item.currency}`}
                {!isWhole && item.lookedAt && (
                  <div className={tables.quiet}>
                    {t('edit.previewPart', {
                      share: formatPercent(item.lookedAt),
                    })}
                  </div>
                )}
              </th>
              <td className={tables.number} data-label={t('edit.now')}>
                {say(item.now)}
              </td>
              <td className={tables.number} data-label={t('edit.then')}>
                {say(item.then)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
