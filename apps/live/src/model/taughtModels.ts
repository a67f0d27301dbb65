/** The taught model of a speaker, which is kept on the device. */
export interface KeptModel {
  /** The id of the speaker. */
  readonly id: string;
  /** The name that the user gave. */
  readonly name: string;
  /** A tar archive, which `Recognizer.load` accepts. */
  readonly bytes: Uint8Array;
  readonly nClips: number;
}

/** Where taught models are kept. */
export interface TaughtModels {
  list(): Promise<readonly KeptModel[]>;
  write(model: KeptModel): Promise<void>;
  /** @param id of the speaker */
  remove(id: string): Promise<void>;
}

const table = 'models';

/** The taught models in IndexedDB. */
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
    list: () => request('readonly', (store) => store.getAll() as IDBRequest<KeptModel[]>),
    write: async (model) => void (await request('readwrite', (store) => store.put(model, model.id))),
    remove: (id) => request('readwrite', (store) => store.delete(id)),
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
