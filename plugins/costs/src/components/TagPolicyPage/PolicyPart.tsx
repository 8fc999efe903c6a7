import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { Section } from '@freehold/plugin-tenancy-react';
import { useState, type ReactNode } from 'react';
import { tagsTranslationRef } from '../../tagsTranslation';
import styles from './PolicyEditor.module.css';

/** What a dialog of a part is given: an entry to change, or none to add one. */
export interface EntryDialogProps<Entry> {
  entry: Entry | undefined;
  onDone: (entry: Entry) => void;
  onClose: () => void;
}

/** A list of the policy: its entries in words, and the ways to change them. */
export function PolicyPart<Entry>(props: {
  title: string;
  lead: string;
  none: string;
  add: string;
  entries: readonly Entry[];
  nameOf: (entry: Entry) => string;
  describe: (entry: Entry) => ReactNode;
  dialog: (dialog: EntryDialogProps<Entry>) => ReactNode;
  /** None for those who may only read. */
  onChange?: (entries: Entry[]) => void;
}) {
  const { entries, nameOf, onChange } = props;
  const { t } = useTranslationRef(tagsTranslationRef);
  const [opened, setOpened] = useState<number>();
  const close = () => setOpened(undefined);
  return (
    <Section
      title={props.title}
      description={props.lead}
      actions={
        onChange && (
          <Button
            variant="secondary"
            size="small"
            onPress={() => setOpened(entries.length)}
          >
            {props.add}
          </Button>
        )
      }
    >
      {entries.length === 0 && <p className={styles.quiet}>{props.none}</p>}
      <ul className={styles.list} aria-label={props.title}>
        {entries.map((entry, index) => (
          <li key={`${index}/${nameOf(entry)}`}>
            <div>{props.describe(entry)}</div>
            {onChange && (
              <div>
                <Button
                  variant="tertiary"
                  size="small"
                  aria-label={t('edit.changeOf', { what: nameOf(entry) })}
                  onPress={() => setOpened(index)}
                >
                  {t('edit.change')}
                </Button>
                <Button
                  variant="tertiary"
                  size="small"
                  aria-label={`${t('edit.remove')} ${nameOf(entry)}`}
                  onPress={() => onChange(entries.filter(it => it !== entry))}
                >
                  {t('edit.remove')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {onChange &&
        opened !== undefined &&
        props.dialog({
          entry: entries[opened],
          onClose: close,
          onDone: entry => {
            const changed = [...entries];
            changed[opened] = entry;
            onChange(changed);
            close();
          },
        })}
    </Section>
  );
}
