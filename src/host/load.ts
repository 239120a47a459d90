import { apiNotFound } from "./errors";
import { nullObject, type HostObject, type ObjectType } from "./object-type";
import { objectTypes } from "./objects";
import type { HostWorkbook } from "./workbook";

export const typeOf = ({ type }: HostObject) => objectTypes.get(type) ?? { name: type };

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Finds a member by name, ignoring case. */
export function lookUp<T>(table: Record<string, T> | undefined, name: string): { name: string; found: T } | undefined {
  if (!table) return undefined;
  const camel = name.charAt(0).toLowerCase() + name.slice(1);
  if (Object.hasOwn(table, camel)) return { name: camel, found: table[camel]! };
  const key = Object.keys(table).find((known) => known.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : { name: key, found: table[key]! };
}

/** The answer to a load: the properties by name, and for a collection its items. */
export function loaded(target: HostObject, select: string[] | undefined, book: HostWorkbook): Record<string, unknown> {
  const { self } = target;
  const type = typeOf(target);
  const names = select?.length
    ? select
    : Object.keys(type.properties ?? {}).filter((name) => type.properties![name]!.get);
  const answer: Record<string, unknown> = {};
  const id = type.identity?.(self, book);
  if (id !== undefined) answer._Id = id;
  if (!type.items) {
    readProperties(type, self, names, answer, book);
    return answer;
  }
  // Names may be a collection's own properties; all others, and those below `items`, are its members'.
  const own = names.filter((name) => lookUp(type.properties, name));
  readProperties(type, self, own, answer, book);
  if (own.length > 0 && own.length === select?.length) return answer;
  const below = names
    .filter((name) => !own.includes(name))
    .map((name) => name.replace(/^items\/?/, ""))
    .filter((name) => name !== "" && name !== "*");
  answer._Items = type.items(self, book).map((item) => loaded(item, below.length ? below : undefined, book));
  return answer;
}

function readProperties(
  type: ObjectType<unknown>,
  self: unknown,
  names: string[],
  answer: Record<string, unknown>,
  book: HostWorkbook,
): void {
  const nested = new Map<string, string[]>();
  for (const name of names) {
    const [first, ...rest] = name.split("/");
    if (rest.length > 0 || lookUp(type.objects, first!)) {
      nested.set(first!, [...(nested.get(first!) ?? []), ...(rest.length ? [rest.join("/")] : [])]);
      continue;
    }
    const property = lookUp(type.properties, name);
    if (!property?.found.get) throw apiNotFound(`${type.name}.${name}`);
    book.log.member(type.name, property.name);
    answer[pascal(property.name)] = property.found.get(self, book);
  }
  for (const [name, rest] of nested) {
    const navigation = lookUp(type.objects, name);
    if (!navigation) throw apiNotFound(`${type.name}.${name}`);
    book.log.member(type.name, navigation.name);
    const child = navigation.found(self, book);
    answer[pascal(navigation.name)] = child === nullObject ? null : loaded(child, rest, book);
  }
}
