import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Combobox, Select, TextField } from '@backstage/ui';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { ErrorPanel } from '@freehold/plugin-tenancy-react';
import { allocationTranslationRef } from '../../allocationTranslation';
import {
  TARGETS,
  type RuleForm,
  type SourceForm,
  type Target,
} from '../../domain/RuleForm';
import {
  useCustomerOptions,
  useSiteOptions,
  type NamedOption,
} from '../../hooks/useAllocation';
import styles from './RuleDialog.module.css';

/** Whom the charges go to; of shared ones, what else is known of all parts. */
export function TargetFields(props: {
  form: RuleForm;
  onChange: (part: Partial<RuleForm>) => void;
}) {
  const { form, onChange } = props;
  const { targets } = form;
  const { t } = useTranslationRef(allocationTranslationRef);
  const customers = useCustomerOptions();
  const sites = useSiteOptions(
    targets.tenant.kind === 'value' ? targets.tenant.text : undefined,
  );
  const options: Partial<Record<Target, NamedOption[]>> = {
    tenant: [
      { id: BUSINESS_TENANT, label: t('business') },
      ...(customers.data ?? []),
    ],
    site: sites.data ?? [],
  };
  const set = (target: Target, source: SourceForm) =>
    onChange({
      targets: {
        ...targets,
        [target]: source,
        // Sites are a customer's: another customer has others.
        ...(target === 'tenant' &&
          targets.site.kind === 'value' && {
            site: { kind: 'none', text: '' },
          }),
      },
    });
  return (
    <>
      {customers.error && (
        <ErrorPanel
          title={t('form.customersFailed')}
          error={customers.error}
          onRetry={() => customers.refresh()}
        />
      )}
      {TARGETS.filter(
        target =>
          form.kind === 'direct' || !['tenant', 'site'].includes(target),
      ).map(target => (
        <TargetField
          key={target}
          target={target}
          source={targets[target]}
          options={options[target]}
          problem={
            target === 'site' &&
            targets.site.kind !== 'none' &&
            targets.tenant.kind === 'none'
              ? t('form.siteNeedsCustomer')
              : undefined
          }
          onChange={source => set(target, source)}
        />
      ))}
    </>
  );
}

function TargetField(props: {
  target: Target;
  source: SourceForm;
  options?: NamedOption[];
  problem?: string;
  onChange: (source: SourceForm) => void;
}) {
  const { onChange, options, problem, source, target } = props;
  const { t } = useTranslationRef(allocationTranslationRef);
  const dimension = t(`dimension.${target}`);
  return (
    <div className={styles.row}>
      <Select
        label={t('form.sourceOf', { dimension })}
        description={problem}
        size="medium"
        options={(['none', 'value', 'tag'] as const).map(id => ({
          id,
          label: t(`form.source.${id}`),
        }))}
        value={source.kind}
        onChange={kind =>
          onChange({ kind: kind as SourceForm['kind'], text: '' })
        }
      />
      {source.kind === 'value' && options && (
        <Combobox
          label={dimension}
          size="medium"
          options={options}
          selectedKey={source.text || null}
          onSelectionChange={key =>
            onChange({ kind: 'value', text: key === null ? '' : String(key) })
          }
        />
      )}
      {((source.kind === 'value' && !options) || source.kind === 'tag') && (
        <TextField
          label={
            source.kind === 'tag' ? t('form.tagOf', { dimension }) : dimension
          }
          size="medium"
          maxLength={256}
          autoComplete="off"
          value={source.text}
          onChange={text => onChange({ ...source, text })}
        />
      )}
    </div>
  );
}
