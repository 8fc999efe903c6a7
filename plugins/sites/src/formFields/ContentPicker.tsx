import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Text } from '@backstage/ui';
import { useEffect } from 'react';
import type { z } from 'zod/v3';
import { ContentInput } from '../components/parts/ContentInput';
import type { ContentValue } from '../domain/ContentValue';
import { sitesTranslationRef } from '../translation';
import { FieldFrame } from './FieldFrame';
import { translate } from './translate';
import { useFormValues, useOrderCustomer } from './useFormValues';

// As the form itself holds it at first. A missing value it would refuse in the
// words of its schema, before our own validation is asked.
const NOT_CHOSEN: Partial<ContentValue> = {};

/** The starter page, or an archive that is uploaded and checked at once. */
export function ContentPicker(
  props: FieldExtensionComponentProps<Partial<ContentValue> | undefined>,
) {
  const { formData, onChange } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const customer = useOrderCustomer(props);
  const { placement } = useFormValues(props);
  const isStatic = (placement?.runtimeDraft?.kind ?? 'static') === 'static';
  const lacksContent = !isStatic && !isChosen(formData);
  useEffect(() => {
    if (lacksContent) onChange({ kind: 'starter' });
  }, [lacksContent, onChange]);
  if (!isStatic) {
    return (
      <FieldFrame>
        <Text color="secondary">{t('field.contentOfImage')}</Text>
      </FieldFrame>
    );
  }
  return (
    <FieldFrame>
      {customer ? (
        <ContentInput
          key={customer}
          label={t('field.content')}
          customer={customer}
          value={isChosen(formData) ? formData : undefined}
          onChange={content => onChange(content ?? NOT_CHOSEN)}
        />
      ) : (
        <Text color="secondary">{t('field.contentNeedsCustomer')}</Text>
      )}
    </FieldFrame>
  );
}

function isChosen(
  content: Partial<ContentValue> | undefined,
): content is ContentValue {
  return content?.kind !== undefined;
}

export const contentField = createFormField<
  z.ZodType<Partial<ContentValue> | undefined>,
  z.ZodType
>({
  name: 'FreeholdContent',
  component: ContentPicker,
  validation: (content, validation, { apiHolder }) => {
    if (!isChosen(content)) {
      validation.addError(translate(apiHolder, 'content'));
    }
  },
});
