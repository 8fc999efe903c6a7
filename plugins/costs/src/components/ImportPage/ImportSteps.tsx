import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiCheckboxCircleFill,
  RiCircleLine,
  RiLoader4Line,
} from '@remixicon/react';
import type { Import } from '../../api';
import { importsTranslationRef } from '../../importsTranslation';
import styles from './ImportSteps.module.css';

const STEPS = [
  'reading',
  'mapping',
  'checking',
  'allocating',
  'loading',
  'replacing',
] as const satisfies readonly Import['step'][];

/** How far an import is. */
export function ImportSteps({ of: shown }: { of: Pick<Import, 'step'> }) {
  const { t } = useTranslationRef(importsTranslationRef);
  const current = STEPS.findIndex(step => step === shown.step);
  return (
    <ol className={styles.steps} aria-label={t('step.label')}>
      {STEPS.map((step, place) => (
        <li
          key={step}
          aria-current={place === current ? 'step' : undefined}
          className={place > current ? styles.ahead : ''}
        >
          <StepIcon place={place} current={current} />
          {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  );
}

function StepIcon(props: { place: number; current: number }) {
  const { place, current } = props;
  if (place < current) return <RiCheckboxCircleFill aria-hidden />;
  if (place === current) {
    return <RiLoader4Line className={styles.turning} aria-hidden />;
  }
  return <RiCircleLine aria-hidden />;
}
