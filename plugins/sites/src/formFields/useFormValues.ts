import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useMe } from '@freehold/plugin-tenancy-react';
import type { ContentValue } from '../domain/ContentValue';

/** Where a site is to run. */
export interface Placement {
  cloud: string;
  region: string;
  size: string;
}

/** What the order form of the website template holds so far. */
export interface OrderValues {
  customer?: string;
  name?: string;
  title?: string;
  placement?: Partial<Placement>;
  content?: ContentValue;
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
