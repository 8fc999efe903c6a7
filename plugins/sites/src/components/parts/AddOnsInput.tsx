import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, Select } from '@backstage/ui';
import type { Capabilities } from '../../api';
import type { ExtrasDraft } from '../../domain/ExtrasDraft';
import { specificationTranslationRef } from '../../specificationTranslation';
import styles from './specification.module.css';

const DATABASES = ['none', 'small', 'medium', 'large'] as const;

/** Chooses a database and storage beside a site. */
export function AddOnsInput(props: {
  addOns: Capabilities['addOns'];
  value: ExtrasDraft;
  onChange: (value: ExtrasDraft) => void;
  isDisabled?: boolean;
}) {
  const { addOns, value, onChange, isDisabled } = props;
  const { t } = useTranslationRef(specificationTranslationRef);
  return (
    <fieldset className={styles.rows}>
      <legend>{t('addOns.label')}</legend>
      {addOns.includes('database') && (
        <Select
          label={t('addOns.database')}
          description={t('addOns.databaseHint')}
          className={styles.short}
          size="medium"
          isDisabled={isDisabled}
          options={DATABASES.map(id => ({ id, label: t(`addOns.${id}`) }))}
          value={value.database}
          onChange={id =>
            onChange({ ...value, database: id as ExtrasDraft['database'] })
          }
        />
      )}
      {value.database !== 'none' && (
        <Checkbox
          isSelected={value.replica}
          isDisabled={isDisabled}
          onChange={replica => onChange({ ...value, replica })}
        >
          {t('addOns.replica')}
        </Checkbox>
      )}
      {addOns.includes('storage') && (
        <Checkbox
          isSelected={value.storage}
          isDisabled={isDisabled}
          onChange={storage => onChange({ ...value, storage })}
        >
          {t('addOns.storage')}
        </Checkbox>
      )}
    </fieldset>
  );
}
