import { Route, Routes } from 'react-router-dom';
import { CustomerPage } from './CustomerPage/CustomerPage';
import { CustomersPage } from './CustomersPage/CustomersPage';
import { NewCustomerPage } from './NewCustomerPage/NewCustomerPage';

/** The staff pages about customers. */
export function CustomersRouter() {
  return (
    <Routes>
      <Route index element={<CustomersPage />} />
      <Route path="new" element={<NewCustomerPage />} />
      <Route path=":customer" element={<CustomerPage />} />
    </Routes>
  );
}
