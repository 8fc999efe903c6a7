import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { StateChip, type StateTone } from '@freehold/plugin-tenancy-react';
import {
  RiCheckLine,
  RiHistoryLine,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { Markup } from '../../api';
import { todayInUtc } from '../../domain/DayRange';
import { formatMonth } from '../../domain/formatDays';
import { markupState, type MarkupState } from '../../domain/markupState';
import { useValueNames } from '../../hooks/useValueNames';
import { markupsTranslationRef } from '../../markupsTranslation';
import tables from '../parts/tables.module.css';

const LOOKS: Record<MarkupState, [StateTone, RemixiconComponentType]> = {
  current: ['good', RiCheckLine],
  planned: ['info', RiTimeLine],
  ended: ['quiet', RiHistoryLine],
};

/** Every mark-up, and whether it counts today. */
export function MarkupsTable(props: {
  items: readonly Markup[];
  /** Absent for those who may only look. */
  onChange?: (markup: Markup) => void;
}) {
  const { items, onChange } = props;
  const { t } = useTranslationRef(markupsTranslationRef);
  const nameOf = useValueNames(
    'customer',
    items.map(({ customer }) => customer ?? null),
  );
  const today = todayInUtc();
  return (
    <table className={`${tables.table} ${tables.list}`} aria-label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('customer')}</th>
          <th scope="col">{t('service')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('from')}</th>
          <th scope="col" className={tables.number}>
            {t('percent')}
          </th>
          {onChange && <th scope="col" aria-label={t('action')} />}
        </tr>
      </thead>
      <tbody>
        {items.map(markup => {
          const customer = markup.customer
            ? nameOf({ value: markup.customer })
            : t('allCustomers');
          const service = markup.serviceCategory ?? t('allServices');
          const month = formatMonth(markup.validFrom);
          const state = markupState(markup, items, today);
          const [tone, icon] = LOOKS[state];
          return (
            <tr key={markup.markupId}>
              <th scope="row">{customer}</th>
              <td>{service}</td>
              <td>
                <StateChip
                  tone={tone}
                  icon={icon}
                  label={t(`states.${state}`)}
                />
              </td>
              <td data-label={t('from')}>{month}</td>
              <td className={tables.number} data-label={t('percent')}>
                {markup.percent} %
              </td>
              {onChange && (
                <td className={tables.number}>
                  <Button
                    variant="secondary"
                    size="small"
                    aria-label={t('changeOf', { customer, service, month })}
                    onPress={() => onChange(markup)}
                  >
                    {t('change')}
                  </Button>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
