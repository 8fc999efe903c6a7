import type { DesiredSite } from './Deployment';
import type { Site } from './Site';
import { specificationOf } from './Specification';

/** What the site was last brought about as. */
export function desiredOf(site: Site): DesiredSite {
  const { title, size, content } = site;
  return {
    ...placementOf(site),
    title,
    size,
    content,
    ...specificationOf(site),
  };
}

/** What no change of the site can change. */
export function placementOf({ name, product, cloud, region }: Site) {
  return { name, product, cloud, region };
}
