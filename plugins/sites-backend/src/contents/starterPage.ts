import escapeHtml from 'escape-html';

const STYLE = `      :root { color-scheme: light dark; --ink: #17202b; --soft: #566372; --page: #f6f7f9; --card: #ffffff; --line: #dfe4ea; --live: #127a4b; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #eef2f6; --soft: #a9b5c2; --page: #10151b; --card: #182029; --line: #2b3641; --live: #4cc38a; }
      }
      * { box-sizing: border-box; }
      body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--page); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
      main { max-width: 36rem; width: 100%; padding: 2.5rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
      h1 { margin: 0.5rem 0 1rem; font-size: clamp(1.75rem, 5vw, 2.5rem); line-height: 1.15; overflow-wrap: anywhere; }
      p { margin: 0 0 1rem; }
      .live { display: flex; align-items: center; gap: 0.5rem; color: var(--live); font-weight: 600; font-size: 0.9375rem; }
      .live span { width: 0.6rem; height: 0.6rem; border-radius: 50%; background: currentColor; }
      .hint { margin: 0; color: var(--soft); font-size: 0.9375rem; }
      code { font-family: ui-monospace, monospace; }`;

/**
 * The page of a site that was ordered without content.
 *
 * @param options.title - shown as it is; escaped here
 */
export function starterPage(options: { title: string }): string {
  const title = escapeHtml(options.title);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <style>
${STYLE}
    </style>
  </head>
  <body>
    <main>
      <p class="live"><span aria-hidden="true"></span>This site is live</p>
      <h1>${title}</h1>
      <p>
        This is the starter page. Upload your own pages in the site's settings
        and they take its place, at this same address.
      </p>
      <p class="hint">
        A .zip or .tar.gz with an <code>index.html</code> is all it takes.
      </p>
    </main>
  </body>
</html>
`;
}
