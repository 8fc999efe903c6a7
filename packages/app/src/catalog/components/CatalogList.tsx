import { Link } from '@backstage/ui';
import { namespaceOf, pathOf, titleOf, typeOf } from '../entityFacts';
import type { CatalogEntity } from '../hooks/useCatalogEntities';
import styles from './catalog.module.css';

/** Entities in a narrow window. */
export function CatalogList(props: { entities: CatalogEntity[] }) {
  return (
    <ul className={styles.list}>
      {props.entities.map(entity => (
        <li key={pathOf(entity)}>
          <Link href={pathOf(entity)} weight="bold">
            {titleOf(entity)}
          </Link>
          <span className={styles.quiet}>
            {[entity.kind, typeOf(entity), namespaceOf(entity)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
