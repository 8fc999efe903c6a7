import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import {
  cpuChoices,
  memoryChoices,
  problemsOfMeasures,
  toGibibytes,
  withCpu,
  type Measures,
} from '../../domain/Measures';
import { specificationTranslationRef } from '../../specificationTranslation';
import { DraftField } from './DraftField';
import styles from './specification.module.css';

const COUNTS = [
  ['minimumInstances', 'minimumHint'],
  ['maximumInstances', 'maximumHint'],
] as const;

/** The measures of a custom size. */
export function MeasuresInput(props: {
  value: Measures;
  onChange: (value: Measures) => void;
  showsAllProblems: boolean;
  isDisabled?: boolean;
}) {
  const { value, onChange, showsAllProblems, isDisabled } = props;
  const { t } = useTranslationRef(specificationTranslationRef);
  const problems = problemsOfMeasures(value);
  return (
    <fieldset className={styles.measures}>
      <legend>{t('measures.label')}</legend>
      <Select
        label={t('measures.cpu')}
        size="medium"
        isDisabled={isDisabled}
        options={cpuChoices(value).map(id => ({ id, label: id }))}
        value={value.cpu}
        onChange={cpu => onChange(withCpu(value, String(cpu)))}
      />
      <Select
        label={t('measures.memory')}
        size="medium"
        isDisabled={isDisabled}
        options={memoryChoices(value).map(id => ({
          id,
          label: t('measures.gibibytes', { amount: toGibibytes(id) }),
        }))}
        value={value.memory}
        onChange={memory => onChange({ ...value, memory: String(memory) })}
      />
      {COUNTS.map(([name, hint]) => {
        const problem = problems[name];
        return (
          <DraftField
            key={name}
            label={t(`measures.${name}`)}
            description={t(`measures.${hint}`)}
            inputMode="numeric"
            maxLength={3}
            value={value[name]}
            onChange={text => onChange({ ...value, [name]: text.trim() })}
            problem={problem && t(`measures.problem.${problem}`)}
            showsAll={showsAllProblems}
            isDisabled={isDisabled}
          />
        );
      })}
    </fieldset>
  );
}
