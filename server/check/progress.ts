/** How wide the bar is, in characters. */
const wide = 30

/** Tells on the error channel how far a folder is: a bar on a terminal, a line at each tenth elsewhere. */
export function progress(total: number, out: { isTTY?: boolean; write(words: string): unknown } = process.stderr) {
  let done = 0
  let told = 0
  return {
    step(name: string) {
      done++
      if (out.isTTY) out.write(`\r\u001b[K${bar(done / total)} ${done}/${total} ${name.slice(-40)}`)
      else if (Math.floor((done / total) * 10) > told) {
        told = Math.floor((done / total) * 10)
        out.write(`已检查 ${done}/${total}\n`)
      }
    },
    end() {
      if (out.isTTY) out.write('\r\u001b[K')
    },
  }
}

function bar(share: number): string {
  const full = Math.round(share * wide)
  return `[${'█'.repeat(full)}${'░'.repeat(wide - full)}]`
}
