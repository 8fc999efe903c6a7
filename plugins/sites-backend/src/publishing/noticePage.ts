import type { ServerResponse } from 'node:http';

/** A short page in place of a site. The texts are ours and need no escaping. */
export function sendNotice(
  response: ServerResponse,
  status: number,
  notice: { title: string; text: string },
): void {
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${notice.title}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 20vh auto 0; max-width: 32rem; padding: 0 1.5rem; color: #1f2933; background: #fff; }
h1 { font-size: 1.5rem; }
@media (prefers-color-scheme: dark) { body { color: #e4e7eb; background: #16191d; } }
</style>
</head>
<body>
<main>
<h1>${notice.title}</h1>
<p>${notice.text}</p>
</main>
</body>
</html>
`;
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(page));
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'",
  );
  response.end(response.req.method === 'HEAD' ? undefined : page);
}
