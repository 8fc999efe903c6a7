import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import { formatPercent } from '../../domain/formatPercent';
import { lookingTranslationRef } from '../../lookingTranslation';
import styles from './SummaryCards.module.css';

/** One figure, what it is called, and where it leads. */
export function Card(props: {
  label: string;
  hint: ReactNode;
  children: ReactNode;
}) {
  return (
    <li className={styles.card}>
      <span className={styles.label}>{props.label}</span>
      <strong className={styles.figure}>{props.children}</strong>
      <span className={styles.hint}>{props.hint}</span>
    </li>
  );
}

/** A share that is worked out from charges; nothing where there is none. */
export function ShareCard(props: {
  share: string | null | undefined;
  label: string;
  hint: string;
  /** Where the charges are that it is worked out from. */
  charges: string;
}) {
  const { share, label, hint, charges } = props;
  const { t } = useTranslationRef(lookingTranslationRef);
  if (share === null || share === undefined) return null;
  return (
    <Card
      label={label}
      hint={
        <>
          {hint}. <Link href={charges}>{t('why.these')}</Link>
        </>
      }
    >
      <data value={share} title={share}>
        {formatPercent(share)}
      </data>
    </Card>
  );
}
