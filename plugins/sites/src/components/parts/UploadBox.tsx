import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { formatBytes, useErrorText } from '@freehold/plugin-tenancy-react';
import { RiFileZipLine, RiUploadCloud2Line } from '@remixicon/react';
import { useRef, useState, type DragEvent } from 'react';
import type { ContentValue } from '../../domain/ContentValue';
import { useUpload, type UploadState } from '../../hooks/useUpload';
import { sitesTranslationRef } from '../../translation';
import styles from './UploadBox.module.css';

type Upload = Extract<ContentValue, { kind: 'upload' }>;

/** Takes an archive by drop or by choosing, and shows what was in it. */
export function UploadBox(props: {
  customer: string;
  value: Upload | undefined;
  onChange: (value: Upload) => void;
}) {
  const { customer, value, onChange } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const explain = useErrorText();
  const [isOver, setOver] = useState(false);
  const { state, upload, stop } = useUpload({
    customer,
    onUploaded: ({ contentId, files, bytes }, file) =>
      onChange({
        kind: 'upload',
        contentId,
        files,
        bytes,
        fileName: file.name,
      }),
  });

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) upload(file);
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
          <Choose value={value} onFile={upload} />
        )}
      </div>
      {state.step === 'failed' && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('upload.refused', { fileName: state.fileName })}
          description={explain(state.error)}
        />
      )}
    </div>
  );
}

function Choose(props: {
  value: Upload | undefined;
  onFile: (file: File) => void;
}) {
  const { value, onFile } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      {value ? (
        <span className={styles.what} role="status">
          <RiFileZipLine aria-hidden />
          <span>
            <strong>{value.fileName}</strong>
            <br />
            {t('content.uploadedOf', {
              count: value.files,
              size: formatBytes(value.bytes),
            })}
          </span>
        </span>
      ) : (
        <span className={styles.what}>
          <RiUploadCloud2Line aria-hidden />
          <span>
            {t('upload.drop')}
            <br />
            <span className={styles.hint}>{t('upload.hint')}</span>
          </span>
        </span>
      )}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('upload.choose')}
        accept=".zip,.tar.gz,.tgz,application/zip,application/gzip"
        onChange={event => {
          const file = event.target.files?.[0];
          // Choosing the same file again is to count as a change.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      <Button
        variant="secondary"
        size="small"
        onPress={() => input.current?.click()}
      >
        {value ? t('upload.replace') : t('upload.choose')}
      </Button>
    </>
  );
}

function Sending(props: {
  state: Extract<UploadState, { step: 'sending' | 'checking' }>;
  onStop: () => void;
}) {
  const { state, onStop } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const isSending = state.step === 'sending';
  const percent = isSending ? Math.round(state.share * 100) : 100;
  const label = isSending
    ? t('upload.sending', {
        fileName: state.fileName,
        percent: String(percent),
      })
    : t('upload.checking', { fileName: state.fileName });
  return (
    <>
      <span className={styles.sending}>
        <span>{label}</span>
        <progress
          aria-label={label}
          max={100}
          value={isSending ? percent : undefined}
        />
      </span>
      <Button variant="secondary" size="small" onPress={onStop}>
        {t('upload.stop')}
      </Button>
    </>
  );
}
