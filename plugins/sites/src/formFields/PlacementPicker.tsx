import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Select } from '@backstage/ui';
import { ErrorPanel, LoadingRows } from '@freehold/plugin-tenancy-react';
import { useEffect } from 'react';
import type { z } from 'zod/v3';
import type { Offering } from '../api';
import { SizePicker } from '../components/parts/SizePicker';
import { completePlacement } from '../domain/completePlacement';
import { useOffering } from '../hooks/useOffering';
import { sitesTranslationRef } from '../translation';
import { FieldFrame } from './FieldFrame';
import { translate } from './translate';
import type { Placement } from './useFormValues';

type Props = FieldExtensionComponentProps<Partial<Placement>>;

/** Where a site runs and how big it is; only what is offered together. */
export function PlacementPicker(props: Props) {
  const { data: offering, error, refresh } = useOffering();
  if (error) return <ErrorPanel error={error} onRetry={() => refresh()} />;
  if (!offering) return <LoadingRows count={4} />;
  return <OfferedPlacement {...props} offering={offering} />;
}

function OfferedPlacement(props: Props & { offering: Offering }) {
  const { formData = {}, onChange, offering } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const placement = completePlacement(offering, formData);
  const cloud = offering.clouds.find(({ id }) => id === placement.cloud);
  const isComplete =
    placement.cloud === formData.cloud &&
    placement.region === formData.region &&
    placement.size === formData.size;
  useEffect(() => {
    if (!isComplete) onChange(placement);
  }, [isComplete, onChange, placement]);

  const change = (part: Partial<Placement>) =>
    onChange(completePlacement(offering, { ...placement, ...part }));
  return (
    <FieldFrame>
      <Select
        label={t('field.cloud')}
        size="medium"
        isRequired
        options={offering.clouds.map(({ id, title }) => ({ id, label: title }))}
        value={placement.cloud ?? null}
        onChange={id => change({ cloud: String(id) })}
      />
      <Select
        label={t('field.region')}
        size="medium"
        isRequired
        options={(cloud?.regions ?? []).map(({ id, title }) => ({
          id,
          label: title,
        }))}
        value={placement.region ?? null}
        onChange={id => change({ region: String(id) })}
      />
      <SizePicker
        label={t('field.size')}
        isRequired
        sizes={cloud?.sizes ?? []}
        value={placement.size}
        onChange={size => change({ size })}
      />
    </FieldFrame>
  );
}

export const placementField = createFormField<
  z.ZodType<Partial<Placement>>,
  z.ZodType
>({
  name: 'FreeholdPlacement',
  component: PlacementPicker,
  validation: (placement, validation, { apiHolder }) => {
    if (!placement?.cloud || !placement.region || !placement.size) {
      validation.addError(translate(apiHolder, 'placement'));
    }
  },
});
