import type { TagSchema } from '../tags/TagSchema';

/** What the demo's business asks of tags: most of its resources comply. */
export const DEMO_TAG_SCHEMA: TagSchema = {
  requirements: [
    {
      key: 'environment',
      variants: ['env', 'stage'],
      required: true,
      allowedValues: ['production', 'staging', 'development'],
      valueVariants: { prod: 'production', dev: 'development' },
    },
    { key: 'component', variants: [], required: true },
  ],
  accounts: [],
  virtual: [],
};
