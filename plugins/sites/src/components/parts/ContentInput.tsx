import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup } from '@backstage/ui';
import { useState } from 'react';
import type { ContentValue } from '../../domain/ContentValue';
import { sitesTranslationRef } from '../../translation';
import styles from './ContentInput.module.css';
import { UploadBox } from './UploadBox';

type Kind = 'keep' | ContentValue['kind'];

/**
 * Chooses what a site shows. `withKeep` offers to leave what is there, which
 * reads as no value; so does an upload that is not there yet.
 */
export function ContentInput(props: {
  label: string;
  customer: string;
  value: ContentValue | undefined;
  onChange: (value: ContentValue | undefined) => void;
  /** Hears whether files are still to be chosen. */
  onIncomplete?: (isIncomplete: boolean) => void;
  withKeep?: boolean;
  isDisabled?: boolean;
}) {
  const { customer, value, onChange, onIncomplete, withKeep } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const [kind, setKind] = useState<Kind | null>(
    value?.kind ?? (withKeep ? 'keep' : null),
  );
  const upload = value?.kind === 'upload' ? value : undefined;

  const choose = (next: Kind) => {
    setKind(next);
    onIncomplete?.(next === 'upload');
    onChange(next === 'starter' ? { kind: 'starter' } : undefined);
  };
  return (
    <div className={styles.content}>
      <RadioGroup
        label={props.label}
        value={kind}
        isDisabled={props.isDisabled}
        onChange={next => choose(next as Kind)}
      >
        {withKeep && <Radio value="keep">{t('content.keep')}</Radio>}
        <Radio value="starter">{t('content.starter')}</Radio>
        <Radio value="upload">{t('content.upload')}</Radio>
      </RadioGroup>
      {kind === 'upload' && (
        <UploadBox
          customer={customer}
          value={upload}
          onChange={uploaded => {
            onIncomplete?.(false);
            onChange(uploaded);
          }}
        />
      )}
    </div>
  );
}
