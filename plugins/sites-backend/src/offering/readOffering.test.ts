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
  const withPrice = (monthlyPrice: unknown) => ({
    clouds: [{ ...cloud, sizes: [{ ...size, monthlyPrice }] }],
  });

  it('keeps amounts as decimals with their currency', () => {
    expect(read(withPrice('0.1')).firstPrices).toMatchObject({
      version: '2026-11',
      currency: 'EUR',
      items: [{ cloud: 'local', item: 'size.small', amount: '0.10' }],
    });
  });

  it('offers a size that has no price yet', () => {
    const { assortment, firstPrices } = read(withPrice(undefined));
    expect(assortment.clouds[0].sizes).toMatchObject([{ id: 'small' }]);
    expect(firstPrices.items).toEqual([]);
  });

  it('reads what add-ons and custom sizes cost', () => {
    const prices = { 'custom.vcpu': '9.50', 'database.small': '20' };
    const aws = { ...cloud, id: 'aws', prices };
    expect(read({ clouds: [aws] }).firstPrices.items).toEqual([
      { cloud: 'aws', item: 'size.small', amount: '5.00' },
      { cloud: 'aws', item: 'custom.vcpu', amount: '9.50' },
      { cloud: 'aws', item: 'database.small', amount: '20.00' },
    ]);
  });

  it.each([
    ['currency', { currency: 'Euro' }],
    ['clouds', { clouds: [] }],
    ['clouds', { clouds: [cloud, cloud] }],
    ['clouds[0].regions', { clouds: [{ ...cloud, regions: [] }] }],
    [
      'clouds[0].sizes[0].id',
      { clouds: [{ ...cloud, sizes: [{ ...size, id: 'So big' }] }] },
    ],
    [
      'clouds[0].prices.storage',
      { clouds: [{ ...cloud, prices: { storage: '1.00' } }] },
    ],
    ['clouds[0].sizes[0].monthlyPrice', withPrice('free')],
    ['clouds[0].sizes[0].monthlyPrice', withPrice('-1')],
    ['clouds[0].sizes[0].monthlyPrice', withPrice('1e3')],
    ['clouds[0].sizes[0].monthlyPrice', withPrice('1.')],
    ['clouds[0].sizes[0].monthlyPrice', withPrice('0.1234567')],
  ])('refuses a wrong %s by its name', (key, offering) => {
    expect(() => read(offering)).toThrow(`'sites.offering.${key}'`);
  });

  it('refuses an amount that YAML made a number', () => {
    expect(() => read(withPrice(5.1))).toThrow(
      'sites.offering.clouds[0].sizes[0].monthlyPrice',
    );
  });
});
