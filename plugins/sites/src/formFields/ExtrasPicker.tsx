import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ErrorPanel, LoadingRows } from '@freehold/plugin-tenancy-react';
import { useEffect } from 'react';
import type { z } from 'zod/v3';
import type { OfferedCloud } from '../api';
import { ExtrasInput } from '../components/parts/ExtrasInput';
import {
  areExtrasValid,
  NO_EXTRAS,
  possibleExtras,
  toExtras,
  type ExtrasDraft,
} from '../domain/ExtrasDraft';
import type { RuntimeKind } from '../domain/RuntimeDraft';
import { useOffering } from '../hooks/useOffering';
import { FieldFrame } from './FieldFrame';
import { translateSpecification } from './translate';
import { useFormValues, type ExtrasValue } from './useFormValues';

type Props = FieldExtensionComponentProps<Partial<ExtrasValue> | undefined>;

/** What a site has beside itself, as far as its cloud and runtime can have it. */
export function ExtrasPicker(props: Props) {
  const { data: offering, error, refresh } = useOffering();
  const { placement } = useFormValues(props);
  const cloud = offering?.clouds.find(({ id }) => id === placement?.cloud);
  if (error) return <ErrorPanel error={error} onRetry={() => refresh()} />;
  if (!offering || !cloud) return <LoadingRows count={3} />;
  return (
    <PossibleExtras
      {...props}
      cloud={cloud}
      clouds={offering.clouds}
      runtime={placement?.runtimeDraft?.kind ?? 'static'}
    />
  );
}

function PossibleExtras(
  props: Props & {
    cloud: OfferedCloud;
    clouds: OfferedCloud[];
    runtime: RuntimeKind;
  },
) {
  const { formData, onChange, cloud, runtime, rawErrors } = props;
  const value = toValue(formData?.draft ?? NO_EXTRAS, cloud, runtime);
  const isWritten = JSON.stringify(value) === JSON.stringify(formData);
  useEffect(() => {
    if (!isWritten) onChange(value);
  }, [isWritten, onChange, value]);
  return (
    <FieldFrame>
      <ExtrasInput
        cloud={cloud}
        clouds={props.clouds}
        runtime={runtime}
        value={value.draft}
        onChange={draft => onChange(toValue(draft, cloud, runtime))}
        showsAllProblems={(rawErrors?.length ?? 0) > 0}
      />
    </FieldFrame>
  );
}

function toValue(
  draft: ExtrasDraft,
  { capabilities }: OfferedCloud,
  runtime: RuntimeKind,
): ExtrasValue {
  const possible = possibleExtras(draft, capabilities, runtime);
  return areExtrasValid(possible)
    ? { draft, extras: toExtras(possible) }
    : { draft };
}

export const extrasField = createFormField<
  z.ZodType<Partial<ExtrasValue> | undefined>,
  z.ZodType
>({
  name: 'FreeholdExtras',
  component: ExtrasPicker,
  validation: (value, validation, { apiHolder }) => {
    if (!value?.extras) {
      validation.addError(translateSpecification(apiHolder, 'marked'));
    }
  },
});
