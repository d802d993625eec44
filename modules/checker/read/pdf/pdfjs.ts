import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs'

export type { PDFDocumentProxy, PDFPageProxy }
export type TextItem = { str: string; transform: number[]; width: number }

/** Node 20 has it not, and the PDF library copies its fonts by it. */
function ensureTransfer() {
  const all = ArrayBuffer.prototype as ArrayBuffer & { transferToFixedLength?: (length?: number) => ArrayBuffer }
  all.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
    const copy = new Uint8Array(length)
    copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)))
    return copy.buffer
  }
}

/** No pictures are decoded, no scripts run, nothing is fetched. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  ensureTransfer()
  const { getDocumentProxy } = await import('unpdf')
  return getDocumentProxy(bytes.slice(), {
    maxImageSize: 1,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: 0,
  })
}

export const operators = async () => (await import('unpdf/pdfjs')).OPS
