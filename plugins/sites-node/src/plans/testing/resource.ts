/** One entry of `resource_changes`: a creation, unless the change says other. */
export function resource(address: string, change: object, rest: object = {}) {
  const [type, name] = address.split('.').slice(-2);
  return {
    address,
    mode: 'managed',
    type,
    name,
    module_address: address.split('.').slice(0, -2).join('.') || undefined,
    change: {
      actions: ['create'],
      before: null,
      after: null,
      after_unknown: {},
      before_sensitive: false,
      after_sensitive: {},
      ...change,
    },
    ...rest,
  };
}
