import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import { sitesTranslationRef } from '../../translation';
import styles from './SiteAddress.module.css';

/** A site's address, to open in a new tab; `isShort` keeps it on one line. */
export function SiteAddress(props: { url: string; isShort?: boolean }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  return (
    <a
      className={`${styles.address} ${props.isShort ? styles.short : ''}`}
      title={props.isShort ? props.url : undefined}
      href={props.url}
      target="_blank"
      rel="noreferrer"
    >
      <span>{new URL(props.url).host}</span>
      <RiExternalLinkLine size={14} aria-hidden />
      <VisuallyHidden>{t('site.opensInNewTab')}</VisuallyHidden>
    </a>
  );
}
