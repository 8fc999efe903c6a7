interface Page<Item> {
  items: Item[];
  total: number;
}

/** The most that the portal's APIs give at once. */
const PAGE_SIZE = 200;

/**
 * Reads a list that is sorted oldest first, from its end to its beginning.
 * When something is removed meanwhile, what follows moves towards the
 * beginning and is read twice rather than never; what is added meanwhile is
 * told by its event.
 *
 * @param keyOf - tells items apart
 */
export async function readAllPages<Item>(
  readPage: (page: { offset: number; limit: number }) => Promise<Page<Item>>,
  keyOf: (item: Item) => string,
): Promise<Item[]> {
  const { total } = await readPage({ offset: 0, limit: 1 });
  const found = new Map<string, Item>();
  const lastPage = Math.max(0, Math.ceil(total / PAGE_SIZE) - 1);
  for (let page = lastPage; page >= 0; page -= 1) {
    const { items } = await readPage({
      offset: page * PAGE_SIZE,
      limit: PAGE_SIZE,
    });
    for (const item of items) {
      found.set(keyOf(item), item);
    }
  }
  return [...found.values()];
}
