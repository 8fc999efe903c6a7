import type { FetchApi } from '@backstage/frontend-plugin-api';
import { PortalError } from './PortalError';

/** Asks for a file and hands it to the browser, under the name it came with. */
export async function downloadFile(
  fetchApi: FetchApi,
  url: string,
): Promise<void> {
  const response = await fetchApi.fetch(url);
  if (!response.ok) {
    throw await PortalError.fromResponse(response);
  }
  const header = response.headers.get('content-disposition') ?? '';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = /filename="([^"]+)"/.exec(header)?.[1] ?? '';
  link.click();
  URL.revokeObjectURL(link.href);
}
