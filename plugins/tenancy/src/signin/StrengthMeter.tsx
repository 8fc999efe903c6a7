import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { PasswordStrength } from '../session';
import { tenancyTranslationRef } from '../translation';
import styles from './SignInLayout.module.css';

const words = ['veryWeak', 'weak', 'fair', 'good', 'strong'] as const;

/** How strong a password is, as a bar and a word, and how to better it. */
export function StrengthMeter(props: { strength?: PasswordStrength }) {
  const { strength } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const score = Math.max(0, Math.min(4, strength?.score ?? 0));
  const word = strength
    ? t(`setPassword.strength.${words[score]}`)
    : t('setPassword.strength.none');
  return (
    <div className={styles.strength}>
      <div
        role="meter"
        aria-label={t('setPassword.strength.label')}
        aria-valuemin={0}
        aria-valuemax={4}
        aria-valuenow={score}
        aria-valuetext={word}
        className={styles.track}
      >
        <div
          className={styles.fill}
          data-score={score}
          style={{ width: strength ? `${(score + 1) * 20}%` : 0 }}
        />
      </div>
      <Text as="p" color="secondary" role="status">
        {word}
      </Text>
      {strength && !strength.acceptable && strength.feedback.length > 0 && (
        <ul className={styles.feedback}>
          {strength.feedback.map(hint => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
