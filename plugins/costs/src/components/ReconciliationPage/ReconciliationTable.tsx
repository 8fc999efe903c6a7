import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  Money,
  StateChip,
  type StateTone,
} from '@freehold/plugin-tenancy-react';
import {
  RiAlertLine,
  RiCheckLine,
  RiDraftLine,
  RiFileSearchLine,
  RiMessage2Line,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { Reconciliation } from '../../api';
import { formatMonth } from '../../domain/formatDays';
import { useReader } from '../../hooks/useReader';
import { importsTranslationRef } from '../../importsTranslation';
import tables from '../parts/tables.module.css';

const LOOKS: Record<
  Reconciliation['state'],
  [StateTone, RemixiconComponentType]
> = {
  matches: ['good', RiCheckLine],
  explained: ['info', RiMessage2Line],
  differs: ['bad', RiAlertLine],
  'no-charges': ['bad', RiFileSearchLine],
  'not-entered': ['quiet', RiDraftLine],
};

/** Each invoice with its rows' sum, and how they stand to each other. */
export function ReconciliationTable(props: {
  items: readonly Reconciliation[];
  onEnter: (of: Reconciliation) => void;
}) {
  const { t } = useTranslationRef(importsTranslationRef);
  return (
    <table
      className={`${tables.table} ${tables.list}`}
      aria-label={t('reconciliation.title')}
    >
      <thead>
        <tr>
          <th scope="col">{t('reconciliation.invoice')}</th>
          <th scope="col">{t('periods.source')}</th>
          <th scope="col">{t('reconciliation.state')}</th>
          <th scope="col" className={tables.number}>
            {t('reconciliation.charged')}
          </th>
          <th scope="col" className={tables.number}>
            {t('reconciliation.invoiced')}
          </th>
          <th scope="col" className={tables.number}>
            {t('reconciliation.difference')}
          </th>
          <th scope="col" aria-label={t('reconciliation.action')} />
        </tr>
      </thead>
      <tbody>
        {props.items.map(item => (
          <Row key={keyOf(item)} item={item} onEnter={props.onEnter} />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: {
  item: Reconciliation;
  onEnter: (of: Reconciliation) => void;
}) {
  const { item, onEnter } = props;
  const { currency } = item;
  const { t } = useTranslationRef(importsTranslationRef);
  const { canImport } = useReader();
  const [tone, icon] = LOOKS[item.state];
  const amount = (value: string | undefined, label: string) => (
    <td className={tables.number} data-label={label}>
      {value === undefined ? '–' : <Money amount={value} currency={currency} />}
    </td>
  );
  return (
    <tr>
      <th scope="row">
        {item.invoiceId || t('reconciliation.noInvoice')}
        <br />
        {formatMonth(item.period)}
      </th>
      <td>{item.sourceName}</td>
      <td>
        <StateChip
          tone={tone}
          icon={icon}
          label={t(`reconciliation.states.${item.state}`)}
        />
        {item.explanation && <div>{item.explanation}</div>}
      </td>
      {amount(item.charged, t('reconciliation.charged'))}
      {amount(item.invoiced, t('reconciliation.invoiced'))}
      {amount(item.difference, t('reconciliation.difference'))}
      <td className={tables.number}>
        {canImport && (
          <Button
            variant="secondary"
            size="small"
            aria-label={t('reconciliation.enterOf', {
              invoice: item.invoiceId || t('reconciliation.noInvoice'),
            })}
            onPress={() => onEnter(item)}
          >
            {item.invoiced === undefined
              ? t('reconciliation.enter')
              : t('reconciliation.change')}
          </Button>
        )}
      </td>
    </tr>
  );
}

function keyOf({ currency, invoiceId, period, source }: Reconciliation) {
  return [source, period, invoiceId, currency].join('/');
}
