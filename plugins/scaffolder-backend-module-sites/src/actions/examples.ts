import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import YAML from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Order a site with the starter page',
    example: YAML.stringify({
      steps: [
        {
          id: 'order',
          name: 'Order the site',
          action: 'freehold:site:order',
          input: {
            customer: 'birch',
            name: 'shop',
            title: 'Our shop',
            cloud: 'local',
            region: 'this-machine',
            size: 'small',
            content: { kind: 'starter' },
          },
        },
      ],
    }),
  },
];
