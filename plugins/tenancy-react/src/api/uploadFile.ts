import { PortalError } from './PortalError';

/**
 * Sends a file as it is, and resolves to what is answered. XMLHttpRequest,
 * because fetch cannot tell how much of a body is sent; `onProgress` hears that
 * share, 0 to 1.
 */
export function uploadFile<Answer>(options: {
  url: string;
  token?: string;
  file: File;
  mediaType: string;
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}): Promise<Answer> {
  const { url, token, file, mediaType, onProgress, signal } = options;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('content-type', mediaType);
    if (token) request.setRequestHeader('authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress?.(total ? loaded / total : 0);
    request.onload = () => {
      const isAccepted = request.status >= 200 && request.status < 300;
      if (isAccepted) resolve(JSON.parse(request.responseText));
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
