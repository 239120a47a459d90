import type { ServerResponse } from "node:http";

export declare const pathOf: (address: string) => string;
export declare const isFile: (file: string) => boolean;
export declare function send(response: ServerResponse, file: string, policed?: boolean): void;
