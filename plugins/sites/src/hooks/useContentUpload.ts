import { useApi } from '@backstage/frontend-plugin-api';
import { useUpload } from '@freehold/plugin-tenancy-react';
import { sitesApiRef, type UploadedContent } from '../api';

/** Uploads archives for a customer. */
export function useContentUpload(options: {
  customer: string;
  onUploaded: (content: UploadedContent, file: File) => void;
}) {
  const { customer, onUploaded } = options;
  const api = useApi(sitesApiRef);
  return useUpload({
    send: (file, progress) => api.uploadContent(customer, file, progress),
    onReceived: onUploaded,
  });
}
