import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Combobox, useAsyncList } from '@backstage/ui';
import { customersApiRef, type Customer } from '../../api';
import { sitesTranslationRef } from '../../translation';

const FIRST_CUSTOMERS = 50;

/** Finds a customer among all, by name, as its reader types. For staff. */
export function CustomerSelect(props: {
  'aria-label'?: string;
  label?: string;
  description?: string;
  placeholder?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  value: string | undefined;
  onChange: (slug: string | undefined) => void;
}) {
  const { value, onChange, ...field } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const api = useApi(customersApiRef);
  const customers = useAsyncList<{ id: string; label: string }>({
    async load({ filterText }) {
      const [page, selected] = await Promise.all([
        api.listCustomers({
          search: filterText || undefined,
          state: 'active',
          limit: FIRST_CUSTOMERS,
        }),
        !filterText && value ? api.getCustomer(value) : undefined,
      ]);
      return { items: toOptions(page.items, selected) };
    },
  });
  return (
    <Combobox
      {...field}
      size="medium"
      placeholder={field.placeholder ?? t('customer.placeholder')}
      options={customers}
      selectedKey={value ?? null}
      onSelectionChange={key => onChange(key ? String(key) : undefined)}
    />
  );
}

function toOptions(customers: Customer[], selected: Customer | undefined) {
  const all =
    selected && !customers.some(({ slug }) => slug === selected.slug)
      ? [selected, ...customers]
      : customers;
  return all.map(({ slug, name }) => ({ id: slug, label: name }));
}
