import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonIcon, Text } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { useEffect, useRef } from 'react';
import {
  withRow,
  type DraftRow,
  type ExtrasProblems,
  type RowList,
} from '../../domain/ExtrasDraft';
import { specificationTranslationRef } from '../../specificationTranslation';
import { DraftField } from './DraftField';
import styles from './specification.module.css';

const MOST_ROWS = { domains: 20, environment: 100, secretReferences: 100 };
/** What people call what should not be read by everybody. */
const SECRET_NAME = /passw|secret|token|api_?key|private_?key|credential/i;

/** Domains, variables or secrets, line by line. */
export function RowsInput(props: {
  list: RowList;
  rows: DraftRow[];
  onChange: (rows: DraftRow[]) => void;
  problems: ExtrasProblems[RowList];
  showsAllProblems: boolean;
  isDisabled?: boolean;
}) {
  const { list, rows, onChange, isDisabled } = props;
  const { t } = useTranslationRef(specificationTranslationRef);
  const frame = useRef<HTMLFieldSetElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    const inputs = frame.current?.querySelectorAll('[data-row] input');
    const ofLast = list === 'domains' ? 1 : 2;
    (inputs?.[inputs.length - ofLast] as HTMLElement | undefined)?.focus();
  }, [rows.length, list]);

  return (
    <fieldset ref={frame} className={styles.rows}>
      <legend>{t(`${list}.label`)}</legend>
      <Text as="p" color="secondary">
        {t(`${list}.hint`)}
      </Text>
      {rows.length === 0 && (
        <Text as="p" color="secondary">
          {t(`${list}.none`)}
        </Text>
      )}
      {rows.map((row, index) => (
        <Row
          key={row.id}
          {...props}
          row={row}
          number={index + 1}
          onRow={next =>
            onChange(rows.map(each => (each.id === row.id ? next : each)))
          }
          onRemove={() => onChange(rows.filter(({ id }) => id !== row.id))}
        />
      ))}
      <Button
        className={styles.add}
        variant="secondary"
        size="small"
        iconStart={<RiAddLine />}
        isDisabled={isDisabled || rows.length >= MOST_ROWS[list]}
        onPress={() => {
          added.current = true;
          onChange(withRow(rows));
        }}
      >
        {t(`${list}.add`)}
      </Button>
    </fieldset>
  );
}

function Row(
  props: Parameters<typeof RowsInput>[0] & {
    row: DraftRow;
    number: number;
    onRow: (row: DraftRow) => void;
    onRemove: () => void;
  },
) {
  const { list, row, number, problems, showsAllProblems, isDisabled } = props;
  const { t } = useTranslationRef(specificationTranslationRef);
  const { name, value } = problems.get(row.id) ?? {};
  const count = String(number);
  const looksSecret = list === 'environment' && SECRET_NAME.test(row.name);
  return (
    <div className={styles.row} data-row>
      <DraftField
        aria-label={t(`${list}.name`, { number: count })}
        placeholder={list === 'domains' ? 'www.example.com' : t('column.name')}
        value={row.name}
        onChange={text => props.onRow({ ...row, name: text })}
        problem={name && t(`problem.${name}`)}
        showsAll={showsAllProblems}
        isDisabled={isDisabled}
      />
      {list !== 'domains' && (
        <DraftField
          aria-label={t(`${list}.value`, { number: count })}
          placeholder={t(
            list === 'environment' ? 'column.value' : 'column.arn',
          )}
          value={row.value}
          onChange={text => props.onRow({ ...row, value: text })}
          problem={value && t(`problem.${value}`)}
          showsAll={showsAllProblems}
          isDisabled={isDisabled}
        />
      )}
      <ButtonIcon
        variant="tertiary"
        size="medium"
        aria-label={t(`${list}.remove`, { number: count })}
        icon={<RiDeleteBinLine />}
        isDisabled={isDisabled}
        onPress={props.onRemove}
      />
      {looksSecret && (
        <p role="status" className={styles.warning}>
          {t('environment.looksSecret')}
        </p>
      )}
    </div>
  );
}
