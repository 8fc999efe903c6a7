import { readAllPages } from './readAllPages';

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('readAllPages', () => {
  it.each([0, 1, 199, 200, 201, 1000])(
    'reads all of %i items in pages of at most 200',
    async count => {
      const limits: number[] = [];
      const found = await readAllPages(
        async ({ offset, limit }) => {
          limits.push(limit);
          return {
            items: numbers(count).slice(offset, offset + limit),
            total: count,
          };
        },
        item => String(item),
      );
      expect([...found].sort((a, b) => a - b)).toEqual(numbers(count));
      expect(Math.max(...limits)).toBeLessThanOrEqual(200);
    },
  );

  it('misses nothing that stays while other items are removed', async () => {
    let items = numbers(1000);
    const found = await readAllPages(
      async ({ offset, limit }) => {
        const page = {
          items: items.slice(offset, offset + limit),
          total: items.length,
        };
        items = items.slice(3);
        return page;
      },
      item => String(item),
    );
    expect(found).toEqual(expect.arrayContaining(items));
  });
});
