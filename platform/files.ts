export { isPaper, isPicture } from './files/kinds.ts'
export { type PrintedPicture, printedPicture } from './files/pictures.ts'
export { fileContract, registerFiles } from './files/routes.ts'
export { openFile, type StoredFile, saveFile, storedFiles } from './files/store.ts'
