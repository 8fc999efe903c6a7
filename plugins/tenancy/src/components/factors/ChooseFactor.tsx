import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiKey2Line, RiSmartphoneLine } from '@remixicon/react';
import { securityTranslationRef } from '../../securityTranslation';
import styles from './factors.module.css';

const KINDS = [
  { kind: 'totp', icon: RiSmartphoneLine },
  { kind: 'passkey', icon: RiKey2Line },
] as const;

/** Which kind of second factor to set up. */
export function ChooseFactor(props: {
  onChoose: (kind: 'totp' | 'passkey') => void;
}) {
  const { t } = useTranslationRef(securityTranslationRef);
  return (
    <ul className={styles.choices} aria-label={t('enrol.which')}>
      {KINDS.map(({ kind, icon: Icon }) => (
        <li key={kind}>
          <button
            type="button"
            className={styles.choice}
            onClick={() => props.onChoose(kind)}
          >
            <Icon aria-hidden />
            <span>
              <strong>{t(`enrol.${kind}`)}</strong>
              <span>{t(`enrol.${kind}Advice`)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
