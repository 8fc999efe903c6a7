import type { CustomerSection } from '@freehold/plugin-tenancy-react';
import { Route, Routes } from 'react-router-dom';
import { CustomerPage } from './CustomerPage/CustomerPage';
import { CustomersPage } from './CustomersPage/CustomersPage';
import { NewCustomerPage } from './NewCustomerPage/NewCustomerPage';

/**
 * The staff pages about customers. `sections` are what other plugins know about
 * one.
 */
export function CustomersRouter(props: {
  sections: readonly CustomerSection[];
}) {
  return (
    <Routes>
      <Route index element={<CustomersPage />} />
      <Route path="new" element={<NewCustomerPage />} />
      <Route
        path=":customer"
        element={<CustomerPage sections={props.sections} />}
      />
    </Routes>
  );
}
