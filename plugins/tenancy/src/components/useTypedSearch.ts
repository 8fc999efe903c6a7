export { useTypedSearch } from '@freehold/plugin-tenancy-react';
