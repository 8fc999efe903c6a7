import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Text } from '@backstage/ui';
import type { z } from 'zod/v3';
import { ContentInput } from '../components/parts/ContentInput';
import type { ContentValue } from '../domain/ContentValue';
import { sitesTranslationRef } from '../translation';
import { FieldFrame } from './FieldFrame';
import { translate } from './translate';
import { useOrderCustomer } from './useFormValues';

/** The starter page, or an archive that is uploaded and checked at once. */
export function ContentPicker(
  props: FieldExtensionComponentProps<ContentValue | undefined>,
) {
  const { formData, onChange } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const customer = useOrderCustomer(props);
  return (
    <FieldFrame>
      {customer ? (
        <ContentInput
          key={customer}
          label={t('field.content')}
          customer={customer}
          value={formData?.kind ? formData : undefined}
          onChange={onChange}
        />
      ) : (
        <Text color="secondary">{t('field.contentNeedsCustomer')}</Text>
      )}
    </FieldFrame>
  );
}

export const contentField = createFormField<
  z.ZodType<ContentValue | undefined>,
  z.ZodType
>({
  name: 'FreeholdContent',
  component: ContentPicker,
  validation: (content, validation, { apiHolder }) => {
    if (!content?.kind) {
      validation.addError(translate(apiHolder, 'content'));
    }
  },
});
