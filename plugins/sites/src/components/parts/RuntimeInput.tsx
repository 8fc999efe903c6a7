import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup } from '@backstage/ui';
import type { Capabilities } from '../../api';
import {
  fieldsOfRuntime,
  problemsOfRuntime,
  type RuntimeDraft,
  type RuntimeKind,
} from '../../domain/RuntimeDraft';
import { specificationTranslationRef } from '../../specificationTranslation';
import { DraftField } from './DraftField';
import styles from './specification.module.css';

const IMAGE_EXAMPLE = 'registry.example.com/shop:1.4';

/** Chooses what runs a site; not asked where there is no choice. */
export function RuntimeInput(props: {
  runtimes: Capabilities['runtimes'];
  value: RuntimeDraft;
  onChange: (value: RuntimeDraft) => void;
  showsAllProblems: boolean;
  isDisabled?: boolean;
}) {
  const { runtimes, value, onChange, showsAllProblems, isDisabled } = props;
  const { t } = useTranslationRef(specificationTranslationRef);
  const problems = problemsOfRuntime(value);
  if (runtimes.length < 2 && value.kind === 'static') return null;
  return (
    <div className={styles.group}>
      <RadioGroup
        label={t('runtime.label')}
        value={value.kind}
        isDisabled={isDisabled}
        onChange={kind => onChange({ ...value, kind: kind as RuntimeKind })}
      >
        {runtimes.map(kind => (
          <Radio key={kind} value={kind}>
            <span className={styles.choice}>
              {t(`runtime.${kind}`)}
              <span className={styles.hint}>{t(`runtime.${kind}Hint`)}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {fieldsOfRuntime(value.kind).map(field => {
        const problem = problems[field];
        return (
          <DraftField
            key={field}
            label={t(`runtime.${field}`)}
            description={
              field === 'image'
                ? t('runtime.imageHint', { example: IMAGE_EXAMPLE })
                : t(`runtime.${field}Hint`)
            }
            className={field === 'port' ? styles.short : undefined}
            inputMode={field === 'port' ? 'numeric' : undefined}
            value={value[field]}
            onChange={text => onChange({ ...value, [field]: text.trim() })}
            problem={problem && t(`runtime.problem.${problem}`)}
            showsAll={showsAllProblems}
            isRequired
            isDisabled={isDisabled}
          />
        );
      })}
    </div>
  );
}
