import type { HostWorkbook } from "./workbook";

/**
 * Describes an Office.js class to the bridge; each file in `objects/` describes one. Names are those of Office.js in
 * camel case; the bridge ignores case.
 */
export interface ObjectType<Self> {
  /** The class's name in Office.js, e.g. `Range`. */
  name: string;
  /** Scalar properties. One without `set` is read-only. */
  properties?: Record<
    string,
    { get?: (self: Self, book: HostWorkbook) => unknown; set?: (self: Self, value: never, book: HostWorkbook) => void }
  >;
  /** The names of properties that Office.js sends under another name, by the name as sent. */
  sentAs?: Record<string, string>;
  /** Properties that lead to another object. */
  objects?: Record<string, (self: Self, book: HostWorkbook) => HostObject>;
  /** Methods. The result is a plain value or an object; arguments that are objects are passed as `HostObject`. */
  // Each method declares the types of its arguments; what arrives over the bridge is untyped.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  methods?: Record<string, (self: Self, args: any, book: HostWorkbook) => unknown>;
  /** For collections: the members, in order. */
  items?: (self: Self, book: HostWorkbook) => HostObject[];
  /** For collections: the member with the id that `identity` gave. */
  byId?: (self: Self, id: string, book: HostWorkbook) => HostObject;
  /** The id by which a later request finds the object in its collection. */
  identity?: (self: Self, book: HostWorkbook) => string;
  /** Its proxies hold a reference to the object, as those of Range do. */
  referenced?: boolean;
}

/** The type of `self` for each class; every file of `objects/` adds its own. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Selves {}

/** An object of the workbook as the bridge passes it around: the class's name and the object itself. */
export class HostObject {
  constructor(
    readonly type: string,
    readonly self: unknown,
  ) {}
}

export const object = <Name extends keyof Selves>(type: Name, self: Selves[Name]): HostObject =>
  new HostObject(type, self);

/** The result of an `…OrNullObject` method that finds nothing. Every member reached through it is null too. */
export const nullObject = new HostObject("NullObject", null);
