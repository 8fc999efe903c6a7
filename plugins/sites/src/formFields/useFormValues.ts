import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useMe } from '@freehold/plugin-tenancy-react';
import type { CustomSize, Runtime } from '../api';
import type { ContentValue } from '../domain/ContentValue';
import type { Extras, ExtrasDraft } from '../domain/ExtrasDraft';
import type { Measures } from '../domain/Measures';
import type { RuntimeDraft } from '../domain/RuntimeDraft';

/**
 * Where a site is to run, what runs it, and how big it is. What was typed is
 * kept beside what the API wants to know of it, which is absent while something
 * is wrong.
 */
export interface Placement {
  cloud: string;
  region: string;
  size: string;
  runtimeDraft: RuntimeDraft;
  measures: Measures;
  runtime?: Runtime;
  customSize?: CustomSize;
}

/** What a site has beside itself, as typed and as the API wants to know it. */
export interface ExtrasValue {
  draft: ExtrasDraft;
  extras?: Extras;
}

/** What the order form of the website template holds so far. */
export interface OrderValues {
  customer?: string;
  name?: string;
  title?: string;
  placement?: Partial<Placement>;
  content?: ContentValue;
  beside?: Partial<ExtrasValue>;
}

/** The whole form a field is part of, earlier steps included. */
export function useFormValues(
  props: Pick<FieldExtensionComponentProps<unknown>, 'formContext'>,
): OrderValues {
  return props.formContext?.formData ?? {};
}

/** The customer the site is for: chosen by staff, their own for members. */
export function useOrderCustomer(
  props: Pick<FieldExtensionComponentProps<unknown>, 'formContext'>,
): string | undefined {
  const { me } = useMe();
  const { customer } = useFormValues(props);
  if (me?.kind === 'member') return me.tenant;
  return customer;
}
