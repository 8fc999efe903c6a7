import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Combobox, Select, TextField } from '@backstage/ui';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { allocationTranslationRef } from '../../allocationTranslation';
import type { RuleForm, SplitKind } from '../../domain/RuleForm';
import { useCustomerOptions } from '../../hooks/useAllocation';
import { useCustomerName } from '../../hooks/useRuleWords';
import styles from './RuleDialog.module.css';

const KINDS = ['even', 'direct-cost', 'weights', 'metric'] as const;

interface SplitFieldsProps {
  form: RuleForm;
  onChange: (part: Partial<RuleForm>) => void;
}

/** How several customers share the charges, and who they are. */
export function SplitFields({ form, onChange }: SplitFieldsProps) {
  const { t } = useTranslationRef(allocationTranslationRef);
  const { isAmongAll, metric, split } = form;
  const isByWeights = split === 'weights';
  const isAmong = split === 'even' || split === 'direct-cost';
  return (
    <>
      <div className={styles.row}>
        <Select
          label={t('form.split')}
          size="medium"
          options={KINDS.map(id => ({ id, label: t(`form.splits.${id}`) }))}
          value={split}
          onChange={key => onChange({ split: key as SplitKind })}
        />
        {isAmong && (
          <Select
            label={t('form.among')}
            size="medium"
            options={[
              { id: 'all', label: t('form.amongAll') },
              { id: 'these', label: t('form.amongThese') },
            ]}
            value={isAmongAll ? 'all' : 'these'}
            onChange={key => onChange({ isAmongAll: key === 'all' })}
          />
        )}
        {split === 'metric' && (
          <TextField
            label={t('form.metric')}
            description={t('form.metricHint')}
            size="medium"
            maxLength={256}
            autoComplete="off"
            value={metric}
            onChange={text => onChange({ metric: text })}
          />
        )}
      </div>
      {(isByWeights || (isAmong && !isAmongAll)) && (
        <Sharers form={form} onChange={onChange} hasWeights={isByWeights} />
      )}
    </>
  );
}

function Sharers(props: SplitFieldsProps & { hasWeights: boolean }) {
  const { form, hasWeights, onChange } = props;
  const { sharers } = form;
  const { t } = useTranslationRef(allocationTranslationRef);
  const customers = useCustomerOptions().data ?? [];
  const nameOf = useCustomerName();
  const offered = [
    ...customers,
    { id: BUSINESS_TENANT, label: t('business') },
  ].filter(({ id }) => !sharers.some(({ tenant }) => tenant === id));
  return (
    <>
      <ul className={styles.sharers}>
        {sharers.map(({ tenant, weight }) => (
          <li key={tenant} className={styles.sharer}>
            {hasWeights ? (
              <TextField
                label={t('form.weightOf', { name: nameOf(tenant) })}
                size="small"
                autoComplete="off"
                value={weight}
                onChange={text =>
                  onChange({
                    sharers: sharers.map(it =>
                      it.tenant === tenant ? { tenant, weight: text } : it,
                    ),
                  })
                }
              />
            ) : (
              <span>{nameOf(tenant)}</span>
            )}
            <Button
              variant="tertiary"
              size="small"
              onPress={() =>
                onChange({
                  sharers: sharers.filter(it => it.tenant !== tenant),
                })
              }
            >
              {t('form.removeCustomer', { name: nameOf(tenant) })}
            </Button>
          </li>
        ))}
        {sharers.length === 0 && (
          <li className={styles.hint}>{t('form.noCustomer')}</li>
        )}
      </ul>
      <Combobox
        // A new one after each choice, so that it is empty again.
        key={sharers.length}
        label={t('form.addCustomer')}
        size="medium"
        options={offered}
        selectedKey={null}
        onSelectionChange={key => {
          if (key === null) return;
          onChange({
            sharers: [...sharers, { tenant: String(key), weight: '1' }],
          });
        }}
      />
    </>
  );
}
