import type { HostWorkbook } from "./workbook";

/**
 * How an Office.js class is described to the bridge: one file in `objects/` describes one class. Names are those of
 * Office.js, in camel case; the bridge compares them without regard to case.
 */
export interface ObjectType<Self> {
  /** The class's name in Office.js, e.g. `Range`. */
  name: string;
  /** Scalar properties. One without `set` is read-only. */
  properties?: Record<
    string,
    { get?: (self: Self, book: HostWorkbook) => unknown; set?: (self: Self, value: never, book: HostWorkbook) => void }
  >;
  /** Properties that Office.js sends under another name than its own: by the name as sent. */
  sentAs?: Record<string, string>;
  /** Properties that lead to another object. */
  objects?: Record<string, (self: Self, book: HostWorkbook) => HostObject>;
  /** Methods; the result is a plain value, or an object. Arguments that are objects arrive as such. */
  // Each method names the arguments that it takes; what comes over the bridge is not typed.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  methods?: Record<string, (self: Self, args: any, book: HostWorkbook) => unknown>;
  /** For collections: the members, in order. */
  items?: (self: Self, book: HostWorkbook) => HostObject[];
  /** For collections: a member by the id that `identity` gave. */
  byId?: (self: Self, id: string, book: HostWorkbook) => HostObject;
  /** What a later request finds the object by, in its collection. */
  identity?: (self: Self, book: HostWorkbook) => string;
  /** Its proxies hold a reference of their own to it, as a Range's do. */
  referenced?: boolean;
}

/** What stands behind each class: every file of `objects/` adds its own. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Selves {}

/** An object of the workbook as the bridge passes it about: the class's name, and what stands behind it. */
export class HostObject {
  constructor(
    readonly type: string,
    readonly self: unknown,
  ) {}
}

export const object = <Name extends keyof Selves>(type: Name, self: Selves[Name]): HostObject =>
  new HostObject(type, self);

/** What an `…OrNullObject` method answers where there is nothing; every member reached through it is null too. */
export const nullObject = new HostObject("NullObject", null);
