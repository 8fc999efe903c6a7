import type { ResourceReaders } from './ResourceReader';
import type { ResourceValues } from './ResourceValues';

/** The local cloud, whose every resource is a `terraform_data`. */
export const localReaders: ResourceReaders = {
  terraform_data: {
    kind: values => (isPlacement(values) ? 'instance' : 'content'),
    read: values =>
      isPlacement(values)
        ? {
            size: values.text('input', 'size'),
            labels: values.map('input', 'labels'),
          }
        : {},
  },
};

function isPlacement(values: ResourceValues): boolean {
  return values.address.endsWith('.placement');
}
