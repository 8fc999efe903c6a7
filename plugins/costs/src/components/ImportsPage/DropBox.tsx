import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import {
  ErrorPanel,
  type Upload,
  type UploadState,
} from '@freehold/plugin-tenancy-react';
import { RiUploadCloud2Line } from '@remixicon/react';
import { useRef, useState, type DragEvent } from 'react';
import { importsTranslationRef } from '../../importsTranslation';
import styles from './ImportFile.module.css';

/** Takes a file by drop or by choosing, and shows how much of it is sent. */
export function DropBox(props: {
  upload: Upload;
  /** Whether it is known where the file belongs. */
  isReady: boolean;
  /** What to say while it is not. */
  needs?: string;
}) {
  const { isReady } = props;
  const { state, upload, stop } = props.upload;
  const { t } = useTranslationRef(importsTranslationRef);
  const needs = props.needs ?? t('upload.needsSource');
  const [isOver, setOver] = useState(false);
  const [isTooEarly, setTooEarly] = useState(false);

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    setTooEarly(!isReady);
    const file = event.dataTransfer.files[0];
    if (file && isReady) upload(file);
  };
  return (
    <div className={styles.upload}>
      <div
        className={`${styles.box} ${isOver ? styles.over : ''}`}
        onDragOver={event => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        {state.step === 'sending' || state.step === 'checking' ? (
          <Sending state={state} onStop={stop} />
        ) : (
          <Choose isReady={isReady} needs={needs} onFile={upload} />
        )}
      </div>
      {isTooEarly && !isReady && <Alert status="warning" icon title={needs} />}
      {state.step === 'failed' && (
        <ErrorPanel
          error={state.error}
          title={t('upload.refused', { fileName: state.fileName })}
        />
      )}
    </div>
  );
}

function Choose(props: {
  isReady: boolean;
  needs: string;
  onFile: (file: File) => void;
}) {
  const { isReady, needs, onFile } = props;
  const { t } = useTranslationRef(importsTranslationRef);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <span className={styles.what}>
        <RiUploadCloud2Line aria-hidden />
        <span>
          {t('upload.drop')}
          <br />
          <span className={styles.hint}>
            {isReady ? t('upload.hint') : needs}
          </span>
        </span>
      </span>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('upload.choose')}
        accept=".csv,.gz,.parquet,text/csv,application/gzip"
        onChange={event => {
          const file = event.target.files?.[0];
          // Choosing the same file again is to count as a change.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      <Button
        variant="primary"
        size="medium"
        isDisabled={!isReady}
        onPress={() => input.current?.click()}
      >
        {t('upload.choose')}
      </Button>
    </>
  );
}

function Sending(props: {
  state: Extract<UploadState, { step: 'sending' | 'checking' }>;
  onStop: () => void;
}) {
  const { state } = props;
  const { fileName } = state;
  const { t } = useTranslationRef(importsTranslationRef);
  const percent =
    state.step === 'sending' ? Math.round(state.share * 100) : undefined;
  const label =
    percent !== undefined
      ? t('upload.sending', { fileName, percent: String(percent) })
      : t('upload.received', { fileName });
  return (
    <>
      <span className={styles.sending}>
        <span role="status">{label}</span>
        <progress aria-label={label} max={100} value={percent} />
      </span>
      <Button variant="secondary" size="small" onPress={props.onStop}>
        {t('upload.stop')}
      </Button>
    </>
  );
}
