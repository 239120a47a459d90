import { Bytes } from "../../package/bytes";

/** A record of a workbook stream: what stands in it, that which goes on in further records apart. */
export interface XlsRecord {
  type: number;
  /** Where the record begins in the stream. */
  at: number;
  data: Bytes;
  /** What did not fit, record by record. */
  rest: Uint8Array[];
}

const CONTINUE = 0x003c;

/** The records of a stream from a place on ([MS-XLS] 2.1.4); one that is cut short ends them. */
export function* recordsFrom(stream: Bytes, from: number): Generator<XlsRecord> {
  for (let at = from; at + 4 <= stream.length;) {
    const type = stream.u16(at);
    const start = at;
    const body = bodyAt(stream, at);
    if (!body) return;
    at += 4 + body.length;
    const rest: Uint8Array[] = [];
    while (at + 4 <= stream.length && stream.u16(at) === CONTINUE) {
      const more = bodyAt(stream, at);
      if (!more) break;
      rest.push(more);
      at += 4 + more.length;
    }
    yield { type, at: start, data: new Bytes(body), rest };
  }
}

function bodyAt(stream: Bytes, at: number): Uint8Array | undefined {
  const length = stream.u16(at + 2);
  return at + 4 + length <= stream.length ? stream.slice(at + 4, length) : undefined;
}
