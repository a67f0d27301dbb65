/** The taught model that is kept on the device. */
export interface KeptModel {
  /** A tar archive, which `Recognizer.load` accepts. */
  readonly bytes: Uint8Array;
  readonly nClips: number;
}

/** Where the taught model is kept. */
export interface TaughtModels {
  read(): Promise<KeptModel | undefined>;
  write(model: KeptModel): Promise<void>;
  remove(): Promise<void>;
}

const table = 'models';
const key = 'taught';

/** The taught model in IndexedDB. */
export function taughtModels(factory: IDBFactory = indexedDB): TaughtModels {
  const request = async <T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>) => {
    const database = await open(factory);
    try {
      return await done(ask(database.transaction(table, mode).objectStore(table)));
    } finally {
      database.close();
    }
  };
  return {
    read: () =>
      request<KeptModel | undefined>(
        'readonly',
        (store) => store.get(key) as IDBRequest<KeptModel | undefined>,
      ),
    write: async (model) => void (await request('readwrite', (store) => store.put(model, key))),
    remove: () => request('readwrite', (store) => store.delete(key)),
  };
}

function open(factory: IDBFactory): Promise<IDBDatabase> {
  const opening = factory.open('ser-live', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(table);
  return done(opening);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The storage of the browser failed.'));
  });
}
