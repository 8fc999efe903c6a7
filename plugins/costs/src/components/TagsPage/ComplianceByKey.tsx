import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Section } from '@freehold/plugin-tenancy-react';
import type { TagCompliance, TagComplianceReply } from '../../api';
import { formatPercent } from '../../domain/formatPercent';
import { tagsTranslationRef } from '../../tagsTranslation';
import tables from '../parts/tables.module.css';

type Requirements = TagComplianceReply['requirements'];

/** How each tag complies in one month and currency. */
export function ComplianceByKey(props: {
  items: readonly TagCompliance[];
  requirements: Requirements;
}) {
  const { items, requirements } = props;
  const { t } = useTranslationRef(tagsTranslationRef);
  return (
    <Section title={t('byKey.title')}>
      <table
        className={`${tables.table} ${tables.list}`}
        aria-label={t('byKey.title')}
      >
        <thead>
          <tr>
            <th scope="col">{t('byKey.key')}</th>
            <th scope="col" className={tables.number}>
              {t('byKey.byCost')}
            </th>
            <th scope="col" className={tables.number}>
              {t('byKey.byResources')}
            </th>
            <th scope="col" className={tables.number}>
              {t('byKey.missing')}
            </th>
            <th scope="col" className={tables.number}>
              {t('byKey.wrong')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <Row
              key={item.key}
              item={item}
              asked={requirements.find(({ key }) => key === item.key)}
            />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Row(props: { item: TagCompliance; asked?: Requirements[number] }) {
  const { asked, item } = props;
  const { t } = useTranslationRef(tagsTranslationRef);
  const cell = (label: string, text: string) => (
    <td className={tables.number} data-label={label}>
      {text}
    </td>
  );
  const count = (resources: number) =>
    t('byKey.resources', {
      count: resources,
      number: resources.toLocaleString(),
    });
  return (
    <tr>
      <th scope="row">
        <strong>{item.key}</strong>{' '}
        {asked && (
          <span className={tables.quiet}>
            {asked.required ? t('byKey.required') : t('byKey.optional')}
          </span>
        )}
        {asked?.allowedValues && (
          <div className={tables.quiet}>
            {t('byKey.values', { values: asked.allowedValues.join(', ') })}
          </div>
        )}
      </th>
      {cell(t('byKey.byCost'), shareText(item.byCost))}
      {cell(t('byKey.byResources'), shareText(item.byResources))}
      {cell(t('byKey.missing'), count(item.missingResources))}
      {cell(t('byKey.wrong'), count(item.wrongResources))}
    </tr>
  );
}

/** A share in words; a dash where nothing could have one. */
export function shareText(share: string | null | undefined): string {
  return share ? formatPercent(share) : '–';
}
