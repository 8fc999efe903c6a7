import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { Section } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import type { AllocationRule, AllocationSimulation } from '../../api';
import { allocationTranslationRef } from '../../allocationTranslation';
import { formatPercent } from '../../domain/formatPercent';
import tables from '../parts/tables.module.css';
import { CustomersChange } from './CustomersChange';
import { MovesTable } from './MovesTable';
import styles from './SimulationPage.module.css';

/** How much is allocated, whom the draft changes, and each move. */
export function SimulationResult(props: {
  simulation: AllocationSimulation;
  rules: readonly AllocationRule[];
}) {
  const { rules, simulation } = props;
  const { t } = useTranslationRef(allocationTranslationRef);
  const currencies = simulation.coverage.after.map(it => it.currency);
  const [chosen, setChosen] = useState<string>();
  const currency = currencies.find(it => it === chosen) ?? currencies[0] ?? '';
  return (
    <>
      {currencies.length > 1 && (
        <div className={styles.months}>
          <Select
            label={t('simulation.currency')}
            size="medium"
            options={currencies.map(id => ({ id, label: id }))}
            value={currency}
            onChange={key => setChosen(String(key))}
          />
        </div>
      )}
      <Coverage simulation={simulation} currency={currency} />
      <CustomersChange simulation={simulation} currency={currency} />
      <MovesTable
        moves={simulation.moves.filter(it => it.currency === currency)}
        rules={rules}
      />
    </>
  );
}

function Coverage(props: {
  simulation: AllocationSimulation;
  currency: string;
}) {
  const { currency, simulation } = props;
  const { t } = useTranslationRef(allocationTranslationRef);
  const of = (side: 'before' | 'after') =>
    simulation.coverage[side].find(it => it.currency === currency);
  const percent = (share: string | null | undefined) =>
    share ? formatPercent(share) : '–';
  return (
    <Section title={t('simulation.coverage')}>
      <table className={tables.table} aria-label={t('simulation.coverage')}>
        <thead>
          <tr>
            <th scope="col" aria-label={t('simulation.coverage')} />
            <th scope="col" className={tables.number}>
              {t('simulation.coverageBefore')}
            </th>
            <th scope="col" className={tables.number}>
              {t('simulation.coverageAfter')}
            </th>
          </tr>
        </thead>
        <tbody>
          {(['byCost', 'byRows'] as const).map(by => (
            <tr key={by}>
              <th scope="row">{t(`simulation.${by}`)}</th>
              <td className={tables.number}>{percent(of('before')?.[by])}</td>
              <td className={tables.number}>{percent(of('after')?.[by])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
