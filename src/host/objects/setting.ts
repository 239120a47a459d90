import { itemNotFound } from "../errors";
import { nullObject, object, type HostObject, type ObjectType } from "../object-type";
import type { HostWorkbook } from "../workbook";

interface Key {
  key: string;
}

const setting: ObjectType<Key> = {
  name: "Setting",
  identity: (self) => self.key,
  properties: {
    key: { get: (self) => self.key },
    value: {
      get: (self, book) => book.settings.get(self.key),
      set: (self, value: unknown, book) => void book.settings.set(self.key, value),
    },
  },
  methods: { delete: (self, _args, book) => void book.settings.delete(self.key) },
};

function need(key: string, book: HostWorkbook): HostObject {
  if (!book.settings.has(key)) throw itemNotFound(`setting ${key}`);
  return object("Setting", { key });
}

const settingCollection: ObjectType<null> = {
  name: "SettingCollection",
  items: (_self, book) => [...book.settings.keys()].map((key) => object("Setting", { key })),
  byId: (_self, key, book) => need(key, book),
  methods: {
    add: (_self, [key, value]: [string, unknown], book: HostWorkbook) => {
      book.settings.set(key, value);
      return object("Setting", { key });
    },
    getItem: (_self, [key]: [string], book: HostWorkbook) => need(key, book),
    getItemOrNullObject: (_self, [key]: [string], book: HostWorkbook) =>
      book.settings.has(key) ? object("Setting", { key }) : nullObject,
    getCount: (_self, _args, book) => book.settings.size,
  },
};

export const settingTypes = [setting, settingCollection];

declare module "../object-type" {
  interface Selves {
    Setting: Key;
    SettingCollection: null;
  }
}
