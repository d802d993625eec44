const word = /[\p{L}\p{N}]+/gu

/** Every pair of neighbouring letters, once: 雨水井盖 gives 雨水, 水井, 井盖. Two characters are the shortest Chinese word. */
export function gramsOf(text: string): string[] {
  const grams = new Set<string>()
  for (const [run] of text.toLowerCase().matchAll(word)) {
    const letters = [...run]
    for (let i = 0; i + 1 < letters.length; i++) grams.add(letters[i]! + letters[i + 1]!)
  }
  return [...grams]
}
