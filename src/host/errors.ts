/** An error in Excel's answer. The code is one of Excel's own. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "HostError";
  }
}

export const invalidArgument = (why: string): HostError =>
  new HostError("InvalidArgument", `The argument is invalid: ${why}`);
export const itemNotFound = (what: string): HostError =>
  new HostError("ItemNotFound", `The requested resource doesn't exist: ${what}`);
export const itemExists = (what: string): HostError =>
  new HostError("ItemAlreadyExists", `A resource with the same name exists: ${what}`);
export const accessDenied = (what: string): HostError =>
  new HostError("AccessDenied", `You cannot perform the requested operation: ${what}`);
/**
 * The host does not implement a member. The message names the API, so that whoever adds a use knows which file to
 * extend.
 */
export const apiNotFound = (api: string): HostError =>
  new HostError("ApiNotFound", `The embedded host does not implement ${api}`);
