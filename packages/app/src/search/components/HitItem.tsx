import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  RiBuilding2Line,
  RiFileList3Line,
  RiGlobalLine,
  RiShapesLine,
  RiTeamLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { appTranslationRef } from '../../translation';
import type { Hit, HitKind } from '../hits';
import styles from './Search.module.css';

const icons: Record<HitKind, RemixiconComponentType> = {
  site: RiGlobalLine,
  customer: RiBuilding2Line,
  member: RiTeamLine,
  template: RiFileList3Line,
  other: RiShapesLine,
};

/** One thing that was found. */
export function HitItem(props: { hit: Hit; showsTenant: boolean }) {
  const { hit, showsTenant } = props;
  const { t } = useTranslationRef(appTranslationRef);
  const Icon = icons[hit.kind];
  const facts = [
    t(`search.kind.${hit.kind}`),
    showsTenant && hit.kind !== 'customer' ? hit.tenant : undefined,
    hit.text,
  ].filter(Boolean);
  return (
    <li>
      <Icon size={20} aria-hidden className={styles.icon} />
      <span className={styles.text}>
        <Link href={hit.href} weight="bold">
          {hit.title}
        </Link>
        <span className={styles.quiet}>{facts.join(' · ')}</span>
      </span>
    </li>
  );
}
