/**
 * Every match of a pattern (with the flag g). The pattern itself is asked: `matchAll` would copy it, and a copied pattern is
 * compiled anew each time.
 */
export function every(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let one = pattern.exec(text); one; one = pattern.exec(text)) {
    found.push(one)
    if (!one[0]) pattern.lastIndex++
  }
  return found
}
