import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup } from '@backstage/ui';
import { CUSTOM_SIZE } from '@freehold/plugin-sites-common';
import { Money } from '@freehold/plugin-tenancy-react';
import type { OfferedSize } from '../../api';
import { specificationTranslationRef } from '../../specificationTranslation';
import styles from './SizePicker.module.css';

/** Chooses a size by what it is for and what it costs. */
export function SizePicker(props: {
  label: string;
  sizes: OfferedSize[];
  value: string | undefined;
  onChange: (size: string) => void;
  isDisabled?: boolean;
  isRequired?: boolean;
}) {
  const { sizes, value, onChange, ...group } = props;
  const { t } = useTranslationRef(specificationTranslationRef);
  return (
    <RadioGroup
      {...group}
      className={styles.sizes}
      value={value ?? null}
      onChange={onChange}
    >
      {sizes.map(({ id, title, description, monthlyPrice }) => (
        <Radio key={id} value={id} className={styles.size}>
          <span className={styles.text}>
            <span className={styles.title}>{title}</span>
            <span className={styles.description}>{description}</span>
          </span>
          <span className={styles.price}>
            {id === CUSTOM_SIZE ? (
              t('measures.byMeasure')
            ) : (
              <Money {...monthlyPrice} per="month" />
            )}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
