/** The department as a whole stands among the projects under this code. */
export const WHOLE = '整体'
