import { apiNotFound, HostError, invalidArgument, itemNotFound } from "./errors";
import { checkInFront } from "./check-in-front";
import { loaded, lookUp, typeOf } from "./load";
import type { Fault } from "./log";
import { HostObject, nullObject, object } from "./object-type";
import type { HostWorkbook } from "./workbook";

/**
 * Office.js's request protocol, as it reaches `_richApiNativeBridge` (docs/design.md, Office.js and the embedded host):
 * object paths say how to reach an object, actions say what to do with it, in order. If an action fails, those before
 * it stay done and the rest are not run.
 */
interface Arguments {
  Arguments?: unknown[];
  ReferencedObjectPathIds?: unknown[];
}

interface ObjectPath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: Arguments;
}

interface Action {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: Arguments;
  QueryInfo?: { Select?: string[]; Expand?: string[]; Top?: number; Skip?: number };
}

interface Body {
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
}

interface Request {
  id: number;
  type: number;
  message: { url: string; body: Body | string };
}

const pathTypes = { root: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;
const actionTypes = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5, ensureUnchanged: 6 } as const;
const requestMessage = 1;

/** Bytes. Excel on the web refuses larger requests and answers (docs/design.md, What Excel does). */
const requestLimit = 5 * 1024 * 1024;

/** A connected add-in: takes its requests, keeps its object references, sends it events. */
export class Session {
  private readonly references = new Map<string, HostObject>();
  private nextReference = 1;

  constructor(
    private readonly book: HostWorkbook,
    private readonly answer: (text: string) => void,
  ) {}

  /** Takes a message from Office.js; the answer is sent through `answer`. Requests are processed one at a time. */
  receive(text: string): void {
    const request = JSON.parse(text) as Request;
    if (request.type !== requestMessage) return;
    void this.book.inTurn(async () => {
      const number = this.book.log.syncs;
      const body = await this.process(request, text);
      if (this.book.log.syncs > number) await this.book.afterwards(number);
      this.answer(
        JSON.stringify({ id: request.id, type: requestMessage, message: { statusCode: 200, headers: {}, body } }),
      );
      this.book.flushEvents();
    });
  }

  /** Sends an event to Office.js. */
  notify(eventType: number, target: string, args: unknown): void {
    const entry = [65536, eventType, target, JSON.stringify(args), this.nextReference];
    this.answer(JSON.stringify({ type: 3, message: { entries: [entry] } }));
  }

  /** @returns the body of the answer: results, or the error of the request */
  private async process(request: Request, text: string): Promise<object> {
    const { log, faults } = this.book;
    const body =
      typeof request.message.body === "string" ? (JSON.parse(request.message.body) as Body) : request.message.body;
    const cleanup = isCleanup(body);
    const fault = cleanup ? undefined : faults.next(log);
    log.request(text, cleanup);
    const refusal = this.refusal(fault, text);
    if (refusal) return failure(refusal, 0);
    const result = await this.run(body, fault?.kind === "partlyApplied" ? fault.actions : Infinity);
    if (this.book.switches.has("answersLimited") && sizeOf(JSON.stringify(result)) > requestLimit)
      return failure(new HostError("ResponsePayloadSizeLimitExceeded", "The answer is larger than 5 MB"), 0);
    if (fault?.kind === "partlyApplied")
      return body.Actions.length > fault.actions
        ? failure(new HostError(fault.code, "The request was interrupted"), fault.actions)
        : result;
    return fault ? failure(new HostError(fault.code, "The request timed out"), 0) : result;
  }

  /** Why none of a request is done; undefined if nothing stands against it. */
  private refusal(fault: Fault | undefined, text: string): HostError | undefined {
    if (fault?.kind === "refused") return new HostError(fault.code, "The request was refused");
    if (this.book.inCellEdit) return new HostError("InvalidOperationInCellEditMode", "Excel is in cell-editing mode");
    if (!this.book.inFront) return new HostError("InactiveWorkbook", "Another workbook is in front");
    // Three bytes is the most that a UTF-16 unit takes: most requests need not be encoded to be counted.
    if (text.length * 3 > requestLimit && sizeOf(text) > requestLimit)
      return new HostError("RequestPayloadSizeLimitExceeded", "The request is larger than 5 MB");
    return undefined;
  }

  /** Runs the first `limit` actions of a request. */
  private async run(body: Body, limit: number): Promise<object> {
    const batch = new Batch(this.book, this.references, body, () => `r${this.nextReference++}`);
    const writes = mayWrite(body);
    // The grid is locked during long requests that write; while one only reads, the user may go on typing.
    this.book.writingSince = writes ? performance.now() : undefined;
    const result = await batch.all(limit).finally(() => {
      this.book.writingSince = undefined;
      this.book.onResumed();
    });
    // Also after a failure: the actions before the failing one stay done.
    if (writes) {
      this.book.onWritten();
      this.book.onChange();
    }
    return result;
  }
}

const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

/** Whether Office.js sends a request by itself, only to release references. */
const isCleanup = ({ Actions: actions }: Body): boolean =>
  actions.some(({ Name }) => Name === "_RemoveReference") &&
  actions.every(({ Name, ActionType }) => Name === "_RemoveReference" || ActionType === actionTypes.instantiate);

/** Names of members that change nothing that a file contains, in all classes. */
const readsOnly = /^(?:_|get|load|find|activate|select|calculate|isSet)/i;

/** Whether a request can change the workbook, judged by the properties that it sets and the methods that it calls. */
function mayWrite({ Actions: actions, ObjectPaths: paths }: Body): boolean {
  return (
    actions.some(
      ({ ActionType: type, Name: name }) =>
        type === actionTypes.setProperty || (type === actionTypes.method && !readsOnly.test(name)),
    ) ||
    Object.values(paths).some(
      ({ ObjectPathType: type, Name: name }) => type === pathTypes.method && !readsOnly.test(name),
    )
  );
}

const failure = (error: HostError, index: number, location = ""): object => ({
  Results: [],
  Error: { Code: error.code, Message: error.message, Location: location, ActionIndex: index },
});

/** Runs the actions of one request. */
class Batch {
  private readonly objects = new Map<number, HostObject>();
  /** References that were given out in this request, by object path. */
  private readonly given = new Map<number, string>();

  constructor(
    private readonly book: HostWorkbook,
    private readonly references: Map<string, HostObject>,
    private readonly body: Body,
    private readonly newReference: () => string,
  ) {}

  /** @returns the body of the answer; a failing action's error is part of it */
  async all(limit: number): Promise<object> {
    const results: { ActionId: number; Value: unknown }[] = [];
    const { Actions: actions } = this.body;
    for (let index = 0; index < Math.min(actions.length, limit); index++) {
      const action = actions[index]!;
      try {
        await this.book.pauseForPage();
        results.push({ ActionId: action.Id, Value: await this.act(action) });
      } catch (error) {
        const known =
          error instanceof HostError
            ? error
            : new HostError("GeneralException", `Internal error: ${(error as Error).stack}`);
        return { ...failure(known, index, this.placeOf(action)), Results: results };
      }
    }
    await this.book.grid.calculated();
    return { Results: results };
  }

  private placeOf(action: Action): string {
    const target = this.objects.get(action.ObjectPathId);
    const path = this.body.ObjectPaths[action.ObjectPathId];
    const name = action.Name || path?.Name || "";
    // If the object could not be reached, the member is named together with its parent.
    const of =
      target ?? (path?.ParentObjectPathId === undefined ? undefined : this.objects.get(path.ParentObjectPathId));
    return of ? `${of.type}.${name}` : name;
  }

  private async act(action: Action): Promise<unknown> {
    if (action.ActionType === actionTypes.trace) return null;
    const target = await this.resolve(action.ObjectPathId);
    if (action.ActionType === actionTypes.instantiate) return this.instantiated(target, action.ObjectPathId);
    if (action.ActionType === actionTypes.ensureUnchanged) return null;
    // `null` would be a value: for `_IsNull`, Office.js leaves the method's result undefined.
    if (target === nullObject) {
      if (action.ActionType === actionTypes.method) this.checkFollowed(action.Name);
      return action.ActionType === actionTypes.method ? { _IsNull: true } : null;
    }
    if (action.ActionType === actionTypes.query) {
      await this.book.grid.calculated();
      return loaded(target, action.QueryInfo?.Select, this.book);
    }
    const args = await this.argumentsOf(action.ArgumentInfo);
    if (action.ActionType === actionTypes.setProperty) {
      this.set(target, action.Name, args[0]);
      return null;
    }
    if (action.Name === "_KeepReference") return null;
    if (action.Name === "_RemoveReference") {
      this.references.delete(String(args[0]));
      return null;
    }
    const value = await this.call(target, action.Name, args);
    return value instanceof HostObject ? null : (value ?? null);
  }

  /** The id or reference by which Office.js finds the object again: it rewrites the proxy's path with it. */
  private instantiated(target: HostObject, pathId: number): unknown {
    if (target === nullObject) return null;
    const type = typeOf(target);
    if (type.referenced) {
      const known = this.body.ObjectPaths[pathId];
      if (known?.ObjectPathType === pathTypes.reference) return { _ReferenceId: known.Name };
      let reference = this.given.get(pathId);
      if (!reference) this.given.set(pathId, (reference = this.newReference()));
      this.references.set(reference, target);
      return { _ReferenceId: reference };
    }
    const id = type.identity?.(target.self, this.book);
    // An answer of null would make the proxy a null object.
    return id === undefined ? {} : { _Id: id, Id: id };
  }

  private async resolve(id: number): Promise<HostObject> {
    const known = this.objects.get(id);
    if (known) return known;
    const path = this.body.ObjectPaths[id];
    if (!path) throw invalidArgument(`object path ${id}`);
    const found = await this.follow(path);
    this.objects.set(id, found);
    return found;
  }

  private async follow(path: ObjectPath): Promise<HostObject> {
    if (path.ObjectPathType === pathTypes.root) return object("Workbook", null);
    if (path.ObjectPathType === pathTypes.nullObject) return nullObject;
    if (path.ObjectPathType === pathTypes.reference) {
      const referenced = this.references.get(path.Name);
      if (!referenced) throw new HostError("InvalidReference", "The reference is no longer valid");
      return referenced;
    }
    const parent = await this.resolve(path.ParentObjectPathId!);
    if (parent === nullObject) {
      if (path.ObjectPathType === pathTypes.method) this.checkFollowed(path.Name);
      return nullObject;
    }
    if (path.ObjectPathType === pathTypes.property) {
      const navigation = lookUp(typeOf(parent).objects, path.Name);
      if (!navigation) throw apiNotFound(`${parent.type}.${path.Name}`);
      this.book.log.member(parent.type, navigation.name);
      return navigation.found(parent.self, this.book);
    }
    const args = await this.argumentsOf(path.ArgumentInfo);
    if (path.ObjectPathType === pathTypes.indexer) {
      const { byId } = typeOf(parent);
      if (!byId) throw apiNotFound(`${parent.type}[]`);
      this.book.log.member(parent.type, "getItem");
      return byId(parent.self, String(args[0]), this.book);
    }
    const value = await this.call(parent, path.Name, args);
    if (!(value instanceof HostObject)) throw apiNotFound(`${parent.type}.${path.Name} as an object`);
    return value;
  }

  private async argumentsOf(info: Arguments | undefined): Promise<unknown[]> {
    const args = info?.Arguments ?? [];
    const referenced = info?.ReferencedObjectPathIds;
    if (!referenced) return args;
    return Promise.all(args.map((arg, index) => this.argument(arg, referenced[index])));
  }

  private async argument(arg: unknown, referenced: unknown): Promise<unknown> {
    if (typeof referenced === "number" && referenced > 0) {
      const found = await this.resolve(referenced);
      if (found === nullObject) throw invalidArgument("an object that is not there");
      return found;
    }
    if (Array.isArray(referenced) && Array.isArray(arg))
      return Promise.all(arg.map((item, index) => this.argument(item, referenced[index])));
    return arg;
  }

  /** Called for a method of a null object. @throws HostError in an Excel that refuses it */
  private checkFollowed(name: string): void {
    // Names with an underscore are calls that Office.js makes by itself, not the add-in.
    if (!name.startsWith("_") && this.book.switches.has("nullObjectsNotFollowed"))
      throw itemNotFound(`what ${name} is asked of`);
  }

  private async call(target: HostObject, name: string, args: unknown[]): Promise<unknown> {
    const event = /^_(Register|Unregister)(\w+)Event$/.exec(name);
    if (event) {
      this.book.log.member(target.type, eventMembers[event[2]!] ?? event[2]!);
      return null;
    }
    const method = lookUp(typeOf(target).methods, name);
    if (!method) throw apiNotFound(`${target.type}.${name}`);
    this.book.log.member(target.type, method.name);
    checkInFront(`${target.type}.${method.name}`, this.book);
    return await this.book.grid.quietly(() => method.found(target.self as never, args, this.book));
  }

  private set(target: HostObject, name: string, value: unknown): void {
    const type = typeOf(target);
    const property = lookUp(type.properties, type.sentAs?.[name] ?? name);
    if (!property?.found.set) throw apiNotFound(`${target.type}.${name} (set)`);
    this.book.log.member(target.type, property.name);
    const { set } = property.found;
    this.book.grid.quietly(() => set(target.self as never, value as never, this.book));
  }
}

/** Office.js registers events under internal names: the members of its API, by these names. */
const eventMembers: Record<string, string> = {
  DataChanged: "onChanged",
  SelectionChanged: "onSelectionChanged",
  Activated: "onActivated",
  Deactivated: "onDeactivated",
  Added: "onAdded",
  Deleted: "onDeleted",
};
