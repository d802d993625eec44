export { type PrintedPicture, printedPicture } from './files/pictures.ts'
export { fileContract, registerFiles } from './files/routes.ts'
export { findMissingFiles, openFile, type StoredFile, saveFile, storedFiles } from './files/store.ts'
