import type { CustomerSection } from '@freehold/plugin-tenancy-react';
import { CostOfMonth } from './CostOfMonth';

/** What a customer cost this month, where staff look after it. */
export const CustomerCost: CustomerSection = ({ customer }) => (
  <CostOfMonth customer={customer} />
);
