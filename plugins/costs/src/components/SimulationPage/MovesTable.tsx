import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, Text } from '@backstage/ui';
import { Money, Section } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import type { AllocationMove, AllocationRule } from '../../api';
import { allocationTranslationRef } from '../../allocationTranslation';
import { TARGETS, type Target } from '../../domain/RuleForm';
import { largestFirst } from '../../domain/simulatedMoves';
import { useCustomerName } from '../../hooks/useRuleWords';
import { useValueNames } from '../../hooks/useValueNames';
import tables from '../parts/tables.module.css';

/** Each move from one name to another, the largest first. */
export function MovesTable(props: {
  moves: readonly AllocationMove[];
  rules: readonly AllocationRule[];
}) {
  const { t } = useTranslationRef(allocationTranslationRef);
  const [dimension, setDimension] = useState<Target>('tenant');
  const moves = largestFirst(
    props.moves.filter(move => move.dimension === dimension),
  );
  const nameOf = useNameIn(dimension, moves);
  const ruleName = (id: string) =>
    props.rules.find(rule => rule.id === id)?.name ?? id;
  return (
    <Section
      title={t('simulation.moves')}
      description={t('simulation.movesLead')}
      actions={
        <div>
          <Select
            aria-label={t('simulation.dimension')}
            size="medium"
            options={TARGETS.map(id => ({ id, label: t(`dimension.${id}`) }))}
            value={dimension}
            onChange={key => setDimension(key as Target)}
          />
        </div>
      }
    >
      {moves.length === 0 && (
        <Text as="p" color="secondary">
          {t('simulation.nothing')}
        </Text>
      )}
      {moves.length > 0 && (
        <table
          className={`${tables.table} ${tables.list}`}
          aria-label={t('simulation.moves')}
        >
          <thead>
            <tr>
              <th scope="col">{t('simulation.from')}</th>
              <th scope="col">{t('simulation.to')}</th>
              {dimension === 'tenant' && (
                <th scope="col">{t('simulation.rule')}</th>
              )}
              <th scope="col" className={tables.number}>
                {t('simulation.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {moves.map(({ cost, currency, from, ruleId, to }) => (
              <tr key={JSON.stringify([from, to, ruleId])}>
                <td data-label={t('simulation.from')}>{nameOf(from)}</td>
                <td data-label={t('simulation.to')}>{nameOf(to)}</td>
                {dimension === 'tenant' && (
                  <td data-label={t('simulation.rule')}>
                    {ruleId ? ruleName(ruleId) : t('simulation.byLabel')}
                  </td>
                )}
                <td
                  className={tables.number}
                  data-label={t('simulation.amount')}
                >
                  <Money amount={cost} currency={currency} isRounded />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

/** Sites are told as `acme/site_1`; other names are their own. */
function useNameIn(dimension: Target, moves: readonly AllocationMove[]) {
  const customerName = useCustomerName();
  const siteOf = (name: string) => name.slice(name.indexOf('/') + 1);
  const siteName = useValueNames(
    'site',
    dimension === 'site'
      ? moves
          .flatMap(({ from, to }) => [from, to])
          .flatMap(name => (name === null ? [] : [siteOf(name)]))
      : [],
  );
  return (name: string | null) => {
    if (dimension === 'tenant') return customerName(name);
    if (name === null) return '–';
    return dimension === 'site' ? siteName({ value: siteOf(name) }) : name;
  };
}
