import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Select } from '@backstage/ui';
import { CUSTOM_SIZE } from '@freehold/plugin-sites-common';
import { ErrorPanel, LoadingRows } from '@freehold/plugin-tenancy-react';
import { useEffect } from 'react';
import type { z } from 'zod/v3';
import type { OfferedCloud, Offering } from '../api';
import { MeasuresInput } from '../components/parts/MeasuresInput';
import { QuotedPrice } from '../components/parts/QuotedPrice';
import { RuntimeInput } from '../components/parts/RuntimeInput';
import { SizePicker } from '../components/parts/SizePicker';
import {
  completePlacement,
  possibleRuntime,
  sizesFor,
} from '../domain/completePlacement';
import { FIRST_MEASURES, toCustomSize } from '../domain/Measures';
import { quoteQueryOf } from '../domain/quoteQuery';
import { FIRST_RUNTIME, toRuntime } from '../domain/RuntimeDraft';
import { useOffering } from '../hooks/useOffering';
import { sitesTranslationRef } from '../translation';
import { FieldFrame } from './FieldFrame';
import { translate, translateSpecification } from './translate';
import { useOrderCustomer, type Placement } from './useFormValues';

type Props = FieldExtensionComponentProps<Partial<Placement>>;

/** Where a site runs, what runs it and how big it is; only what is offered together. */
export function PlacementPicker(props: Props) {
  const { data: offering, error, refresh } = useOffering();
  if (error) return <ErrorPanel error={error} onRetry={() => refresh()} />;
  if (!offering) return <LoadingRows count={4} />;
  return <OfferedPlacement {...props} offering={offering} />;
}

function OfferedPlacement(props: Props & { offering: Offering }) {
  const { formData = {}, onChange, offering, rawErrors } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const placement = complete(offering, formData);
  const cloud = offering.clouds.find(({ id }) => id === placement.cloud);
  const isComplete = JSON.stringify(placement) === JSON.stringify(formData);
  useEffect(() => {
    if (!isComplete) onChange(placement);
  }, [isComplete, onChange, placement]);

  const change = (part: Partial<Placement>) =>
    onChange(complete(offering, { ...placement, ...part }));
  const showsAllProblems = (rawErrors?.length ?? 0) > 0;
  return (
    <FieldFrame isWide>
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
      {cloud && (
        <RuntimeInput
          runtimes={cloud.capabilities.runtimes}
          value={placement.runtimeDraft}
          onChange={runtimeDraft => change({ runtimeDraft })}
          showsAllProblems={showsAllProblems}
        />
      )}
      <SizePicker
        label={t('field.size')}
        isRequired
        sizes={cloud ? sizesFor(cloud, placement.runtimeDraft.kind) : []}
        value={placement.size}
        onChange={size => change({ size })}
      />
      {placement.size === CUSTOM_SIZE && (
        <>
          <MeasuresInput
            value={placement.measures}
            onChange={measures => change({ measures })}
            showsAllProblems={showsAllProblems}
          />
          <MeasuredPrice {...props} placement={placement} />
        </>
      )}
    </FieldFrame>
  );
}

/** The other sizes say what they cost themselves. */
function MeasuredPrice(props: Props & { placement: Partial<Placement> }) {
  const { cloud, size, customSize } = props.placement;
  const customer = useOrderCustomer(props);
  return (
    <QuotedPrice
      customer={customer}
      query={quoteQueryOf({ cloud, size, customSize })}
    />
  );
}

type CompletePlacement = Partial<Placement> &
  Pick<Placement, 'runtimeDraft' | 'measures'>;

function complete(
  offering: Offering,
  chosen: Partial<Placement>,
): CompletePlacement {
  const { measures = FIRST_MEASURES } = chosen;
  const wished = chosen.runtimeDraft ?? FIRST_RUNTIME;
  const at = completePlacement(offering, chosen, wished.kind);
  const cloud = offering.clouds.find(({ id }) => id === at.cloud);
  const runtimeDraft = { ...wished, kind: kindOn(cloud, wished.kind) };
  const placed = completePlacement(offering, chosen, runtimeDraft.kind);
  const runtime = toRuntime(runtimeDraft);
  const customSize =
    placed.size === CUSTOM_SIZE ? toCustomSize(measures) : undefined;
  return {
    ...placed,
    runtimeDraft,
    measures,
    ...(runtime && { runtime }),
    ...(customSize && { customSize }),
  };
}

function kindOn(
  cloud: OfferedCloud | undefined,
  wished: Placement['runtimeDraft']['kind'],
) {
  return cloud ? possibleRuntime(cloud, wished) : wished;
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
      return;
    }
    const isMeasured = placement.size !== CUSTOM_SIZE || placement.customSize;
    if (!placement.runtime || !isMeasured) {
      validation.addError(translateSpecification(apiHolder, 'marked'));
    }
  },
});
