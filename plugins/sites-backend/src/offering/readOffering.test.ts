import { ConfigReader } from '@backstage/config';
import { readOffering } from './readOffering';

const size = {
  id: 'small',
  title: 'Small',
  description: 'For a start',
  monthlyPrice: '5.00',
};
const cloud = {
  id: 'local',
  title: 'This machine',
  regions: [{ id: 'here', title: 'Here' }],
  sizes: [size],
};

const read = (offering: object) =>
  readOffering(
    new ConfigReader({
      sites: {
        offering: {
          priceVersion: '2026-11',
          currency: 'EUR',
          clouds: [cloud],
          ...offering,
        },
      },
    } as any),
  );

describe('readOffering', () => {
  it('keeps amounts as decimals with their currency', () => {
    const monthlyPrice = '0.1';
    expect(
      read({ clouds: [{ ...cloud, sizes: [{ ...size, monthlyPrice }] }] })
        .clouds[0].sizes[0].monthlyPrice,
    ).toEqual({ amount: '0.10', currency: 'EUR' });
  });

  it.each([
    ['sites.offering.currency', { currency: 'Euro' }],
    ['sites.offering.clouds', { clouds: [] }],
    ['sites.offering.clouds', { clouds: [cloud, cloud] }],
    [
      'sites.offering.clouds[0].regions',
      { clouds: [{ ...cloud, regions: [] }] },
    ],
    [
      'sites.offering.clouds[0].sizes[0].id',
      { clouds: [{ ...cloud, sizes: [{ ...size, id: 'So big' }] }] },
    ],
    ...['free', '-1', '1e3', '1.', '0.1234567'].map(
      monthlyPrice =>
        [
          'sites.offering.clouds[0].sizes[0].monthlyPrice',
          { clouds: [{ ...cloud, sizes: [{ ...size, monthlyPrice }] }] },
        ] as const,
    ),
  ])('refuses a wrong %s by its name', (key, offering) => {
    expect(() => read(offering)).toThrow(`'${key}'`);
  });

  it('refuses an amount that YAML made a number', () => {
    const monthlyPrice = 5.1;
    expect(() =>
      read({ clouds: [{ ...cloud, sizes: [{ ...size, monthlyPrice }] }] }),
    ).toThrow('sites.offering.clouds[0].sizes[0].monthlyPrice');
  });
});
