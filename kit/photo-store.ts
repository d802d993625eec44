/** Photos that have not reached the server yet, kept by the browser until they do. */
const STORE = 'photos'

const open = () =>
  new Promise<IDBDatabase>((done, fail) => {
    const asked = indexedDB.open('chengji', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE)
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => fail(asked.error)
  })

async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await open()
  return new Promise((done, fail) => {
    const asked = act(db.transaction(STORE, mode).objectStore(STORE))
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => fail(asked.error)
  })
}

export const keepPhoto = (id: string, photo: Blob) => run('readwrite', (store) => store.put(photo, id))
export const findPhoto = (id: string): Promise<Blob | undefined> => run('readonly', (store) => store.get(id))
export const dropPhoto = (id: string) => run('readwrite', (store) => store.delete(id))
