import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { formatMoney, StateChip } from '@freehold/plugin-tenancy-react';
import { RiErrorWarningLine, RiProhibited2Line } from '@remixicon/react';
import { monthlyCostTranslationRef } from '../../monthlyCostTranslation';
import styles from './CostBar.module.css';
import type { CostBar as Bar, CostShare } from './costShares';

/** A monthly cost by site, against its limit: a bar, and a table of the same. */
export function CostBar(props: { customer: string; bar: Bar }) {
  const { customer, bar } = props;
  const { t } = useTranslationRef(monthlyCostTranslationRef);
  const say = (amount: string) => formatMoney(amount, bar.currency);
  const words = bar.limit
    ? t('answer', { spent: say(bar.spent), limit: say(bar.limit) })
    : t('answerFree', { spent: say(bar.spent) });
  return (
    <div className={styles.cost}>
      <p className={styles.words}>
        <strong>{words}</strong> <Remaining bar={bar} />
      </p>
      <div className={styles.bar} role="img" aria-label={words}>
        {bar.shares.map((part, index) => (
          <span
            key={part.siteId ?? 'others'}
            style={{
              flexBasis: `${part.share * 100}%`,
              background: colorOf(part, index),
            }}
          />
        ))}
      </div>
      {bar.shares.length > 0 && (
        <Shares customer={customer} bar={bar} say={say} />
      )}
    </div>
  );
}

function Remaining({ bar }: { bar: Bar }) {
  const { t } = useTranslationRef(monthlyCostTranslationRef);
  const { currency, left, over } = bar;
  if (over) {
    return (
      <>
        <StateChip
          tone="bad"
          icon={RiProhibited2Line}
          label={t('over', { over: formatMoney(over, currency) })}
        />
        <span>{t('overMeans')}</span>
      </>
    );
  }
  if (left === undefined) return null;
  return Number(left) === 0 ? (
    <StateChip tone="attention" icon={RiErrorWarningLine} label={t('full')} />
  ) : (
    <span>{t('left', { left: formatMoney(left, currency) })}</span>
  );
}

function Shares(props: {
  customer: string;
  bar: Bar;
  say: (amount: string) => string;
}) {
  const { customer, bar, say } = props;
  const { t } = useTranslationRef(monthlyCostTranslationRef);
  return (
    <table className={styles.shares} aria-label={t('title')}>
      <thead className={styles.hidden}>
        <tr>
          <th scope="col">{t('site')}</th>
          <th scope="col">{t('amount')}</th>
        </tr>
      </thead>
      <tbody>
        {bar.shares.map((part, index) => (
          <tr key={part.siteId ?? 'others'}>
            <th scope="row">
              <span
                className={styles.key}
                style={{ background: colorOf(part, index) }}
              />
              {part.siteId ? (
                <Link href={`/sites/${customer}/${part.siteId}`}>
                  {part.title}
                </Link>
              ) : (
                t('others')
              )}
            </th>
            <td>{say(part.amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The eighth colour is the quiet one of what has no name. */
function colorOf({ siteId }: CostShare, index: number): string {
  return `var(--freehold-series-${siteId ? index + 1 : 8})`;
}
