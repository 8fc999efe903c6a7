import type { ServiceCategory } from '../api';

/** What FOCUS 1.4 sorts services into; a record, so that none is forgotten. */
const CATEGORIES: Record<ServiceCategory, true> = {
  'AI and Machine Learning': true,
  Analytics: true,
  'Business Applications': true,
  Compute: true,
  Databases: true,
  'Developer Tools': true,
  Identity: true,
  Integration: true,
  'Internet of Things': true,
  'Management and Governance': true,
  Media: true,
  Migration: true,
  Mobile: true,
  Multicloud: true,
  Networking: true,
  Security: true,
  Storage: true,
  Web: true,
  Other: true,
};

export const serviceCategories = Object.keys(CATEGORIES) as ServiceCategory[];
