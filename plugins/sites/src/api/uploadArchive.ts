import { PortalError } from '@freehold/plugin-tenancy-react';
import type { UploadedContent } from './types';

/**
 * Sends an archive. XMLHttpRequest, because fetch cannot tell how much of a
 * body is sent.
 */
export function uploadArchive(options: {
  url: string;
  token?: string;
  file: File;
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}): Promise<UploadedContent> {
  const { url, token, file, onProgress, signal } = options;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('content-type', mediaTypeOf(file));
    if (token) request.setRequestHeader('authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress?.(total ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText));
      else PortalError.fromResponse(toResponse(request)).then(reject, reject);
    };
    request.onerror = () =>
      reject(PortalError.unanswered(new Error('The upload was interrupted')));
    request.onabort = () =>
      reject(new DOMException('The upload was stopped', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function mediaTypeOf(file: File): string {
  return file.name.toLowerCase().endsWith('.zip')
    ? 'application/zip'
    : 'application/gzip';
}

function toResponse(request: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const name of ['content-type', 'x-request-id', 'retry-after']) {
    const value = request.getResponseHeader(name);
    if (value) headers.set(name, value);
  }
  return new Response(request.responseText, {
    status: request.status,
    statusText: request.statusText,
    headers,
  });
}
