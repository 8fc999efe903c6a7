import escapeHtml from 'escape-html';
import type { MailBlock, MailContent, MailSurroundings } from './MailTemplate';

/** A mail as it goes out: the same words twice. */
export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

/** Line breaks and other controls have no place in a header or a sentence. */
const CONTROLS = /\p{Cc}+/gu;

const oneLine = (text: string) => text.replace(CONTROLS, ' ').trim();

/**
 * Makes text and HTML of a mail. Everything is escaped, nothing is loaded from
 * anywhere, and links are written out so that people see where they lead.
 */
export function renderMail(
  content: MailContent,
  surroundings: MailSurroundings,
): RenderedMail {
  const subject = oneLine(content.subject);
  const greeting = surroundings.recipientName
    ? `Hello ${oneLine(surroundings.recipientName)},`
    : 'Hello,';
  return {
    subject,
    text: renderText(greeting, content.blocks, surroundings),
    html: renderHtml(subject, greeting, content.blocks, surroundings),
  };
}

function renderText(
  greeting: string,
  blocks: MailBlock[],
  { businessName, appBaseUrl }: MailSurroundings,
): string {
  const paragraphs = blocks.map(block =>
    block.kind === 'action'
      ? `${block.label}:\n${block.url}`
      : oneLine(block.text),
  );
  const footer = `-- \n${oneLine(businessName)}\n${appBaseUrl}`;
  return `${[greeting, ...paragraphs, footer].join('\n\n')}\n`;
}

const BODY =
  'margin:0;padding:24px 16px;background:#fcfcfa;color:#13201b;font:15px/1.5 system-ui,sans-serif';
const PANEL = 'max-width:560px;margin:0 auto';
const BUTTON =
  'display:inline-block;padding:10px 18px;border-radius:6px;background:#0b6b4f;color:#ffffff;text-decoration:none;font-weight:600';
const QUIET = 'color:#5b6660;font-size:13px;overflow-wrap:anywhere';

function renderHtml(
  subject: string,
  greeting: string,
  blocks: MailBlock[],
  { businessName, appBaseUrl }: MailSurroundings,
): string {
  const name = escapeHtml(oneLine(businessName));
  const home = escapeHtml(appBaseUrl);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="${BODY}">
<div style="${PANEL}">
<p style="font-size:18px;font-weight:650">${name}</p>
<p>${escapeHtml(greeting)}</p>
${blocks.map(renderBlock).join('\n')}
<hr style="border:0;border-top:1px solid #e3e6e3;margin:24px 0">
<p style="${QUIET}">${name} · <a href="${home}" target="_blank" rel="noopener noreferrer" style="color:inherit">${home}</a></p>
</div>
</body>
</html>
`;
}

function renderBlock(block: MailBlock): string {
  if (block.kind === 'action') {
    const url = escapeHtml(block.url);
    return `<p><a href="${url}" target="_blank" rel="noopener noreferrer" style="${BUTTON}">${escapeHtml(block.label)}</a></p>
<p style="${QUIET}">${url}</p>`;
  }
  const style = block.kind === 'note' ? ` style="${QUIET}"` : '';
  return `<p${style}>${escapeHtml(oneLine(block.text))}</p>`;
}
