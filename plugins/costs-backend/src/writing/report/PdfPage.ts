import { resolvePackagePath } from '@backstage/backend-plugin-api';
import PDFDocument from 'pdfkit';

export const INK = '#13201B';
export const QUIET = '#5B6660';
export const LINE = '#E3E6E3';

const MARGIN = 48;
const FOOT = 24;
/** Letters of most of the world's alphabets, which the fonts of PDF itself lack. */
const FONTS = {
  regular: 'ttf/DejaVuSans.ttf',
  bold: 'ttf/DejaVuSans-Bold.ttf',
};

/** A document of A4 pages that are written from top to bottom, each closed once it is full. */
export class PdfPage {
  readonly document: PDFKit.PDFDocument;
  readonly left = MARGIN;
  readonly width: number;
  private readonly bottom: number;
  private pages = 0;

  constructor(
    title: string,
    private readonly footer: string,
  ) {
    this.document = new PDFDocument({
      size: 'A4',
      margin: MARGIN,
      autoFirstPage: false,
      lang: 'en',
      displayTitle: true,
      info: { Title: title, Creator: 'Freehold' },
    });
    for (const [name, file] of Object.entries(FONTS)) {
      this.document.registerFont(
        name,
        resolvePackagePath('dejavu-fonts-ttf', file),
      );
    }
    this.document.on('pageAdded', () => this.writeFooter());
    this.document.addPage();
    this.width = this.document.page.width - 2 * MARGIN;
    this.bottom = this.document.page.height - MARGIN - FOOT;
  }

  get y(): number {
    return this.document.y;
  }

  set y(value: number) {
    this.document.y = value;
  }

  /** Begins another page unless so much fits below; whether it did. */
  makeRoom(height: number): boolean {
    if (this.y + height <= this.bottom) return false;
    this.document.addPage();
    return true;
  }

  /** A paragraph over the whole width. */
  write(
    text: string,
    options: { size?: number; isBold?: boolean; isQuiet?: boolean } = {},
  ): void {
    const { isBold, isQuiet, size = 9 } = options;
    const { document } = this;
    document
      .font(isBold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(isQuiet ? QUIET : INK);
    this.makeRoom(document.heightOfString(text, { width: this.width }));
    document.text(text, this.left, this.y, { width: this.width });
  }

  space(height: number): void {
    this.y += height;
  }

  end(): void {
    this.document.end();
  }

  /** At the foot of the page, outside of what is written to. */
  private writeFooter(): void {
    const { document } = this;
    this.pages += 1;
    const { bottom } = document.page.margins;
    document.page.margins.bottom = 0;
    document
      .font('regular')
      .fontSize(7)
      .fillColor(QUIET)
      .text(
        `${this.footer} · Page ${this.pages}`,
        MARGIN,
        document.page.height - MARGIN,
        { width: document.page.width - 2 * MARGIN, lineBreak: false },
      );
    document.page.margins.bottom = bottom;
    document.x = MARGIN;
    document.y = MARGIN;
  }
}
