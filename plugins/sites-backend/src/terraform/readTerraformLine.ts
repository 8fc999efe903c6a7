/** What Terraform says went wrong, or may. */
export interface Diagnostic {
  severity: 'error' | 'warning';
  summary: string;
  detail: string;
}

export interface TerraformLine {
  /** What to show of it, line by line. */
  texts: string[];
  /**
   * What the texts begin with before what was printed by something that the
   * stack runs: it may print one word in pieces, a text each.
   */
  source?: string;
  diagnostic?: Diagnostic;
}

/** Terraform's advice about its command line is of no use in a log. */
const HIDDEN_CODES = new Set(['output_init_success_cli_message']);

/**
 * Reads one line that Terraform printed under `-json`. What is no such line,
 * because something else printed it, is shown as it is.
 */
export function readTerraformLine(line: string): TerraformLine {
  const message = parse(line);
  if (!message) {
    return { texts: [line] };
  }
  if (message.type === 'diagnostic' && message.diagnostic) {
    return readDiagnostic(message.diagnostic);
  }
  return {
    texts: HIDDEN_CODES.has(message.message_code ?? '')
      ? []
      : message['@message'].split('\n'),
    source: sourceOf(message),
  };
}

function sourceOf(message: Message): string | undefined {
  const printed = message.hook?.output;
  return typeof printed === 'string' && message['@message'].endsWith(printed)
    ? message['@message'].slice(0, -printed.length || undefined)
    : undefined;
}

interface Message {
  '@message': string;
  hook?: { output?: unknown };
  type?: string;
  message_code?: string;
  diagnostic?: Partial<Diagnostic> & {
    address?: string;
    range?: { filename: string; start: { line: number } };
  };
}

function parse(line: string): Message | undefined {
  if (!line.startsWith('{')) {
    return undefined;
  }
  try {
    const message = JSON.parse(line);
    return typeof message['@message'] === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}

function readDiagnostic(
  found: NonNullable<Message['diagnostic']>,
): TerraformLine {
  const diagnostic: Diagnostic = {
    severity: found.severity === 'warning' ? 'warning' : 'error',
    summary: found.summary ?? '',
    detail: found.detail ?? '',
  };
  const title = diagnostic.severity === 'error' ? 'Error' : 'Warning';
  const place = [
    found.address && `with ${found.address}`,
    found.range && `on ${found.range.filename} line ${found.range.start.line}`,
  ].filter(Boolean);
  return {
    diagnostic,
    texts: [
      ...`${title}: ${diagnostic.summary}`.split('\n'),
      ...(place.length > 0 ? [`  ${place.join(', ')}`] : []),
      ...diagnostic.detail
        .split('\n')
        .filter(text => text.trim())
        .map(text => `  ${text}`),
    ],
  };
}
