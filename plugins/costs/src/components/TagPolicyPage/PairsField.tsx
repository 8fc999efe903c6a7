import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import { findBrokenPair } from '../../domain/policyText';
import { tagsTranslationRef } from '../../tagsTranslation';

/** A field with one `key = value` a line. */
export function PairsField(props: {
  label: string;
  description: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslationRef(tagsTranslationRef);
  return (
    <TextAreaField
      {...props}
      validate={value => {
        const line = findBrokenPair(value);
        return line === undefined
          ? null
          : t('edit.requirements.pairProblem', { line: String(line) });
      }}
      validationBehavior="aria"
    />
  );
}
