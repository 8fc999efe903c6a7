import { randomBytes } from 'node:crypto';

/** A configuration of the plugin with two sizes and small limits. */
export function sitesConfig(dataDirectory: string, aws: object = {}) {
  const key = randomBytes(32).toString('base64');
  return {
    backend: { baseUrl: 'http://localhost:7007' },
    tenancy: { encryption: { keys: [{ id: 'test', key }] } },
    sites: {
      dataDirectory,
      aws,
      offering: {
        priceVersion: '2026-11',
        currency: 'EUR',
        clouds: [
          {
            id: 'local',
            title: 'This machine',
            regions: [{ id: 'here', title: 'Here' }],
            sizes: [
              {
                id: 'small',
                title: 'Small',
                description: 'For a start',
                monthlyPrice: '5.00',
              },
              {
                id: 'large',
                title: 'Large',
                description: 'For many visitors',
                monthlyPrice: '24.90',
              },
            ],
          },
          {
            id: 'aws',
            title: 'AWS',
            regions: [{ id: 'eu-central-1', title: 'Frankfurt' }],
            sizes: ['small', 'custom'].map(id => ({
              id,
              title: id,
              description: 'On AWS',
              monthlyPrice: id === 'custom' ? '10.00' : '40.00',
            })),
            prices: {
              'custom.vcpu': '20.00',
              'custom.gib': '4.10',
              'database.small': '25.00',
              'replica.small': '15.00',
              storage: '1.005',
            },
          },
        ],
      },
    },
  };
}
